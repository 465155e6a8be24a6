//! The places of the page.

/// A place of the page: one lesson, looked at in another way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Switches, picture, verdicts.
    #[default]
    Explore,
    /// The chapters, in words beside the picture.
    Theory,
    /// The state as template and commands.
    Practice,
    /// The question: predict, commit, reveal.
    Predict,
    /// States side by side.
    Compare,
}

impl Mode {
    /// Every place, in the order they are offered.
    pub const ALL: [Mode; 5] = [Mode::Explore, Mode::Theory, Mode::Practice, Mode::Predict, Mode::Compare];

    /// Its name in links.
    pub fn name(self) -> &'static str {
        match self {
            Mode::Explore => "explore",
            Mode::Theory => "theory",
            Mode::Practice => "practice",
            Mode::Predict => "predict",
            Mode::Compare => "compare",
        }
    }

    /// The place of this name; a lesson is begun with its theory.
    pub fn from_name(name: &str) -> Option<Mode> {
        let name = if name == "lesson" { "theory" } else { name };
        Mode::ALL.into_iter().find(|mode| mode.name() == name)
    }
}

//! The places of the page.

/// A place of the page: one lesson, looked at in another way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Switches, picture, verdicts.
    #[default]
    Explore,
    /// The question: predict, commit, reveal.
    Predict,
}

impl Mode {
    /// Every place, in the order they are offered.
    pub const ALL: [Mode; 2] = [Mode::Explore, Mode::Predict];

    /// Its name in links.
    pub fn name(self) -> &'static str {
        match self {
            Mode::Explore => "explore",
            Mode::Predict => "predict",
        }
    }

    /// The place of this name.
    pub fn from_name(name: &str) -> Option<Mode> {
        Mode::ALL.into_iter().find(|mode| mode.name() == name)
    }
}

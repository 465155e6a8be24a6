//! How much of the page is shown inside another page.

/// How much of the page is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Embed {
    /// Not embedded: the whole page.
    #[default]
    Off,
    /// Embedded, everything.
    Full,
    /// Diagram, verdicts, and the switches behind a button.
    Compact,
    /// Diagram and verdicts only.
    Figure,
}

impl Embed {
    /// Every way.
    pub const ALL: [Embed; 4] = [Embed::Off, Embed::Full, Embed::Compact, Embed::Figure];

    /// Its name in links.
    pub fn name(self) -> &'static str {
        match self {
            Embed::Off => "off",
            Embed::Full => "full",
            Embed::Compact => "compact",
            Embed::Figure => "figure",
        }
    }

    /// The way of this name; `1` is a common habit for `compact`.
    pub fn from_name(name: &str) -> Option<Embed> {
        let name = if name == "1" { "compact" } else { name };
        Embed::ALL.into_iter().find(|embed| embed.name() == name)
    }
}

//! Colour, where a terminal shows it.

use std::fmt;
use std::io::IsTerminal as _;

use engine::verdict::Verdict;

/// Whether output is coloured.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Style {
    colour: bool,
}

/// Text in a colour.
pub(crate) struct Painted<'a> {
    code: Option<&'static str>,
    text: &'a str,
}

impl Style {
    /// Colours only on a terminal, and not where `NO_COLOR` is set (no-color.org).
    pub(crate) fn of_stdout() -> Self {
        let unwanted = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        Self { colour: std::io::stdout().is_terminal() && !unwanted }
    }

    /// In the colour of a verdict.
    pub(crate) fn verdict(self, verdict: Verdict, text: &str) -> Painted<'_> {
        let code = match verdict {
            Verdict::Holds => "1;32",
            Verdict::Fails => "1;31",
            Verdict::Partial | Verdict::Unknown | Verdict::Undeployable => "1;33",
        };
        self.paint(code, text)
    }

    /// Bold.
    pub(crate) fn strong(self, text: &str) -> Painted<'_> {
        self.paint("1", text)
    }

    /// Quiet.
    pub(crate) fn quiet(self, text: &str) -> Painted<'_> {
        self.paint("2", text)
    }

    fn paint<'t>(self, code: &'static str, text: &'t str) -> Painted<'t> {
        Painted { code: self.colour.then_some(code), text }
    }
}

impl fmt::Display for Painted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.code {
            Some(code) => write!(f, "\x1b[{code}m{}\x1b[0m", self.text),
            None => f.write_str(self.text),
        }
    }
}

//! What an author keeps from the reader: switches that are locked, parts that are hidden.

use crate::state::Toggles;

/// Switches that the reader cannot turn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lock {
    /// All of them.
    pub all: bool,
    /// These, by their places.
    pub switches: Toggles,
}

/// A part of the page that can be hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The verdicts with their reasons and paths, until they are asked for.
    Verdicts,
    /// The options of the question.
    Options,
    /// The switches.
    Switches,
    /// The question.
    Question,
}

impl Part {
    /// Every part.
    pub const ALL: [Part; 4] = [Part::Verdicts, Part::Options, Part::Switches, Part::Question];

    /// Its name in links.
    pub fn name(self) -> &'static str {
        match self {
            Part::Verdicts => "verdicts",
            Part::Options => "options",
            Part::Switches => "switches",
            Part::Question => "question",
        }
    }

    /// The part of this name.
    pub fn from_name(name: &str) -> Option<Part> {
        Part::ALL.into_iter().find(|part| part.name() == name)
    }
}

/// The parts that are hidden.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hide(Toggles);

impl Hide {
    /// With this one too.
    #[must_use]
    pub fn with(self, part: Part) -> Hide {
        Hide(self.0.with(part as usize, true))
    }

    /// Whether a part is hidden.
    pub fn has(self, part: Part) -> bool {
        self.0.is_on(part as usize)
    }

    /// The parts, by name.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        Part::ALL.into_iter().filter(move |part| self.has(*part)).map(Part::name)
    }
}

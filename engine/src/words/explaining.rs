//! Texts of what explains a verdict on the page: its path, what would change it, its reasons, all configurations.

use super::{Lang, en, ja};
use crate::verdict::Requirement;

/// Texts without arguments; one value per language, so a missing one does not compile.
#[derive(Clone, Copy, Debug)]
pub struct Explaining {
    /// Name of the choice between what follows.
    pub aspects: &'static str,
    /// The path, hop by hop.
    pub path: &'static str,
    /// What would make a requirement hold.
    pub fixes: &'static str,
    /// What would make it hold no more.
    pub breaks: &'static str,
    /// What suffices for the verdict.
    pub reasons: &'static str,
    /// While it is worked out.
    pub working: &'static str,
    /// Sets the switches of a fix.
    pub apply: &'static str,
    /// Sets the switches that break it, to see it.
    pub try_it: &'static str,
    /// A fix breaks no other requirement.
    pub breaks_nothing: &'static str,
    /// Heading of fixes that no switch makes.
    pub in_the_template: &'static str,
    /// No switches mend it.
    pub no_switch_mends: &'static str,
    /// No switches break it.
    pub no_switch_breaks: &'static str,
    /// Heading of settings that suffice.
    pub settings: &'static str,
    /// Between settings that are always needed and those of which one is.
    pub and_one_of: &'static str,
    /// Heading where any of the settings is enough.
    pub any_of: &'static str,
    /// No switch has a say.
    pub no_switch_matters: &'static str,
    /// Heading of rules that suffice.
    pub rules: &'static str,
    /// Heading of what else stops the way.
    pub not_alone: &'static str,
    /// What is behind the last of them is not known.
    pub further_unknown: &'static str,
    /// Before what was decided at a hop before the latest change.
    pub before: &'static str,
    /// The way ended there.
    pub ended: &'static str,
    /// Copies the command for AWS.
    pub copy: &'static str,
    /// It is on the clipboard.
    pub copied: &'static str,
    /// The clipboard refused; the command is selected.
    pub not_copied: &'static str,
    /// Under the small map.
    pub slice: &'static str,
    /// Stops counting.
    pub stop: &'static str,
    /// Goes on counting.
    pub go_on: &'static str,
    /// Of a configuration: every requirement holds.
    pub everything: &'static str,
    /// Of a configuration: none of the main requirements holds.
    pub nothing: &'static str,
    /// The configuration in force.
    pub here: &'static str,
}

impl Lang {
    /// Texts of what explains a verdict.
    pub fn explaining(self) -> &'static Explaining {
        match self {
            Lang::En => &en::explaining::TEXTS,
            Lang::Ja => &ja::explaining::TEXTS,
        }
    }

    /// What a change breaks: requirements that hold no more.
    pub fn breaking(self, requirement: &Requirement) -> String {
        match self {
            Lang::En => en::explaining::breaking(requirement),
            Lang::Ja => ja::explaining::breaking(requirement),
        }
    }

    /// What a change mends as well.
    pub fn mending(self, requirement: &Requirement) -> String {
        match self {
            Lang::En => en::explaining::mending(requirement),
            Lang::Ja => ja::explaining::mending(requirement),
        }
    }

    /// What stands between sentences.
    pub fn between(self) -> &'static str {
        match self {
            Lang::En => " ",
            Lang::Ja => "",
        }
    }

    /// What stands between the parts of a list.
    pub fn comma(self) -> &'static str {
        match self {
            Lang::En => ", ",
            Lang::Ja => "、",
        }
    }

    /// What stands between phrases that are no sentences.
    pub fn pause(self) -> &'static str {
        match self {
            Lang::En => ". ",
            Lang::Ja => "。",
        }
    }

    /// `3 more`.
    pub fn further(self, count: usize) -> String {
        match self {
            Lang::En => en::explaining::further(count),
            Lang::Ja => ja::explaining::further(count),
        }
    }
}

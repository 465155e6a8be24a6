//! Texts of what explains a verdict on the page: its path, what would change it, its reasons, all configurations.

use super::ui::texts;
use super::{Lang, en, ja};
use crate::verdict::Requirement;

texts! {
    /// Texts of what explains a verdict; one value per language, so a missing one does not compile.
    Explaining;

    /// Name of the choice between what follows.
    aspects,
    /// The path, hop by hop.
    path,
    /// What would make a requirement hold.
    fixes,
    /// What would make it hold no more.
    breaks,
    /// What suffices for the verdict.
    reasons,
    /// While it is worked out.
    working,
    /// Sets the switches of a fix.
    apply,
    /// Sets the switches that break it, to see it.
    try_it,
    /// A fix breaks no other requirement.
    breaks_nothing,
    /// Heading of fixes that no switch makes.
    in_the_template,
    /// No switches mend it.
    no_switch_mends,
    /// No switches break it.
    no_switch_breaks,
    /// Heading of settings that suffice.
    settings,
    /// Between settings that are always needed and those of which one is.
    and_one_of,
    /// Heading where any of the settings is enough.
    any_of,
    /// No switch has a say.
    no_switch_matters,
    /// Heading of rules that suffice.
    rules,
    /// Heading of what else stops the way.
    not_alone,
    /// What is behind the last of them is not known.
    further_unknown,
    /// Before what was decided at a hop before the latest change.
    before,
    /// The way ended there.
    ended,
    /// Copies the command for AWS.
    copy,
    /// It is on the clipboard.
    copied,
    /// The clipboard refused; the command is selected.
    not_copied,
    /// Under the small map.
    slice,
    /// Stops counting.
    stop,
    /// Goes on counting.
    go_on,
    /// Of a configuration: every requirement holds.
    everything,
    /// Of a configuration: none of the main requirements holds.
    nothing,
    /// The configuration in force.
    here,
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

//! What explains a verdict on the page.

use crate::verdict::Requirement;
use crate::words::Explaining;

pub(in crate::words) static TEXTS: Explaining = Explaining {
    aspects: "Explanation",
    path: "Path",
    fixes: "Fixes",
    breaks: "What breaks it",
    reasons: "Reasons",
    working: "Working it out…",
    apply: "Apply",
    try_it: "Try",
    breaks_nothing: "Nothing else breaks.",
    in_the_template: "Or change the template",
    no_switch_mends: "No few switches make it hold.",
    no_switch_breaks: "No switch can break it.",
    settings: "Enough for this, whatever else is on",
    and_one_of: "and any one of these",
    any_of: "Any one of these is enough, whatever else is on",
    no_switch_matters: "No switch can change this.",
    rules: "Rules it rests on",
    not_alone: "Mending that is not enough. Also:",
    further_unknown: "What would mend the last one is not known.",
    before: "Before:",
    ended: "the way ended here",
    copy: "Copy",
    copied: "Copied",
    not_copied: "The browser did not allow copying. The command is selected.",
    slice: "Every setting of these switches, the others as they are now. Press a square to go there.",
    stop: "Stop",
    go_on: "Go on",
    everything: "Everything holds",
    nothing: "Neither holds",
    here: "You are here",
};

pub(in crate::words) fn breaking(requirement: &Requirement) -> String {
    ["Breaks: ", &super::requirement(requirement)].concat()
}

pub(in crate::words) fn mending(requirement: &Requirement) -> String {
    ["Also mends: ", &super::requirement(requirement)].concat()
}

pub(in crate::words) fn further(count: usize) -> String {
    [&count.to_string(), " more"].concat()
}

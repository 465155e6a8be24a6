//! English: plain, short, sentence case.

mod answers;
mod author;
mod classroom;
mod clauses;
mod examples;
mod explained;
pub(super) mod explaining;
mod hops;
mod learn;
mod limits;
mod names;
mod practice;
mod reading;
mod sharing;
mod stepper;
mod ui;

use crate::code::Code;
use crate::journey::{Finding, Outcome};
use crate::lesson::SourceCertainty;
use crate::verdict::{Answer, Verdict};

use super::told::Told;
use super::{BadLink, Naming, Thing, Ui};

pub(super) use answers::{answer, journey, question, requirement};
pub(super) use author::{author, files, parameters};
pub(super) use classroom::{classroom, nearest_count, share_of_votes, vote_for, votes_counted};
pub(super) use examples::examples;
pub(super) use explained::{edit, effect, element, hourly, judged, opens, parted, setting, space, way};
pub(super) use hops::{gate, hop, step};
pub(super) use learn::{guess_about, guessed, hidden_picture, learn, meets_all, picked};
pub(super) use limits::{
    lesson_error, no_such_requirement, not_modelled, partial, refusal, template_error, unknown, witness,
};
pub(super) use names::{label, service, thing};
pub(super) use practice::{costs, practice, seen, symptom};
pub(super) use reading::reading;
pub(super) use sharing::sharing;
pub(super) use stepper::{
    component_in, component_name, connections_of, picture_of, stepper, stop_name, way_of,
};

pub(super) fn ui() -> &'static Ui {
    &ui::UI
}

pub(super) fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Holds => "holds",
        Verdict::Fails => "fails",
        Verdict::Partial => "partly",
        Verdict::Unknown => "unknown",
        Verdict::Undeployable => "not deployable",
    }
}

pub(super) fn was(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Holds => "was holding",
        Verdict::Fails => "was failing",
        Verdict::Partial => "was holding in part",
        Verdict::Unknown => "was unknown",
        Verdict::Undeployable => "was not deployable",
    }
}

pub(super) fn outcome(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Works => "works",
        Outcome::Fails => "fails",
        Outcome::Partial(_) => "works in part",
        Outcome::Unknown => "unknown",
    }
}

pub(super) fn finding(finding: &Finding, names: &dyn Naming) -> String {
    sentence(&clauses::clause(finding.code, Told::finding(finding, names)))
}

pub(super) fn meaning(code: Code) -> String {
    sentence(&clauses::clause(code, Told::default()))
}

/// A clause as a sentence.
fn sentence(clause: &str) -> String {
    [&names::capital(clause), "."].concat()
}

pub(super) fn switched(label: &str, on: bool) -> String {
    [label, if on { ": on." } else { ": off." }].concat()
}

pub(super) fn option(letter: char) -> String {
    ["Option ", letter.encode_utf8(&mut [0; 4])].concat()
}

pub(super) fn option_applied(letter: char) -> String {
    [&option(letter), " is set."].concat()
}

pub(super) fn flipped(before: Verdict, answer: &Answer, names: &dyn Naming) -> String {
    let title = requirement(&answer.requirement);
    let because = Told::reason(answer, names).map(|(code, told)| clauses::clause(code, told));
    let because = because.map(|clause| [", because ", &clause].concat()).unwrap_or_default();
    [&title, ": ", verdict(before), " → ", verdict(answer.verdict), &because, "."].concat()
}

pub(super) fn no_change() -> &'static str {
    "No verdict changed."
}

pub(super) fn step_of(step: usize, of: usize) -> String {
    ["Step ", &step.to_string(), " of ", &of.to_string()].concat()
}

pub(super) fn more_switches(count: usize) -> String {
    ["More switches (", &count.to_string(), ")"].concat()
}

pub(super) fn facts_as_of(date: &str) -> String {
    ["Facts as of ", date].concat()
}

pub(super) fn at_line(file: Option<&str>, line: u32) -> String {
    match file {
        Some(file) => [file, ", line ", &line.to_string()].concat(),
        None => ["line ", &line.to_string()].concat(),
    }
}

pub(super) fn bad_link(why: BadLink) -> &'static str {
    match why {
        BadLink::Unreadable => "The state in this link cannot be read, so the lesson's first state is shown.",
        BadLink::TooNew => "This link was made by a later version, so the lesson's first state is shown.",
        BadLink::NoSuchLesson => "This link names a lesson that is not here, so the first lesson is shown.",
    }
}

pub(super) fn bad_value(key: &str, found: &str, nearest: &str) -> String {
    [
        "The link's “",
        key,
        "” cannot be “",
        found,
        "”. The nearest value is “",
        nearest,
        "”; the usual one is shown.",
    ]
    .concat()
}

pub(super) fn bad_key(found: &str, nearest: &str) -> String {
    ["The link says “", found, "”, which means nothing here. The nearest word is “", nearest, "”."].concat()
}

pub(super) fn certainty(certainty: SourceCertainty) -> &'static str {
    match certainty {
        SourceCertainty::Documented => "documented",
        SourceCertainty::Derived => "follows from documents",
        SourceCertainty::SecondHand => "told by others",
    }
}

pub(super) fn component(kind: Thing, name: &str, on: bool) -> String {
    let kind = thing(kind);
    let state = if on { "" } else { ", off, but possible" };
    if name.eq_ignore_ascii_case(kind) {
        return [name, state].concat();
    }
    [name, ", ", kind, state].concat()
}

pub(super) fn tally(hold: usize, of: usize) -> String {
    let requirements = if of == 1 { " requirement" } else { " requirements" };
    let verb = if hold == 1 || of == 1 { " holds." } else { " hold." };
    [&hold.to_string(), " of ", &of.to_string(), requirements, verb].concat()
}

//! Every sentence, from codes and arguments: one folder per language, typed, so that a missing translation does not compile.
//!
//! Each language is a module with the same functions; [`Lang`] calls the right one. No trait object: what a program never
//! says is then not linked into it. Sentences are joined from pieces, never formatted from data.

mod author;
mod classroom;
mod en;
mod evidence;
mod examples;
mod explaining;
mod ja;
mod lang;
mod learn;
mod naming;
mod practice;
mod reading;
mod sharing;
mod spans;
mod stepper;
mod thing;
mod told;
mod ui;

#[cfg(test)]
mod tests;

use crate::code::Code;
use crate::explain::{Edit, Effect, Element, Opens, Parting, Symptom};
use crate::journey::{Finding, Gate, Outcome, Partial, Step};
use crate::lesson::LessonErrorKind;
use crate::lesson::SourceCertainty;
use crate::network::{Id, NotModelled, Refusal};
use crate::reach::Hop;
use crate::template::{TemplateErrorKind, Unknown};
use crate::verdict::{Answer, NoSuchRequirement, Requirement, Verdict, Witness};

pub use author::{Author, Files, Parameters};
pub use classroom::Classroom;
pub use examples::Examples;
pub use explaining::Explaining;
pub use lang::Lang;
pub use learn::Learn;
pub use naming::{Implicit, Name, Names, Naming};
pub use practice::Practice;
pub use reading::Reading;
pub use sharing::Sharing;
pub use spans::{Span, latin_spans};
pub use stepper::Stepper;
pub use thing::Thing;
pub use ui::Ui;

/// A titled line of evidence: `Notebook group` — `lets it out`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Who or what, short.
    pub title: String,
    /// What it does, short; no full stop.
    pub says: String,
}

/// What a link asked for and could not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BadLink {
    /// The state cannot be read.
    Unreadable,
    /// It was made by a later version.
    TooNew,
    /// It names a lesson that does not exist.
    NoSuchLesson,
}

macro_rules! spoken {
    ($( $(#[doc = $doc:literal])* fn $name:ident ( $($arg:ident : $ty:ty),* ) -> $out:ty; )*) => {
        impl Lang {$(
            $(#[doc = $doc])*
            pub fn $name(self, $($arg: $ty),*) -> $out {
                match self {
                    Lang::En => en::$name($($arg),*),
                    Lang::Ja => ja::$name($($arg),*),
                }
            }
        )*}
    };
}

spoken! {
    /// Texts of the interface without arguments.
    fn ui() -> &'static Ui;

    /// Texts of the lesson's places without arguments.
    fn learn() -> &'static Learn;
    /// What a reader meets where the author locked or hid something.
    fn author() -> &'static Author;
    /// The picture and the verdicts as files.
    fn files() -> &'static Files;
    /// Handing a state on.
    fn sharing() -> &'static Sharing;
    /// A lesson as a page to be read.
    fn reading() -> &'static Reading;
    /// Teaching with the page.
    fn classroom() -> &'static Classroom;
    /// How many have voted.
    fn votes_counted(total: u32) -> String;
    /// The button that counts one vote more for an option.
    fn vote_for(letter: char) -> String;
    /// So many votes of all.
    fn share_of_votes(count: u16, total: u32) -> String;
    /// A number of votes that cannot be, and the one that is taken for it.
    fn nearest_count(nearest: u16) -> String;
    /// How lessons look in other pages.
    fn examples() -> &'static Examples;
    /// The documentation of links.
    fn parameters() -> &'static Parameters;

    // ---- requirements and verdicts ---------------------------------------------------------------------------------
    /// A requirement as a title: `Isolated from the internet`.
    fn requirement(requirement: &Requirement) -> String;
    /// A requirement as a question.
    fn question(requirement: &Requirement) -> String;
    /// A verdict in a word.
    fn verdict(verdict: Verdict) -> &'static str;
    /// What a verdict was before it flipped: `was holding`.
    fn was(verdict: Verdict) -> &'static str;
    /// A step's outcome in a word.
    fn outcome(outcome: &Outcome) -> &'static str;
    /// A kind of gate in a word.
    fn gate(gate: Gate) -> &'static str;
    /// The verdict in one sentence: what, where, why.
    fn answer(source: Id, answer: &Answer, names: &dyn Naming) -> String;
    /// A finding or note as a sentence.
    fn finding(finding: &Finding, names: &dyn Naming) -> String;
    /// What a code means, without arguments, as a sentence.
    fn meaning(code: Code) -> String;
    /// A step of a journey.
    fn step(step: &Step, names: &dyn Naming) -> Line;
    /// A hop of a path.
    fn hop(hop: &Hop, names: &dyn Naming) -> Line;
    /// What a path is of: `pip install`, `Notebook leaves for the internet`.
    fn journey(requirement: &Requirement) -> String;
    /// The packet that proves a verdict.
    fn witness(witness: &Witness) -> String;
    /// What works, where not everything does.
    fn partial(partial: &Partial) -> String;
    /// Why a value is not known.
    fn unknown(unknown: &Unknown) -> String;
    /// A resource that is not modelled, its type, and what it could change.
    fn not_modelled(unmodelled: &NotModelled, kind: &str, could_change: &[Requirement], names: &dyn Naming) -> String;
    /// Why AWS would refuse the template.
    fn refusal(refusal: &Refusal, names: &dyn Naming) -> String;

    // ---- explanations ----------------------------------------------------------------------------------------------
    /// A change that is proposed: `Admit tcp 443 from 10.0.1.0/24 in EndpointGroup.`
    fn edit(edit: &Edit, names: &dyn Naming) -> String;
    /// A rule, route or association as a phrase.
    fn element(element: &Element, names: &dyn Naming) -> String;
    /// A toggle's setting as a phrase, with the label of its switch.
    fn setting(label: &str, on: bool) -> String;
    /// What a fix does to a requirement: `Isolated from the internet: holds → fails`.
    fn effect(effect: &Effect) -> String;
    /// What a fix opens; empty where it opens nothing.
    fn opens(opens: Opens) -> String;
    /// What a fix costs more or less, in millionths of a US dollar an hour; empty where it is the same.
    fn hourly(micro_usd: i64) -> String;
    /// Where two walks part; the hop of each, with the names of its own model.
    fn parted(parting: &Parting, before: &dyn Naming, after: &dyn Naming) -> String;
    /// `Of 1,048,576 configurations 960 satisfy everything.`
    fn space(holding: u64, states: u64) -> String;
    /// How many switches it takes from here; `None` where no configuration satisfies everything.
    fn way(switches: Option<usize>) -> String;
    /// How far the judging of all configurations is.
    fn judged(known: u64, of: u64) -> String;

    /// Texts of the practice and of the comparison without arguments.
    fn practice() -> &'static Practice;
    /// What a failure looks like.
    fn symptom(symptom: Symptom) -> &'static str;
    /// A sentence, and what is seen when it is true: `pip cannot … You see: a timeout.`
    fn seen(says: &str, symptom: Symptom) -> String;
    /// What everything that is billed by the hour costs, in millionths of a US dollar.
    fn costs(micro_usd: u64) -> String;
    // ---- the picture, step by step ---------------------------------------------------------------------------------
    /// Texts of the picture's steps and walk without arguments.
    fn stepper() -> &'static Stepper;
    /// A stop of a path: `Step 3 of 12, network: Notebook group`.
    fn stop_name(number: usize, of: usize, kind: Gate, reply: bool, title: &str) -> String;
    /// A component of the picture: name, whether it is built, where it stands.
    fn component_name(name: &str, on: bool, place: &str) -> String;
    /// A component, told apart by its place.
    fn component_in(name: &str, place: &str) -> String;
    /// The heading of a component's connections.
    fn connections_of(name: &str) -> String;
    /// What is on the picture: built, and possible.
    fn picture_of(on: &[&str], off: &[&str]) -> String;
    /// The way of the path, from component to component.
    fn way_of(journey: &str, through: &[&str]) -> String;

    // ---- the question ----------------------------------------------------------------------------------------------
    /// Which options meet every requirement.
    fn meets_all(letters: &[char]) -> String;
    /// Which option was picked, and whether it meets every requirement.
    fn picked(letter: char, meets_all: bool) -> String;
    /// How many guesses came true.
    fn guessed(right: usize, of: usize) -> String;
    /// A requirement to be guessed of an option, as a question: `Option B: is it isolated from the internet?`
    fn guess_about(letter: char, requirement: &Requirement) -> String;
    /// What the picture shows while verdicts are hidden: the components that are there.
    fn hidden_picture(components: &[&str]) -> String;

    // ---- names -----------------------------------------------------------------------------------------------------
    /// A name standing alone, as a label.
    fn label(name: Name<'_>) -> String;
    /// A kind of component.
    fn thing(thing: Thing) -> &'static str;
    /// A service by its endpoint's short name; the short name itself where it has no other.
    fn service(short: &str) -> String;

    // ---- what the page says with arguments -------------------------------------------------------------------------
    /// A switch was turned.
    fn switched(label: &str, on: bool) -> String;
    /// An option was applied.
    fn option_applied(letter: char) -> String;
    /// A verdict flipped: `Isolated from the internet: holds → fails, because …`.
    fn flipped(before: Verdict, answer: &Answer, names: &dyn Naming) -> String;
    /// Nothing flipped.
    fn no_change() -> &'static str;
    /// `Step 3 of 5`.
    fn step_of(step: usize, of: usize) -> String;
    /// `More switches (11)`.
    fn more_switches(count: usize) -> String;
    /// `Facts as of 2026-11-23`.
    fn facts_as_of(date: &str) -> String;
    /// `line 42`, with the file where there are several.
    fn at_line(file: Option<&str>, line: u32) -> String;
    /// The name of one option: `Option B`.
    fn option(letter: char) -> String;
    /// What was wrong with a link, and what is shown instead.
    fn bad_link(why: BadLink) -> &'static str;
    /// A value in a link that its key does not know, and the nearest that it does.
    fn bad_value(key: &str, found: &str, nearest: &str) -> String;
    /// A key in a link that does not exist, and the nearest that does.
    fn bad_key(found: &str, nearest: &str) -> String;
    /// How sure what a source says is.
    fn certainty(certainty: SourceCertainty) -> &'static str;
    /// A component's accessible name: what it is, its name, whether it is built.
    fn component(thing: Thing, name: &str, on: bool) -> String;
    /// How many requirements hold: `2 of 4 requirements hold`.
    fn tally(hold: usize, of: usize) -> String;
    /// What is wrong with a requirement's text.
    fn no_such_requirement(error: &NoSuchRequirement) -> String;
    /// What is wrong with a template.
    fn template_error(kind: &TemplateErrorKind) -> String;
    /// What is wrong with a lesson.
    fn lesson_error(kind: &LessonErrorKind) -> String;
}

//! A template with its question: which switches a reader has, which options are offered, what each must come to.
//!
//! A lesson is a folder: `template.yaml` (a real `CloudFormation` template whose parameters are the toggles), `lesson.yaml`
//! (question's structure, no prose) and `text.<lang>.yaml` (prose). Prose that not every reader asks for is in files of its own:
//! `question.<lang>.yaml` (what is said once the question is answered), `theory.<lang>.yaml` (chapters and glossary), `notes.<lang>.yaml` (what a
//! teacher says). Nothing in the engine knows any lesson.

mod chapter;
mod error;
mod fields;
mod judge;
mod memory;
mod misconception;
mod missing_text;
mod notes_text;
mod question_text;
mod read;
mod text;
mod theory_text;
mod what_if;

pub use crate::verdict::Judged;
pub use chapter::{Chapter, Condition};
pub use error::{LessonError, LessonErrorKind};
pub use judge::Difference;
pub use misconception::{Misconception, Proof, Sign};
pub use missing_text::TextGap;
pub use notes_text::{NotesText, OUTCOME, QUESTION};
pub use question_text::{Idea, QuestionText};
pub use text::{Labelled, LessonSource, LessonText, SourceCertainty};
pub use theory_text::{ChapterText, Fact, Mistaken, Piece, Term, TheoryText};
pub use what_if::WhatIf;

use self::memory::Memory;
use crate::code::Code;
use crate::template::{Parameters, Templates, Toggle};
use crate::verdict::{Requirement, Verdict};

/// A lesson without its prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// Folder name, stable for ever.
    pub id: Box<str>,
    /// The parsed template.
    pub templates: Templates,
    /// Its two-valued parameters in the order of the link's bits: append only.
    pub toggles: Vec<Toggle>,
    /// The switches shown, in order.
    pub switches: Vec<Switch>,
    /// The options.
    pub options: Vec<Choice>,
    /// The workloads the question is about, by logical id; empty means all.
    pub sources: Vec<Box<str>>,
    /// The requirements, in order.
    pub requirements: Vec<Requirement>,
    /// Headline requirements: judged first and shown first.
    pub headline: Vec<Requirement>,
    /// What readers often believe of the question, and the state that shows otherwise.
    pub misconceptions: Vec<Misconception>,
    /// The chapters of the theory, in order.
    pub chapters: Vec<Chapter>,
    /// States beyond the options that are worth a look.
    pub what_ifs: Vec<WhatIf>,
    /// What was worked out of the template for states judged before.
    memory: Memory,
}

/// A switch of the page: one parameter, or a few that go together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Switch {
    /// Key of its label in the text files.
    pub id: Box<str>,
    /// The parameters it sets.
    pub parameters: Vec<Box<str>>,
    /// Key of its group in the text files; `None` for the few shown at first.
    pub group: Option<Box<str>>,
}

/// An option of the question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// `A`, `B` …
    pub letter: char,
    /// Parameters that differ from the defaults.
    pub parameters: Parameters,
    /// What it must come to.
    pub expect: Vec<Expectation>,
}

/// What an option must come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expectation {
    /// The requirement.
    pub requirement: Requirement,
    /// Its verdict.
    pub verdict: Verdict,
    /// The code of the first finding, where the reason is part of the lesson.
    pub code: Option<Code>,
}

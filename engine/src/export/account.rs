//! What the exports tell: one workload's answers in a language.

use crate::lesson::Judged;
use crate::network::Id;
use crate::template::Place;
use crate::verdict::Answer;
use crate::words::{Lang, Naming};

/// One workload's answers, and what is needed to tell them.
#[derive(Clone, Copy)]
pub struct Account<'a> {
    /// The language.
    pub lang: Lang,
    /// The lesson's title.
    pub title: &'a str,
    /// The address of exactly this state, or empty.
    pub link: &'a str,
    /// The workload.
    pub source: Id,
    /// Its answers.
    pub answers: &'a [Answer],
    /// The model they are of.
    pub judged: &'a Judged,
    /// How things are called.
    pub names: &'a dyn Naming,
}

impl Account<'_> {
    /// Where something is written: `line 42`.
    pub(super) fn line(&self, place: Place) -> String {
        let files = &self.judged.stack.files;
        let file = files.get(usize::from(place.file)).filter(|_| files.len() > 1);
        self.lang.at_line(file.map(String::as_str), place.line)
    }
}

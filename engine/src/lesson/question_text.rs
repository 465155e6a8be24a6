//! What is said once the question is answered: `question.<lang>.yaml`.

use std::collections::BTreeMap;

use super::fields::{Fields, Problems, map, text};
use super::{Lesson, LessonError};
use crate::template::{Source, read_plain};

/// What is said, in one language, once the question is answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuestionText {
    /// By misconception.
    pub ideas: BTreeMap<String, Idea>,
    /// By what-if, its question.
    pub what_ifs: BTreeMap<String, String>,
}

/// A misconception in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Idea {
    /// What is believed, as the reader would put it.
    pub idea: String,
    /// What is right about it, and where it leads astray. No verdict: that is computed.
    pub says: String,
}

impl QuestionText {
    /// Reads a text file.
    ///
    /// # Errors
    /// Everything missing or of the wrong shape.
    pub fn read(source: Source<'_>) -> Result<QuestionText, Vec<LessonError>> {
        let root = read_plain(source).map_err(|error| {
            vec![LessonError { file: error.file, place: error.place, kind: error.kind.into() }]
        })?;
        let mut problems = Problems { file: source.name, list: Vec::new() };
        let p = &mut problems;
        let fields = Fields::of(&root, &["ideas", "what_ifs"], p);
        let mut prose = QuestionText::default();
        if let Some(node) = fields.need("ideas", p) {
            for (key, node) in map(node, p) {
                let fields = Fields::of(node, &["idea", "says"], p);
                let idea = Idea { idea: fields.text("idea", p), says: fields.text("says", p) };
                prose.ideas.insert(key.text.to_string(), idea);
            }
        }
        if let Some(node) = fields.get("what_ifs") {
            prose.what_ifs =
                map(node, p).iter().map(|(key, node)| (key.text.to_string(), text(node, p))).collect();
        }
        let errors = problems.into_sorted();
        if errors.is_empty() { Ok(prose) } else { Err(errors) }
    }

    /// Whether it has words for every misconception and what-if of a lesson, and for nothing else.
    pub fn fits(&self, lesson: &Lesson) -> bool {
        let beliefs = lesson.misconceptions.iter().map(|belief| &*belief.id);
        let what_ifs = lesson.what_ifs.iter().map(|what_if| &*what_if.id);
        self.ideas.len() == lesson.misconceptions.len()
            && self.what_ifs.len() == lesson.what_ifs.len()
            && beliefs.into_iter().all(|id| self.ideas.contains_key(id))
            && what_ifs.into_iter().all(|id| self.what_ifs.contains_key(id))
    }
}

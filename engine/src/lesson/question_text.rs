//! What is said once the question is answered: `question.<lang>.yaml`.

use std::collections::BTreeMap;

use super::fields::{Fields, Problems, map};
use super::{Lesson, LessonError};
use crate::template::{Source, read_plain};

/// What is said, in one language, once the question is answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuestionText {
    /// By misconception.
    pub ideas: BTreeMap<String, Idea>,
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
        let fields = Fields::of(&root, &["ideas"], p);
        let mut prose = QuestionText::default();
        if let Some(node) = fields.need("ideas", p) {
            for (key, node) in map(node, p) {
                let fields = Fields::of(node, &["idea", "says"], p);
                let idea = Idea { idea: fields.text("idea", p), says: fields.text("says", p) };
                prose.ideas.insert(key.text.to_string(), idea);
            }
        }
        let errors = problems.into_sorted();
        if errors.is_empty() { Ok(prose) } else { Err(errors) }
    }

    /// Whether it has words for every misconception of a lesson, and for nothing else.
    pub fn fits(&self, lesson: &Lesson) -> bool {
        let needed = lesson.misconceptions.iter().map(|belief| &*belief.id);
        self.ideas.len() == lesson.misconceptions.len()
            && needed.into_iter().all(|id| self.ideas.contains_key(id))
    }
}

//! What a teacher says, slide by slide: `notes.<lang>.yaml`.

use std::collections::BTreeMap;

use super::fields::{Problems, list, map, text};
use super::{Lesson, LessonError};
use crate::template::{Source, read_plain};

/// Slides beside those of chapters and options.
pub const QUESTION: &str = "question";
/// The slide after the reveal.
pub const OUTCOME: &str = "outcome";

/// What a teacher says, in one language: by slide (a chapter, the question, the outcome, an option), some paragraphs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NotesText(pub BTreeMap<String, Vec<String>>);

impl NotesText {
    /// Reads a text file.
    ///
    /// # Errors
    /// Everything of the wrong shape.
    pub fn read(source: Source<'_>) -> Result<NotesText, Vec<LessonError>> {
        let root = read_plain(source).map_err(|error| {
            vec![LessonError { file: error.file, place: error.place, kind: error.kind.into() }]
        })?;
        let mut problems = Problems { file: source.name, list: Vec::new() };
        let p = &mut problems;
        let slides = map(&root, p).iter();
        let slides: Vec<_> = slides.map(|(key, node)| (key.text.to_string(), node)).collect();
        let mut notes = NotesText::default();
        for (slide, node) in slides {
            let paragraphs = list(node, p).iter().collect::<Vec<_>>();
            notes.0.insert(slide, paragraphs.into_iter().map(|node| text(node, p)).collect());
        }
        let errors = problems.into_sorted();
        if errors.is_empty() { Ok(notes) } else { Err(errors) }
    }

    /// Whether it has something to say of every slide of a lesson, and of no other.
    pub fn fits(&self, lesson: &Lesson) -> bool {
        let chapters = lesson.chapters.iter().map(|chapter| chapter.id.to_string());
        let options = lesson.options.iter().map(|option| option.letter.to_string());
        let mut slides: Vec<String> =
            chapters.chain(options).chain([QUESTION.to_owned(), OUTCOME.to_owned()]).collect();
        slides.sort_unstable();
        self.0.keys().eq(slides.iter()) && self.0.values().all(|paragraphs| !paragraphs.is_empty())
    }
}

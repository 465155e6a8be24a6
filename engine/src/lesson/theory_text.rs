//! The prose of a lesson's theory: `theory.<lang>.yaml`.

use std::collections::BTreeMap;

use super::fields::{Fields, Problems, list, map, text};
use super::{Lesson, LessonError};
use crate::template::{Node, Source, read_plain};

/// The prose of a lesson's theory in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TheoryText {
    /// By chapter.
    pub chapters: BTreeMap<String, ChapterText>,
    /// Terms, by their keys.
    pub glossary: BTreeMap<String, Term>,
}

/// The prose of a chapter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChapterText {
    /// Title.
    pub title: String,
    /// What it comes to, in one or two sentences.
    pub lead: String,
    /// Paragraphs, each in pieces.
    pub text: Vec<Vec<Piece>>,
    /// What the reader is asked to try.
    pub task: String,
    /// Facts, each with the address of its source.
    pub facts: Vec<Fact>,
    /// What is often written and is not so, or not any more.
    pub mistaken: Vec<Mistaken>,
    /// Keys of the terms explained beside it.
    pub terms: Vec<String>,
}

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Plain(String),
    /// Words that matter: `**words**`.
    Strong(String),
    /// Something typed: `` `pip install` ``.
    Code(String),
    /// Words that point at a component of the picture, by its logical id: `[words](Component)`.
    Part(String, String),
}

/// A fact with its source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fact {
    /// The fact.
    pub says: String,
    /// The address of its source, one of the lesson's.
    pub source: String,
}

/// What is often written, and what holds instead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mistaken {
    /// As it is often written.
    pub often: String,
    /// What holds instead, with its source.
    pub instead: Fact,
}

/// A term in both languages, explained in this one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Term {
    /// In English.
    pub en: String,
    /// In Japanese.
    pub ja: String,
    /// What it is.
    pub says: String,
}

impl TheoryText {
    /// Reads a text file.
    ///
    /// # Errors
    /// Everything missing or of the wrong shape.
    pub fn read(source: Source<'_>) -> Result<TheoryText, Vec<LessonError>> {
        let root = read_plain(source).map_err(|error| {
            vec![LessonError { file: error.file, place: error.place, kind: error.kind.into() }]
        })?;
        let mut problems = Problems { file: source.name, list: Vec::new() };
        let p = &mut problems;
        let fields = Fields::of(&root, &["chapters", "glossary"], p);
        let mut prose = TheoryText::default();
        if let Some(node) = fields.need("chapters", p) {
            for (key, node) in map(node, p) {
                prose.chapters.insert(key.text.to_string(), chapter(node, p));
            }
        }
        if let Some(node) = fields.need("glossary", p) {
            for (key, node) in map(node, p) {
                let fields = Fields::of(node, &["en", "ja", "says"], p);
                let term =
                    Term { en: fields.text("en", p), ja: fields.text("ja", p), says: fields.text("says", p) };
                prose.glossary.insert(key.text.to_string(), term);
            }
        }
        let errors = problems.into_sorted();
        if errors.is_empty() { Ok(prose) } else { Err(errors) }
    }

    /// Whether it has every chapter of a lesson and no other, and every term they name.
    pub fn fits(&self, lesson: &Lesson) -> bool {
        let has = |id: &str| self.chapters.contains_key(id);
        let terms = self.chapters.values().flat_map(|chapter| &chapter.terms);
        self.chapters.len() == lesson.chapters.len()
            && lesson.chapters.iter().all(|chapter| has(&chapter.id))
            && terms.into_iter().all(|term| self.glossary.contains_key(term))
    }
}

fn chapter(node: &Node, p: &mut Problems<'_>) -> ChapterText {
    let known = ["title", "lead", "text", "task", "facts", "mistaken", "terms"];
    let fields = Fields::of(node, &known, p);
    let items = |key: &str, p: &mut Problems<'_>| {
        fields.need(key, p).map(|node| list(node, p).to_vec()).unwrap_or_default()
    };
    ChapterText {
        text: items("text", p).iter().map(|node| pieces(&text(node, p))).collect(),
        facts: items("facts", p)
            .iter()
            .map(|node| {
                let fields = Fields::of(node, &["says", "source"], p);
                Fact { says: fields.text("says", p), source: fields.text("source", p) }
            })
            .collect(),
        mistaken: items("mistaken", p)
            .iter()
            .map(|node| {
                let fields = Fields::of(node, &["often", "instead", "source"], p);
                let instead = Fact { says: fields.text("instead", p), source: fields.text("source", p) };
                Mistaken { often: fields.text("often", p), instead }
            })
            .collect(),
        terms: items("terms", p).iter().map(|node| text(node, p)).collect(),
        title: fields.text("title", p),
        lead: fields.text("lead", p),
        task: fields.text("task", p),
    }
}

/// A paragraph in pieces. A mark that is not closed is text.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut plain = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if let Some((piece, after)) = marked(rest) {
            if !plain.is_empty() {
                pieces.push(Piece::Plain(std::mem::take(&mut plain)));
            }
            pieces.push(piece);
            rest = after;
        } else {
            plain.push(first);
            rest = rest.strip_prefix(first).unwrap_or_default();
        }
    }
    if !plain.is_empty() {
        pieces.push(Piece::Plain(plain));
    }
    pieces
}

/// The marked piece that a text begins with, and what comes after it.
fn marked(text: &str) -> Option<(Piece, &str)> {
    let closed = |text: &str, mark: &str| {
        let (words, _) = text.split_once(mark)?;
        (!words.is_empty()).then(|| words.to_owned())
    };
    if let Some(rest) = text.strip_prefix("**") {
        let words = closed(rest, "**")?;
        let after = rest.strip_prefix(words.as_str())?.strip_prefix("**")?;
        return Some((Piece::Strong(words), after));
    }
    if let Some(rest) = text.strip_prefix('`') {
        let words = closed(rest, "`")?;
        let after = rest.strip_prefix(words.as_str())?.strip_prefix('`')?;
        return Some((Piece::Code(words), after));
    }
    let (words, rest) = text.strip_prefix('[')?.split_once("](")?;
    let (part, after) = rest.split_once(')')?;
    let is_name = !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric());
    is_name.then(|| (Piece::Part(words.trim_matches('*').to_owned(), part.to_owned()), after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &[Piece]) {
        assert_eq!(pieces(text), expect, "{text}");
    }

    #[test]
    fn marks_are_read_and_everything_else_is_text() {
        let plain = |words: &str| Piece::Plain(words.into());
        check("plain", &[plain("plain")]);
        check("a **b** c", &[plain("a "), Piece::Strong("b".into()), plain(" c")]);
        check("`x` y", &[Piece::Code("x".into()), plain(" y")]);
        check(
            "see [the door](EndpointS3).",
            &[plain("see "), Piece::Part("the door".into(), "EndpointS3".into()), plain(".")],
        );
        check("**open", &[plain("**open")]);
        check("[words](not a name)", &[plain("[words](not a name)")]);
        check("<b>no markup</b>", &[plain("<b>no markup</b>")]);
        check("日本語の**強調**です", &[plain("日本語の"), Piece::Strong("強調".into()), plain("です")]);
    }
}

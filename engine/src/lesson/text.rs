//! A lesson's prose in one language: `text.<lang>.yaml`.

use std::collections::BTreeMap;

use super::{
    LessonError, LessonErrorKind,
    fields::{Fields, Problems, list, map, text},
};
use crate::template::{Node, Source, read_plain};

/// A lesson's prose in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LessonText {
    /// Title.
    pub title: String,
    /// One or two sentences: what it is about.
    pub summary: String,
    /// The question.
    pub question: String,
    /// By option: a short label, and the option's wording.
    pub options: BTreeMap<char, Labelled>,
    /// By switch: a short label, and what it does (`hint` in the file).
    pub switches: BTreeMap<String, Labelled>,
    /// Titles of the groups of switches.
    pub groups: BTreeMap<String, String>,
    /// Display names of resources by logical id.
    pub components: BTreeMap<String, String>,
    /// Where the facts come from.
    pub sources: Vec<LessonSource>,
}

/// A short label with a longer text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labelled {
    /// A few words.
    pub label: String,
    /// A sentence or more.
    pub text: String,
}

/// A source of the lesson's facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LessonSource {
    /// Title.
    pub title: String,
    /// Address, always `https://`.
    pub url: String,
    /// Its date or the date it was read, as far as known: `2026-11-25`, `2023-04`, `2018`.
    pub date: String,
    /// How sure it is.
    pub certainty: SourceCertainty,
    /// What to mind.
    pub note: Option<String>,
}

/// How sure what a source says is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SourceCertainty {
    /// `doc`: in a document of the one who decides it.
    #[default]
    Documented,
    /// `derived`: follows from documents.
    Derived,
    /// `second-hand`: told by others.
    SecondHand,
}

impl SourceCertainty {
    const NAMES: [(&str, SourceCertainty); 3] = [
        ("doc", SourceCertainty::Documented),
        ("derived", SourceCertainty::Derived),
        ("second-hand", SourceCertainty::SecondHand),
    ];
}

impl LessonText {
    /// Reads a text file.
    ///
    /// # Errors
    /// Everything missing or of the wrong shape. Whether it fits the lesson, [`super::Lesson::missing_text`] says.
    pub fn read(source: Source<'_>) -> Result<LessonText, Vec<LessonError>> {
        let root = read_plain(source).map_err(|error| {
            vec![LessonError { file: error.file, place: error.place, kind: error.kind.into() }]
        })?;
        let mut problems = Problems { file: source.name, list: Vec::new() };
        let p = &mut problems;
        let known =
            ["title", "summary", "question", "options", "switches", "groups", "components", "sources"];
        let fields = Fields::of(&root, &known, p);
        let mut prose = LessonText {
            title: fields.text("title", p),
            summary: fields.text("summary", p),
            question: fields.text("question", p),
            ..LessonText::default()
        };
        if let Some(node) = fields.need("options", p) {
            for (key, node) in map(node, p) {
                let mut letters = key.text.chars();
                match (letters.next(), letters.next()) {
                    (Some(letter), None) => {
                        prose.options.insert(letter, labelled(node, "text", p));
                    }
                    _ => p.no_such(key.place, "option", &key.text, []),
                }
            }
        }
        if let Some(node) = fields.need("switches", p) {
            for (key, node) in map(node, p) {
                prose.switches.insert(key.text.to_string(), labelled(node, "hint", p));
            }
        }
        if let Some(node) = fields.get("groups") {
            prose.groups = texts(node, p);
        }
        if let Some(node) = fields.get("components") {
            prose.components = texts(node, p);
        }
        if let Some(node) = fields.need("sources", p) {
            prose.sources = list(node, p).iter().map(|node| lesson_source(node, p)).collect();
        }
        let errors = problems.into_sorted();
        if errors.is_empty() { Ok(prose) } else { Err(errors) }
    }
}

fn labelled(node: &Node, long: &str, p: &mut Problems<'_>) -> Labelled {
    let fields = Fields::of(node, &["label", long], p);
    Labelled { label: fields.text("label", p), text: fields.text(long, p) }
}

fn texts(node: &Node, p: &mut Problems<'_>) -> BTreeMap<String, String> {
    map(node, p).iter().map(|(key, node)| (key.text.to_string(), text(node, p))).collect()
}

fn lesson_source(node: &Node, p: &mut Problems<'_>) -> LessonSource {
    let fields = Fields::of(node, &["title", "url", "date", "certainty", "note"], p);
    let url = fields.text("url", p);
    if !url.starts_with("https://")
        && let Some(node) = fields.get("url")
    {
        let found = format!("`{url}`");
        p.add(node.place, LessonErrorKind::Expected { expected: "an https address".to_owned(), found });
    }
    let certainty = fields.get("certainty").map(|node| {
        let written = text(node, p);
        let found = SourceCertainty::NAMES.into_iter().find(|(name, _)| *name == written);
        if found.is_none() {
            p.no_such(node.place, "certainty", &written, SourceCertainty::NAMES.map(|(name, _)| name));
        }
        found.map(|(_, certainty)| certainty).unwrap_or_default()
    });
    LessonSource {
        title: fields.text("title", p),
        url,
        date: fields.text("date", p),
        certainty: certainty.unwrap_or_default(),
        note: fields.text_or_none("note", p),
    }
}

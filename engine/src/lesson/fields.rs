//! Reads the entries of a map, noting what is missing, of the wrong shape, or not known.

use super::{LessonError, LessonErrorKind};
use crate::template::{Key, Node, Place, Value, nearest};

/// The errors of one file.
pub(super) struct Problems<'a> {
    pub(super) file: &'a str,
    pub(super) list: Vec<LessonError>,
}

impl Problems<'_> {
    pub(super) fn add(&mut self, place: Place, kind: impl Into<LessonErrorKind>) {
        self.list.push(LessonError { file: self.file.to_owned(), place, kind: kind.into() });
    }

    pub(super) fn expected(&mut self, node: &Node, expected: &str) {
        let found = match &node.value {
            Value::Null => "nothing".to_owned(),
            Value::List(_) => "a list".to_owned(),
            Value::Map(_) => "a map".to_owned(),
            _ => format!("`{}`", node.text().unwrap_or_default()),
        };
        self.add(node.place, LessonErrorKind::Expected { expected: expected.to_owned(), found });
    }

    pub(super) fn no_such<'n>(
        &mut self,
        place: Place,
        what: &'static str,
        found: &str,
        names: impl IntoIterator<Item = &'n str>,
    ) {
        let nearest = nearest(found, names).map(str::to_owned);
        self.add(place, LessonErrorKind::NoSuchName { what, found: found.to_owned(), nearest });
    }

    /// The errors in order of place.
    pub(super) fn into_sorted(mut self) -> Vec<LessonError> {
        self.list.sort_by_key(|error| error.place);
        self.list
    }
}

/// The entries of a map whose keys are fixed.
pub(super) struct Fields<'n> {
    node: &'n Node,
}

impl<'n> Fields<'n> {
    /// The map, after noting keys that do not belong there.
    pub(super) fn of(node: &'n Node, known: &[&str], problems: &mut Problems<'_>) -> Fields<'n> {
        for (key, _) in map(node, problems) {
            if !known.contains(&&*key.text) {
                problems.no_such(key.place, "entry", &key.text, known.iter().copied());
            }
        }
        Fields { node }
    }

    /// An entry that may be absent.
    pub(super) fn get(&self, key: &str) -> Option<&'n Node> {
        self.node.get(key)
    }

    /// An entry that must be there.
    pub(super) fn need(&self, key: &str, problems: &mut Problems<'_>) -> Option<&'n Node> {
        let node = self.node.get(key);
        if node.is_none() && matches!(self.node.value, Value::Map(_)) {
            problems.add(self.node.place, LessonErrorKind::Missing(key.to_owned()));
        }
        node
    }

    /// A text that must be there.
    pub(super) fn text(&self, key: &str, problems: &mut Problems<'_>) -> String {
        self.need(key, problems).map(|node| text(node, problems)).unwrap_or_default()
    }

    /// A text that may be absent.
    pub(super) fn text_or_none(&self, key: &str, problems: &mut Problems<'_>) -> Option<String> {
        self.get(key).map(|node| text(node, problems))
    }
}

/// The text of a value that must be one.
pub(super) fn text(node: &Node, problems: &mut Problems<'_>) -> String {
    if let Some(text) = node.text() {
        return text.trim().to_owned();
    }
    problems.expected(node, "text");
    String::new()
}

/// The entries of a value that must be a map.
pub(super) fn map<'n>(node: &'n Node, problems: &mut Problems<'_>) -> &'n [(Key, Node)] {
    if !matches!(node.value, Value::Map(_)) {
        problems.expected(node, "a map");
    }
    node.entries()
}

/// The items of a value that must be a list.
pub(super) fn list<'n>(node: &'n Node, problems: &mut Problems<'_>) -> &'n [Node] {
    if let Value::List(nodes) = &node.value {
        return nodes;
    }
    problems.expected(node, "a list");
    &[]
}

//! The tree as written, before intrinsic functions mean anything.

use super::{Key, Place, Value};

/// How deep a text may be nested; far beyond any real template, and shallow enough for every recursive walk.
pub(super) const MAX_DEPTH: usize = 64;

/// A value as written.
#[derive(Clone, Debug)]
pub(super) struct Raw {
    /// Where it begins.
    pub(super) place: Place,
    /// `Ref` of `!Ref`; `None` without a tag.
    pub(super) tag: Option<Box<str>>,
    /// What it is.
    pub(super) kind: RawKind,
}

/// What a value as written is.
#[derive(Clone, Debug)]
pub(super) enum RawKind {
    /// Written without quotes: text, number, boolean or null by its look.
    Plain(Box<str>),
    /// Quoted or a block: text whatever it looks like.
    Quoted(Box<str>),
    /// A list.
    List(Vec<Raw>),
    /// A map in written order, without duplicates.
    Map(Vec<(Key, Raw)>),
}

impl Raw {
    /// Nothing written.
    pub(super) fn null(place: Place) -> Raw {
        Raw { place, tag: None, kind: RawKind::Plain("".into()) }
    }

    /// The text of a scalar, whatever it looks like.
    pub(super) fn text(&self) -> Option<&str> {
        match &self.kind {
            RawKind::Plain(text) | RawKind::Quoted(text) => Some(text),
            RawKind::List(_) | RawKind::Map(_) => None,
        }
    }

    /// The entries of a map.
    pub(super) fn map(&self) -> Option<&[(Key, Raw)]> {
        match &self.kind {
            RawKind::Map(entries) => Some(entries),
            _ => None,
        }
    }

    /// The items of a list.
    pub(super) fn list(&self) -> Option<&[Raw]> {
        match &self.kind {
            RawKind::List(items) => Some(items),
            _ => None,
        }
    }

    /// Entry `key` of a map.
    pub(super) fn get(&self, key: &str) -> Option<&Raw> {
        self.map()?.iter().find(|(k, _)| &*k.text == key).map(|(_, raw)| raw)
    }

    /// Whether nothing, or `null`, is written.
    pub(super) fn is_null(&self) -> bool {
        matches!(&self.kind, RawKind::Plain(text) if matches!(&**text, "" | "~" | "null" | "Null" | "NULL"))
    }

    /// What it is, for "found …".
    pub(super) fn describe(&self) -> String {
        match &self.kind {
            _ if self.is_null() => "nothing".to_owned(),
            RawKind::Plain(text) | RawKind::Quoted(text) => {
                let shown: String = text.chars().take(40).collect();
                let rest = if shown.len() < text.len() { "…" } else { "" };
                format!("`{}{rest}`", shown.escape_debug())
            }
            RawKind::List(items) => format!("a list of {}", items.len()),
            RawKind::Map(_) => "a map".to_owned(),
        }
    }

    /// The value of a scalar. `CloudFormation` reads dates, octal numbers and `yes`/`no` as text.
    pub(super) fn scalar(&self) -> Option<Value> {
        match &self.kind {
            RawKind::Quoted(text) => Some(Value::Text((&**text).into())),
            RawKind::Plain(text) => Some(match &**text {
                _ if self.is_null() => Value::Null,
                "true" | "True" | "TRUE" => Value::Bool(true),
                "false" | "False" | "FALSE" => Value::Bool(false),
                number if is_number(number) => Value::Number((&**text).into()),
                _ => Value::Text((&**text).into()),
            }),
            _ => None,
        }
    }
}

/// `-1`, `443`, `0.5`, `1e3`.
fn is_number(text: &str) -> bool {
    let body = text.strip_prefix(['-', '+']).unwrap_or(text);
    body.starts_with(|c: char| c.is_ascii_digit())
        && body.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'e' | b'E' | b'+' | b'-'))
        && body.parse::<f64>().is_ok()
}

//! YAML events to the tree as written, with tags and places.

use std::collections::BTreeMap;
use std::rc::Rc;

use saphyr_parser::{Event, Parser, ScalarStyle, Span, Tag};

use super::{
    Key, Place, TemplateErrorKind,
    problems::Problems,
    raw::{MAX_DEPTH, Raw, RawKind},
};

/// Reads one YAML document; `None` when it cannot be read at all (the problem is then noted).
pub(super) fn read(text: &str, file: u16, problems: &mut Problems) -> Option<Raw> {
    let mut parser = Parser::new_from_str(text);
    let mut builder = Builder { file, open: Vec::new(), root: None };
    let mut documents = 0;
    while let Some(event) = parser.next_event() {
        let (event, span) = match event {
            Ok(event) => event,
            Err(error) => {
                let place = place_of(file, error.marker().line(), error.marker().col());
                problems.add(place, TemplateErrorKind::Syntax(error.info().to_owned()));
                return None;
            }
        };
        let place = builder.place(span);
        if matches!(event, Event::DocumentStart(_)) {
            documents += 1;
            if documents > 1 {
                let what = "a second document begins here; one file holds one template";
                problems.add(place, TemplateErrorKind::Syntax(what.to_owned()));
                return None;
            }
        }
        if builder.open.len() > MAX_DEPTH {
            let what = format!("nested deeper than {MAX_DEPTH} levels");
            problems.add(place, TemplateErrorKind::Syntax(what));
            return None;
        }
        if matches!(event, Event::StreamEnd) {
            break;
        }
        builder.event(event, place, problems);
    }
    builder.root.or_else(|| {
        let place = place_of(file, 1, 0);
        problems.add(place, TemplateErrorKind::Syntax("the file is empty".to_owned()));
        None
    })
}

/// saphyr counts lines from 1 and columns from 0.
fn place_of(file: u16, line: usize, column: usize) -> Place {
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Place { file, line: number(line).max(1), column: number(column).saturating_add(1) }
}

/// A list or map being read.
struct Open {
    place: Place,
    tag: Option<Box<str>>,
    inside: Inside,
}

enum Inside {
    List(Vec<Raw>),
    Map(Entries, Option<Key>),
}

struct Builder {
    file: u16,
    open: Vec<Open>,
    root: Option<Raw>,
}

impl Builder {
    fn place(&self, span: Span) -> Place {
        place_of(self.file, span.start.line(), span.start.col())
    }

    fn event(&mut self, event: Event<'_>, place: Place, problems: &mut Problems) {
        match event {
            Event::Scalar(text, style, _, tag) => {
                let tag = tag.as_deref().and_then(short_tag);
                let text: Box<str> = text.into();
                let kind = match style {
                    ScalarStyle::Plain if tag.as_deref() != Some("str") => RawKind::Plain(text),
                    _ => RawKind::Quoted(text),
                };
                self.add(Raw { place, tag: tag.filter(|t| &**t != "str"), kind }, problems);
            }
            Event::SequenceStart(_, tag) => {
                let tag = tag.as_deref().and_then(short_tag);
                self.open.push(Open { place, tag, inside: Inside::List(Vec::new()) });
            }
            Event::MappingStart(_, tag) => {
                let tag = tag.as_deref().and_then(short_tag);
                self.open.push(Open { place, tag, inside: Inside::Map(Entries::default(), None) });
            }
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(Open { place, tag, inside }) = self.open.pop() {
                    let kind = match inside {
                        Inside::List(items) => RawKind::List(items),
                        Inside::Map(entries, _) => RawKind::Map(entries.list),
                    };
                    self.add(Raw { place, tag, kind }, problems);
                }
            }
            Event::Alias(_) => {
                problems.add(
                    place,
                    TemplateErrorKind::Expected {
                        expected: "the value itself".to_owned(),
                        found: "an alias, which CloudFormation does not support".to_owned(),
                    },
                );
                self.add(Raw::null(place), problems);
            }
            Event::Nothing
            | Event::StreamStart
            | Event::StreamEnd
            | Event::DocumentStart(_)
            | Event::DocumentEnd => {}
        }
    }

    /// Puts a finished value where it belongs.
    fn add(&mut self, raw: Raw, problems: &mut Problems) {
        match self.open.last_mut().map(|open| &mut open.inside) {
            None => self.root = Some(raw),
            Some(Inside::List(items)) => items.push(raw),
            Some(Inside::Map(entries, key)) => match key.take() {
                Some(key) => entries.insert(key, raw, problems),
                None => *key = Some(key_of(&raw, problems)),
            },
        }
    }
}

fn key_of(raw: &Raw, problems: &mut Problems) -> Key {
    let text = raw.text().unwrap_or_else(|| {
        problems.expected("text as the key of a map", raw);
        ""
    });
    Key { text: text.into(), place: raw.place }
}

/// The entries of a map being read.
#[derive(Default)]
pub(super) struct Entries {
    /// The entries, in written order, each key once.
    pub(super) list: Vec<(Key, Raw)>,
    /// Lines of the keys of a long map.
    lines: BTreeMap<Rc<str>, u32>,
}

impl Entries {
    /// From so many keys on they are kept in order.
    const MANY: usize = 24;

    /// Adds an entry; a duplicate key is noted and dropped.
    pub(super) fn insert(&mut self, key: Key, raw: Raw, problems: &mut Problems) {
        if let Some(line) = self.line(&key.text) {
            problems.add(
                key.place,
                TemplateErrorKind::Expected {
                    expected: format!("each key once (`{}` is also on line {line})", key.text),
                    found: format!("`{}` again", key.text),
                },
            );
            return;
        }
        if self.list.len() == Self::MANY {
            self.lines = self.list.iter().map(|(key, _)| (key.text.clone(), key.place.line)).collect();
        }
        if self.list.len() >= Self::MANY {
            self.lines.insert(key.text.clone(), key.place.line);
        }
        self.list.push((key, raw));
    }

    /// The line of a key that is there already.
    fn line(&self, key: &str) -> Option<u32> {
        if self.list.len() > Self::MANY {
            return self.lines.get(key).copied();
        }
        self.list.iter().find(|(k, _)| &*k.text == key).map(|(k, _)| k.place.line)
    }
}

/// `Ref` of `!Ref`, `str` of `!!str`; the non-specific `!` counts as no tag.
fn short_tag(tag: &Tag) -> Option<Box<str>> {
    if tag.suffix.is_empty() || tag.suffix == "!" { None } else { Some(tag.suffix.as_str().into()) }
}

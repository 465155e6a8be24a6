//! A template as a tree without tags: `!Ref X` is `{"Ref": "X"}`. Made from YAML without the engine's help, written as JSON.

use saphyr_parser::{Event, Parser, ScalarStyle};
use serde_json::Value as Json;

/// A value; maps keep their order.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Tree {
    /// Text, a number, a boolean or null, as JSON has it.
    Leaf(Json),
    List(Vec<Tree>),
    Map(Vec<(String, Tree)>),
}

impl Tree {
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self::Leaf(Json::String(text.into()))
    }

    pub(crate) fn as_text(&self) -> Option<&str> {
        if let Self::Leaf(Json::String(text)) = self { Some(text) } else { None }
    }

    pub(crate) fn get(&self, key: &str) -> Option<&Tree> {
        let Self::Map(entries) = self else { return None };
        entries.iter().find(|(k, _)| k == key).map(|(_, value)| value)
    }

    pub(crate) fn read(yaml: &str) -> Self {
        let mut parser = Parser::new_from_str(yaml);
        // What is open: its tag and its items; a map's keys and values take turns.
        let mut open: Vec<(Option<String>, bool, Vec<Tree>)> = vec![(None, false, Vec::new())];
        while let Some(event) = parser.next_event() {
            let (event, _) = event.unwrap();
            let tag = |tag: Option<String>| tag.filter(|tag| !tag.is_empty() && tag != "!" && tag != "str");
            let done = match event {
                Event::Scalar(text, style, _, mark) => {
                    let leaf = match style {
                        ScalarStyle::Plain => plain(&text),
                        _ => Json::String(text.into_owned()),
                    };
                    tagged(tag(mark.map(|t| t.suffix.clone())), Self::Leaf(leaf))
                }
                Event::SequenceStart(_, mark) => {
                    open.push((tag(mark.map(|t| t.suffix.clone())), false, Vec::new()));
                    continue;
                }
                Event::MappingStart(_, mark) => {
                    open.push((tag(mark.map(|t| t.suffix.clone())), true, Vec::new()));
                    continue;
                }
                Event::SequenceEnd | Event::MappingEnd => {
                    let (mark, map, items) = open.pop().unwrap();
                    tagged(mark, if map { Self::Map(pairs(items)) } else { Self::List(items) })
                }
                _ => continue,
            };
            open.last_mut().unwrap().2.push(done);
        }
        open.pop().unwrap().2.pop().unwrap()
    }

    /// The same with other resources.
    pub(crate) fn with_resources(&self, change: impl Fn(&mut Vec<(String, Tree)>)) -> Self {
        let mut tree = self.clone();
        if let Self::Map(sections) = &mut tree {
            for (name, section) in sections {
                if let (true, Self::Map(resources)) = (name == "Resources", section) {
                    change(resources);
                }
            }
        }
        tree
    }

    pub(crate) fn to_json(&self) -> String {
        let joined = |parts: Vec<String>| parts.join(",\n");
        match self {
            Self::Leaf(leaf) => leaf.to_string(),
            Self::List(items) => format!("[{}]", joined(items.iter().map(Self::to_json).collect())),
            Self::Map(entries) => {
                let entry = |(key, value): &(String, Tree)| {
                    format!("{}: {}", Json::String(key.clone()), value.to_json())
                };
                format!("{{{}}}", joined(entries.iter().map(entry).collect()))
            }
        }
    }
}

/// YAML's plain words, as the core schema has them. Numbers that JSON would write otherwise stay text.
fn plain(text: &str) -> Json {
    match text {
        "" | "~" | "null" => Json::Null,
        "true" => Json::Bool(true),
        "false" => Json::Bool(false),
        _ => match text.parse::<i64>() {
            Ok(number) if number.to_string() == text => Json::from(number),
            _ => Json::String(text.to_owned()),
        },
    }
}

fn pairs(items: Vec<Tree>) -> Vec<(String, Tree)> {
    let mut items = items.into_iter();
    let mut pairs = Vec::new();
    while let (Some(key), Some(value)) = (items.next(), items.next()) {
        let key = match key {
            Tree::Leaf(Json::String(text)) => text,
            Tree::Leaf(leaf) => leaf.to_string(),
            other => panic!("{other:?} is a key"),
        };
        pairs.push((key, value));
    }
    pairs
}

fn tagged(tag: Option<String>, value: Tree) -> Tree {
    let Some(tag) = tag else { return value };
    let key = if tag == "Ref" || tag == "Condition" { tag } else { format!("Fn::{tag}") };
    Tree::Map(vec![(key, value)])
}

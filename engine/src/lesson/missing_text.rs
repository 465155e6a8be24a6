//! Whether a text file says what its lesson needs, and nothing else.

use std::collections::BTreeSet;
use std::fmt;

use super::{Lesson, LessonText};
use crate::template::{Parameters, nearest};

/// A text that is missing, or one that belongs to nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextGap {
    /// `options`, `switches`, `groups`, `components`.
    pub section: &'static str,
    /// The entry's key.
    pub key: String,
    /// For a text that belongs to nothing, the nearest key that would; none where nothing is near.
    pub superfluous: Option<Option<String>>,
}

impl fmt::Display for TextGap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let TextGap { section, key, superfluous } = self;
        match superfluous {
            None => write!(f, "`{section}`: `{key}` is missing"),
            Some(None) => write!(f, "`{section}`: the lesson has no `{key}`"),
            Some(Some(near)) => write!(f, "`{section}`: the lesson has no `{key}`; the nearest is `{near}`"),
        }
    }
}

impl Lesson {
    /// What is missing in a text file, and what it says of things that the lesson does not have. A component without a
    /// display name is shown by its logical id, so none is missing.
    pub fn missing_text(&self, prose: &LessonText) -> Vec<TextGap> {
        let mut gaps = Vec::new();
        let letters = self.options.iter().map(|option| option.letter.to_string()).collect();
        compare("options", &letters, prose.options.keys().map(ToString::to_string), true, &mut gaps);
        let switches = self.switches.iter().map(|switch| switch.id.to_string()).collect();
        compare("switches", &switches, prose.switches.keys().cloned(), true, &mut gaps);
        let groups = self.switches.iter().filter_map(|switch| switch.group.as_deref().map(str::to_owned));
        compare("groups", &groups.collect(), prose.groups.keys().cloned(), true, &mut gaps);
        if let Ok(stack) = self.templates.resolve(&Parameters::new()) {
            let resources = stack.resources.iter().map(|resource| resource.id.to_string()).collect();
            compare("components", &resources, prose.components.keys().cloned(), false, &mut gaps);
        }
        gaps
    }
}

fn compare(
    section: &'static str,
    needed: &BTreeSet<String>,
    given: impl Iterator<Item = String>,
    all: bool,
    gaps: &mut Vec<TextGap>,
) {
    let given: BTreeSet<String> = given.collect();
    if all {
        let missing = needed.difference(&given);
        gaps.extend(missing.map(|key| TextGap { section, key: key.clone(), superfluous: None }));
    }
    for key in given.difference(needed) {
        let near = nearest(key, needed.iter().map(String::as_str)).map(str::to_owned);
        gaps.push(TextGap { section, key: key.clone(), superfluous: Some(near) });
    }
}

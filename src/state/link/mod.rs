//! The address: `#s=1.<state>&lang=ja&theme=dark&mode=predict`.
//!
//! A link once published keeps working: the reader of every version stays, and `tests/links/` holds old links. Query and
//! fragment are both read and the fragment wins; only the fragment is written, so nothing of it reaches a server.

mod author;
mod embed;
mod nearest;
mod schema;
mod state;

use engine::words::Lang;

pub use author::{Hide, Lock, Part};
pub use embed::Embed;
pub use schema::{PARAMETERS, Parameter};

use super::{Mode, Shape, Theme, Toggles};
use nearest::nearest;

/// What an address says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What is switched on.
    pub toggles: Toggles,
    /// The requirement whose path is shown.
    pub requirement: Option<usize>,
    /// The language, where the link fixes it.
    pub lang: Option<Lang>,
    /// The colour scheme, where the link fixes it.
    pub theme: Option<Theme>,
    /// How much of the page is shown.
    pub embed: Embed,
    /// The place of the page.
    pub mode: Mode,
    /// The chapter of the theory, by its place.
    pub chapter: usize,
    /// Switches that the reader cannot turn.
    pub lock: Lock,
    /// Parts of the page that are hidden.
    pub hide: Hide,
    /// The stop of the path that is pointed out, from 1.
    pub step: Option<usize>,
    /// The slide shown to a class, by its place.
    pub present: Option<usize>,
    /// What could not be read; the default stands in for it.
    pub complaints: Vec<Complaint>,
}

/// Something in an address that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Complaint {
    /// A value that its key does not know.
    Value {
        /// The key.
        key: &'static str,
        /// The value found.
        found: Box<str>,
        /// The valid value nearest to it.
        nearest: Box<str>,
    },
    /// The state is damaged, of another lesson, or of a version yet to come; the base state is shown.
    State,
    /// A key that does not exist, and the nearest that does.
    Key {
        /// The key found.
        found: Box<str>,
        /// The nearest key.
        nearest: &'static str,
    },
}

impl Link {
    /// The link to a state, with nothing else fixed.
    pub fn new(toggles: Toggles) -> Link {
        Link {
            toggles,
            requirement: None,
            lang: None,
            theme: None,
            embed: Embed::Off,
            mode: Mode::Explore,
            chapter: 0,
            lock: Lock::default(),
            hide: Hide::default(),
            step: None,
            present: None,
            complaints: Vec::new(),
        }
    }

    /// Reads an address: its query (with or without `?`) and its fragment (with or without `#`).
    pub fn read(shape: &Shape, query: &str, fragment: &str) -> Link {
        let mut link = Link::new(shape.base);
        // A chapter brings its own state, unless the address has one.
        let mut has_state = false;
        // WordPress appends `#?secret=…` to what it embeds, behind a fragment that may be there already.
        for (key, value) in query.split(['?', '&']).chain(fragment.split(['#', '?', '&'])).filter_map(pair) {
            has_state |= key == "s";
            link.take(shape, key, value);
        }
        if !has_state
            && link.mode == Mode::Theory
            && let Some((toggles, requirement)) = shape.chapters.get(link.chapter)
        {
            (link.toggles, link.requirement) = (*toggles, *requirement);
        }
        link
    }

    /// Reads a state alone: what is on, and the requirement whose path is shown.
    pub fn state(shape: &Shape, text: &str) -> Option<(Toggles, Option<usize>)> {
        state::read(shape, text)
    }

    /// The state alone, as [`Link::state`] reads it.
    pub fn state_text(&self, shape: &Shape) -> String {
        state::write(shape, self.toggles, self.requirement)
    }

    fn take(&mut self, shape: &Shape, key: &str, value: &str) {
        let Some(parameter) = Parameter::of(key) else {
            if let (false, Some(nearest)) = (is_foreign(key), nearest(key, PARAMETERS.iter().map(|p| p.key)))
            {
                self.complaints.push(Complaint::Key { found: short(key), nearest });
            }
            return;
        };
        let key = parameter.key;
        self.complaints.retain(|complaint| key != "s" || *complaint != Complaint::State);
        for found in parameter.take(self, shape, value).into_iter().take(4) {
            self.complaints.push(match nearest(found, (parameter.valid)(shape)) {
                Some(nearest) if key != "s" => {
                    Complaint::Value { key, found: short(found), nearest: nearest.into() }
                }
                _ => Complaint::State,
            });
        }
    }

    /// The fragment that says this, without `#`. The state is always in it, so that it wins over a query's.
    pub fn write(&self, shape: &Shape) -> String {
        let mut parts = vec![["s=", &self.state_text(shape)].concat()];
        if let Some(lang) = self.lang {
            parts.push(["lang=", lang.tag()].concat());
        }
        if let Some(theme) = self.theme {
            parts.push(["theme=", theme.name()].concat());
        }
        if self.embed != Embed::Off {
            parts.push(["embed=", self.embed.name()].concat());
        }
        if self.mode != Mode::Explore {
            parts.push(["mode=", self.mode.name()].concat());
        }
        if self.chapter > 0 {
            parts.push(["chapter=", &(self.chapter + 1).to_string()].concat());
        }
        let ids = shape.switch_ids.iter().enumerate();
        let locked = ids.filter(|(index, _)| self.lock.switches.is_on(*index)).map(|(_, id)| &**id);
        let locked: Vec<&str> = self.lock.all.then_some("all").into_iter().chain(locked).collect();
        let hidden: Vec<&str> = self.hide.names().collect();
        for (key, values) in [("lock=", locked), ("hide=", hidden)] {
            if !values.is_empty() {
                parts.push([key, &values.join(",")].concat());
            }
        }
        if let Some(step) = self.step {
            parts.push(["step=", &step.to_string()].concat());
        }
        if let Some(at) = self.present {
            parts.push(["present=", &(at + 1).to_string()].concat());
        }
        parts.join("&")
    }
}

fn pair(part: &str) -> Option<(&str, &str)> {
    (!part.is_empty()).then(|| part.split_once('=').unwrap_or((part, "")))
}

/// Keys that others add to links on their way: WordPress's secret, and campaign or click counters.
fn is_foreign(key: &str) -> bool {
    key == "secret" || key.starts_with("utm_") || key.ends_with("clid")
}

/// Enough of a stranger's text to recognise it.
fn short(text: &str) -> Box<str> {
    text.chars().take(24).collect()
}

#[cfg(test)]
mod tests;

//! Every key of a link: the one place that says what there is. The parser, the pages in `docs/` and the tests of wrong values
//! come from it.

use engine::words::Lang;

use super::{Embed, Hide, Link, Part, state};
use crate::state::{Mode, Shape, Slide, Theme};

/// One key of a link.
pub struct Parameter {
    /// The key.
    pub key: &'static str,
    /// Other names that it is read by.
    pub aliases: &'static [&'static str],
    /// What stands in where the link does not say, as the documentation has it.
    pub default: &'static str,
    /// The version that brought it.
    pub since: &'static str,
    /// Whether several values may stand there, separated by commas.
    pub several: bool,
    /// Whether an author is offered it when a state is shared: its valid values are all there are.
    pub offered: bool,
    /// Valid values, or where there are many, an example.
    pub valid: for<'s> fn(&'s Shape) -> Vec<&'s str>,
    /// Takes one value; says whether it is one.
    pub(super) set: fn(&mut Link, &Shape, &str) -> bool,
}

/// What is taken for good: an option that is none stays none.
fn keep<T>(place: &mut T, value: Option<T>) -> bool {
    let is_one = value.is_some();
    if let Some(value) = value {
        *place = value;
    }
    is_one
}

/// A place of a list that is counted from 1 in links.
fn place(value: &str) -> Option<usize> {
    value.parse::<u8>().ok().map(usize::from)?.checked_sub(1)
}

const PLAIN: Parameter = Parameter {
    key: "",
    aliases: &[],
    default: "",
    since: "0.1",
    several: false,
    offered: false,
    valid: |_| Vec::new(),
    set: |_, _, _| false,
};

/// Every key, in the order of the documentation.
pub const PARAMETERS: [Parameter; 13] = [
    Parameter {
        key: "lesson",
        default: "sap-349",
        valid: |shape| vec![&*shape.lesson],
        set: |_, shape, value| *shape.lesson == *value,
        ..PLAIN
    },
    Parameter {
        key: "s",
        valid: |_| vec!["1.ABZgywAJCQ"],
        set: |link, shape, value| {
            let read = state::read(shape, value);
            (link.toggles, link.requirement) = read.unwrap_or((shape.base, None));
            read.is_some()
        },
        ..PLAIN
    },
    Parameter {
        key: "lang",
        offered: true,
        aliases: &["locale"],
        valid: |_| Lang::ALL.map(Lang::tag).to_vec(),
        set: |link, _, value| keep(&mut link.lang, Lang::from_tag(value).map(Some)),
        ..PLAIN
    },
    Parameter {
        key: "theme",
        offered: true,
        default: "auto",
        valid: |_| Theme::ALL.map(Theme::name).to_vec(),
        set: |link, _, value| keep(&mut link.theme, Theme::from_name(value).map(Some)),
        ..PLAIN
    },
    Parameter {
        key: "embed",
        offered: true,
        default: "off",
        valid: |_| Embed::ALL.map(Embed::name).to_vec(),
        set: |link, _, value| keep(&mut link.embed, Embed::from_name(value)),
        ..PLAIN
    },
    Parameter {
        key: "mode",
        offered: true,
        default: "explore",
        valid: |_| Mode::ALL.map(Mode::name).to_vec(),
        set: |link, _, value| keep(&mut link.mode, Mode::from_name(value)),
        ..PLAIN
    },
    Parameter {
        key: "chapter",
        default: "1",
        valid: |_| vec!["1"],
        set: |link, shape, value| {
            keep(&mut link.chapter, place(value).filter(|place| *place < shape.chapters.len()))
        },
        ..PLAIN
    },
    Parameter {
        key: "lock",
        offered: true,
        several: true,
        valid: |shape| std::iter::once("all").chain(shape.switch_ids.iter().map(|id| &**id)).collect(),
        set: |link, shape, value| {
            let found = shape.switch_ids.iter().position(|id| **id == *value);
            link.lock.all |= value == "all";
            if let Some(index) = found {
                link.lock.switches = link.lock.switches.with(index, true);
            }
            value == "all" || found.is_some()
        },
        ..PLAIN
    },
    Parameter {
        key: "hide",
        offered: true,
        several: true,
        valid: |_| Part::ALL.map(Part::name).to_vec(),
        set: |link, _, value| {
            let hide = Part::from_name(value).map(|part| link.hide.with(part));
            keep(&mut link.hide, hide)
        },
        ..PLAIN
    },
    Parameter {
        key: "step",
        valid: |_| vec!["1"],
        set: |link, _, value| keep(&mut link.step, place(value).map(|place| Some(place + 1))),
        ..PLAIN
    },
    Parameter {
        key: "present",
        valid: |_| vec!["1"],
        set: |link, shape, value| {
            keep(&mut link.present, place(value).filter(|at| *at < Slide::all(shape).len()).map(Some))
        },
        ..PLAIN
    },
    // These two are for `static/guest.js`, and nothing of the state.
    Parameter {
        key: "iframe",
        valid: |_| vec!["frame-1"],
        set: |_, _, value| {
            let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
            (1..=64).contains(&value.len()) && value.chars().all(plain)
        },
        ..PLAIN
    },
    Parameter {
        key: "targetOrigin",
        valid: |_| vec!["https://example.org"],
        set: |_, _, value| value.starts_with("https") || value.starts_with("http"),
        ..PLAIN
    },
];

impl Parameter {
    /// The parameter that a key means.
    pub(super) fn of(key: &str) -> Option<&'static Parameter> {
        const ALL: &[Parameter] = &PARAMETERS;
        ALL.iter().find(|parameter| parameter.key == key || parameter.aliases.contains(&key))
    }

    /// Takes what stands behind a key; gives every value that is none.
    pub(super) fn take<'v>(&self, link: &mut Link, shape: &Shape, value: &'v str) -> Vec<&'v str> {
        match self.key {
            "lock" => link.lock = super::Lock::default(),
            "hide" => link.hide = Hide::default(),
            _ => {}
        }
        let values: Vec<&str> = if self.several { value.split(',').take(80).collect() } else { vec![value] };
        values.into_iter().filter(|value| !(self.set)(link, shape, value)).collect()
    }
}

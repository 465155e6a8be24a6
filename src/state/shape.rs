//! What there is to choose from in a lesson, as numbers: the only thing the state machine knows of it.

use engine::lesson::Lesson;
use engine::template::{Parameters, Toggle};

use super::Toggles;

/// A lesson's toggles, switches, options and requirements, by their places in its lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    /// The lesson's folder name; links carry its checksum.
    pub lesson: Box<str>,
    /// How many toggles there are.
    pub toggles: usize,
    /// The base state.
    pub base: Toggles,
    /// The name of each switch, as links have it.
    pub switch_ids: Vec<Box<str>>,
    /// The toggles of each switch.
    pub switches: Vec<Vec<usize>>,
    /// The state each option stands for.
    pub options: Vec<Toggles>,
    /// How many requirements there are.
    pub requirements: usize,
    /// How many of them, the first ones, are headline requirements.
    pub headlines: usize,
    /// The state each chapter opens in, and the requirement whose path it shows.
    pub chapters: Vec<(Toggles, Option<usize>)>,
}

impl Shape {
    /// The shape of a lesson.
    pub fn of(lesson: &Lesson) -> Shape {
        let place =
            |parameter: &str| lesson.toggles.iter().position(|toggle| &*toggle.parameter == parameter);
        let base: Toggles = lesson
            .toggles
            .iter()
            .enumerate()
            .filter(|(_, toggle)| toggle.default.as_ref() == Some(&toggle.values.1))
            .map(|(index, _)| index)
            .collect();
        let switches = lesson
            .switches
            .iter()
            .map(|switch| switch.parameters.iter().filter_map(|parameter| place(parameter)).collect())
            .collect();
        let options = lesson.options.iter().map(|option| with(lesson, base, &option.parameters)).collect();
        Shape {
            lesson: lesson.id.clone(),
            toggles: lesson.toggles.len(),
            base,
            switch_ids: lesson.switches.iter().map(|switch| (*switch.id).into()).collect(),
            switches,
            options,
            requirements: lesson.requirements.len(),
            chapters: lesson
                .chapters
                .iter()
                .map(|chapter| {
                    let shown = |show| lesson.requirements.iter().position(|other| other == show);
                    (with(lesson, base, &chapter.parameters), chapter.show.as_ref().and_then(shown))
                })
                .collect(),
            headlines: lesson.headline.len(),
        }
    }

    /// The state that parameters make of the base state.
    pub fn state(&self, lesson: &Lesson, parameters: &Parameters) -> Toggles {
        with(lesson, self.base, parameters)
    }

    /// The option that is in force: the one whose state this is.
    pub fn option(&self, toggles: Toggles) -> Option<usize> {
        self.options.iter().position(|option| *option == toggles)
    }

    /// How many of a switch's toggles are on, and how many it has.
    pub fn switch(&self, switch: usize, toggles: Toggles) -> (usize, usize) {
        let of = self.switches.get(switch).map_or(&[][..], Vec::as_slice);
        (of.iter().filter(|index| toggles.is_on(**index)).count(), of.len())
    }
}

/// The state that parameters make of the base state.
fn with(lesson: &Lesson, base: Toggles, parameters: &Parameters) -> Toggles {
    let set = |toggles: Toggles, (index, toggle): (usize, &Toggle)| {
        let value = parameters.get(&*toggle.parameter);
        value.map_or(toggles, |value| toggles.with(index, **value == *toggle.values.1))
    };
    lesson.toggles.iter().enumerate().fold(base, set)
}

/// The parameter values of a state.
pub fn parameters(lesson: &Lesson, toggles: Toggles) -> Parameters {
    let value = |(index, toggle): (usize, &Toggle)| {
        let value = if toggles.is_on(index) { &toggle.values.1 } else { &toggle.values.0 };
        (toggle.parameter.to_string(), value.to_string())
    };
    lesson.toggles.iter().enumerate().map(value).collect()
}

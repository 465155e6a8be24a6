//! The chapters of a lesson's theory: the state each begins in, and the one thing it asks the reader to try.

use super::fields::{Fields, list, map, text};
use super::read::Reader;
use super::{Lesson, Switch};
use crate::template::{Node, Parameters, TemplateError};
use crate::verdict::{Answer, Requirement, Verdict};

/// A chapter without its prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// Key of its prose in the text files.
    pub id: Box<str>,
    /// Parameters that differ from the defaults when it is opened.
    pub parameters: Parameters,
    /// The requirement whose path is shown.
    pub show: Option<Requirement>,
    /// The switches offered beside it, by their places in the lesson's list.
    pub switches: Vec<usize>,
    /// What the reader is asked to bring about.
    pub task: Condition,
}

/// A condition on a state: what is switched, and what the engine then finds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Condition {
    /// Parameters that must have these values.
    pub parameters: Parameters,
    /// Requirements that must come to these verdicts.
    pub verdicts: Vec<(Requirement, Verdict)>,
}

impl Condition {
    /// Whether a state meets it.
    pub fn is_met(&self, parameters: &Parameters, answers: &[Answer]) -> bool {
        let set = |(name, value): (&String, &String)| parameters.get(name) == Some(value);
        let found = |(requirement, verdict): &(Requirement, Verdict)| {
            answers.iter().any(|a| a.requirement == *requirement && a.verdict == *verdict)
        };
        self.parameters.iter().all(set) && self.verdicts.iter().all(found)
    }
}

impl Lesson {
    /// Whether these parameters, with the defaults for all others, meet a condition.
    ///
    /// # Errors
    /// Parameters that the template refuses.
    pub fn meets(&self, condition: &Condition, parameters: &Parameters) -> Result<bool, Vec<TemplateError>> {
        let judged = self.judge(parameters)?;
        let answers = judged.report.sources.first().map(|source| source.answers.as_slice());
        Ok(condition.is_met(&judged.stack.parameters, answers.unwrap_or_default()))
    }
}

impl Reader<'_> {
    pub(super) fn chapters(
        &mut self,
        node: &Node,
        switches: &[Switch],
        requirements: &[Requirement],
    ) -> Vec<Chapter> {
        let mut chapters: Vec<Chapter> = Vec::new();
        for item in list(node, &mut self.problems) {
            let known = ["id", "parameters", "show", "switches", "task"];
            let fields = Fields::of(item, &known, &mut self.problems);
            let id = fields.text("id", &mut self.problems);
            if chapters.iter().any(|other| *other.id == *id) {
                self.twice(item.place, "chapter", &id);
            }
            let parameters = fields.get("parameters").map(|node| self.parameters(node)).unwrap_or_default();
            let show = fields.get("show").and_then(|node| {
                let written = text(node, &mut self.problems);
                self.requirement(&written, node.place, Some(requirements))
            });
            let offered = fields.need("switches", &mut self.problems);
            let offered = offered.map(|node| self.offered(node, switches)).unwrap_or_default();
            let task = fields.need("task", &mut self.problems);
            let task = task.map(|node| self.condition(node, requirements)).unwrap_or_default();
            chapters.push(Chapter { id: id.into(), parameters, show, switches: offered, task });
        }
        chapters
    }

    /// Switches by their ids.
    fn offered(&mut self, node: &Node, switches: &[Switch]) -> Vec<usize> {
        let mut found = Vec::new();
        for item in list(node, &mut self.problems) {
            let id = text(item, &mut self.problems);
            if let Some(place) = switches.iter().position(|switch| *switch.id == *id) {
                found.push(place);
            } else {
                let names = switches.iter().map(|switch| &*switch.id);
                self.problems.no_such(item.place, "switch", &id, names);
            }
        }
        found
    }

    fn condition(&mut self, node: &Node, requirements: &[Requirement]) -> Condition {
        let fields = Fields::of(node, &["parameters", "verdicts"], &mut self.problems);
        let parameters = fields.get("parameters").map(|node| self.parameters(node)).unwrap_or_default();
        let mut verdicts = Vec::new();
        if let Some(node) = fields.need("verdicts", &mut self.problems) {
            for (key, value) in map(node, &mut self.problems) {
                let requirement = self.requirement(&key.text, key.place, Some(requirements));
                let verdict = self.verdict(value);
                verdicts.extend(requirement.zip(verdict));
            }
        }
        Condition { parameters, verdicts }
    }
}

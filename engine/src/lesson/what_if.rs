//! States beyond the options that are worth a look, each with what it must come to.

use super::fields::{Fields, list, map, text};
use super::read::Reader;
use super::{Expectation, Lesson};
use crate::template::{Node, Parameters, TemplateError};
use crate::verdict::Requirement;

/// A state beyond the options.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhatIf {
    /// Key of its question in the text files.
    pub id: Box<str>,
    /// Parameters that differ from the defaults.
    pub parameters: Parameters,
    /// The requirement whose path tells most.
    pub show: Requirement,
    /// What it must come to, for the requirements that matter.
    pub expect: Vec<Expectation>,
}

impl Lesson {
    /// The what-ifs that do not come to what the lesson says.
    ///
    /// # Errors
    /// Parameters that the template refuses.
    pub fn unmet_what_ifs(&self) -> Result<Vec<&WhatIf>, Vec<TemplateError>> {
        let mut found = Vec::new();
        for what_if in &self.what_ifs {
            let judged = self.judge(&what_if.parameters)?;
            let answers = judged.report.sources.first().map(|source| source.answers.as_slice());
            let met = what_if.expect.iter().all(|expected| {
                answers.unwrap_or_default().iter().any(|answer| {
                    let code = answer.findings.first().map(|finding| finding.code);
                    answer.requirement == expected.requirement
                        && answer.verdict == expected.verdict
                        && (expected.code.is_none() || code == expected.code)
                })
            });
            if !met {
                found.push(what_if);
            }
        }
        Ok(found)
    }
}

impl Reader<'_> {
    pub(super) fn what_ifs(&mut self, node: &Node, requirements: &[Requirement]) -> Vec<WhatIf> {
        let mut all: Vec<WhatIf> = Vec::new();
        for item in list(node, &mut self.problems) {
            let fields = Fields::of(item, &["id", "parameters", "show", "expect"], &mut self.problems);
            let id = fields.text("id", &mut self.problems);
            if all.iter().any(|other| *other.id == *id) {
                self.twice(item.place, "what-if", &id);
            }
            let parameters = fields.get("parameters").map(|node| self.parameters(node)).unwrap_or_default();
            let show = fields.need("show", &mut self.problems).and_then(|node| {
                let written = text(node, &mut self.problems);
                self.requirement(&written, node.place, Some(requirements))
            });
            let mut expect = Vec::new();
            if let Some(node) = fields.need("expect", &mut self.problems) {
                for (key, value) in map(node, &mut self.problems) {
                    expect.extend(self.expectation(key, value, requirements));
                }
            }
            all.extend(show.map(|show| WhatIf { id: id.into(), parameters, show, expect }));
        }
        all
    }
}

//! A state of a lesson, judged, and held against what the lesson expects.

use std::fmt;

use super::{Judged, Lesson};
use crate::code::Code;
use crate::network::{Id, Network};
use crate::template::{Parameters, TemplateError};
use crate::verdict::{Requirement, Verdict, judge};

/// An option that does not come to what the lesson says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The option.
    pub option: char,
    /// The requirement.
    pub requirement: Requirement,
    /// The verdict expected, and the code where one is.
    pub expected: (Verdict, Option<Code>),
    /// The verdict found and the code of its first finding; `None` where there is nothing that could be asked.
    pub found: Option<(Verdict, Option<Code>)>,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let show = |(verdict, code): (Verdict, Option<Code>)| match code {
            Some(code) => format!("{} ({code})", verdict.as_str()),
            None => verdict.as_str().to_owned(),
        };
        let found = self.found.map_or_else(|| "no answer".to_owned(), show);
        write!(
            f,
            "option {}: {}: expected {}, found {found}",
            self.option,
            self.requirement,
            show(self.expected)
        )
    }
}

impl Lesson {
    /// The parameters that an option sets; none for the base state or an option that does not exist.
    pub fn parameters(&self, option: Option<char>) -> Parameters {
        let option = self.options.iter().find(|choice| Some(choice.letter) == option);
        option.map(|choice| choice.parameters.clone()).unwrap_or_default()
    }

    /// The workloads that are asked about, as far as they are in this model: the lesson's own, else all.
    pub fn sources_in(&self, network: &Network) -> Vec<Id> {
        let asked =
            |id: &Id| self.sources.is_empty() || self.sources.iter().any(|s| **s == *network.name(*id));
        network.workloads.keys().copied().filter(asked).collect()
    }

    /// Judges the workloads asked about in the state that these parameters make.
    ///
    /// # Errors
    /// Parameters that the template does not have or not allow.
    pub fn judge(&self, parameters: &Parameters) -> Result<Judged, Vec<TemplateError>> {
        let stack = self.memory.resolve(&self.templates, &self.toggles, parameters)?;
        let network = self.memory.build(&stack);
        let sources = self.sources_in(&network);
        let report = judge(&network, &sources, &self.requirements);
        Ok(Judged { stack, network, report })
    }

    /// Where options do not come to what the lesson says. The workload asked about is the first in written order.
    ///
    /// # Errors
    /// An option whose parameters the template refuses.
    pub fn differences(&self) -> Result<Vec<Difference>, Vec<TemplateError>> {
        let mut differences = Vec::new();
        for option in &self.options {
            let judged = self.judge(&option.parameters)?;
            let answers = judged.report.sources.first().map(|source| source.answers.as_slice());
            for expectation in &option.expect {
                let answer =
                    answers.unwrap_or_default().iter().find(|a| a.requirement == expectation.requirement);
                let found = answer.map(|a| (a.verdict, a.findings.first().map(|finding| finding.code)));
                let met = found.is_some_and(|(verdict, code)| {
                    verdict == expectation.verdict && (expectation.code.is_none() || code == expectation.code)
                });
                if !met {
                    differences.push(Difference {
                        option: option.letter,
                        requirement: expectation.requirement.clone(),
                        expected: (expectation.verdict, expectation.code),
                        found,
                    });
                }
            }
        }
        Ok(differences)
    }
}

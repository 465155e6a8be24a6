//! What readers often believe of the question: how a prediction shows it, and the state that refutes it.

use super::fields::{Fields, list, text};
use super::read::Reader;
use super::{Choice, Expectation, Lesson};
use crate::code::Code;
use crate::template::{Node, Parameters, TemplateError};
use crate::verdict::{Answer, Requirement, Verdict};

/// Something that readers often believe and that the engine refutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misconception {
    /// Key of its words in the text files.
    pub id: Box<str>,
    /// What of a prediction shows it, each on its own; none for a belief that no prediction shows.
    pub signs: Vec<Sign>,
    /// What refutes it.
    pub proof: Proof,
}

/// A part of a prediction that shows a misconception.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sign {
    /// This option was picked.
    Picked(char),
    /// Of this option this requirement was expected to hold, or to fail.
    Guessed(char, Requirement, bool),
}

/// A state and what is found in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// Parameters that differ from the defaults.
    pub parameters: Parameters,
    /// The requirement whose answer refutes the belief.
    pub requirement: Requirement,
    /// Its verdict.
    pub verdict: Verdict,
    /// The code, found on the way, that says why.
    pub code: Code,
}

impl Proof {
    /// Whether an answer comes to what the proof says: this verdict, with the code on its way.
    pub fn is_borne_out(&self, answer: &Answer) -> bool {
        let of_steps = answer
            .steps
            .iter()
            .flat_map(|step| step.hops.iter().map(|hop| hop.code).chain(std::iter::once(step.finding.code)));
        let told = answer.findings.iter().chain(&answer.notes).map(|finding| finding.code);
        answer.requirement == self.requirement
            && answer.verdict == self.verdict
            && of_steps.chain(told).any(|code| code == self.code)
    }
}

impl Lesson {
    /// The misconceptions whose proof fails, or whose sign is what the engine finds too.
    ///
    /// # Errors
    /// Parameters that the template refuses.
    pub fn unproved(&self) -> Result<Vec<&Misconception>, Vec<TemplateError>> {
        let mut found = Vec::new();
        for belief in &self.misconceptions {
            let answer = |parameters: &Parameters, requirement: &Requirement| {
                let judged = self.judge(parameters)?;
                let answers = judged.report.sources.into_iter().next().map(|source| source.answers);
                Ok::<_, Vec<TemplateError>>(
                    answers.unwrap_or_default().into_iter().find(|a| a.requirement == *requirement),
                )
            };
            let proof = &belief.proof;
            let answered = answer(&proof.parameters, &proof.requirement)?;
            let mut good = answered.is_some_and(|answer| proof.is_borne_out(&answer));
            for sign in &belief.signs {
                good &= match sign {
                    Sign::Picked(letter) => {
                        let option = self.options.iter().find(|option| option.letter == *letter);
                        option.is_some_and(|o| o.expect.iter().any(|e| e.verdict != Verdict::Holds))
                    }
                    Sign::Guessed(letter, requirement, holds) => {
                        let found = answer(&self.parameters(Some(*letter)), requirement)?;
                        found.is_some_and(|found| (found.verdict == Verdict::Holds) != *holds)
                    }
                };
            }
            if !good {
                found.push(belief);
            }
        }
        Ok(found)
    }
}

impl Reader<'_> {
    pub(super) fn misconceptions(
        &mut self,
        node: &Node,
        options: &[Choice],
        requirements: &[Requirement],
    ) -> Vec<Misconception> {
        let mut all: Vec<Misconception> = Vec::new();
        for item in list(node, &mut self.problems) {
            let fields = Fields::of(item, &["id", "signs", "parameters", "proof"], &mut self.problems);
            let id = fields.text("id", &mut self.problems);
            if all.iter().any(|other| *other.id == *id) {
                self.twice(item.place, "misconception", &id);
            }
            let signs = fields.get("signs").map(|node| self.signs(node, options, requirements));
            let parameters = fields.get("parameters").map(|node| self.parameters(node)).unwrap_or_default();
            let proof = fields.need("proof", &mut self.problems);
            if let Some(Expectation { requirement, verdict, code: Some(code) }) =
                proof.and_then(|node| self.proof(node, requirements))
            {
                let proof = Proof { parameters, requirement, verdict, code };
                all.push(Misconception { id: id.into(), signs: signs.unwrap_or_default(), proof });
            }
        }
        all
    }

    fn signs(&mut self, node: &Node, options: &[Choice], requirements: &[Requirement]) -> Vec<Sign> {
        let mut signs = Vec::new();
        for item in list(node, &mut self.problems) {
            let known = ["option", "requirement", "guess"];
            let fields = Fields::of(item, &known, &mut self.problems);
            let Some(option) = fields.need("option", &mut self.problems) else { continue };
            let Some(letter) = self.letter(option) else { continue };
            if !options.iter().any(|choice| choice.letter == letter) {
                let letters: Vec<String> = options.iter().map(|choice| choice.letter.to_string()).collect();
                let names = letters.iter().map(String::as_str);
                self.problems.no_such(option.place, "option", &letter.to_string(), names);
            }
            let Some(node) = fields.get("requirement") else {
                signs.push(Sign::Picked(letter));
                continue;
            };
            let written = text(node, &mut self.problems);
            let requirement = self.requirement(&written, node.place, Some(requirements));
            let guess = fields.need("guess", &mut self.problems).and_then(|node| self.verdict(node));
            if let (Some(requirement), Some(guess)) = (requirement, guess) {
                signs.push(Sign::Guessed(letter, requirement, guess == Verdict::Holds));
            }
        }
        signs
    }

    fn proof(&mut self, node: &Node, requirements: &[Requirement]) -> Option<Expectation> {
        let fields = Fields::of(node, &["requirement", "verdict", "code"], &mut self.problems);
        let requirement = fields.need("requirement", &mut self.problems).and_then(|node| {
            let written = text(node, &mut self.problems);
            self.requirement(&written, node.place, Some(requirements))
        });
        let verdict = fields.need("verdict", &mut self.problems).and_then(|node| self.verdict(node));
        let code = fields.need("code", &mut self.problems).and_then(|node| self.code(node));
        Some(Expectation { requirement: requirement?, verdict: verdict?, code: Some(code?) })
    }
}

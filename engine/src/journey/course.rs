//! The steps of a journey as they are taken, and what they come to.

use super::{Finding, Journey, Outcome, Partial, Step, Witness};

/// A journey under way.
#[derive(Default)]
pub(super) struct Course {
    steps: Vec<Step>,
    notes: Vec<Finding>,
    blamed: Vec<Finding>,
    witness: Option<Witness>,
}

impl Course {
    /// Takes a step; false where the journey certainly ends here. What is unknown or partial goes on, because a later step
    /// may still fail for certain.
    pub(super) fn take(&mut self, step: Step) -> bool {
        let on = step.outcome != Outcome::Fails;
        self.steps.push(step);
        on
    }

    /// Takes steps up to the first that fails.
    pub(super) fn take_all(&mut self, steps: impl IntoIterator<Item = Step>) -> bool {
        steps.into_iter().all(|step| self.take(step))
    }

    /// Adds a note, once.
    pub(super) fn note(&mut self, note: Finding) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    /// The reasons to name in place of the failing step's own finding. Those of the first failure count.
    pub(super) fn blame(&mut self, findings: impl IntoIterator<Item = Finding>) {
        if self.blamed.is_empty() {
            self.blamed.extend(findings);
        }
    }

    /// Puts a reason before, and another behind, those named so far.
    pub(super) fn frame(&mut self, before: Option<Finding>, behind: Option<Finding>) {
        if self.blamed.is_empty() {
            self.blamed.extend(self.failing().cloned());
        }
        if let Some(finding) = before {
            self.blamed.insert(0, finding);
        }
        self.blamed.extend(behind);
    }

    /// A packet that proves the outcome, if it is partial.
    pub(super) fn witness(&mut self, witness: Option<Witness>) {
        self.witness = self.witness.take().or(witness);
    }

    /// Whether a step failed.
    pub(super) fn failed(&self) -> bool {
        self.failing().is_some()
    }

    /// Takes over everything of another course.
    pub(super) fn join(&mut self, other: Course) {
        self.steps.extend(other.steps);
        for note in other.notes {
            self.note(note);
        }
        self.blame(other.blamed);
        self.witness(other.witness);
    }

    fn failing(&self) -> Option<&Finding> {
        self.steps.iter().find(|step| step.outcome == Outcome::Fails).map(|step| &step.finding)
    }

    fn findings_of(&self, pick: impl Fn(&Outcome) -> bool) -> Vec<Finding> {
        self.steps.iter().filter(|step| pick(&step.outcome)).map(|step| step.finding.clone()).collect()
    }

    /// What it came to; `success` is the reason where everything works.
    pub(super) fn finish(self, success: Finding) -> Journey {
        let partial = self.steps.iter().find_map(|step| match &step.outcome {
            Outcome::Partial(partial) => Some(partial.clone()),
            _ => None,
        });
        let unknown = self.findings_of(|outcome| *outcome == Outcome::Unknown);
        let (outcome, findings) = if let Some(failing) = self.failing() {
            let findings = if self.blamed.is_empty() { vec![failing.clone()] } else { self.blamed.clone() };
            (Outcome::Fails, findings)
        } else if !unknown.is_empty() {
            (Outcome::Unknown, unknown)
        } else if let Some(partial) = partial {
            (Outcome::Partial(partial), self.findings_of(|outcome| matches!(outcome, Outcome::Partial(_))))
        } else {
            (Outcome::Works, vec![success])
        };
        let witness = self.witness.filter(|_| matches!(outcome, Outcome::Partial(_)));
        Journey { outcome, steps: self.steps, findings, notes: self.notes, witness }
    }
}

impl Partial {
    /// Only these resources work.
    pub(super) fn of_resources(resources: Vec<Box<str>>) -> Self {
        Self { works: crate::packet::Flows::empty(), source_ports: crate::packet::Ranges::full(), resources }
    }
}

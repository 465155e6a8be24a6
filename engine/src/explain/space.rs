//! All states of a template's toggles, judged and summed up, in slices.
//!
//! Call [`Space::step`] with as large a budget as there is time for, until [`Progress::done`], then [`Space::summary`]; to stop, drop
//! it. Exact: every state's verdicts are those that judging it alone would give.

use super::knowledge::Knowledge;
use super::summary::Summary;

/// Toggles beyond this are too many to sum up.
pub(super) const MOST_TOGGLES: u32 = 24;

/// All states, being judged.
#[derive(Clone, Debug)]
pub struct Space {
    knowledge: Knowledge,
    like: u64,
}

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// States whose verdicts are known (for the requirement that is least far).
    pub known: u64,
    /// All states.
    pub of: u64,
    /// States that had to be judged for it.
    pub judged: usize,
    /// Whether everything is known.
    pub done: bool,
}

impl Space {
    /// Begins. `None` where there are more than 24 toggles, too many to sum up.
    pub fn new(knowledge: Knowledge) -> Option<Self> {
        let like = knowledge.settings().defaults();
        (knowledge.settings().len() <= MOST_TOGGLES).then_some(Self { knowledge, like })
    }

    /// Judges at most so many further states.
    pub fn step(&mut self, budget: usize) -> Progress {
        for _ in 0..budget {
            let Some(state) = self.knowledge.open(self.like) else { break };
            self.knowledge.learn(state);
        }
        self.progress()
    }

    /// How far it is.
    pub fn progress(&self) -> Progress {
        let of = 1u64 << self.knowledge.settings().len();
        let known = self.knowledge.verdict_trees().iter().map(super::tree::Tree::covered).min();
        Progress {
            known: known.unwrap_or(of),
            of,
            judged: self.knowledge.judged(),
            done: self.knowledge.open(self.like).is_none(),
        }
    }

    /// What was learned, for other questions.
    pub fn into_knowledge(self) -> Knowledge {
        self.knowledge
    }

    /// The sum, once everything is known.
    pub fn summary(&self) -> Option<Summary> {
        self.progress().done.then(|| Summary::of(&self.knowledge))
    }
}

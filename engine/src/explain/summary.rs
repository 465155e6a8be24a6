//! All states of a template's toggles, summed up.

use super::knowledge::Knowledge;
use super::setting::{Setting, Settings, bits};
use super::state_set::StateSet;
use super::tree::mask;
use crate::verdict::{Requirement, Verdict};

/// States with the same verdicts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// One verdict per requirement.
    pub verdicts: Vec<Verdict>,
    /// How many states have them.
    pub states: u64,
}

/// All states, summed up.
#[derive(Clone, Debug)]
pub struct Summary {
    settings: Settings,
    requirements: Vec<Requirement>,
    /// How many states there are.
    pub states: u64,
    /// How many satisfy everything.
    pub holding: u64,
    /// States by what they come to, the most frequent first.
    pub patterns: Vec<Pattern>,
    /// States that satisfy everything with the fewest changes from the defaults, at most [`Summary::MOST_LISTED`].
    pub smallest: Vec<u64>,
    /// Toggles that change no verdict in any state.
    pub idle: Vec<Box<str>>,
    /// By requirement: toggles that change its verdict in some state.
    pub matter: Vec<u64>,
    /// The states that satisfy everything.
    holds: StateSet,
}

/// Every verdict there is, in the order in which patterns with as many states are listed.
const VERDICTS: [Verdict; 5] =
    [Verdict::Holds, Verdict::Fails, Verdict::Partial, Verdict::Unknown, Verdict::Undeployable];

impl Summary {
    /// Sums up what is known of every state.
    pub(super) fn of(knowledge: &Knowledge) -> Self {
        let settings = knowledge.settings().clone();
        let toggles = settings.len();
        let mut refused = StateSet::empty(toggles);
        for tree in knowledge.accepted_trees() {
            tree.leaves(|decided, state, accepted| {
                if !accepted {
                    refused.add(decided, state);
                }
            });
        }
        let mut matter = Vec::new();
        let mut patterns = vec![(Vec::new(), StateSet::full(toggles))];
        for tree in knowledge.verdict_trees() {
            let mut sets = VERDICTS.map(|verdict| (verdict, StateSet::empty(toggles)));
            tree.leaves(|decided, state, verdict| {
                if let Some((_, set)) = sets.iter_mut().find(|(of, _)| *of == verdict) {
                    set.add(decided, state);
                }
            });
            for (verdict, set) in &mut sets {
                if *verdict == Verdict::Undeployable {
                    set.join(&refused);
                } else {
                    set.leave_out(&refused);
                }
            }
            let rests = |toggle: &u32| sets.iter().any(|(_, set)| set.rests_on(*toggle));
            matter.push(bits(mask(toggles)).filter(rests).fold(0, |all, toggle| all | 1 << toggle));
            patterns = split(patterns, &sets);
        }
        let all_hold = |verdicts: &[Verdict]| verdicts.iter().all(|verdict| *verdict == Verdict::Holds);
        let holds = patterns.iter().find(|(verdicts, _)| all_hold(verdicts));
        let holds = holds.map_or_else(|| StateSet::empty(toggles), |(_, set)| set.clone());
        let mut patterns: Vec<Pattern> =
            patterns.into_iter().map(|(verdicts, set)| Pattern { verdicts, states: set.len() }).collect();
        patterns.sort_by_key(|pattern| std::cmp::Reverse(pattern.states));
        let any = matter.iter().fold(0, |all, set| all | set);
        let idle = settings.of(mask(toggles) & !any, 0).into_iter().map(|s| s.parameter).collect();
        let mut summary = Self {
            requirements: knowledge.requirements().to_vec(),
            states: 1 << toggles,
            holding: holds.len(),
            patterns,
            smallest: Vec::new(),
            idle,
            matter,
            holds,
            settings,
        };
        summary.smallest = summary.nearest_states(summary.settings.defaults());
        summary
    }
}

/// Tells states apart by one more requirement.
fn split(
    patterns: Vec<(Vec<Verdict>, StateSet)>,
    by: &[(Verdict, StateSet)],
) -> Vec<(Vec<Verdict>, StateSet)> {
    let mut parts = Vec::new();
    for (verdicts, set) in patterns {
        for (verdict, of) in by {
            let part = set.and(of);
            if part.len() > 0 {
                let mut verdicts = verdicts.clone();
                verdicts.push(*verdict);
                parts.push((verdicts, part));
            }
        }
    }
    parts
}

impl Summary {
    /// How many equally near states are listed at most.
    pub const MOST_LISTED: usize = 16;

    /// The requirements, in the order of every pattern's verdicts.
    pub fn requirements(&self) -> &[Requirement] {
        &self.requirements
    }

    /// Whether a state satisfies everything.
    pub fn holds(&self, state: u64) -> bool {
        self.holds.contains(state)
    }

    /// The states that satisfy everything and are the fewest switches away.
    pub fn nearest_states(&self, from: u64) -> Vec<u64> {
        let mut best = u32::MAX;
        let mut nearest = Vec::new();
        for state in self.holds.states() {
            let away = (state ^ from).count_ones();
            if away < best {
                best = away;
                nearest.clear();
            }
            if away == best && nearest.len() < Self::MOST_LISTED {
                nearest.push(state);
            }
        }
        nearest
    }

    /// The shortest ways from a state to one that satisfies everything: which switches to turn, and to what. An empty way where
    /// it does already; none where no state does.
    pub fn ways(&self, from: u64) -> Vec<Vec<Setting>> {
        self.nearest_states(from).into_iter().map(|to| self.settings.of(from ^ to, to)).collect()
    }
}

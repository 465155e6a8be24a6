//! All states of a template's toggles, judged and summed up, in slices.
//!
//! To stop, drop it. Exact: every state's verdicts are those that judging it alone would give.

use std::collections::BTreeMap;

use super::knowledge::Knowledge;
use super::setting::{Setting, Settings, bits};
use super::tree::mask;
use crate::verdict::{Requirement, Verdict};

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
    /// One bit per state: whether it satisfies everything.
    holds: Vec<u64>,
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
        if !self.progress().done {
            return None;
        }
        let knowledge = &self.knowledge;
        let toggles = knowledge.settings().len();
        let size = 1usize << toggles;
        let mut refused = vec![0u8; size];
        for tree in knowledge.accepted_trees() {
            tree.leaves(|decided, state, accepted| {
                if !accepted {
                    fill(&mut refused, toggles, decided, state, 1);
                }
            });
        }
        let mut codes = vec![0u32; size];
        let mut matter = Vec::new();
        let mut requirement = vec![0u8; size];
        for tree in knowledge.verdict_trees() {
            tree.leaves(|decided, state, verdict| {
                fill(&mut requirement, toggles, decided, state, code(verdict));
            });
            for (verdict, refused) in requirement.iter_mut().zip(&refused) {
                if *refused == 1 {
                    *verdict = code(Verdict::Undeployable);
                }
            }
            matter.push(
                bits(mask(toggles))
                    .filter(|bit| differs(&requirement, *bit))
                    .fold(0, |set, bit| set | 1 << bit),
            );
            for (all, verdict) in codes.iter_mut().zip(&requirement) {
                *all = *all * RADIX + u32::from(*verdict);
            }
        }
        Some(sum(knowledge, &codes, matter))
    }
}

/// Verdicts as digits, so that those of all requirements are one number. 13 requirements fit.
const RADIX: u32 = 5;

fn code(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Holds => 0,
        Verdict::Fails => 1,
        Verdict::Partial => 2,
        Verdict::Unknown => 3,
        Verdict::Undeployable => 4,
    }
}

/// Writes a value for every state that agrees on what is decided.
fn fill(values: &mut [u8], toggles: u32, decided: u64, state: u64, value: u8) {
    let free = mask(toggles) & !decided;
    let mut some = 0u64;
    loop {
        // Every subset of the free toggles, in order.
        if let Some(place) = usize::try_from(state | some).ok().and_then(|at| values.get_mut(at)) {
            *place = value;
        }
        some = some.wrapping_sub(free) & free;
        if some == 0 {
            break;
        }
    }
}

/// Whether a toggle changes a value anywhere.
fn differs(values: &[u8], bit: u32) -> bool {
    let step = 1usize << bit;
    values.chunks_exact(step * 2).any(|both| {
        let (off, on) = both.split_at(step);
        off != on
    })
}

fn sum(knowledge: &Knowledge, codes: &[u32], matter: Vec<u64>) -> Summary {
    let settings = knowledge.settings().clone();
    let count = knowledge.requirements().len();
    let mut by_code: BTreeMap<u32, u64> = BTreeMap::new();
    let mut holds = vec![0u64; codes.len().div_ceil(64)];
    for (at, chunk) in codes.chunks(64).enumerate() {
        for (bit, code) in chunk.iter().enumerate() {
            *by_code.entry(*code).or_default() += 1;
            if *code == 0
                && let Some(word) = holds.get_mut(at)
            {
                *word |= 1 << bit;
            }
        }
    }
    let mut patterns: Vec<Pattern> = by_code
        .iter()
        .map(|(code, states)| Pattern { verdicts: verdicts(*code, count), states: *states })
        .collect();
    patterns.sort_by_key(|pattern| std::cmp::Reverse(pattern.states));
    let any = matter.iter().fold(0, |all, set| all | set);
    let idle =
        bits(mask(settings.len()) & !any).filter_map(|bit| settings.setting(bit, 0)).map(|s| s.parameter);
    let idle = idle.collect();
    let mut summary = Summary {
        requirements: knowledge.requirements().to_vec(),
        states: 1 << settings.len(),
        holding: by_code.get(&0).copied().unwrap_or_default(),
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

fn verdicts(mut code: u32, count: usize) -> Vec<Verdict> {
    let mut verdicts = Vec::with_capacity(count);
    for _ in 0..count {
        verdicts.push(match code % RADIX {
            0 => Verdict::Holds,
            1 => Verdict::Fails,
            2 => Verdict::Partial,
            3 => Verdict::Unknown,
            _ => Verdict::Undeployable,
        });
        code /= RADIX;
    }
    verdicts.reverse();
    verdicts
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
        let word = usize::try_from(state / 64).ok().and_then(|at| self.holds.get(at));
        word.is_some_and(|word| word >> (state % 64) & 1 == 1)
    }

    /// The states that satisfy everything and are the fewest switches away.
    pub fn nearest_states(&self, from: u64) -> Vec<u64> {
        let mut best = u32::MAX;
        let mut nearest = Vec::new();
        let states = (0u64..)
            .zip(&self.holds)
            .flat_map(|(at, word)| bits(*word).map(move |bit| at * 64 + u64::from(bit)));
        for state in states {
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

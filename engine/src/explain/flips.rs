//! The smallest sets of toggles that, turned, change a verdict.
//!
//! A verdict rests on the toggles that its leaf of the decision tree decided; whatever changes it turns one of those. So only those
//! are tried, and in the state that then is, again only those.

use std::collections::BTreeSet;

use super::knowledge::Knowledge;
use super::sets::add_minimal;
use super::setting::bits;
use crate::verdict::Verdict;

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Aim {
    /// The requirement holds, and AWS accepts the template.
    Holds,
    /// It does not hold any more.
    Breaks,
}

/// Sets of toggles found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Flips {
    /// Minimal sets, the smallest first.
    pub(super) sets: Vec<u64>,
    /// Whether these are all there are up to the size asked for.
    pub(super) complete: bool,
}

/// Sets tried at most.
const MOST_TRIED: usize = 200_000;

/// The minimal sets of at most so many toggles.
pub(super) fn flips(knowledge: &mut Knowledge, state: u64, requirement: usize, aim: Aim, most: u32) -> Flips {
    let mut found: Vec<u64> = Vec::new();
    let mut complete = true;
    let mut level: BTreeSet<u64> = BTreeSet::from([0]);
    let mut tried = 0;
    for size in 0..=most {
        let mut next = BTreeSet::new();
        for set in level {
            if found.iter().any(|other| other & set == *other) {
                continue;
            }
            tried += 1;
            let (verdict, rests_on) = knowledge.certificate(state ^ set, requirement);
            let met = match aim {
                Aim::Holds => verdict == Verdict::Holds,
                Aim::Breaks => !matches!(verdict, Verdict::Holds | Verdict::Undeployable),
            };
            if met {
                add_minimal(&mut found, set);
            } else if size < most {
                next.extend(bits(rests_on & !set).map(|bit| set | 1 << bit));
            }
        }
        level = next;
        if tried > MOST_TRIED {
            complete = level.is_empty();
            break;
        }
    }
    found.sort_by_key(|set| (set.count_ones(), *set));
    Flips { sets: found, complete }
}

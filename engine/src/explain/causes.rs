//! Smallest causes: sets of facts that suffice for a verdict, and none of which can be left out; and the dual, what would break it.
//!
//! Facts are the toggles' settings, and the rules, routes and associations of the model. A set of settings suffices when the verdict
//! stays whatever the other toggles are; so it meets every set of toggles that would change the verdict, and the smallest such
//! sets are the transversals of the smallest changes. A set of rules suffices when the verdict stays with no other rules there.

use std::collections::BTreeSet;

use super::element::{Element, elements};
use super::flips::{Aim, flips};
use super::knowledge::Knowledge;
use super::sets::transversals;
use super::setting::Setting;
use crate::network::Network;
use crate::template::TemplateError;
use crate::verdict::{Requirement, Verdict, judge};

/// Why a verdict is what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Causes {
    /// Smallest sets of settings that suffice; an empty set where no toggle matters.
    pub settings: Vec<Vec<Setting>>,
    /// Whether these are all.
    pub complete: bool,
    /// Smallest sets of settings that, turned together, change it: to holding where it does not hold, else away from it.
    pub changes: Vec<Vec<Setting>>,
    /// Smallest sets of rules that suffice.
    pub rules: Vec<Vec<Element>>,
}

/// Sets of settings at most.
const MOST_SETS: usize = 256;

/// Sets of rules at most.
const MOST_RULES: usize = 8;

/// Why a requirement, by its place, comes to what it does.
///
/// # Errors
/// Parameters that the templates refuse.
pub fn causes(
    knowledge: &mut Knowledge,
    state: u64,
    requirement: usize,
) -> Result<Causes, Vec<TemplateError>> {
    let verdict = knowledge.verdict(state, requirement);
    let (settings, changes, complete) = settings(knowledge, state, requirement);
    let judged = knowledge.judge(state)?;
    let rules = match knowledge.requirements().get(requirement) {
        Some(asked) if verdict != Verdict::Undeployable => {
            supports(&judged.network, knowledge.source(), asked, verdict)
        }
        _ => Vec::new(),
    };
    Ok(Causes { settings, complete, changes, rules })
}

/// The smallest set of settings that suffices for what a requirement, by its place, comes to: the first where there are several of
/// that size, none where it could not be told.
pub fn smallest_cause(knowledge: &mut Knowledge, state: u64, requirement: usize) -> Vec<Setting> {
    let (settings, ..) = settings(knowledge, state, requirement);
    settings.into_iter().min_by_key(Vec::len).unwrap_or_default()
}

/// Sets of settings that suffice, sets that turn it, and whether these are all.
fn settings(
    knowledge: &mut Knowledge,
    state: u64,
    requirement: usize,
) -> (Vec<Vec<Setting>>, Vec<Vec<Setting>>, bool) {
    let holds = knowledge.verdict(state, requirement) == Verdict::Holds;
    let aim = if holds { Aim::Breaks } else { Aim::Holds };
    let all = knowledge.settings().len();
    let found = flips(knowledge, state, requirement, aim, all);
    let met = transversals(&found.sets, MOST_SETS);
    let complete = found.complete && met.is_some();
    let settings = knowledge.settings();
    let now = met.unwrap_or_default().iter().map(|set| settings.of(*set, state)).collect();
    let then = found.sets.iter().map(|set| settings.of(*set, state ^ set)).collect();
    (now, then, complete)
}

/// Smallest sets of rules with which alone the verdict is the same. Found by taking out one after the other; then each rule of what
/// was found is left out in turn, to find sets without it.
fn supports(network: &Network, source: &str, asked: &Requirement, verdict: Verdict) -> Vec<Vec<Element>> {
    let all = elements(network);
    let holds = |network: &Network| {
        let Some(source) = network.find(source) else { return false };
        let report = judge(network, &[source], std::slice::from_ref(asked));
        report.sources.iter().flat_map(|s| &s.answers).all(|answer| answer.verdict == verdict)
    };
    let mut found: Vec<Vec<Element>> = Vec::new();
    let mut without: Vec<BTreeSet<&Element>> = vec![BTreeSet::new()];
    let mut tried: BTreeSet<BTreeSet<&Element>> = BTreeSet::new();
    while let Some(barred) = without.pop() {
        if found.len() >= MOST_RULES || !tried.insert(barred.clone()) {
            continue;
        }
        let mut rest = network.clone();
        for element in &barred {
            element.remove(&mut rest);
        }
        if !holds(&rest) {
            continue;
        }
        let mut kept: Vec<Element> = Vec::new();
        for element in all.iter().filter(|element| !barred.contains(element)) {
            let taken = element.take(&mut rest);
            if taken.is_some() && holds(&rest) {
                continue;
            }
            kept.push(element.clone());
            if let Some(taken) = taken {
                taken.put_back(&mut rest);
            }
        }
        for element in all.iter().filter(|element| kept.contains(element)) {
            let mut barred = barred.clone();
            barred.insert(element);
            without.push(barred);
        }
        if !found.contains(&kept) {
            found.push(kept);
        }
    }
    found.sort_by_key(Vec::len);
    found
}

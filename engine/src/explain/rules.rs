//! Rules that matter: for each rule, route and association the requirements that depend on it; and those that stand behind another
//! and so never decide.

use super::element::{Element, ElementKind, elements};
use crate::network::{AclEntry, GroupRule, Network, Peer};
use crate::packet::{Addresses, Flows};
use crate::verdict::{Answer, Requirement, judge};

/// What rests on a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleUse {
    /// The rule.
    pub element: Element,
    /// The requirements whose verdict or reason is another without it, for some workload.
    pub matters_to: Vec<Requirement>,
    /// The rules that leave it nothing: entries of lower numbers that match all it matches, or rules of the same group that
    /// admit all it admits.
    pub covered_by: Vec<Element>,
}

impl RuleUse {
    /// Whether nothing that was asked rests on it.
    pub fn is_idle(&self) -> bool {
        self.matters_to.is_empty()
    }
}

/// Every rule, route and association of a model with what rests on it.
pub fn rules(network: &Network, requirements: &[Requirement]) -> Vec<RuleUse> {
    let now = answers(network, requirements);
    let all = elements(network);
    all.iter()
        .map(|element| {
            let mut without = network.clone();
            element.remove(&mut without);
            let then = answers(&without, requirements);
            let differs = |requirement: &&Requirement| {
                let of = |told: &[Told]| -> Vec<Told> {
                    told.iter().filter(|t| t.0 == **requirement).cloned().collect()
                };
                of(&now) != of(&then)
            };
            RuleUse {
                element: element.clone(),
                matters_to: requirements.iter().filter(differs).cloned().collect(),
                covered_by: covered_by(network, &all, element),
            }
        })
        .collect()
}

type Told = (Requirement, crate::verdict::Verdict, Option<crate::code::Code>, Option<String>);

fn answers(network: &Network, requirements: &[Requirement]) -> Vec<Told> {
    let sources: Vec<_> = network.workloads.keys().copied().collect();
    let told = |answer: &Answer| {
        let first = answer.findings.first();
        let by = first.and_then(|f| f.resource).map(|id| network.name(id).to_owned());
        (answer.requirement.clone(), answer.verdict, first.map(|f| f.code), by)
    };
    judge(network, &sources, requirements).sources.iter().flat_map(|s| s.answers.iter().map(told)).collect()
}

/// Rules of the same list that together leave this one nothing; only those that take a part.
fn covered_by(network: &Network, all: &[Element], element: &Element) -> Vec<Element> {
    let list: Vec<&Element> = all.iter().filter(|e| e.kind == element.kind && e.of == element.of).collect();
    let Some(at) = list.iter().position(|e| *e == element) else { return Vec::new() };
    let Some(of) = network.find(&element.of) else { return Vec::new() };
    let sets: Vec<Option<Flows>> = match element.kind {
        ElementKind::AclIngress | ElementKind::AclEgress => {
            let Some(acl) = network.acls.get(&of) else { return Vec::new() };
            let entries = if element.kind == ElementKind::AclIngress { &acl.ingress } else { &acl.egress };
            entries.iter().map(entry).collect()
        }
        ElementKind::GroupIngress | ElementKind::GroupEgress => {
            let Some(group) = network.groups.get(&of) else { return Vec::new() };
            let rules =
                if element.kind == ElementKind::GroupIngress { &group.ingress } else { &group.egress };
            rules.iter().map(|r| rule(network, r)).collect()
        }
        _ => return Vec::new(),
    };
    let before = matches!(element.kind, ElementKind::AclIngress | ElementKind::AclEgress);
    let Some(Some(own)) = sets.get(at).cloned() else { return Vec::new() };
    let mut left = own;
    let mut by = Vec::new();
    for (other, set) in sets.iter().enumerate() {
        // Of two equal rules the second is covered.
        let counts =
            if before { other < at } else { other != at && (other < at || sets.get(at) != Some(set)) };
        let Some(set) = set.as_ref().filter(|_| counts) else { continue };
        if !left.intersection(set).is_empty() {
            left = left.difference(set);
            by.extend(list.get(other).map(|e| (*e).clone()));
        }
    }
    if left.is_empty() { by } else { Vec::new() }
}

fn entry(entry: &AclEntry) -> Option<Flows> {
    entry.unknown.is_none().then(|| Flows::product(entry.addresses.clone(), entry.traffic.clone()))
}

/// A rule that names a group is held only against others by its members' addresses of now.
fn rule(network: &Network, rule: &GroupRule) -> Option<Flows> {
    let peer: Addresses = match &rule.peer {
        Peer::Addresses(addresses) => addresses.clone(),
        Peer::Group(group) => network.member_addresses(*group),
    };
    (rule.unknown.is_none() && !peer.is_empty()).then(|| Flows::product(peer, rule.traffic.clone()))
}

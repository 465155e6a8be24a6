//! The complete blocked path: at each thing that stops a journey the walk supposes that it were mended and goes on, there and back, until
//! the journey works. So everything that has to change is known at once.

use super::edit::Edit;
use super::remedies::{decisive, remedies};
use crate::code::Code;
use crate::journey::{Finding, Gate};
use crate::network::{Id, Network};
use crate::reach::Hop;
use crate::verdict::{Answer, Requirement, Verdict, judge};

/// One thing on the way that has to change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocker {
    /// What stops the journey here.
    pub finding: Finding,
    /// The kind of step it stops.
    pub gate: Gate,
    /// The hop, where packets are stopped.
    pub hop: Option<Hop>,
    /// What would let the journey pass, the one supposed first.
    pub edits: Vec<Edit>,
}

/// Everything on the way that has to change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockedPath {
    /// In the order of the journey.
    pub blockers: Vec<Blocker>,
    /// Whether the requirement holds once all of them are mended; else the last one has no remedy that is known.
    pub complete: bool,
    /// The model with all of them mended: its ids are those of the findings.
    pub network: Network,
}

/// How many things in a row are supposed mended.
const DEEPEST: usize = 10;

/// How many models are judged at most.
const MOST_JUDGED: usize = 160;

/// One requirement of one workload on changing models.
pub(super) struct Trial<'a> {
    pub(super) source: &'a str,
    pub(super) requirement: &'a Requirement,
    left: usize,
}

/// Edits after which the requirement holds, with what they mend.
pub(super) struct Solution {
    pub(super) edits: Vec<Edit>,
    path: BlockedPath,
}

impl<'a> Trial<'a> {
    pub(super) fn new(source: &'a str, requirement: &'a Requirement) -> Self {
        Self { source, requirement, left: MOST_JUDGED }
    }

    /// The answer on a model.
    pub(super) fn ask(&self, network: &Network) -> Option<(Id, Answer)> {
        let source = network.find(self.source)?;
        let report = judge(network, &[source], std::slice::from_ref(self.requirement));
        Some((source, report.sources.into_iter().next()?.answers.into_iter().next()?))
    }

    /// Every way of mending that holds in the end: the catalogue is tried at each thing that stops, the first remedy first.
    fn mend(
        &mut self,
        path: BlockedPath,
        (source, answer): (Id, Answer),
        edits: &[Edit],
        found: &mut Vec<Solution>,
        best: &mut BlockedPath,
        most: usize,
    ) {
        if answer.verdict == Verdict::Holds {
            let path = BlockedPath { complete: true, ..path };
            found.push(Solution { edits: edits.to_vec(), path });
            return;
        }
        let Some(blocker) = blocker(&path.network, source, &answer) else { return };
        let mut path = path;
        path.blockers.push(blocker.clone());
        if path.blockers.len() > best.blockers.len() {
            best.clone_from(&path);
        }
        // The first solution may take as many edits as it needs; others only count where they are small.
        let deepest = if found.is_empty() { DEEPEST } else { most };
        if edits.len() >= deepest {
            return;
        }
        for edit in blocker.edits {
            if self.left == 0 {
                return;
            }
            let mut network = path.network.clone();
            if edits.contains(&edit) || !edit.apply(&mut network) {
                continue;
            }
            self.left -= 1;
            let Some(after) = self.ask(&network) else { continue };
            if signature(&network, &after.1) != signature(&path.network, &answer) {
                let mut edits = edits.to_vec();
                edits.push(edit);
                let BlockedPath { blockers, complete, .. } = &path;
                let path = BlockedPath { blockers: blockers.clone(), complete: *complete, network };
                self.mend(path, after, &edits, found, best, most);
            }
        }
    }

    /// All ways of mending found, and the path to show.
    pub(super) fn solve(&mut self, network: &Network, most: usize) -> (Vec<Solution>, BlockedPath) {
        let start = BlockedPath { blockers: Vec::new(), complete: false, network: network.clone() };
        let mut best = start.clone();
        let mut found = Vec::new();
        if let Some(now) = self.ask(network) {
            self.mend(start, now, &[], &mut found, &mut best, most);
        }
        let path = found.first().map_or(best, |solution| solution.path.clone());
        (found, path)
    }
}

/// What stops an answer, so that it can be told whether something else stops it afterwards.
fn signature(network: &Network, answer: &Answer) -> (Verdict, Option<(Code, String, Finding)>) {
    let told = decisive(answer).map(|step| {
        let by = step.finding.resource.map_or("", |id| network.name(id)).to_owned();
        (step.finding.code, by, Finding { resource: None, ..step.finding.clone() })
    });
    (answer.verdict, told)
}

fn blocker(network: &Network, source: Id, answer: &Answer) -> Option<Blocker> {
    let step = decisive(answer)?;
    // The first remedy is the endpoint's where one would do: then it is the endpoint that is missing, not the way past it.
    let named = answer
        .findings
        .iter()
        .find(|f| matches!(f.code, Code::NoEndpointForService | Code::PrivateDnsDisabled));
    let finding = named.unwrap_or(&step.finding).clone();
    let hop = step.hops.last().filter(|hop| hop.code == step.finding.code).cloned();
    Some(Blocker { finding, gate: step.gate, hop, edits: remedies(network, source, answer) })
}

/// Everything that has to change for a requirement of a workload to hold. No blocker where it holds already.
pub fn blocked_path(network: &Network, source: &str, requirement: &Requirement) -> BlockedPath {
    Trial::new(source, requirement).solve(network, 0).1
}

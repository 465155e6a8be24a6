//! From a journey to an answer.

use super::{Answer, Report, Requirement, SourceReport, Verdict};
use crate::code::Code;
use crate::journey::{Errand, Finding, Journey, Outcome, travel};
use crate::network::{Aspects, Id, Network, NotModelled};
use crate::reach::{Compared, Hop};

/// Judges these requirements for these workloads.
///
/// A template that AWS would refuse answers nothing else. A resource that is not modelled turns a verdict to unknown only
/// where a packet meets it on its way; otherwise it is listed beside the verdicts it could have changed.
pub fn judge(network: &Network, sources: &[Id], requirements: &[Requirement]) -> Report {
    let report = |source: &Id| SourceReport {
        source: *source,
        answers: requirements.iter().map(|requirement| answer(network, *source, requirement)).collect(),
    };
    let could_change = |unmodelled: &NotModelled| {
        requirements.iter().filter(|r| r.rests_on(unmodelled.could_change)).cloned().collect()
    };
    Report {
        sources: sources.iter().map(report).collect(),
        not_modelled: network.not_modelled.iter().map(|u| (u.clone(), could_change(u))).collect(),
    }
}

impl Requirement {
    /// What a workload tries to find out whether it holds.
    pub fn errand(&self) -> Errand<'_> {
        match self {
            Requirement::Isolated => Errand::Leave,
            Requirement::Install(ecosystem) => Errand::Install(*ecosystem),
            Requirement::Read(store) => Errand::Read(*store),
            Requirement::Call(service) => Errand::Call(service),
            Requirement::Reach { destination, protocol, port } => {
                Errand::Reach(destination, *protocol, *port)
            }
        }
    }

    /// Whether an aspect that something unmodelled touches has a part in the answer.
    fn rests_on(&self, aspects: Aspects) -> bool {
        let calls = matches!(self, Self::Install(_) | Self::Read(_) | Self::Call(_));
        aspects.network
            || (aspects.names && calls)
            || (aspects.policies && calls)
            || (aspects.data && matches!(self, Self::Read(_)))
    }
}

impl Answer {
    /// The way that decides: of the step that failed or leaks, else of the last step that crossed the network.
    pub fn path(&self) -> &[Hop] {
        let walked = || self.steps.iter().filter(|step| !step.hops.is_empty());
        walked()
            .find(|step| step.outcome == Outcome::Fails)
            .or_else(|| walked().find(|step| step.outcome != Outcome::Works))
            .or_else(|| walked().next_back())
            .map_or(&[], |step| &step.hops)
    }
}

fn answer(network: &Network, source: Id, requirement: &Requirement) -> Answer {
    if !network.refusals.is_empty() {
        return undeployable(network, requirement);
    }
    let Some(journey) = travel(network, source, requirement.errand()) else {
        let finding = Finding {
            code: Code::NothingToAskAbout,
            resource: Some(source),
            place: Some(network.place(source)),
            compared: Compared::default(),
            subject: network.name(source).into(),
        };
        return Answer {
            requirement: requirement.clone(),
            verdict: Verdict::Unknown,
            findings: vec![finding],
            notes: Vec::new(),
            steps: Vec::new(),
            witness: None,
            partial: None,
        };
    };
    told(requirement, journey)
}

fn told(requirement: &Requirement, journey: Journey) -> Answer {
    let Journey { outcome, steps, findings, notes, witness } = journey;
    let (verdict, partial) = match outcome {
        Outcome::Works => (Verdict::Holds, None),
        Outcome::Fails => (Verdict::Fails, None),
        Outcome::Partial(partial) => (Verdict::Partial, Some(partial)),
        Outcome::Unknown => (Verdict::Unknown, None),
    };
    Answer { requirement: requirement.clone(), verdict, findings, notes, steps, witness, partial }
}

fn undeployable(network: &Network, requirement: &Requirement) -> Answer {
    let findings = network.refusals.iter().map(|refusal| Finding {
        code: refusal.code,
        resource: Some(refusal.id),
        place: Some(refusal.place),
        compared: Compared { rule: refusal.detail.clone(), packet: Box::default() },
        subject: refusal.detail.clone(),
    });
    Answer {
        requirement: requirement.clone(),
        verdict: Verdict::Undeployable,
        findings: findings.collect(),
        notes: Vec::new(),
        steps: Vec::new(),
        witness: None,
        partial: None,
    }
}

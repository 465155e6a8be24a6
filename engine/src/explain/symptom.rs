//! What a failure looks like to the one who sits in front of it.

use crate::code::Code;
use crate::journey::{Gate, Outcome, Step};
use crate::verdict::{Answer, Requirement, Verdict};

/// What is seen when something fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Symptom {
    /// Nothing answers, and after a while the client gives up.
    Timeout,
    /// The name has no address.
    NoAddress,
    /// 403: the call is refused.
    AccessDenied,
    /// There are no credentials to sign with.
    NoCredentials,
    /// 404: no such package, or no such repository.
    NotFound,
    /// pip finds nothing that fits.
    NoMatch,
    /// Nothing at all is seen: packets simply get out.
    Silent,
    /// AWS refuses to build it.
    Refused,
    /// It cannot be said.
    Open,
}

impl Symptom {
    /// Every symptom.
    pub const ALL: [Symptom; 9] = [
        Symptom::Timeout,
        Symptom::NoAddress,
        Symptom::AccessDenied,
        Symptom::NoCredentials,
        Symptom::NotFound,
        Symptom::NoMatch,
        Symptom::Silent,
        Symptom::Refused,
        Symptom::Open,
    ];
}

/// The step at which an answer that does not hold goes wrong.
pub fn failing_step(answer: &Answer) -> Option<(usize, &Step)> {
    answer.steps.iter().enumerate().find(|(_, step)| step.outcome != Outcome::Works)
}

/// What is seen; `None` where the requirement holds.
pub fn symptom(answer: &Answer) -> Option<Symptom> {
    match answer.verdict {
        Verdict::Holds => return None,
        Verdict::Undeployable => return Some(Symptom::Refused),
        Verdict::Unknown => return Some(Symptom::Open),
        Verdict::Fails | Verdict::Partial => {}
    }
    if answer.requirement == Requirement::Isolated {
        return Some(Symptom::Silent);
    }
    let first = answer.findings.first().map(|finding| finding.code);
    Some(first.map_or(Symptom::Open, |code| of(code, failing_step(answer).map(|(_, step)| step.gate))))
}

fn of(code: Code, gate: Option<Gate>) -> Symptom {
    match code {
        Code::DnsSupportDisabled => Symptom::NoAddress,
        Code::IdentityPolicyDenies | Code::EndpointPolicyDenies | Code::ResourcePolicyDenies => {
            Symptom::AccessDenied
        }
        Code::NoCredentials => Symptom::NoCredentials,
        Code::NoExternalConnection | Code::NoSuchRepository => Symptom::NotFound,
        Code::GitHostIsNotAnIndex => Symptom::NoMatch,
        _ if gate == Some(Gate::Policy) => Symptom::AccessDenied,
        _ if gate == Some(Gate::Network) => Symptom::Timeout,
        _ => Symptom::Open,
    }
}

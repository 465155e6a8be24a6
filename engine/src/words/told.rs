//! The arguments of a code's sentence.

use crate::code::Code;
use crate::journey::{Finding, Outcome, Step};
use crate::network::Refusal;
use crate::verdict::{Answer, Ecosystem};

use super::{Name, Naming};

/// What a sentence may speak of; all of it may be absent.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Told<'a> {
    /// What decided.
    pub(super) by: Option<Name<'a>>,
    /// Host name, address, service, action, property.
    pub(super) subject: &'a str,
    /// Whether it is the reply that is spoken of.
    pub(super) reply: bool,
}

impl<'a> Told<'a> {
    pub(super) fn finding(finding: &'a Finding, names: &'a dyn Naming) -> Self {
        Self { by: finding.resource.map(|id| names.name(id)), subject: &finding.subject, reply: false }
    }

    /// A step's finding; where its last hop is on the way back and stops it, the reply is spoken of.
    pub(super) fn step(step: &'a Step, names: &'a dyn Naming) -> Self {
        let reply = step.outcome != Outcome::Works && step.hops.last().is_some_and(|hop| hop.reply);
        Self { reply, ..Self::finding(&step.finding, names) }
    }

    /// An answer's reason: its first finding, told as the step that found it.
    pub(super) fn reason(answer: &'a Answer, names: &'a dyn Naming) -> Option<(Code, Self)> {
        let finding = answer.findings.first()?;
        let step = answer.steps.iter().find(|step| step.finding == *finding);
        Some((
            finding.code,
            step.map_or_else(|| Self::finding(finding, names), |step| Self::step(step, names)),
        ))
    }

    pub(super) fn refusal(refusal: &'a Refusal, names: &'a dyn Naming) -> Self {
        Self { by: Some(names.name(refusal.id)), subject: &refusal.detail, reply: false }
    }
}

/// A package client's command.
pub(super) fn client(ecosystem: Ecosystem) -> &'static str {
    match ecosystem {
        Ecosystem::Pypi => "pip",
        Ecosystem::Npm => "npm",
        Ecosystem::Maven => "Maven",
    }
}

/// A public package index.
pub(super) fn index(ecosystem: Ecosystem) -> &'static str {
    match ecosystem {
        Ecosystem::Pypi => "PyPI",
        Ecosystem::Npm => "npm",
        Ecosystem::Maven => "Maven Central",
    }
}

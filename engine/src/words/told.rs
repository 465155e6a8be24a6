//! The arguments of a code's sentence.

use crate::journey::Finding;
use crate::network::Refusal;
use crate::verdict::Ecosystem;

use super::{Name, Naming};

/// What a sentence may speak of; all of it may be absent.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Told<'a> {
    /// What decided.
    pub(super) by: Option<Name<'a>>,
    /// Host name, address, service, action, property.
    pub(super) subject: &'a str,
}

impl<'a> Told<'a> {
    pub(super) fn finding(finding: &'a Finding, names: &'a dyn Naming) -> Self {
        Self { by: finding.resource.map(|id| names.name(id)), subject: &finding.subject }
    }

    pub(super) fn refusal(refusal: &'a Refusal, names: &'a dyn Naming) -> Self {
        Self { by: Some(names.name(refusal.id)), subject: &refusal.detail }
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

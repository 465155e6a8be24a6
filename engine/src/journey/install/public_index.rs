//! Install from the public index: every host it needs has to be reached.
//!
//! pip asks pypi.org for the index and files.pythonhosted.org for the files, so "the endpoint of PyPI" is never one address.

use super::super::visit::visit;
use super::{Course, Ecosystem, Finding, Traveller, served, unreachable_index};
use crate::facts::indexes;

/// The ecosystem's name in the facts.
fn name(ecosystem: Ecosystem) -> &'static str {
    match ecosystem {
        Ecosystem::Pypi => "pypi",
        Ecosystem::Npm => "npm",
        Ecosystem::Maven => "maven",
    }
}

/// Whether this host is the ecosystem's public index.
pub(super) fn is_public_index(ecosystem: Ecosystem, host: &str) -> bool {
    indexes::hosts(name(ecosystem)).iter().any(|known| known.name == host)
}

/// Visits the hosts in the order a client asks them.
pub(super) fn install(t: &Traveller<'_>, course: &mut Course, ecosystem: Ecosystem) -> Finding {
    let hosts = indexes::hosts(name(ecosystem));
    for host in hosts {
        if visit(t, course, host.name).is_none() {
            unreachable_index(t, course, host.name);
            break;
        }
    }
    served(t, course, hosts.first().map_or("", |host| host.name))
}

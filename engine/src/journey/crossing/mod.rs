//! The network gate: whether packets get to one of some addresses, and the answers back.
//!
//! A client tries all addresses of a name. Of an endpoint's interfaces one that answers is enough; public addresses are those
//! a name *may* resolve to, so all of a family have to work.

mod arrival;
mod blame;
mod from;
mod managed;
mod passed;

use std::net::IpAddr;

pub(super) use self::blame::unknown;
pub(super) use self::managed::managed_hop;
use super::traveller::Traveller;
use super::{Finding, Gate, Outcome, Step, Witness, assumed};
use crate::code::Code;
use crate::network::{Id, Network};
use crate::packet::{Addresses, Protocol, Ranges, Traffic};
use crate::reach::End;

/// What is tried.
#[derive(Clone, Copy)]
pub(super) struct Aim<'a> {
    /// The addresses.
    pub(super) to: &'a Addresses,
    /// The traffic.
    pub(super) traffic: &'a Traffic,
    /// Whether every address (of a family) has to work, or one.
    pub(super) every: bool,
    /// Whether an answer has to come back.
    pub(super) answer: bool,
    /// What the sentence speaks of.
    pub(super) subject: &'a str,
}

/// How it went.
pub(super) struct Crossing {
    /// The step.
    pub(super) step: Step,
    /// The path, as far as it led anywhere.
    pub(super) path: Path,
    /// An address that AWS chooses had a part in it.
    pub(super) note: Option<Finding>,
}

/// Where packets went.
#[derive(Default)]
pub(super) struct Path {
    /// Where they arrived, if they did.
    pub(super) end: Option<End>,
    /// Source address as sent.
    pub(super) source: Option<IpAddr>,
    /// A packet that gets through.
    pub(super) witness: Option<Witness>,
}

impl Path {
    /// The VPC endpoint on the path.
    pub(super) fn endpoint(&self, network: &Network) -> Option<Id> {
        match self.end {
            Some(End::GatewayEndpoint(id)) => Some(id),
            Some(End::Interface(id)) => network
                .interfaces
                .get(&id)
                .map(|i| i.owner)
                .filter(|owner| network.endpoints.contains_key(owner)),
            _ => None,
        }
    }
}

/// Tries it from every interface; the first that works counts, else the one that comes closest.
pub(super) fn cross(t: &Traveller<'_>, aim: &Aim<'_>) -> Crossing {
    if t.workload.direct_internet_access && !aim.to.v4.is_empty() && !aim.to.is_subset(&t.inside()) {
        return managed::managed(t, aim);
    }
    let mut best: Option<Crossing> = None;
    for interface in &t.workload.interfaces {
        let mut tried = from::from(t, *interface, aim);
        tried.note = assumed::note(t, *interface, aim.to, &tried.step.hops);
        if best.as_ref().is_none_or(|best| rank(&tried.step.outcome) < rank(&best.step.outcome)) {
            best = Some(tried);
        }
    }
    best.unwrap_or_else(|| {
        let finding = t.finding(Code::NoPath, Some(t.source), aim.subject);
        nowhere(Step { gate: Gate::Network, finding, outcome: Outcome::Fails, hops: Vec::new() })
    })
}

fn rank(outcome: &Outcome) -> u8 {
    match outcome {
        Outcome::Works => 0,
        Outcome::Partial(_) => 1,
        Outcome::Unknown => 2,
        Outcome::Fails => 3,
    }
}

fn nowhere(step: Step) -> Crossing {
    Crossing { step, path: Path::default(), note: None }
}

/// Traffic to one TCP port.
pub(super) fn tcp(port: u16) -> Traffic {
    Traffic::tcp(Ranges::one(port))
}

/// Traffic of one protocol to one port, or of one ICMP type.
pub(super) fn traffic(protocol: Protocol, port: u16) -> Traffic {
    let icmp_type = u8::try_from(port).unwrap_or(8);
    let types = Ranges::one(crate::packet::icmp_type_code(icmp_type, 0));
    match protocol {
        Protocol::Tcp => tcp(port),
        Protocol::Udp => Traffic::udp(Ranges::one(port)),
        Protocol::Icmp => Traffic { icmp: types, ..Traffic::empty() },
        Protocol::Icmpv6 => Traffic { icmpv6: types, ..Traffic::empty() },
        Protocol::Other(_) => Traffic::protocol(protocol),
    }
}

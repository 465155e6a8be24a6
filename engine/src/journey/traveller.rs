//! The one who tries: a workload with its interfaces, its VPC and what surrounds it.

use std::net::IpAddr;

use super::{Finding, Gate, Outcome, Step};
use crate::code::Code;
use crate::network::{Host, Id, Network, Vpc, Workload};
use crate::packet::Addresses;
use crate::reach::{Compared, Hop};
use crate::template::Place;

/// A workload about to try something.
#[derive(Clone, Copy)]
pub(super) struct Traveller<'a> {
    /// The model.
    pub(super) network: &'a Network,
    /// The workload's id.
    pub(super) source: Id,
    /// The workload.
    pub(super) workload: &'a Workload,
}

impl<'a> Traveller<'a> {
    /// The workload `source`, if it is one.
    pub(super) fn new(network: &'a Network, source: Id) -> Option<Self> {
        network.workloads.get(&source).map(|workload| Self { network, source, workload })
    }

    /// The VPC of the first interface.
    pub(super) fn vpc(&self) -> Option<(Id, &'a Vpc)> {
        let id = self.network.vpc_of(*self.workload.interfaces.first()?)?;
        self.network.vpcs.get(&id).map(|vpc| (id, vpc))
    }

    /// What the start-up script sets up.
    pub(super) fn host(&self) -> &'a Host {
        &self.workload.host
    }

    /// Addresses inside the VPC.
    pub(super) fn inside(&self) -> Addresses {
        let Some((_, vpc)) = self.vpc() else { return Addresses::empty() };
        vpc.v4
            .iter()
            .map(|net| Addresses::from(*net))
            .chain(vpc.v6.iter().map(|net| Addresses::from(*net)))
            .fold(Addresses::empty(), |all, net| all.union(&net))
    }

    /// The first interface's address of the family of `to`.
    pub(super) fn address_towards(&self, to: IpAddr) -> Option<IpAddr> {
        self.workload.interfaces.iter().find_map(|interface| self.address_of(*interface, to))
    }

    /// An interface's address of the family of `to`.
    pub(super) fn address_of(&self, interface: Id, to: IpAddr) -> Option<IpAddr> {
        let interface = self.network.interfaces.get(&interface)?;
        match to {
            IpAddr::V4(_) => interface.v4.map(IpAddr::V4),
            IpAddr::V6(_) => interface.v6.map(IpAddr::V6),
        }
    }

    /// The subnet of an interface that has no address of either family, because the subnet's range is not known.
    pub(super) fn unaddressed(&self, interface: Id) -> Option<Id> {
        let interface = self.network.interfaces.get(&interface)?;
        (interface.v4.is_none() && interface.v6.is_none()).then_some(interface.subnet)
    }

    /// A finding about a thing of the model, at its own place.
    pub(super) fn finding(&self, code: Code, resource: Option<Id>, subject: &str) -> Finding {
        Finding {
            code,
            resource,
            place: resource.map(|id| self.network.place(id)),
            compared: Compared::default(),
            subject: subject.into(),
        }
    }

    /// A finding about the line a start-up script stands at.
    pub(super) fn finding_at(&self, code: Code, place: Place, subject: &str) -> Finding {
        Finding { place: Some(place), ..self.finding(code, Some(self.source), subject) }
    }

    /// The finding a hop stands for.
    pub(super) fn finding_of(&self, hop: &Hop, subject: &str) -> Finding {
        Finding {
            code: hop.code,
            resource: Some(hop.by),
            place: Some(hop.place(self.network)),
            compared: hop.compared.clone(),
            subject: subject.into(),
        }
    }
}

/// A step without hops.
pub(super) fn step(gate: Gate, finding: Finding, outcome: Outcome) -> Step {
    Step { gate, finding, outcome, hops: Vec::new() }
}

//! What a state costs and what it opens, to rank fixes by.

use crate::facts::costs::Priced;
use crate::facts::internet;
use crate::network::{EndpointKind, Id, Network, WorkloadKind};
use crate::packet::{Addresses, Flows, Traffic};
use crate::reach::{self, Assume, End};

/// What everything that is built costs, in millionths of a US dollar an hour. Only what is billed by the hour counts.
pub fn hourly(network: &Network) -> u64 {
    let endpoints = network.endpoints.values().map(|endpoint| match &endpoint.kind {
        EndpointKind::Interface { interfaces, .. } => interfaces.len(),
        EndpointKind::Gateway { .. } => 0,
    });
    let instances = network.workloads.values().filter(|w| w.kind == WorkloadKind::Instance).count();
    let addresses = network.interfaces.values().filter(|i| i.public_v4.is_some()).count()
        + network.nat_gateways.values().filter(|nat| nat.public).count();
    let sum = |things: usize, priced: Priced| u64::try_from(things).unwrap_or(u64::MAX) * priced.hourly();
    sum(network.nat_gateways.len(), Priced::NatGateway)
        + sum(endpoints.sum(), Priced::EndpointInterface)
        + sum(addresses, Priced::PublicAddress)
        + sum(instances, Priced::Instance)
}

/// How many addresses of the internet (IPv4) a workload can send packets to, by its own interfaces or a managed one.
pub(super) fn destinations(network: &Network, source: Id) -> u64 {
    let Some(workload) = network.workloads.get(&source) else { return 0 };
    if workload.direct_internet_access {
        return count(&internet());
    }
    let everything = Flows::product(internet(), Traffic::full());
    let mut reached = Addresses::empty();
    for from in &workload.interfaces {
        for branch in reach::send(network, *from, &everything, Assume::Narrowest).branches {
            if matches!(branch.end, End::Internet(_)) {
                reached = reached.union(&branch.flows.addresses());
            }
        }
    }
    count(&reached)
}

fn count(addresses: &Addresses) -> u64 {
    addresses.v4.ranges().iter().map(|(low, high)| u64::from(high - low) + 1).sum()
}

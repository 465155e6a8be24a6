//! Reach a thing of the template, or an address: TCP there and back from any ephemeral port, UDP there, an ICMP echo there and
//! back. The destination is taken to listen.

use std::net::IpAddr;

use super::course::Course;
use super::crossing::{Aim, cross, traffic};
use super::traveller::{Traveller, step};
use super::{Gate, Journey, Outcome, host_firewall, read};
use crate::code::Code;
use crate::network::{EndpointKind, Id, Network};
use crate::packet::{Addresses, Protocol};

/// Tries to reach `destination`.
pub(super) fn reach(t: &Traveller<'_>, destination: &str, protocol: Protocol, port: u16) -> Journey {
    let Some(to) = addresses(t.network, destination) else {
        return match t.network.find(destination).filter(|id| may_have_address(t.network, *id)) {
            Some(id) => not_known(t, id),
            None => read::nothing(t, destination),
        };
    };
    let mut course = Course::default();
    if let Some(note) = host_firewall::note(t) {
        course.note(note);
    }
    let protocol = match (protocol, to.first()) {
        (Protocol::Icmp, Some(IpAddr::V6(_))) => Protocol::Icmpv6,
        (protocol, _) => protocol,
    };
    // An echo request has another number in ICMPv6.
    let port = if (protocol, port) == (Protocol::Icmpv6, 8) { 128 } else { port };
    let sent = traffic(protocol, port);
    let answer = protocol != Protocol::Udp;
    let crossing = cross(t, &Aim { to: &to, traffic: &sent, every: false, answer, subject: destination });
    course.witness(crossing.path.witness);
    if let Some(note) = crossing.note {
        course.note(note);
    }
    let mut success = crossing.step.finding.clone();
    success.code = if success.code == Code::NoPath { Code::InterfaceReached } else { success.code };
    course.take(crossing.step);
    course.finish(success)
}

/// The names of what can be asked for by name: things with a network interface, and NAT gateways.
pub fn destinations(network: &Network) -> impl Iterator<Item = &str> {
    let named = network.entities.iter().map(|entity| &*entity.name);
    named.filter(|name| {
        !name.contains('/') && network.find(name).is_some_and(|id| may_have_address(network, id))
    })
}

fn may_have_address(network: &Network, id: Id) -> bool {
    network.nat_gateways.get(&id).is_some_and(|nat| nat.subnet.is_some())
        || !interfaces(network, id).is_empty()
}

/// Its address is not known, so nothing about packets to it is.
fn not_known(t: &Traveller<'_>, id: Id) -> Journey {
    let finding = t.finding(Code::ValueUnknown, Some(id), t.network.name(id));
    let mut course = Course::default();
    course.take(step(Gate::Network, finding.clone(), Outcome::Unknown));
    course.finish(finding)
}

/// The addresses of a destination: as written, or those of a thing of the model.
pub(super) fn addresses(network: &Network, destination: &str) -> Option<Addresses> {
    if let Ok(address) = destination.parse::<IpAddr>() {
        return Some(Addresses::one(address));
    }
    let id = network.find(destination)?;
    if let Some(nat) = network.nat_gateways.get(&id) {
        return nat.private_address.map(|a| Addresses::one(IpAddr::V4(a)));
    }
    let all = interfaces(network, id)
        .into_iter()
        .filter_map(|interface| network.interfaces.get(&interface))
        .flat_map(|i| i.v4.map(IpAddr::V4).into_iter().chain(i.v6.map(IpAddr::V6)))
        .fold(Addresses::empty(), |all, one| all.union(&Addresses::one(one)));
    (!all.is_empty()).then_some(all)
}

fn interfaces(network: &Network, id: Id) -> Vec<Id> {
    if network.interfaces.contains_key(&id) {
        return vec![id];
    }
    if let Some(workload) = network.workloads.get(&id) {
        return workload.interfaces.clone();
    }
    match network.endpoints.get(&id).map(|e| &e.kind) {
        Some(EndpointKind::Interface { interfaces, .. }) => interfaces.clone(),
        _ => Vec::new(),
    }
}

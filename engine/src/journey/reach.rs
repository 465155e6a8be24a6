//! Reach a thing of the template, or an address: TCP there and back from any ephemeral port, UDP there, an ICMP echo there and
//! back. The destination is taken to listen.

use std::net::IpAddr;

use super::course::Course;
use super::crossing::{Aim, cross, traffic};
use super::traveller::Traveller;
use super::{Journey, host_firewall, read};
use crate::code::Code;
use crate::network::{EndpointKind, Id, Network};
use crate::packet::{Addresses, Protocol};

/// Tries to reach `destination`.
pub(super) fn reach(t: &Traveller<'_>, destination: &str, protocol: Protocol, port: u16) -> Journey {
    let Some(to) = addresses(t.network, destination) else { return read::nothing(t, destination) };
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
    let mut success = crossing.step.finding.clone();
    success.code = if success.code == Code::NoPath { Code::InterfaceReached } else { success.code };
    course.take(crossing.step);
    course.finish(success)
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

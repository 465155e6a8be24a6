//! The way from one interface, there and back.

use super::super::traveller::Traveller;
use super::super::{Gate, Outcome, Partial, Step, Witness, host_firewall, notation};
use super::blame::{blocker, limit, unknown};
use super::managed::{host_admits, host_blocks};
use super::passed::{arrives, ephemeral, meets, passed};
use super::{Aim, Crossing, Path, nowhere};
use crate::code::Code;
use crate::network::Id;
use crate::packet::{Addresses, Flows, Ranges};
use crate::reach::{self, Assume, Connection, Connections, Hop, Walk};

fn walk<'n>(t: &Traveller<'n>, interface: Id, aim: &Aim<'_>, assume: Assume) -> Connections<'n> {
    if aim.answer {
        return reach::connect(t.network, interface, aim.to, aim.traffic, &ephemeral(), assume);
    }
    let flows = Flows::product(aim.to.clone(), aim.traffic.clone());
    let Walk { branches, certain } = reach::send(t.network, interface, &flows, assume);
    let all = branches.into_iter().map(|branch| Connection { branch, reply: None }).collect();
    Connections { all, certain }
}

/// The addresses of the families that the interface can send: an open firewall for the other family helps nobody.
fn of_families(t: &Traveller<'_>, interface: Id, to: &Addresses) -> Addresses {
    let Some(interface) = t.network.interfaces.get(&interface) else { return to.clone() };
    let mut sent = to.clone();
    if interface.v4.is_none() {
        sent.v4 = Ranges::empty();
    }
    if interface.v6.is_none() {
        sent.v6 = Ranges::empty();
    }
    sent
}

/// An end without any address: its subnet's range is not known, so nothing about its packets is.
fn addressless(t: &Traveller<'_>, resource: Id) -> Crossing {
    let finding = t.finding(Code::ValueUnknown, Some(resource), t.network.name(resource));
    nowhere(Step { gate: Gate::Network, finding, outcome: Outcome::Unknown, hops: Vec::new() })
}

pub(super) fn from(t: &Traveller<'_>, interface: Id, aim: &Aim<'_>) -> Crossing {
    if let Some(subnet) = t.unaddressed(interface) {
        return addressless(t, subnet);
    }
    if aim.to.is_empty() {
        return addressless(t, interface);
    }
    let source =
        |c: &Connection<'_>| c.branch.flows.addresses().first().and_then(|to| t.address_of(interface, to));
    let admitted = match host_admits(t, aim, &of_families(t, interface, aim.to)) {
        Ok(admitted) => admitted,
        Err(stopped) => return *stopped,
    };
    let tried = Aim { to: admitted.as_ref().unwrap_or(aim.to), ..*aim };
    let Connections { all: narrow, certain: same } = walk(t, interface, &tried, Assume::Narrowest);
    let certain = passed(aim, &narrow, Assume::Narrowest);
    let lead = t.host().firewall.as_ref().and_then(|_| {
        let source = tried.to.first().and_then(|to| t.address_of(interface, to));
        let packet = notation::packet(source, tried.to, aim.traffic);
        host_firewall::hop(t, tried.to, aim.traffic, true, &packet)
    });
    if meets(aim, &certain.full)
        && let Some(c) = through(&narrow, &certain.full, Assume::Narrowest)
    {
        let there = c.branch.hops();
        let finding = t.finding_of_end(&c.branch, there.last(), aim.subject);
        let back = c.reply.iter().flat_map(|reply| &reply.hops).cloned();
        let hops = lead.into_iter().chain(there).chain(back).collect();
        let step = Step { gate: Gate::Network, finding, outcome: Outcome::Works, hops };
        let witness = witness(t, interface, c, &Ranges::full());
        let path = Path { end: Some(c.branch.end.clone()), source: source(c), witness };
        return Crossing { step, path, note: None };
    }
    let walked = if same { None } else { Some(walk(t, interface, &tried, Assume::Widest).all) };
    let wide = walked.as_ref().unwrap_or(&narrow);
    let possible = passed(aim, wide, Assume::Widest);
    if possible.some.is_empty() {
        let Some((hop, c)) = blocker(wide) else {
            let finding = t.finding(Code::NoPath, Some(interface), aim.subject);
            return nowhere(Step { gate: Gate::Network, finding, outcome: Outcome::Fails, hops: Vec::new() });
        };
        let finding = t.finding_of(&hop, aim.subject);
        let hops = lead.into_iter().chain(hops(c)).collect();
        return nowhere(Step { gate: Gate::Network, finding, outcome: Outcome::Fails, hops });
    }
    let reached = through(wide, &possible.some, Assume::Widest);
    let end = reached.map(|c| c.branch.end.clone());
    let source = reached.and_then(source);
    let hops = lead.into_iter().chain(reached.map(hops).unwrap_or_default()).collect();
    if possible.full == certain.full && possible.some == certain.some {
        let kept = || admitted.as_ref().and_then(|admitted| host_blocks(t, aim, admitted));
        let limit = limit(&narrow, aim).or_else(kept);
        let finding = limit.as_ref().map_or_else(
            || t.finding(Code::NoPath, Some(interface), aim.subject),
            |hop| t.finding_of(hop, aim.subject),
        );
        let partial = Partial {
            works: certain.some.clone(),
            source_ports: certain.ports.clone(),
            resources: Vec::new(),
        };
        let witness = reached.and_then(|c| witness(t, interface, c, &certain.ports));
        let step = Step { gate: Gate::Network, finding, outcome: Outcome::Partial(partial), hops };
        return Crossing { step, path: Path { end, source, witness }, note: None };
    }
    let finding = unknown(t, &narrow, wide, aim.subject);
    let step = Step { gate: Gate::Network, finding, outcome: Outcome::Unknown, hops };
    Crossing { step, path: Path { end, source, witness: None }, note: None }
}

/// The first connection that arrives with some of these packets.
fn through<'c, 'n>(
    connections: &'c [Connection<'n>],
    flows: &Flows,
    assume: Assume,
) -> Option<&'c Connection<'n>> {
    connections.iter().find(|c| arrives(&c.branch.end, assume) && c.branch.flows.meets(flows))
}

/// All hops of a connection, there and back.
pub(super) fn hops(c: &Connection<'_>) -> Vec<Hop> {
    let mut hops = c.branch.hops();
    hops.extend(c.reply.iter().flat_map(|reply| &reply.hops).cloned());
    hops
}

/// A packet of a connection that gets through and whose answer arrives.
fn witness(t: &Traveller<'_>, interface: Id, c: &Connection<'_>, ports: &Ranges<u16>) -> Option<Witness> {
    let reply = c.reply.as_ref().map_or_else(Ranges::full, |reply| reply.ports.clone());
    let port = reply.intersection(ports).intersection(&ephemeral()).first();
    notation::witness(&c.branch.flows, port, |to| t.address_of(interface, to))
}

//! `reach` against real packets: the kernel's own connection tracking, routing and address translation play groups, ACLs, tables and
//! gateways in namespaces, and a connection succeeds exactly when the engine says so.
//!
//! | In the model | In the kernel |
//! |---|---|
//! | interface | namespace with one address; its groups are stateful chains at its two borders |
//! | source/destination check | whether the interface's namespace forwards |
//! | subnet | namespace that forwards; its ACL is a stateless chain at its uplink |
//! | route tables | policy routing in the VPC's router and, for targets in the same subnet, in the subnet |
//! | NAT gateway, NAT instance | masquerading, the gateway into ports 1024–65535 |
//! | internet gateway | one public address for each private one, private destinations dropped |
//!
//! Everything stands in a user, mount and network namespace of its own: no packet can leave it, and the kernel takes it down
//! with the process however that ends. Out of reach: IPv6, ICMP, port 0, services and their endpoints, peering.

#![cfg(target_os = "linux")]
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::format_push_string,
    reason = "a test may stop where its own data is wrong, and need not be fast"
)]

mod build;
#[path = "kernel/filters.rs"]
mod filters;
#[path = "oracle/gateways.rs"]
mod gateways;
#[path = "kernel/lab.rs"]
mod lab;
#[expect(dead_code, reason = "its packets and networks are more than a kernel can play")]
#[path = "oracle/probes.rs"]
mod probes;
#[expect(dead_code, reason = "its packets and networks are more than a kernel can play")]
#[path = "oracle/random.rs"]
mod random;
#[path = "kernel/sandbox.rs"]
mod sandbox;
#[path = "kernel/shots.rs"]
mod shots;
#[path = "kernel/size.rs"]
mod size;
#[path = "oracle/walker.rs"]
mod walker;
#[path = "kernel/wires.rs"]
mod wires;
#[path = "kernel/world.rs"]
mod world;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use engine::code::Code;
use engine::packet::{Protocol, Target};
use engine::reach::{Assume, Connection, End};
use lab::Lab;
use probes::{Fate, Probe, everything, judged};
use random::Random;
use sandbox::Sandbox;
use shots::{Shot, shoot};
use size::{NETWORKS, SHOTS};
use walker::Walker;
use world::World;

/// What became of a packet, in one letter: `a`nswered, arrived with`o`ut an answer, lost (`x`).
fn letter(fate: &Fate) -> char {
    match (&fate.end, fate.answered) {
        (End::Blocked | End::Unknown(_), _) => 'x',
        (_, true) => 'a',
        (_, false) => 'o',
    }
}

/// The connection a packet belongs to.
fn of<'a, 'n>(connections: &'a [Connection<'n>], probe: &Probe) -> Option<&'a Connection<'n>> {
    let protocol = Protocol::from_number(probe.protocol);
    let target = Target { address: probe.to, protocol, port: probe.port };
    connections.iter().find(|c| c.branch.flows.contains(&target))
}

/// Whether the engine's way there has this step.
fn passed(connections: &[Connection<'_>], probe: &Probe, step: Code) -> bool {
    of(connections, probe).is_some_and(|c| c.branch.hop(step).is_some())
}

/// The last decision the engine names, there and back.
fn deciding(connections: &[Connection<'_>], probe: &Probe) -> String {
    let Some(found) = of(connections, probe) else { return String::new() };
    let mut text = String::new();
    let back = found.reply.iter().flat_map(|reply| reply.hops.last().into_iter().chain(&reply.cuts).cloned());
    for hop in found.branch.last_hop().into_iter().chain(back) {
        let way = if hop.reply { "back" } else { "there" };
        let _ = write!(text, "{way} {} `{}` ", hop.code, hop.compared.rule);
    }
    text
}

/// One network: its disagreements as lines of the table, and how often each letter was seen.
fn check(seed: u64, met: &mut BTreeMap<&str, usize>) -> String {
    let mut random = Random::new(seed);
    let world = World::new(&mut random);
    let network = &world.build.network;
    let shots = world.shots(&mut random, SHOTS);
    let lab = Lab::new(seed, &world);
    let mut lines = String::new();
    for (Shot { from, probe }, landed) in shots.iter().zip(shoot(&lab, &world, &shots)) {
        // Which port a NAT gateway chooses is its own affair; the answer is judged by the one it chose.
        let probe = Probe { nat_port: landed.seen_from.unwrap_or(probe.nat_port), ..*probe };
        let connections = everything(network, *from, Assume::Narrowest);
        let expected = letter(&Walker { network, probe }.send(*from));
        let engine = letter(&judged(&connections, &probe));
        let kernel = landed.letter();
        for (what, is_so) in [
            ("answered", kernel == 'a'),
            ("arrived without an answer", kernel == 'o'),
            ("lost", kernel == 'x'),
            (
                "arrived through a NAT gateway",
                kernel != 'x' && passed(&connections, &probe, Code::NatGatewayTranslates),
            ),
            (
                "arrived through a NAT instance",
                kernel != 'x' && passed(&connections, &probe, Code::NatInstanceTranslates),
            ),
        ] {
            *met.entry(what).or_default() += usize::from(is_so);
        }
        if expected != kernel || engine != kernel {
            let _ = writeln!(
                lines,
                "{expected} | {engine} | {kernel} | seed {seed} {} port {} to {} {} port {} | {}",
                network.name(*from),
                probe.source_port,
                probe.to,
                if probe.protocol == 6 { "tcp" } else { "udp" },
                probe.port,
                deciding(&connections, &probe),
            );
        }
    }
    lines
}

#[test]
fn real_packets_go_where_they_should() {
    match Sandbox::enter("real_packets_go_where_they_should") {
        Sandbox::Inside => {}
        Sandbox::Ran => return,
        Sandbox::NotAllowed(why) => {
            eprintln!("SKIPPED: no real packets, this machine has no namespaces for them: {why}");
            return;
        }
    }
    let mut met = BTreeMap::new();
    let lines: String =
        (0..NETWORKS).map(|n| u64::try_from(n).unwrap()).map(|seed| check(seed, &mut met)).collect();
    println!("of {} connections {met:?}", NETWORKS * SHOTS);
    assert!(lines.is_empty(), "\nexpected | engine | kernel\n{lines}");
    assert!(met.values().all(|n| *n >= 15), "every outcome is met often: {met:?}");
}

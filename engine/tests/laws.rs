//! Laws of `reach` on random small networks: changes that change nothing, changes that only add, and what is not known.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop where its own data is wrong"
)]

mod build;
#[path = "oracle/probes.rs"]
mod probes;
#[path = "oracle/random.rs"]
mod random;

use std::collections::BTreeMap;

use build::{Build, addresses};
use engine::network::{AclEntry, Destination, GroupRule, Id, Network, Peer, Target};
use engine::packet::{Addresses, Flows, Traffic};
use engine::reach::{Assume, End};
use engine::template::{Unknown, UnknownWhy};
use ipnet::IpNet;
use probes::{boundaries, everything, judged, probe};
use random::{RANGES, Random};

/// What happens to every packet: flows by end and answer.
fn outcome(network: &Network, from: Id) -> BTreeMap<String, Flows> {
    let mut all: BTreeMap<String, Flows> = BTreeMap::new();
    for c in everything(network, from, Assume::Narrowest) {
        let reply = c.reply.map(|r| (r.ports, r.nat_ports));
        let flows = all.entry(format!("{:?} {reply:?}", c.branch.end)).or_default();
        *flows = flows.union(&c.branch.flows);
    }
    all
}

/// Flows that arrive, by where.
fn arriving(network: &Network, from: Id) -> BTreeMap<String, Flows> {
    let mut all: BTreeMap<String, Flows> = BTreeMap::new();
    for c in everything(network, from, Assume::Narrowest) {
        if !matches!(c.branch.end, End::Blocked | End::Unknown(_)) {
            let flows = all.entry(format!("{:?}", c.branch.end)).or_default();
            *flows = flows.union(&c.branch.flows);
        }
    }
    all
}

/// A change that must change nothing; it says whether it changed the template at all.
#[track_caller]
fn check_changes_nothing(change: impl Fn(&mut Build, &mut Random) -> bool) {
    let mut changed = 0;
    for seed in 0..120 {
        let mut random = Random::new(seed);
        let (build, interfaces) = random::network(&mut random);
        let mut other = build.clone();
        if !change(&mut other, &mut random) {
            continue;
        }
        changed += 1;
        for from in interfaces {
            let (before, after) = (outcome(&build.network, from), outcome(&other.network, from));
            assert_eq!(before, after, "seed {seed} from {}", build.network.name(from));
        }
    }
    assert!(changed > 30, "the change took place in {changed} networks");
}

/// The halves of a set that is one prefix.
fn halves(set: &Addresses) -> Option<[Addresses; 2]> {
    let [prefix] = set.prefixes().try_into().ok()?;
    let prefix: IpNet = prefix;
    let halves: Vec<IpNet> = prefix.subnets(prefix.prefix_len() + 1).ok()?.collect();
    Some([Addresses::prefix(halves[0]), Addresses::prefix(halves[1])])
}

#[test]
fn a_range_in_two_halves_is_the_range() {
    check_changes_nothing(|build, _| {
        for (_, acl) in build.network.acls.iter_mut() {
            for list in [&mut acl.ingress, &mut acl.egress] {
                let split = |e: &AclEntry| match halves(&e.addresses) {
                    Some(both) => both.map(|addresses| AclEntry { addresses, ..e.clone() }).to_vec(),
                    None => vec![e.clone()],
                };
                *list = list.iter().flat_map(split).collect();
                for (number, entry) in (1..).step_by(7).zip(list) {
                    entry.number = number;
                }
            }
        }
        for (_, group) in build.network.groups.iter_mut() {
            for list in [&mut group.ingress, &mut group.egress] {
                let split = |r: &GroupRule| match &r.peer {
                    Peer::Addresses(set) => match halves(set) {
                        Some(both) => {
                            both.map(|a| GroupRule { peer: Peer::Addresses(a), ..r.clone() }).to_vec()
                        }
                        None => vec![r.clone()],
                    },
                    Peer::Group(_) => vec![r.clone()],
                };
                *list = list.iter().flat_map(split).collect();
            }
        }
        true
    });
}

#[test]
fn a_route_in_two_halves_is_the_route() {
    check_changes_nothing(|build, _| {
        for (_, table) in build.network.route_tables.iter_mut() {
            // Only the least specific ones, so that no half meets another route of the same prefix.
            let default =
                table.routes.iter().position(|r| r.destination == Destination::V6("::/0".parse().unwrap()));
            if let Some(at) = default {
                let route = table.routes.remove(at);
                for half in ["::/1", "8000::/1"] {
                    let destination = Destination::V6(half.parse().unwrap());
                    table.routes.push(engine::network::Route { destination, ..route.clone() });
                }
            }
        }
        true
    });
}

#[test]
fn a_subnet_nothing_stands_in_changes_nothing() {
    check_changes_nothing(|build, _| {
        let vpc = build.network.find("Vpc").unwrap();
        let (acl, table) = (build.acl("OtherAcl", vpc), build.table("OtherTable", vpc, &["10.0.0.0/16"]));
        build.open_acl(acl);
        build.route(table, "0.0.0.0/0", Target::Blackhole);
        build.subnet("Other", vpc, &["10.0.3.0/24"], table, acl);
        true
    });
}

#[test]
fn neighbouring_acl_entries_that_share_no_packet_may_swap() {
    check_changes_nothing(|build, random| {
        let mut any = false;
        for (_, acl) in build.network.acls.iter_mut() {
            for list in [&mut acl.ingress, &mut acl.egress] {
                let at = random.below(list.len().max(2) - 1);
                if let Some([a, b]) = list.get(at..).and_then(|l| l.first_chunk::<2>()) {
                    let apart = a.addresses.intersection(&b.addresses).is_empty()
                        || a.traffic.intersection(&b.traffic).is_empty();
                    if apart && a.allow != b.allow {
                        list.swap(at, at + 1);
                        any = true;
                    }
                }
            }
        }
        any
    });
}

#[test]
fn another_group_rule_never_takes_reach_away() {
    let mut more = 0;
    for seed in 0..120 {
        let mut random = Random::new(seed);
        let (build, interfaces) = random::network(&mut random);
        let mut other = build.clone();
        let group = other.network.find("Group1").unwrap();
        let peer = Peer::Addresses(addresses(random.pick(&RANGES)));
        other.rule(group, random.one_in(2), peer, Traffic::full());
        for from in interfaces {
            let (before, after) = (arriving(&build.network, from), arriving(&other.network, from));
            for (end, flows) in &before {
                let still = after.get(end).cloned().unwrap_or_default();
                assert!(flows.is_subset(&still), "seed {seed} from {} to {end}", build.network.name(from));
            }
            more += usize::from(before != after);
        }
    }
    assert!(more > 20, "the rule mattered {more} times");
}

/// Hides a part of a network: some rules become "something inside what stands here", some routes lose their destination.
fn hide(network: &mut Network, random: &mut Random) {
    let why = || Unknown { what: "Hidden".into(), why: UnknownWhy::ParameterNotGiven };
    for (_, acl) in network.acls.iter_mut() {
        for entry in acl.ingress.iter_mut().chain(&mut acl.egress) {
            if random.one_in(6) {
                entry.unknown = Some(why());
                entry.addresses = Addresses::full();
                if random.one_in(2) {
                    entry.traffic = Traffic::full();
                }
            }
        }
    }
    for (_, group) in network.groups.iter_mut() {
        for rule in group.ingress.iter_mut().chain(&mut group.egress) {
            if random.one_in(6) {
                rule.unknown = Some(why());
                rule.peer = Peer::Addresses(Addresses::full());
            }
        }
    }
    for (_, table) in network.route_tables.iter_mut() {
        for route in &mut table.routes {
            let local = route.target == Target::Local;
            let narrower = match route.destination {
                Destination::V4(n) => n.prefix_len() > 16,
                Destination::V6(n) => n.prefix_len() > 56,
                _ => false,
            };
            // A route more specific than the local one cannot lead to just anything.
            let inner = narrower && !matches!(route.target, Target::NatGateway(_) | Target::Interface(_));
            if !local && !inner && random.one_in(8) {
                route.destination = Destination::Unknown(why());
            }
        }
    }
}

#[test]
fn what_is_not_known_bounds_what_is() {
    let (mut certain, mut doubtful) = (0, 0);
    for seed in 0..200 {
        let mut random = Random::new(seed);
        let (build, interfaces) = random::network(&mut random);
        let mut hidden = build.network.clone();
        hide(&mut hidden, &mut random);
        let addresses = boundaries(&build.network);
        for from in interfaces {
            let known = everything(&build.network, from, Assume::Narrowest);
            let least = everything(&hidden, from, Assume::Narrowest);
            let most = everything(&hidden, from, Assume::Widest);
            for _ in 0..60 {
                let probe = probe(&mut random, &build.network, &addresses);
                let [known, least, most] = [&known, &least, &most].map(|c| judged(c, &probe));
                let told = format!(
                    "seed {seed} from {} {probe:?}\n{known:?}\n{least:?}\n{most:?}",
                    build.network.name(from)
                );
                let arrives = |end: &End| !matches!(end, End::Blocked | End::Unknown(_));
                if arrives(&least.end) {
                    assert_eq!(least.end, known.end, "what arrives at the least arrives: {told}");
                    assert!(known.answered || !least.answered, "so do its answers: {told}");
                    certain += 1;
                }
                if most.end == End::Blocked {
                    assert_eq!(known.end, End::Blocked, "what is stopped at the most is stopped: {told}");
                    certain += 1;
                }
                if arrives(&most.end) && known.end == most.end && !most.answered {
                    assert!(!known.answered, "so are its answers: {told}");
                }
                doubtful += usize::from(least.end != most.end);
            }
        }
    }
    assert!(certain > 10_000 && doubtful > 10_000, "{certain} certain, {doubtful} doubtful");
}

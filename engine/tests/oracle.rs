//! `reach` against a second, slow and obvious evaluator: every boundary of random small networks, exact agreement.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop where its own data is wrong"
)]

mod build;
#[path = "oracle/random.rs"]
mod random;
#[path = "oracle/walker.rs"]
mod walker;

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use engine::network::{Id, Network};
use engine::packet::{Addresses, Protocol, Ranges, Target, Traffic};
use engine::reach::{Assume, Connection, End, connect};
use ipnet::IpNet;
use random::{PORTS, RANGES, Random};
use walker::{Fate, Probe, Walker};

/// Addresses at and beside every boundary.
fn boundaries(network: &Network) -> Vec<IpAddr> {
    let mut all: Vec<IpAddr> = vec![
        "8.8.8.8".parse().unwrap(),
        "169.254.169.253".parse().unwrap(),
        "169.254.169.254".parse().unwrap(),
        "10.0.0.2".parse().unwrap(),
        "127.0.0.1".parse().unwrap(),
        "224.0.0.1".parse().unwrap(),
        "fd00:ec2::253".parse().unwrap(),
        "172.16.0.1".parse().unwrap(),
        "192.168.255.255".parse().unwrap(),
    ];
    let own = |i: &engine::network::Interface| [i.v4.map(IpAddr::V4), i.v6.map(IpAddr::V6)];
    all.extend(network.interfaces.values().flat_map(own).flatten());
    for range in RANGES {
        let net: IpNet = range.parse().unwrap();
        all.extend([net.network(), net.broadcast()]);
    }
    let beside: Vec<IpAddr> = all
        .iter()
        .flat_map(|address| match address {
            IpAddr::V4(a) => [a.to_bits().wrapping_add(1), a.to_bits().wrapping_sub(1)]
                .map(|n| IpAddr::V4(Ipv4Addr::from_bits(n))),
            IpAddr::V6(a) => [a.to_bits().wrapping_add(1), a.to_bits().wrapping_sub(1)]
                .map(|n| IpAddr::V6(Ipv6Addr::from_bits(n))),
        })
        .collect();
    all.extend(beside);
    all.sort();
    all.dedup();
    all
}

fn port(random: &mut Random) -> u16 {
    let port = random.pick(&PORTS);
    match random.below(4) {
        0 => port.wrapping_add(1),
        1 => port.wrapping_sub(1),
        _ => port,
    }
}

/// A packet to a boundary; every other one to an interface or a place outside, so that many arrive.
fn probe(random: &mut Random, network: &Network, addresses: &[IpAddr]) -> Probe {
    let (protocol, port) = match random.below(12) {
        0..6 => (6, port(random)),
        6 | 7 => (17, port(random)),
        8 => (1, random.pick(&[8 * 256, 0, 8 * 256 + 1, 3 * 256 + 4])),
        9 => (58, random.pick(&[128 * 256, 129 * 256, 1])),
        10 => (47, 0),
        _ => (random.pick(&[0, 2, 255]), 0),
    };
    let interfaces: Vec<_> = network.interfaces.values().collect();
    let nat_port = self::port(random).max(1024);
    let likely = random.one_in(2).then(|| match random.below(4) {
        0 => random.pick(&["8.8.8.8", "151.101.128.1", "2a04:4e42::1"]).parse().ok(),
        1 => random.pick(&interfaces).v6.map(IpAddr::V6),
        _ => random.pick(&interfaces).v4.map(IpAddr::V4),
    });
    let to = likely.flatten().unwrap_or_else(|| random.pick(addresses));
    Probe { to, protocol, port, source_port: self::port(random), nat_port }
}

/// What `reach` says of one packet. Panics where not exactly one connection has it.
fn judged(connections: &[Connection], probe: &Probe) -> Fate {
    let target =
        Target { address: probe.to, protocol: Protocol::from_number(probe.protocol), port: probe.port };
    let mut with = connections.iter().filter(|c| c.branch.flows.contains(&target));
    let found = with.next().unwrap();
    assert!(with.next().is_none(), "two branches have {probe:?}");
    let answered = found.reply.as_ref().is_some_and(|reply| {
        reply.ports.contains(probe.source_port)
            && reply.nat_ports.as_ref().is_none_or(|p| p.contains(probe.nat_port))
    });
    let end = match &found.branch.end {
        End::Unknown(_) => End::Unknown(None),
        end => end.clone(),
    };
    Fate { end, answered }
}

fn wants_answer(probe: &Probe) -> bool {
    match probe.protocol {
        6 | 17 => true,
        1 => probe.port == 8 * 256,
        58 => probe.port == 128 * 256,
        _ => false,
    }
}

/// Everything `reach` can say from one interface.
fn everything(network: &Network, from: Id) -> Vec<Connection> {
    connect(network, from, &Addresses::full(), &Traffic::full(), &Ranges::full(), Assume::Narrowest)
}

#[test]
fn a_million_packets_go_where_they_should() {
    let (mut packets, mut ends, mut answers) = (0_u32, [0_u32; 6], [0_u32; 2]);
    for seed in 0..1500 {
        let mut random = Random::new(seed);
        let (build, interfaces) = random::network(&mut random);
        let network = &build.network;
        let addresses = boundaries(network);
        for from in interfaces {
            let connections = everything(network, from);
            for _ in 0..120 {
                let probe = probe(&mut random, network, &addresses);
                let mut expected = Walker { network, probe }.send(from);
                let found = judged(&connections, &probe);
                let arrived = !matches!(expected.end, End::Blocked | End::Unknown(_));
                expected.answered &= arrived && wants_answer(&probe);
                assert_eq!(found, expected, "seed {seed} from {} {probe:?}", network.name(from));
                packets += 1;
                answers[usize::from(expected.answered)] += u32::from(arrived);
                ends[match expected.end {
                    End::Interface(_) => 0,
                    End::GatewayEndpoint(_) => 1,
                    End::Resolver(_) => 2,
                    End::Internet(_) => 3,
                    End::Blocked => 4,
                    End::Unknown(_) => 5,
                }] += 1;
            }
        }
    }
    println!("{packets} packets; {ends:?} to interfaces, endpoints, resolver, internet, nowhere, unknown");
    println!("unanswered, answered: {answers:?}");
    assert!(packets >= 1_000_000);
    assert!(ends.iter().all(|n| *n > 100), "every end is met often: {ends:?}");
    assert!(answers.iter().all(|n| *n > 10_000), "answers come and fail: {answers:?}");
}

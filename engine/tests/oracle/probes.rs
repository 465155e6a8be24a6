//! Packets worth sending, and what `reach` says of one.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use engine::network::{Id, Network};
use engine::packet::{Addresses, Protocol, Ranges, Target, Traffic};
use engine::reach::{Assume, Connection, End, connect};
use ipnet::IpNet;

use crate::random::{PORTS, RANGES, Random};

/// A packet to send and the ports its answer is judged by.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Probe {
    pub(crate) to: IpAddr,
    /// Number of the IP header.
    pub(crate) protocol: u8,
    /// Destination port, or type * 256 + code.
    pub(crate) port: u16,
    pub(crate) source_port: u16,
    /// The port every NAT gateway on the way chooses.
    pub(crate) nat_port: u16,
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fate {
    pub(crate) end: End,
    /// Whether an answer comes back; meaningless where the end is not reached.
    pub(crate) answered: bool,
}

/// Addresses at and beside every boundary.
pub(crate) fn boundaries(network: &Network) -> Vec<IpAddr> {
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
pub(crate) fn probe(random: &mut Random, network: &Network, addresses: &[IpAddr]) -> Probe {
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
pub(crate) fn judged(connections: &[Connection<'_>], probe: &Probe) -> Fate {
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

/// Everything `reach` can say from one interface.
pub(crate) fn everything(network: &Network, from: Id, assume: Assume) -> Vec<Connection<'_>> {
    connect(network, from, &Addresses::full(), &Traffic::full(), &Ranges::full(), assume).all
}

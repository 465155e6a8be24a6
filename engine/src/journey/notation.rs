//! Packets in technical notation that needs no translation, and the packet a person would choose as an example.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::Witness;
use crate::packet::{Addresses, Flows, Protocol, Ranges, Traffic};
use crate::reach::EPHEMERAL;

/// `tcp 10.0.1.10 → 151.101.0.223:443`, as far as known.
pub(super) fn packet(
    source: Option<IpAddr>,
    to: Option<IpAddr>,
    traffic: &Traffic,
    source_port: Option<u16>,
) -> String {
    let Some((protocol, port)) = example(traffic) else { return String::new() };
    text(protocol, (source, source_port.filter(|_| port.is_some())), (to, port))
}

/// A witness in the same notation.
pub(super) fn of(w: &Witness) -> String {
    text(w.protocol, (Some(w.source), w.source_port), (Some(w.destination), w.destination_port))
}

type End = (Option<IpAddr>, Option<u16>);

fn text(protocol: Protocol, from: End, to: End) -> String {
    let at = |end: End| match end {
        (Some(IpAddr::V6(a)), Some(port)) => format!("[{a}]:{port}"),
        (Some(IpAddr::V4(a)), Some(port)) => format!("{a}:{port}"),
        (Some(a), None) => a.to_string(),
        (None, Some(port)) => format!(":{port}"),
        (None, None) => String::new(),
    };
    let name = match protocol {
        Protocol::Tcp => "tcp".to_owned(),
        Protocol::Udp => "udp".to_owned(),
        Protocol::Icmp => "icmp".to_owned(),
        Protocol::Icmpv6 => "icmpv6".to_owned(),
        Protocol::Other(n) => n.to_string(),
    };
    let (from, to) = (at(from), at(to));
    [name.as_str(), from.as_str(), "→", to.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The protocol and port a person would try first: HTTPS, then SSH and HTTP, then the lowest; UDP 53; an echo; the rest.
fn example(traffic: &Traffic) -> Option<(Protocol, Option<u16>)> {
    let pick = |ports: &Ranges<u16>, known: &[u16]| {
        known.iter().copied().find(|port| ports.contains(*port)).or_else(|| ports.first())
    };
    if let Some(port) = pick(&traffic.tcp, &[443, 22, 80]) {
        return Some((Protocol::Tcp, Some(port)));
    }
    if let Some(port) = pick(&traffic.udp, &[53, 123]) {
        return Some((Protocol::Udp, Some(port)));
    }
    if !traffic.icmp.is_empty() {
        return Some((Protocol::Icmp, None));
    }
    if !traffic.icmpv6.is_empty() {
        return Some((Protocol::Icmpv6, None));
    }
    traffic.other.first().map(|number| (Protocol::Other(number), None))
}

/// The address a person would try first: a well-known public resolver, a package index, else the lowest.
fn example_address(addresses: &Addresses) -> Option<IpAddr> {
    const KNOWN: [IpAddr; 4] = [
        IpAddr::V4(Ipv4Addr::new(8, 8, 8, 8)),
        IpAddr::V4(Ipv4Addr::new(151, 101, 0, 223)),
        IpAddr::V6(Ipv6Addr::new(0x2001, 0x4860, 0x4860, 0, 0, 0, 0, 0x8888)),
        IpAddr::V6(Ipv6Addr::new(0x2a04, 0x4e42, 0, 0, 0, 0, 0, 0x223)),
    ];
    KNOWN.into_iter().find(|known| addresses.contains(*known)).or_else(|| addresses.first())
}

/// An example packet out of a set: TCP before UDP before the rest. `source_of` gives the sender's address of a family.
pub(super) fn witness(
    flows: &Flows,
    source_port: Option<u16>,
    source_of: impl Fn(IpAddr) -> Option<IpAddr>,
) -> Option<Witness> {
    flows
        .segments()
        .iter()
        .filter_map(|segment| {
            let (protocol, port) = example(&segment.traffic)?;
            let destination = example_address(&segment.addresses)?;
            let source = source_of(destination)?;
            let source_port = port.map(|_| source_port.unwrap_or(EPHEMERAL.0));
            Some(Witness { source, destination, protocol, source_port, destination_port: port })
        })
        .min_by_key(|w| {
            let likely = matches!(w.destination_port, Some(443 | 22 | 80 | 53));
            (w.protocol, !likely, w.destination.is_ipv6(), w.destination)
        })
}

//! Rules in technical notation, and packets read back from it.

use std::net::{IpAddr, SocketAddr};

use crate::network::{Destination, GroupRule, Network, Route, Target};
use crate::packet::Protocol;

/// `0.0.0.0/0 → Nat`.
pub(super) fn route(network: &Network, route: &Route) -> String {
    let destination = match &route.destination {
        Destination::V4(net) => net.to_string(),
        Destination::V6(net) => net.to_string(),
        Destination::PrefixList { name, .. } => name.to_string(),
        Destination::Unknown(unknown) => unknown.what.to_string(),
    };
    let target = match &route.target {
        Target::Local => "local",
        Target::Blackhole => "blackhole",
        Target::Unknown(unknown) => &unknown.what,
        Target::InternetGateway(id)
        | Target::EgressOnlyGateway(id)
        | Target::NatGateway(id)
        | Target::Interface(id)
        | Target::GatewayEndpoint(id)
        | Target::Peering(id)
        | Target::NotModelled(id) => network.name(*id),
    };
    format!("{destination} → {target}")
}

pub(super) fn group_rule(rule: &GroupRule) -> Box<str> {
    rule.text.clone()
}

/// A packet as a hop tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) protocol: Protocol,
    pub(super) source: Option<IpAddr>,
    pub(super) destination: IpAddr,
    pub(super) port: Option<u16>,
}

/// Reads `tcp 10.0.1.10 → 151.101.0.223:443`.
pub(super) fn packet(text: &str) -> Option<Told> {
    let (front, to) = text.split_once('→')?;
    let (protocol, source) = front.trim().split_once(' ').unwrap_or((front.trim(), ""));
    let protocol = match protocol {
        "tcp" => Protocol::Tcp,
        "udp" => Protocol::Udp,
        "icmp" => Protocol::Icmp,
        "icmpv6" => Protocol::Icmpv6,
        _ => return None,
    };
    let (destination, port) = end(to.trim())?;
    Some(Told { protocol, source: end(source.trim()).map(|(address, _)| address), destination, port })
}

fn end(text: &str) -> Option<(IpAddr, Option<u16>)> {
    let first = text.split(' ').next().unwrap_or(text);
    let socket = first.parse::<SocketAddr>().ok().map(|socket| (socket.ip(), Some(socket.port())));
    socket.or_else(|| first.parse().ok().map(|address| (address, None)))
}

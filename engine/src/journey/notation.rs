//! Packets in technical notation that needs no translation.

use std::net::IpAddr;

use super::Witness;
use crate::packet::{Addresses, Flows, Packet, Target, Traffic, icmp_type_code};
use crate::reach::EPHEMERAL;

/// An example of these packets: `tcp 10.0.1.10 → 151.101.0.223:443`, as far as known.
pub(super) fn packet(source: Option<IpAddr>, to: &Addresses, traffic: &Traffic) -> String {
    let target = Flows::product(to.clone(), traffic.clone()).witness(&[]);
    target.map(|target| Packet { source, source_port: None, target }.to_string()).unwrap_or_default()
}

/// A witness in the same notation, with its source port.
pub(super) fn of(w: &Witness) -> String {
    let port = w.destination_port.unwrap_or_else(|| icmp_type_code(8, 0));
    let target = Target { address: w.destination, protocol: w.protocol, port };
    Packet { source: Some(w.source), source_port: w.source_port, target }.to_string()
}

/// The packet a person would choose out of a set. `source_of` gives the sender's address of a family.
pub(super) fn witness(
    flows: &Flows,
    source_port: Option<u16>,
    source_of: impl Fn(IpAddr) -> Option<IpAddr>,
) -> Option<Witness> {
    let Target { address, protocol, port } = flows.witness(&[])?;
    let port = protocol.has_ports().then_some(port);
    Some(Witness {
        source: source_of(address)?,
        destination: address,
        protocol,
        source_port: port.map(|_| source_port.unwrap_or(EPHEMERAL.0)),
        destination_port: port,
    })
}

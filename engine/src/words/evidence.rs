//! What sentences read off the evidence.

use std::net::IpAddr;

use crate::code::Code;
use crate::journey::{Outcome, Step};
use crate::network::Id;
use crate::packet::{Protocol, Ranges};
use crate::verdict::{Answer, Witness};

/// The gateway or endpoint through which the last network step of an answer got where it went: the first on its way.
pub(super) fn through(answer: &Answer) -> Option<Id> {
    answer.steps.iter().rev().find_map(way)
}

/// The first gateway or endpoint on a step's way.
pub(super) fn way(step: &Step) -> Option<Id> {
    let hop = step.hops.iter().find(|hop| {
        !hop.reply
            && matches!(
                hop.code,
                Code::NatGatewayTranslates
                    | Code::NatInstanceTranslates
                    | Code::InternetGatewayForwards
                    | Code::EgressOnlyGatewayForwards
                    | Code::InterfaceEndpointReached
                    | Code::GatewayEndpointReached
            )
    })?;
    Some(hop.by)
}

/// Whether an interface that the service manages carried it.
pub(super) fn managed(answer: &Answer) -> bool {
    answer.steps.iter().flat_map(|step| &step.hops).any(|hop| hop.code == Code::ManagedInterfaceForwards)
}

/// The host a network step reached, and through what.
pub(super) fn reached(step: &Step) -> Option<(&str, Id)> {
    let host = &*step.finding.subject;
    if host.is_empty() || step.outcome != Outcome::Works { None } else { way(step).map(|id| (host, id)) }
}

/// Whether any step or finding of an answer says this.
pub(super) fn says(answer: &Answer, code: Code) -> bool {
    answer.findings.iter().chain(&answer.notes).any(|f| f.code == code)
        || answer.steps.iter().any(|s| s.finding.code == code)
}

/// The witness's other end: `151.101.0.223:443`, `[2a04:4e42::223]:443`, `8.8.8.8`.
pub(super) fn destination(witness: &Witness) -> String {
    end(witness.destination, witness.destination_port)
}

/// The witness's own end.
pub(super) fn source(witness: &Witness) -> String {
    end(witness.source, witness.source_port)
}

fn end(address: IpAddr, port: Option<u16>) -> String {
    match (address, port) {
        (IpAddr::V6(a), Some(port)) => ["[", &a.to_string(), "]:", &port.to_string()].concat(),
        (a, Some(port)) => [&a.to_string(), ":", &port.to_string()].concat(),
        (a, None) => a.to_string(),
    }
}

/// A protocol's ordinary name.
pub(super) fn protocol(protocol: Protocol) -> String {
    match protocol {
        Protocol::Tcp => "TCP".to_owned(),
        Protocol::Udp => "UDP".to_owned(),
        Protocol::Icmp => "ICMP".to_owned(),
        Protocol::Icmpv6 => "ICMPv6".to_owned(),
        Protocol::Other(number) => number.to_string(),
    }
}

/// `443, 1024–65535`: the first few ranges.
pub(super) fn ranges(ports: &Ranges<u16>) -> String {
    let shown: Vec<String> = ports
        .ranges()
        .iter()
        .take(3)
        .map(
            |(low, high)| {
                if low == high { low.to_string() } else { [low.to_string(), high.to_string()].join("–") }
            },
        )
        .collect();
    let more = if ports.ranges().len() > shown.len() { ", …" } else { "" };
    [&shown.join(", "), more].concat()
}

/// `1,048,576`.
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Millionths of a dollar without their sign: `0.045`.
pub(super) fn dollars(micro: i64) -> String {
    let micro = micro.unsigned_abs();
    let rest = ["000000", &(micro % 1_000_000).to_string()].concat();
    let six: String = rest.chars().skip(rest.chars().count().saturating_sub(6)).collect();
    let cents = six.trim_end_matches('0');
    let point = if cents.is_empty() { "" } else { "." };
    [(micro / 1_000_000).to_string().as_str(), point, cents].concat()
}

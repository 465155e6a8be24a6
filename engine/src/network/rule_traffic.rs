//! Protocol and ports of a filter's rule, as ACL entries and security group rules both write them.
//!
//! The protocol is a number or one of `tcp`, `udp`, `icmp`, `icmpv6`, `-1` (all, ignoring ports). For ICMP the two ports are type
//! and code, -1 meaning all. Protocols without ports ignore them (EC2 API, `IpPermission`, `NetworkAclEntry`).

use super::Id;
use super::build::Builder;
use crate::code::Code;
use crate::packet::{Protocol, Ranges, Traffic, icmp_type_code};
use crate::template::{Node, Unknown};

/// The two ports of a rule as written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ports<'a> {
    pub(super) from: Option<&'a Node>,
    pub(super) to: Option<&'a Node>,
}

/// What a rule matches besides addresses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Matched {
    pub(super) traffic: Traffic,
    /// `tcp 443`, `udp 1024-65535`, `icmp 8/0`, `all`.
    pub(super) text: String,
    pub(super) unknown: Option<Unknown>,
}

/// Reads protocol and ports; `None` where they were refused.
pub(super) fn read(b: &mut Builder<'_>, id: Id, protocol: &Node, ports: Ports<'_>) -> Option<Matched> {
    if let Some(unknown) = protocol.unknown() {
        return Some(Matched {
            traffic: Traffic::full(),
            text: unknown.what.to_string(),
            unknown: Some(unknown.clone()),
        });
    }
    let written = protocol.text().unwrap_or_default();
    let written = written.trim();
    if matches!(written, "-1" | "all") {
        return Some(Matched { traffic: Traffic::full(), text: "all".into(), unknown: None });
    }
    let Some(parsed) = parse(written) else {
        b.refuse(Code::PropertyInvalid, id, protocol.place, written);
        return None;
    };
    let unknown = [ports.from, ports.to].into_iter().flatten().find_map(Node::unknown).cloned();
    if let Some(unknown) = unknown {
        let text = format!("{} {}", name(parsed), unknown.what);
        return Some(Matched { traffic: Traffic::protocol(parsed), text, unknown: Some(unknown) });
    }
    match parsed {
        Protocol::Tcp | Protocol::Udp => with_ports(b, id, parsed, ports),
        Protocol::Icmp | Protocol::Icmpv6 => with_types(b, id, parsed, ports),
        Protocol::Other(_) => {
            Some(Matched { traffic: Traffic::protocol(parsed), text: name(parsed), unknown: None })
        }
    }
}

fn parse(text: &str) -> Option<Protocol> {
    match text.to_ascii_lowercase().as_str() {
        "tcp" => Some(Protocol::Tcp),
        "udp" => Some(Protocol::Udp),
        "icmp" => Some(Protocol::Icmp),
        "icmpv6" => Some(Protocol::Icmpv6),
        number => number.parse().ok().map(Protocol::from_number),
    }
}

fn name(protocol: Protocol) -> String {
    match protocol {
        Protocol::Tcp => "tcp".into(),
        Protocol::Udp => "udp".into(),
        Protocol::Icmp => "icmp".into(),
        Protocol::Icmpv6 => "icmpv6".into(),
        Protocol::Other(n) => format!("protocol {n}"),
    }
}

/// A number of a port property: absent or -1 is `None`, anything that is no number is refused.
fn number<T: TryFrom<i64>>(b: &mut Builder<'_>, id: Id, node: Option<&Node>) -> Result<Option<T>, ()> {
    let Some(node) = node else { return Ok(None) };
    match node.integer() {
        Some(-1) => Ok(None),
        Some(n) if let Ok(n) = T::try_from(n) => Ok(Some(n)),
        _ => {
            let found: Box<str> = node.text().unwrap_or_default().into();
            b.refuse(Code::PropertyInvalid, id, node.place, found);
            Err(())
        }
    }
}

fn with_ports(b: &mut Builder<'_>, id: Id, protocol: Protocol, ports: Ports<'_>) -> Option<Matched> {
    let from: Option<u16> = number(b, id, ports.from).ok()?;
    let to: Option<u16> = number(b, id, ports.to).ok()?;
    let (low, high) = match (from, to) {
        (None, None) => (0, u16::MAX),
        (Some(low), None) => (low, low),
        (None, Some(high)) => (0, high),
        (Some(low), Some(high)) => (low, high),
    };
    if low > high {
        let place = ports.from.or(ports.to).map(|node| node.place).unwrap_or_default();
        b.refuse(Code::PropertyInvalid, id, place, format!("{low}-{high}"));
        return None;
    }
    let ranges = Ranges::range(low, high);
    let text = match (low, high) {
        (0, u16::MAX) => name(protocol),
        _ if low == high => format!("{} {low}", name(protocol)),
        _ => format!("{} {low}-{high}", name(protocol)),
    };
    let traffic = if protocol == Protocol::Tcp { Traffic::tcp(ranges) } else { Traffic::udp(ranges) };
    Some(Matched { traffic, text, unknown: None })
}

fn with_types(b: &mut Builder<'_>, id: Id, protocol: Protocol, ports: Ports<'_>) -> Option<Matched> {
    let kind: Option<u8> = number(b, id, ports.from).ok()?;
    let code: Option<u8> = number(b, id, ports.to).ok()?;
    let (ranges, text) = match (kind, code) {
        (None, _) => (Ranges::full(), name(protocol)),
        (Some(kind), None) => (
            Ranges::range(icmp_type_code(kind, 0), icmp_type_code(kind, u8::MAX)),
            format!("{} {kind}", name(protocol)),
        ),
        (Some(kind), Some(code)) => {
            (Ranges::one(icmp_type_code(kind, code)), format!("{} {kind}/{code}", name(protocol)))
        }
    };
    let mut traffic = Traffic::empty();
    if protocol == Protocol::Icmp {
        traffic.icmp = ranges;
    } else {
        traffic.icmpv6 = ranges;
    }
    Some(Matched { traffic, text, unknown: None })
}

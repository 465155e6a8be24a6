//! One packet out of a set, such as a person would choose.

use std::fmt::{self, Write as _};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::{Addresses, Flows, Protocol, Ranges, Traffic, icmp_type_code};

/// ICMP echo request, type 8 code 0.
pub const ECHO_REQUEST: u16 = icmp_type_code(8, 0);
/// ICMP echo reply, type 0 code 0.
pub const ECHO_REPLY: u16 = icmp_type_code(0, 0);
/// `ICMPv6` echo request, type 128 code 0.
pub const ECHO_REQUEST_V6: u16 = icmp_type_code(128, 0);
/// `ICMPv6` echo reply, type 129 code 0.
pub const ECHO_REPLY_V6: u16 = icmp_type_code(129, 0);

/// Where a packet goes and what it is. Its own `Display` is `tcp 151.101.0.223:443`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Target {
    /// Destination address.
    pub address: IpAddr,
    /// Protocol.
    pub protocol: Protocol,
    /// Destination port, or ICMP type and code (see [`icmp_type_code`]); 0 for other protocols.
    pub port: u16,
}

/// A whole packet. Its own `Display` is `tcp 10.0.1.10 → 151.101.0.223:443`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Packet {
    /// Source address, where it is known.
    pub source: Option<IpAddr>,
    /// Source port, where one matters.
    pub source_port: Option<u16>,
    /// The rest.
    pub target: Target,
}

impl Protocol {
    /// Whether packets of this protocol carry ports.
    pub fn has_ports(self) -> bool {
        matches!(self, Self::Tcp | Self::Udp)
    }
}

impl Traffic {
    /// ICMP echo requests of both families.
    pub fn echo_requests() -> Self {
        Self { icmp: Ranges::one(ECHO_REQUEST), icmpv6: Ranges::one(ECHO_REQUEST_V6), ..Self::default() }
    }

    /// Whether a packet of this protocol to this port (or with this ICMP type and code) is in the set.
    pub fn contains(&self, protocol: Protocol, port: u16) -> bool {
        match protocol {
            Protocol::Tcp => self.tcp.contains(port),
            Protocol::Udp => self.udp.contains(port),
            Protocol::Icmp => self.icmp.contains(port),
            Protocol::Icmpv6 => self.icmpv6.contains(port),
            Protocol::Other(number) => self.other.contains(number),
        }
    }

    /// The member a person would choose first: TCP to a port of `prefer`, to 443, 22 or 80; echo; then the lowest.
    pub fn witness(&self, prefer: &[u16]) -> Option<(Protocol, u16)> {
        self.ranked(prefer).map(|(_, protocol, port)| (protocol, port))
    }

    /// The witness with its rank; lower is better.
    fn ranked(&self, prefer: &[u16]) -> Option<(usize, Protocol, u16)> {
        let ports = prefer.iter().chain(&[443, 22, 80]);
        for (rank, port) in ports.enumerate() {
            if self.tcp.contains(*port) {
                return Some((rank, Protocol::Tcp, *port));
            }
            if prefer.contains(port) && self.udp.contains(*port) {
                return Some((rank, Protocol::Udp, *port));
            }
        }
        let rank = prefer.len().saturating_add(3);
        for (protocol, port) in [(Protocol::Icmp, ECHO_REQUEST), (Protocol::Icmpv6, ECHO_REQUEST_V6)] {
            if self.contains(protocol, port) {
                return Some((rank, protocol, port));
            }
        }
        let lowest = [
            (Protocol::Tcp, &self.tcp),
            (Protocol::Udp, &self.udp),
            (Protocol::Icmp, &self.icmp),
            (Protocol::Icmpv6, &self.icmpv6),
        ];
        let rank = rank.saturating_add(1);
        lowest
            .into_iter()
            .find_map(|(protocol, ports)| ports.first().map(|port| (rank, protocol, port)))
            .or_else(|| self.other.first().map(|n| (rank, Protocol::Other(n), 0)))
    }
}

impl Addresses {
    /// The member a person would choose: a public address everybody knows, else the lowest that is no network's own.
    pub fn witness(&self) -> Option<IpAddr> {
        // A public resolver, then one of pypi.org's addresses.
        const KNOWN: [IpAddr; 4] = [
            IpAddr::V4(Ipv4Addr::new(8, 8, 8, 8)),
            IpAddr::V4(Ipv4Addr::new(151, 101, 0, 223)),
            IpAddr::V6(Ipv6Addr::new(0x2001, 0x4860, 0x4860, 0, 0, 0, 0, 0x8888)),
            IpAddr::V6(Ipv6Addr::new(0x2a04, 0x4e42, 0, 0, 0, 0, 0, 0x223)),
        ];
        if let Some(known) = KNOWN.into_iter().find(|a| self.contains(*a)) {
            return Some(known);
        }
        let first = self.first()?;
        let next = match first {
            IpAddr::V4(a) if a.octets().ends_with(&[0]) => {
                a.to_bits().checked_add(1).map(|n| IpAddr::V4(Ipv4Addr::from_bits(n)))
            }
            IpAddr::V6(a) if a.octets().ends_with(&[0, 0]) => {
                a.to_bits().checked_add(1).map(|n| IpAddr::V6(Ipv6Addr::from_bits(n)))
            }
            _ => None,
        };
        Some(next.filter(|a| self.contains(*a)).unwrap_or(first))
    }
}

impl Flows {
    /// The member a person would choose, see [`Traffic::witness`] and [`Addresses::witness`].
    pub fn witness(&self, prefer: &[u16]) -> Option<Target> {
        let (_, _, protocol, port, segment) = self
            .segments()
            .iter()
            .enumerate()
            .filter_map(|(index, s)| {
                let (rank, protocol, port) = s.traffic.ranked(prefer)?;
                Some((rank, index, protocol, port, s))
            })
            .min_by_key(|(rank, index, ..)| (*rank, *index))?;
        Some(Target { address: segment.addresses.witness()?, protocol, port })
    }
}

impl fmt::Display for Protocol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tcp => f.write_str("tcp"),
            Self::Udp => f.write_str("udp"),
            Self::Icmp => f.write_str("icmp"),
            Self::Icmpv6 => f.write_str("icmpv6"),
            Self::Other(number) => write!(f, "proto {number}"),
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Packet { source: None, source_port: None, target: *self }.text())
    }
}

impl Packet {
    /// Its notation. Every hop of every path has one.
    pub fn text(&self) -> String {
        let Target { address, protocol, port } = self.target;
        let mut text = String::with_capacity(64);
        push_kind(&mut text, &self.target);
        if let Some(source) = self.source {
            push_end(&mut text, source, self.source_port);
            text.push_str(" → ");
        }
        push_end(&mut text, address, protocol.has_ports().then_some(port));
        text
    }
}

/// An address with its port, IPv6 in brackets then.
fn push_end(text: &mut String, address: IpAddr, port: Option<u16>) {
    match address {
        IpAddr::V4(v4) => {
            for (at, byte) in v4.octets().into_iter().enumerate() {
                if at > 0 {
                    text.push('.');
                }
                push_decimal(text, byte.into());
            }
        }
        // Writing to a `String` cannot fail.
        IpAddr::V6(v6) => {
            let _ = if port.is_some() { write!(text, "[{v6}]") } else { write!(text, "{v6}") };
        }
    }
    if let Some(port) = port {
        text.push(':');
        push_decimal(text, port);
    }
}

fn push_decimal(text: &mut String, number: u16) {
    if number > 9 {
        push_decimal(text, number / 10);
    }
    text.extend(char::from_digit(u32::from(number % 10), 10));
}

impl fmt::Display for Packet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

/// The notation of a packet as far as the protocol goes: `tcp `, `icmp 8/0 `.
fn push_kind(text: &mut String, target: &Target) {
    // Writing to a `String` cannot fail.
    let _ = match target.protocol {
        Protocol::Icmp | Protocol::Icmpv6 => {
            let [icmp_type, code] = target.port.to_be_bytes();
            write!(text, "{} {icmp_type}/{code} ", target.protocol)
        }
        protocol => write!(text, "{protocol} "),
    };
}

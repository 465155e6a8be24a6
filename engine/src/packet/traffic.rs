//! Sets of (protocol, destination port or ICMP type and code).

use std::sync::LazyLock;

use super::Ranges;

/// A protocol with what a filter reads of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Protocol {
    /// 6.
    Tcp,
    /// 17.
    Udp,
    /// 1.
    Icmp,
    /// 58.
    Icmpv6,
    /// Any other protocol number.
    Other(u8),
}

impl Protocol {
    /// From the number of the IP header.
    pub fn from_number(number: u8) -> Self {
        match number {
            1 => Self::Icmp,
            6 => Self::Tcp,
            17 => Self::Udp,
            58 => Self::Icmpv6,
            n => Self::Other(n),
        }
    }

    /// The number of the IP header.
    pub fn number(self) -> u8 {
        match self {
            Self::Icmp => 1,
            Self::Tcp => 6,
            Self::Udp => 17,
            Self::Icmpv6 => 58,
            Self::Other(n) => n,
        }
    }
}

/// ICMP type and code as the one number [`Traffic`] keeps: `type * 256 + code`.
pub const fn icmp_type_code(icmp_type: u8, code: u8) -> u16 {
    u16::from_be_bytes([icmp_type, code])
}

/// A set of traffic: destination ports of TCP and UDP, ICMP types and codes, other protocol numbers. Canonical:
/// `other` never holds 1, 6, 17 or 58.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Traffic {
    /// TCP destination ports.
    pub tcp: Ranges<u16>,
    /// UDP destination ports.
    pub udp: Ranges<u16>,
    /// ICMP type and code, see [`icmp_type_code`].
    pub icmp: Ranges<u16>,
    /// `ICMPv6` type and code, see [`icmp_type_code`].
    pub icmpv6: Ranges<u16>,
    /// Numbers of other protocols.
    pub other: Ranges<u8>,
}

/// Every protocol number but those of TCP, UDP and both ICMP.
static OTHERS: LazyLock<Ranges<u8>> =
    LazyLock::new(|| [(0, 0), (2, 5), (7, 16), (18, 57), (59, 255)].into_iter().collect());

impl Traffic {
    /// Nothing.
    pub fn empty() -> Self {
        Self::default()
    }

    /// Everything.
    pub fn full() -> Self {
        Self {
            tcp: Ranges::full(),
            udp: Ranges::full(),
            icmp: Ranges::full(),
            icmpv6: Ranges::full(),
            other: OTHERS.clone(),
        }
    }

    /// TCP to these ports.
    pub fn tcp(ports: Ranges<u16>) -> Self {
        Self { tcp: ports, ..Self::default() }
    }

    /// UDP to these ports.
    pub fn udp(ports: Ranges<u16>) -> Self {
        Self { udp: ports, ..Self::default() }
    }

    /// All of one protocol.
    pub fn protocol(protocol: Protocol) -> Self {
        let mut all = Self::default();
        match protocol {
            Protocol::Tcp => all.tcp = Ranges::full(),
            Protocol::Udp => all.udp = Ranges::full(),
            Protocol::Icmp => all.icmp = Ranges::full(),
            Protocol::Icmpv6 => all.icmpv6 = Ranges::full(),
            Protocol::Other(n) => all.other = Ranges::one(n),
        }
        all
    }

    /// Whether nothing is in the set.
    pub fn is_empty(&self) -> bool {
        self.tcp.is_empty()
            && self.udp.is_empty()
            && self.icmp.is_empty()
            && self.icmpv6.is_empty()
            && self.other.is_empty()
    }

    /// Whether everything is in the set.
    pub fn is_full(&self) -> bool {
        self.tcp.is_full()
            && self.udp.is_full()
            && self.icmp.is_full()
            && self.icmpv6.is_full()
            && self.other == *OTHERS
    }

    /// Traffic in either set.
    #[must_use]
    pub fn union(&self, o: &Self) -> Self {
        Self {
            tcp: self.tcp.union(&o.tcp),
            udp: self.udp.union(&o.udp),
            icmp: self.icmp.union(&o.icmp),
            icmpv6: self.icmpv6.union(&o.icmpv6),
            other: self.other.union(&o.other),
        }
    }

    /// Traffic in both sets.
    #[must_use]
    pub fn intersection(&self, o: &Self) -> Self {
        Self {
            tcp: self.tcp.intersection(&o.tcp),
            udp: self.udp.intersection(&o.udp),
            icmp: self.icmp.intersection(&o.icmp),
            icmpv6: self.icmpv6.intersection(&o.icmpv6),
            other: self.other.intersection(&o.other),
        }
    }

    /// Whether any traffic is in both sets.
    pub fn meets(&self, o: &Self) -> bool {
        self.tcp.meets(&o.tcp)
            || self.udp.meets(&o.udp)
            || self.icmp.meets(&o.icmp)
            || self.icmpv6.meets(&o.icmpv6)
            || self.other.meets(&o.other)
    }

    /// Traffic in this set and not in the other.
    #[must_use]
    pub fn difference(&self, o: &Self) -> Self {
        Self {
            tcp: self.tcp.difference(&o.tcp),
            udp: self.udp.difference(&o.udp),
            icmp: self.icmp.difference(&o.icmp),
            icmpv6: self.icmpv6.difference(&o.icmpv6),
            other: self.other.difference(&o.other),
        }
    }

    /// Whether all of this set is in the other.
    pub fn is_subset(&self, o: &Self) -> bool {
        self.tcp.is_subset(&o.tcp)
            && self.udp.is_subset(&o.udp)
            && self.icmp.is_subset(&o.icmp)
            && self.icmpv6.is_subset(&o.icmpv6)
            && self.other.is_subset(&o.other)
    }
}

//! Sets of IP addresses: IPv4 and IPv6 are two universes, never mixed.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ipnet::{IpNet, Ipv4Net, Ipv6Net};

use super::Ranges;

/// A set of addresses.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Addresses {
    /// IPv4, as numbers.
    pub v4: Ranges<u32>,
    /// IPv6, as numbers.
    pub v6: Ranges<u128>,
}

impl Addresses {
    /// No address.
    pub fn empty() -> Self {
        Self::default()
    }

    /// Every address of both families.
    pub fn full() -> Self {
        Self { v4: Ranges::full(), v6: Ranges::full() }
    }

    /// One address.
    pub fn one(address: IpAddr) -> Self {
        match address {
            IpAddr::V4(a) => Self { v4: Ranges::one(a.to_bits()), v6: Ranges::empty() },
            IpAddr::V6(a) => Self { v4: Ranges::empty(), v6: Ranges::one(a.to_bits()) },
        }
    }

    /// The addresses of one prefix; host bits are ignored, as EC2 does.
    pub fn prefix(prefix: IpNet) -> Self {
        match prefix {
            IpNet::V4(p) => p.into(),
            IpNet::V6(p) => p.into(),
        }
    }

    /// Whether no address is in the set.
    pub fn is_empty(&self) -> bool {
        self.v4.is_empty() && self.v6.is_empty()
    }

    /// Whether `address` is in the set.
    pub fn contains(&self, address: IpAddr) -> bool {
        match address {
            IpAddr::V4(a) => self.v4.contains(a.to_bits()),
            IpAddr::V6(a) => self.v6.contains(a.to_bits()),
        }
    }

    /// The smallest address, IPv4 first.
    pub fn first(&self) -> Option<IpAddr> {
        self.v4
            .first()
            .map(|a| IpAddr::V4(Ipv4Addr::from_bits(a)))
            .or_else(|| self.v6.first().map(|a| IpAddr::V6(Ipv6Addr::from_bits(a))))
    }

    /// Addresses in either set.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        Self { v4: self.v4.union(&other.v4), v6: self.v6.union(&other.v6) }
    }

    /// Addresses in any of the sets.
    pub fn union_all<'a>(sets: impl Iterator<Item = &'a Self> + Clone) -> Self {
        Self {
            v4: sets.clone().flat_map(|s| s.v4.ranges().iter().copied()).collect(),
            v6: sets.flat_map(|s| s.v6.ranges().iter().copied()).collect(),
        }
    }

    /// The addresses of the family of `like`.
    #[must_use]
    pub fn family(&self, like: IpAddr) -> Self {
        match like {
            IpAddr::V4(_) => Self { v4: self.v4.clone(), v6: Ranges::empty() },
            IpAddr::V6(_) => Self { v4: Ranges::empty(), v6: self.v6.clone() },
        }
    }

    /// Addresses in both sets.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Self {
        Self { v4: self.v4.intersection(&other.v4), v6: self.v6.intersection(&other.v6) }
    }

    /// Whether any address is in both sets.
    pub fn meets(&self, other: &Self) -> bool {
        self.v4.meets(&other.v4) || self.v6.meets(&other.v6)
    }

    /// Addresses in this set and not in the other.
    #[must_use]
    pub fn difference(&self, other: &Self) -> Self {
        Self { v4: self.v4.difference(&other.v4), v6: self.v6.difference(&other.v6) }
    }

    /// Whether every address of this set is in the other.
    pub fn is_subset(&self, other: &Self) -> bool {
        self.v4.is_subset(&other.v4) && self.v6.is_subset(&other.v6)
    }
}

impl From<Ipv4Net> for Addresses {
    fn from(p: Ipv4Net) -> Self {
        Self { v4: Ranges::range(p.network().to_bits(), p.broadcast().to_bits()), v6: Ranges::empty() }
    }
}

impl From<Ipv6Net> for Addresses {
    fn from(p: Ipv6Net) -> Self {
        Self { v4: Ranges::empty(), v6: Ranges::range(p.network().to_bits(), p.broadcast().to_bits()) }
    }
}

impl FromIterator<IpNet> for Addresses {
    fn from_iter<I: IntoIterator<Item = IpNet>>(iter: I) -> Self {
        let (mut v4, mut v6) = (Vec::new(), Vec::new());
        for net in iter {
            match net {
                IpNet::V4(p) => v4.push((p.network().to_bits(), p.broadcast().to_bits())),
                IpNet::V6(p) => v6.push((p.network().to_bits(), p.broadcast().to_bits())),
            }
        }
        Self { v4: v4.into_iter().collect(), v6: v6.into_iter().collect() }
    }
}

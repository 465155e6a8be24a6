//! Sets of (remote address, traffic) pairs.

use super::{Addresses, Traffic};

/// Every pair of one of these addresses with any of this traffic.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Segment {
    /// Remote addresses.
    pub addresses: Addresses,
    /// What goes to (or comes from) each of them.
    pub traffic: Traffic,
}

/// A set of (remote address, traffic) pairs. Canonical: the segments' addresses are disjoint, their traffic differs, neither
/// is empty, and they are sorted; so equal sets are equal values.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Flows(Vec<Segment>);

impl Flows {
    /// Nothing.
    pub fn empty() -> Self {
        Self::default()
    }

    /// The product of addresses and traffic.
    pub fn product(addresses: Addresses, traffic: Traffic) -> Self {
        if addresses.is_empty() || traffic.is_empty() {
            return Self::empty();
        }
        Self(vec![Segment { addresses, traffic }])
    }

    /// The segments.
    pub fn segments(&self) -> &[Segment] {
        &self.0
    }

    /// Whether nothing is in the set.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every address with any traffic.
    pub fn addresses(&self) -> Addresses {
        self.0.iter().fold(Addresses::empty(), |all, s| all.union(&s.addresses))
    }

    /// Pairs in both sets.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Self {
        let mut parts = Vec::new();
        for a in &self.0 {
            for b in &other.0 {
                let addresses = a.addresses.intersection(&b.addresses);
                if !addresses.is_empty() {
                    parts.push(Segment { addresses, traffic: a.traffic.intersection(&b.traffic) });
                }
            }
        }
        Self::canonical(parts)
    }

    /// Pairs in this set and not in the other.
    #[must_use]
    pub fn difference(&self, other: &Self) -> Self {
        let mut parts = Vec::new();
        for a in &self.0 {
            let mut left = a.addresses.clone();
            for b in &other.0 {
                let addresses = left.intersection(&b.addresses);
                if addresses.is_empty() {
                    continue;
                }
                left = left.difference(&b.addresses);
                parts.push(Segment { addresses, traffic: a.traffic.difference(&b.traffic) });
            }
            parts.push(Segment { addresses: left, traffic: a.traffic.clone() });
        }
        Self::canonical(parts)
    }

    /// Pairs in either set.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        let mut parts = self.difference(other).0;
        let mut rest = other.0.clone();
        for a in &self.0 {
            let mut next = Vec::new();
            for b in rest {
                let both = a.addresses.intersection(&b.addresses);
                if both.is_empty() {
                    next.push(b);
                    continue;
                }
                next.push(Segment { addresses: b.addresses.difference(&both), traffic: b.traffic.clone() });
                next.push(Segment { addresses: both, traffic: b.traffic.union(&a.traffic) });
            }
            rest = next;
        }
        // What `self` alone has at addresses that `other` also has is in the unions above; keep the rest of it.
        let covered = other.addresses();
        for part in &mut parts {
            part.addresses = part.addresses.difference(&covered);
        }
        parts.extend(rest);
        Self::canonical(parts)
    }

    /// Whether all of this set is in the other.
    pub fn is_subset(&self, other: &Self) -> bool {
        self.difference(other).is_empty()
    }

    /// Merges parts with disjoint addresses into the canonical form.
    fn canonical(mut parts: Vec<Segment>) -> Self {
        parts.retain(|s| !s.addresses.is_empty() && !s.traffic.is_empty());
        parts.sort_by(|a, b| a.traffic.cmp(&b.traffic));
        let mut merged: Vec<Segment> = Vec::with_capacity(parts.len());
        for part in parts {
            match merged.last_mut() {
                Some(last) if last.traffic == part.traffic => {
                    last.addresses = last.addresses.union(&part.addresses);
                }
                _ => merged.push(part),
            }
        }
        merged.sort();
        Self(merged)
    }
}

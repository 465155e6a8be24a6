//! Sets of (remote address, traffic) pairs.

use super::{Addresses, Target, Traffic};

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

    /// The segments, given away.
    pub fn into_segments(self) -> Vec<Segment> {
        self.0
    }

    /// Whether nothing is in the set.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every address with any traffic.
    pub fn addresses(&self) -> Addresses {
        match self.0.as_slice() {
            [only] => only.addresses.clone(),
            all => Addresses::union_all(all.iter().map(|s| &s.addresses)),
        }
    }

    /// Whether the pair of this address with a packet of this protocol and port is in the set.
    pub fn contains(&self, target: &Target) -> bool {
        self.0
            .iter()
            .any(|s| s.addresses.contains(target.address) && s.traffic.contains(target.protocol, target.port))
    }

    /// Pairs whose address is one of these.
    #[must_use]
    pub fn at(&self, addresses: &Addresses) -> Self {
        if self.0.iter().all(|s| s.addresses.is_subset(addresses)) {
            return self.clone();
        }
        let near = self.0.iter().filter(|s| s.addresses.meets(addresses));
        let part = |s: &Segment| Segment {
            addresses: s.addresses.intersection(addresses),
            traffic: s.traffic.clone(),
        };
        Self::canonical(near.map(part).collect())
    }

    /// Pairs whose address is none of these.
    #[must_use]
    pub fn not_at(&self, addresses: &Addresses) -> Self {
        let part = |s: &Segment| Segment {
            addresses: s.addresses.difference(addresses),
            traffic: s.traffic.clone(),
        };
        Self::canonical(self.0.iter().map(part).collect())
    }

    /// Pairs whose traffic is of this kind.
    #[must_use]
    pub fn of(&self, traffic: &Traffic) -> Self {
        let near = self.0.iter().filter(|s| s.traffic.meets(traffic));
        let part = |s: &Segment| Segment {
            addresses: s.addresses.clone(),
            traffic: s.traffic.intersection(traffic),
        };
        Self::canonical(near.map(part).collect())
    }

    /// Pairs whose traffic is not of this kind.
    #[must_use]
    pub fn not_of(&self, traffic: &Traffic) -> Self {
        let left = self.0.iter().filter(|s| !s.traffic.is_subset(traffic));
        let part =
            |s: &Segment| Segment { addresses: s.addresses.clone(), traffic: s.traffic.difference(traffic) };
        Self::canonical(left.map(part).collect())
    }

    /// Pairs in both sets.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Self {
        let mut parts = Vec::new();
        for a in &self.0 {
            for b in &other.0 {
                if a.addresses.meets(&b.addresses) && a.traffic.meets(&b.traffic) {
                    parts.push(Segment {
                        addresses: a.addresses.intersection(&b.addresses),
                        traffic: a.traffic.intersection(&b.traffic),
                    });
                }
            }
        }
        Self::canonical(parts)
    }

    /// Whether a pair is in both sets.
    pub fn meets(&self, other: &Self) -> bool {
        let meet = |a: &Segment, b: &Segment| a.addresses.meets(&b.addresses) && a.traffic.meets(&b.traffic);
        self.0.iter().any(|a| other.0.iter().any(|b| meet(a, b)))
    }

    /// Takes the pairs of one of these addresses and this traffic out of the set, and gives them.
    #[expect(clippy::return_self_not_must_use, reason = "what was taken out is not always wanted")]
    pub fn take(&mut self, addresses: &Addresses, traffic: &Traffic) -> Self {
        let hit = |s: &Segment| s.addresses.meets(addresses) && s.traffic.meets(traffic);
        if !self.0.iter().any(hit) {
            return Self::empty();
        }
        if self.0.iter().all(|s| s.addresses.is_subset(addresses) && s.traffic.is_subset(traffic)) {
            return std::mem::take(self);
        }
        let (mut taken, mut left) = (Vec::new(), Vec::with_capacity(self.0.len().saturating_add(1)));
        for segment in std::mem::take(&mut self.0) {
            if !hit(&segment) {
                left.push(segment);
                continue;
            }
            let both = segment.addresses.intersection(addresses);
            taken.push(Segment { addresses: both.clone(), traffic: segment.traffic.intersection(traffic) });
            let rest = segment.traffic.difference(traffic);
            left.push(Segment { addresses: segment.addresses.difference(&both), traffic: segment.traffic });
            left.push(Segment { addresses: both, traffic: rest });
        }
        *self = Self::canonical(left);
        Self::canonical(taken)
    }

    /// Pairs in this set and not in the other.
    #[must_use]
    pub fn difference(&self, other: &Self) -> Self {
        if self == other {
            return Self::empty();
        }
        let mut parts = Vec::new();
        for a in &self.0 {
            let mut left = a.addresses.clone();
            for b in other.0.iter().filter(|b| b.addresses.meets(&a.addresses)) {
                left = left.difference(&b.addresses);
                parts.push(Segment {
                    addresses: a.addresses.intersection(&b.addresses),
                    traffic: a.traffic.difference(&b.traffic),
                });
            }
            parts.push(Segment { addresses: left, traffic: a.traffic.clone() });
        }
        Self::canonical(parts)
    }

    /// Pairs in either set.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        if self.0.is_empty() || self == other {
            return other.clone();
        }
        if other.0.is_empty() {
            return self.clone();
        }
        let covered = other.addresses();
        let mut parts: Vec<Segment> = self
            .0
            .iter()
            .map(|a| Segment { addresses: a.addresses.difference(&covered), traffic: a.traffic.clone() })
            .collect();
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
        if parts.len() < 2 {
            return Self(parts);
        }
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

impl FromIterator<(Addresses, Traffic)> for Flows {
    /// The union of products that may overlap. Products with the same addresses or the same traffic are merged first: rule
    /// lists repeat a few of either, and unions cost the square of what is left.
    fn from_iter<I: IntoIterator<Item = (Addresses, Traffic)>>(iter: I) -> Self {
        let mut products: Vec<(Addresses, Traffic)> = iter.into_iter().collect();
        if products.len() < 2 {
            return products.pop().map(|(a, t)| Self::product(a, t)).unwrap_or_default();
        }
        products.sort_unstable();
        products.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1 = kept.1.union(&next.1);
            }
            same
        });
        products.sort_by(|a, b| a.1.cmp(&b.1));
        let mut parts: Vec<Self> = products
            .chunk_by(|a, b| a.1 == b.1)
            .filter_map(|same| {
                let addresses = Addresses::union_all(same.iter().map(|(addresses, _)| addresses));
                same.first().map(|(_, traffic)| Self::product(addresses, traffic.clone()))
            })
            .collect();
        while parts.len() > 1 {
            parts = parts
                .chunks(2)
                .map(|pair| match pair {
                    [a, b] => a.union(b),
                    _ => pair.first().cloned().unwrap_or_default(),
                })
                .collect();
        }
        parts.pop().unwrap_or_default()
    }
}

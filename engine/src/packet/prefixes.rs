//! Address ranges as the fewest prefixes that cover them exactly.

use std::net::{Ipv4Addr, Ipv6Addr};

use ipnet::{IpNet, Ipv4Net, Ipv6Net};

use super::Addresses;

impl Addresses {
    /// The fewest prefixes that are exactly this set, IPv4 first, sorted.
    pub fn prefixes(&self) -> Vec<IpNet> {
        let v4 = self.v4.ranges().iter().flat_map(|&(low, high)| {
            blocks(low.into(), high.into(), 32).into_iter().filter_map(|(base, length)| {
                let base = Ipv4Addr::from_bits(u32::try_from(base).ok()?);
                Ipv4Net::new(base, length).ok().map(IpNet::V4)
            })
        });
        let v6 = self.v6.ranges().iter().flat_map(|&(low, high)| {
            blocks(low, high, 128).into_iter().filter_map(|(base, length)| {
                Ipv6Net::new(Ipv6Addr::from_bits(base), length).ok().map(IpNet::V6)
            })
        });
        v4.chain(v6).collect()
    }
}

/// Aligned power-of-two blocks that cover `low..=high`, as (base, prefix length).
fn blocks(low: u128, high: u128, width: u8) -> Vec<(u128, u8)> {
    let mut all = Vec::new();
    let mut from = low;
    loop {
        let Some(span) = high.checked_sub(from) else { return all };
        // The largest block that starts here: limited by how `from` is aligned and by what is left.
        let left = span.checked_add(1).map_or(128, u128::ilog2);
        let bits = from.trailing_zeros().min(left).min(width.into());
        all.push((from, width.saturating_sub(u8::try_from(bits).unwrap_or(width))));
        match 1_u128.checked_shl(bits).and_then(|size| from.checked_add(size)) {
            Some(next) => from = next,
            None => return all,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::blocks;

    fn check(low: u128, high: u128, width: u8, expect: &[(u128, u8)]) {
        assert_eq!(blocks(low, high, width), expect);
    }

    #[test]
    fn edges() {
        check(0, u128::MAX, 128, &[(0, 0)]);
        check(0, u32::MAX.into(), 32, &[(0, 0)]);
        check(u128::MAX, u128::MAX, 128, &[(u128::MAX, 128)]);
        check(1, 4, 32, &[(1, 32), (2, 31), (4, 32)]);
        check(u128::MAX - 2, u128::MAX, 128, &[(u128::MAX - 2, 128), (u128::MAX - 1, 127)]);
    }

    proptest! {
        #[test]
        fn blocks_cover_exactly(a: u8, b: u8) {
            let (low, high) = (a.min(b), a.max(b));
            let mut next = u128::from(low);
            for (base, length) in blocks(low.into(), high.into(), 8) {
                let size = 1_u128 << (8 - length);
                prop_assert_eq!(base, next);
                prop_assert_eq!(base % size, 0);
                next = base + size;
            }
            prop_assert_eq!(next, u128::from(high) + 1);
        }
    }
}

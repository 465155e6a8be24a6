//! Addresses AWS would make up, replaced by stand-ins that are the same every time.

use std::net::Ipv4Addr;

use super::{Certainty, Fact};

/// Sources of this file.
pub const FACTS: &[Fact] = &[
    Fact {
        what: "203.0.113.0/24, 198.51.100.0/24, 2001:db8::/32",
        source: "RFC 5737, RFC 3849: documentation ranges, used for addresses that only exist once deployed",
        date: "2010-01",
        certainty: Certainty::Representative,
    },
    Fact {
        what: "first four addresses and the last one of a subnet",
        source: "VPC user guide, subnet sizing: reserved by AWS",
        date: "2023-04",
        certainty: Certainty::Documented,
    },
];

/// Addresses at the beginning of a subnet that AWS keeps for itself (network, router, resolver, future use).
pub const RESERVED_AT_START: u32 = 4;

/// Stand-in for the `index`th public IPv4 address AWS gives: `203.0.113.1` and on, then `198.51.100.1` and on. `None` after
/// the five hundredth.
pub fn public_v4(index: usize) -> Option<Ipv4Addr> {
    let host = |i: usize| u8::try_from(i + 1).ok().filter(|host| *host < 255);
    match index {
        0..254 => host(index).map(|host| Ipv4Addr::new(203, 0, 113, host)),
        _ => host(index.checked_sub(254)?).map(|host| Ipv4Addr::new(198, 51, 100, host)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stand_ins_are_distinct_and_run_out() {
        assert_eq!(public_v4(0), Some(Ipv4Addr::new(203, 0, 113, 1)));
        assert_eq!(public_v4(253), Some(Ipv4Addr::new(203, 0, 113, 254)));
        assert_eq!(public_v4(254), Some(Ipv4Addr::new(198, 51, 100, 1)));
        assert_eq!(public_v4(508), None);
        let all: std::collections::BTreeSet<_> = (0..508).filter_map(public_v4).collect();
        assert_eq!(all.len(), 508);
    }
}

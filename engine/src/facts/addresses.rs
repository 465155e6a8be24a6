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

/// Stand-in for the `index`th public IPv4 address AWS gives: `203.0.113.1` and on, then `198.51.100.1` and on, then those of
/// `198.18.0.0/15` (RFC 2544), over and over: whoever has a public address has one here, however many there are.
pub fn public_v4(index: usize) -> Ipv4Addr {
    let documentation = |index: usize, net: [u8; 3]| {
        let host = u8::try_from(index + 1).unwrap_or(u8::MAX);
        let [a, b, c] = net;
        Ipv4Addr::new(a, b, c, host)
    };
    match index {
        0..254 => documentation(index, [203, 0, 113]),
        254..508 => documentation(index - 254, [198, 51, 100]),
        _ => {
            let offset = u32::try_from((index - 508) % (1 << 17)).unwrap_or_default();
            Ipv4Addr::from_bits(Ipv4Addr::new(198, 18, 0, 0).to_bits() | offset)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stand_ins_are_distinct_and_never_run_out() {
        assert_eq!(public_v4(0), Ipv4Addr::new(203, 0, 113, 1));
        assert_eq!(public_v4(253), Ipv4Addr::new(203, 0, 113, 254));
        assert_eq!(public_v4(254), Ipv4Addr::new(198, 51, 100, 1));
        assert_eq!(public_v4(508), Ipv4Addr::new(198, 18, 0, 0));
        assert_eq!(public_v4(508 + (1 << 17)), public_v4(508));
        let all: std::collections::BTreeSet<_> = (0..20_000).map(public_v4).collect();
        assert_eq!(all.len(), 20_000);
        assert!(all.iter().all(|address| !crate::facts::internet().contains((*address).into())));
    }
}

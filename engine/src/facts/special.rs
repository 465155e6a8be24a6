//! Address ranges with a meaning of their own. Sources: RFC 1918, RFC 6598, RFC 3927, RFC 4193, RFC 4291, RFC 5737, RFC 3849,
//! RFC 6890.

use std::net::Ipv4Addr;
use std::sync::LazyLock;

use crate::packet::{Addresses, Ranges};

/// First and last address of each range that is not the internet, IPv4.
const NOT_INTERNET_V4: [(Ipv4Addr, Ipv4Addr); 15] = [
    (Ipv4Addr::UNSPECIFIED, Ipv4Addr::new(0, 255, 255, 255)),
    (Ipv4Addr::new(10, 0, 0, 0), Ipv4Addr::new(10, 255, 255, 255)),
    (Ipv4Addr::new(100, 64, 0, 0), Ipv4Addr::new(100, 127, 255, 255)),
    (Ipv4Addr::new(127, 0, 0, 0), Ipv4Addr::new(127, 255, 255, 255)),
    (Ipv4Addr::new(169, 254, 0, 0), Ipv4Addr::new(169, 254, 255, 255)),
    (Ipv4Addr::new(172, 16, 0, 0), Ipv4Addr::new(172, 31, 255, 255)),
    (Ipv4Addr::new(192, 0, 0, 0), Ipv4Addr::new(192, 0, 0, 255)),
    // Documentation ranges: this project's stand-ins for public addresses that AWS would give.
    (Ipv4Addr::new(192, 0, 2, 0), Ipv4Addr::new(192, 0, 2, 255)),
    (Ipv4Addr::new(192, 168, 0, 0), Ipv4Addr::new(192, 168, 255, 255)),
    (Ipv4Addr::new(198, 18, 0, 0), Ipv4Addr::new(198, 19, 255, 255)),
    (Ipv4Addr::new(198, 51, 100, 0), Ipv4Addr::new(198, 51, 100, 255)),
    (Ipv4Addr::new(203, 0, 113, 0), Ipv4Addr::new(203, 0, 113, 255)),
    // Multicast, then reserved.
    (Ipv4Addr::new(224, 0, 0, 0), Ipv4Addr::new(239, 255, 255, 255)),
    (Ipv4Addr::new(240, 0, 0, 0), Ipv4Addr::new(255, 255, 255, 254)),
    (Ipv4Addr::BROADCAST, Ipv4Addr::BROADCAST),
];

/// Global unicast, `2000::/3`, without the documentation range `2001:db8::/32`.
const INTERNET_V6: [(u128, u128); 2] =
    [(0x2000 << 112, (0x2001_0db8_u128 << 96) - 1), (0x2001_0db9 << 96, (0x4000_u128 << 112) - 1)];

/// Every address of both families that lies on the internet: not private, shared, link-local, multicast, reserved or set
/// aside for documentation. Public addresses of AWS's services are in it: without an endpoint they are reached over an
/// internet gateway like everybody else's.
pub fn internet() -> Addresses {
    static INTERNET: LazyLock<Addresses> = LazyLock::new(|| {
        let outside: Ranges<u32> = v4(&NOT_INTERNET_V4);
        Addresses { v4: outside.complement(), v6: INTERNET_V6.into_iter().collect() }
    });
    INTERNET.clone()
}

/// RFC 1918: `10.0.0.0/8`, `172.16.0.0/12`, `192.168.0.0/16`.
pub fn private() -> Addresses {
    static PRIVATE: LazyLock<Ranges<u32>> = LazyLock::new(|| {
        v4(&[
            (Ipv4Addr::new(10, 0, 0, 0), Ipv4Addr::new(10, 255, 255, 255)),
            (Ipv4Addr::new(172, 16, 0, 0), Ipv4Addr::new(172, 31, 255, 255)),
            (Ipv4Addr::new(192, 168, 0, 0), Ipv4Addr::new(192, 168, 255, 255)),
        ])
    });
    Addresses { v4: PRIVATE.clone(), v6: Ranges::empty() }
}

/// RFC 6598: `100.64.0.0/10`.
pub fn shared() -> Addresses {
    let (low, high) = (Ipv4Addr::new(100, 64, 0, 0), Ipv4Addr::new(100, 127, 255, 255));
    Addresses { v4: Ranges::range(low.to_bits(), high.to_bits()), v6: Ranges::empty() }
}

/// `169.254.0.0/16` and `fe80::/10`: never routed. The resolver and the metadata service answer there.
pub fn link_local() -> Addresses {
    Addresses {
        v4: v4(&[(Ipv4Addr::new(169, 254, 0, 0), Ipv4Addr::new(169, 254, 255, 255))]),
        v6: Ranges::range(0xfe80 << 112, (0xfec0_u128 << 112) - 1),
    }
}

/// RFC 6052: `64:ff9b::/96`, IPv4 addresses written as IPv6; a NAT gateway translates what is sent there (VPC user guide, DNS64 and
/// NAT64).
pub fn nat64() -> Addresses {
    Addresses { v4: Ranges::empty(), v6: Ranges::range(0x0064_ff9b << 96, (0x0064_ff9b << 96) | 0xffff_ffff) }
}

/// Whether an address is private in the sense of RFC 1918.
pub fn is_rfc1918(address: Ipv4Addr) -> bool {
    private().v4.contains(address.to_bits())
}

/// Whether an address is shared in the sense of RFC 6598.
pub fn is_rfc6598(address: Ipv4Addr) -> bool {
    shared().v4.contains(address.to_bits())
}

fn v4(ranges: &[(Ipv4Addr, Ipv4Addr)]) -> Ranges<u32> {
    ranges.iter().map(|(low, high)| (low.to_bits(), high.to_bits())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(address: &str, on_the_internet: bool) {
        assert_eq!(internet().contains(address.parse().unwrap()), on_the_internet, "{address}");
    }

    #[test]
    fn the_internet_is_what_is_public() {
        for public in
            ["1.1.1.1", "8.8.8.8", "172.15.255.255", "172.32.0.0", "223.255.255.255", "2a04:4e42::223"]
        {
            check(public, true);
        }
        for special in [
            "0.0.0.0",
            "10.0.0.1",
            "100.64.0.1",
            "127.0.0.1",
            "169.254.169.253",
            "172.16.0.0",
            "172.31.255.255",
            "192.168.1.1",
            "203.0.113.9",
            "224.0.0.1",
            "255.255.255.255",
            "::1",
            "fe80::1",
            "fd00:ec2::253",
            "ff02::1",
            "2001:db8::1",
        ] {
            check(special, false);
        }
        check("2001:db7:ffff:ffff:ffff:ffff:ffff:ffff", true);
        check("2001:db9::", true);
    }
}

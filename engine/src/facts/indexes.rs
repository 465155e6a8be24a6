//! Public package indexes: their hosts and the addresses seen behind them.
//!
//! An index is never one address: pip asks one host for the index and another for the files, and both stand behind a content
//! network whose addresses serve strangers too.

use std::net::{Ipv4Addr, Ipv6Addr};

use ipnet::{IpNet, Ipv4Net, Ipv6Net};

use super::{Certainty, Fact};
use crate::packet::Addresses;

/// Sources of this file.
pub const FACTS: &[Fact] = &[
    Fact {
        what: "pypi.org A 151.101.{0,64,128,192}.223, AAAA 2a04:4e42:{0,200,400,600}::223",
        source: "pypi/warehouse issue 3885 and pypi/support issue 3833",
        date: "2024-01",
        certainty: Certainty::SecondHand,
    },
    Fact {
        what: "files.pythonhosted.org A 151.101.37.63",
        source: "pypi/warehouse issue 4779",
        date: "2018-09",
        certainty: Certainty::SecondHand,
    },
    Fact {
        what: "files.pythonhosted.org AAAA 2a04:4e42::/32",
        source: "the content network's own range; the single address depends on the place",
        date: "2026-11",
        certainty: Certainty::Representative,
    },
    Fact {
        what: "Fastly prefixes",
        source: "pypi/support issue 527: the list the content network publishes, as copied by others",
        date: "2026-11",
        certainty: Certainty::SecondHand,
    },
    Fact {
        what: "registry.npmjs.org A 104.16.0.34",
        source: "Cloudflare's range 104.16.0.0/13",
        date: "2026-11",
        certainty: Certainty::Representative,
    },
    Fact {
        what: "repo.maven.apache.org A 199.232.192.209",
        source: "Fastly's range 199.232.0.0/16",
        date: "2026-11",
        certainty: Certainty::Representative,
    },
];

/// A host of a public index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Host {
    /// Its name.
    pub name: &'static str,
    /// IPv4 addresses seen.
    pub v4: &'static [Ipv4Addr],
    /// IPv6 addresses seen.
    pub v6: &'static [Ipv6Addr],
}

impl Host {
    /// All addresses of the host.
    pub fn addresses(&self) -> Addresses {
        Addresses {
            v4: self.v4.iter().map(|a| (a.to_bits(), a.to_bits())).collect(),
            v6: self.v6.iter().map(|a| (a.to_bits(), a.to_bits())).collect(),
        }
    }
}

/// The host of PyPI's index.
pub const PYPI: Host = Host {
    name: "pypi.org",
    v4: &[
        Ipv4Addr::new(151, 101, 0, 223),
        Ipv4Addr::new(151, 101, 64, 223),
        Ipv4Addr::new(151, 101, 128, 223),
        Ipv4Addr::new(151, 101, 192, 223),
    ],
    v6: &[
        Ipv6Addr::new(0x2a04, 0x4e42, 0, 0, 0, 0, 0, 0x223),
        Ipv6Addr::new(0x2a04, 0x4e42, 0x200, 0, 0, 0, 0, 0x223),
        Ipv6Addr::new(0x2a04, 0x4e42, 0x400, 0, 0, 0, 0, 0x223),
        Ipv6Addr::new(0x2a04, 0x4e42, 0x600, 0, 0, 0, 0, 0x223),
    ],
};

/// The host of PyPI's files.
pub const PYPI_FILES: Host = Host {
    name: "files.pythonhosted.org",
    v4: &[Ipv4Addr::new(151, 101, 37, 63)],
    v6: &[Ipv6Addr::new(0x2a04, 0x4e42, 0, 0, 0, 0, 0, 0x319)],
};

/// The host of npm's index and files.
pub const NPM: Host = Host { name: "registry.npmjs.org", v4: &[Ipv4Addr::new(104, 16, 0, 34)], v6: &[] };

/// The host of Maven Central.
pub const MAVEN: Host =
    Host { name: "repo.maven.apache.org", v4: &[Ipv4Addr::new(199, 232, 192, 209)], v6: &[] };

/// The hosts a client needs for a package of this ecosystem (`pypi`, `npm`, `maven`), in the order it asks them.
pub fn hosts(ecosystem: &str) -> &'static [Host] {
    match ecosystem {
        "pypi" => &[PYPI, PYPI_FILES],
        "npm" => &[NPM],
        "maven" => &[MAVEN],
        _ => &[],
    }
}

/// Address ranges of a content network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ContentNetwork {
    /// Its name.
    pub name: &'static str,
    v4: &'static [(Ipv4Addr, u8)],
    v6: &'static [(Ipv6Addr, u8)],
}

impl ContentNetwork {
    /// All its addresses.
    pub fn addresses(&self) -> Addresses {
        let v4 = self.v4.iter().filter_map(|(a, l)| Ipv4Net::new(*a, *l).ok()).map(IpNet::V4);
        let v6 = self.v6.iter().filter_map(|(a, l)| Ipv6Net::new(*a, *l).ok()).map(IpNet::V6);
        v4.chain(v6).collect()
    }
}

/// The content network that PyPI's two hosts stand behind, as far as its prefixes are known.
pub const FASTLY: ContentNetwork = ContentNetwork {
    name: "Fastly",
    v4: &[
        (Ipv4Addr::new(104, 156, 80, 0), 20),
        (Ipv4Addr::new(140, 248, 64, 0), 18),
        (Ipv4Addr::new(140, 248, 128, 0), 17),
        (Ipv4Addr::new(146, 75, 0, 0), 17),
        (Ipv4Addr::new(151, 101, 0, 0), 16),
        (Ipv4Addr::new(157, 52, 64, 0), 18),
        (Ipv4Addr::new(167, 82, 0, 0), 17),
        (Ipv4Addr::new(199, 232, 0, 0), 16),
    ],
    v6: &[(Ipv6Addr::new(0x2a04, 0x4e42, 0, 0, 0, 0, 0, 0), 32)],
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::internet;

    #[test]
    fn hosts_are_public_and_behind_the_content_network() {
        for ecosystem in ["pypi", "npm", "maven"] {
            assert!(!hosts(ecosystem).is_empty());
            for host in hosts(ecosystem) {
                assert!(host.addresses().is_subset(&internet()), "{}", host.name);
            }
        }
        assert!(PYPI.addresses().is_subset(&FASTLY.addresses()));
        assert!(PYPI_FILES.addresses().is_subset(&FASTLY.addresses()));
        assert!(PYPI.addresses().intersection(&PYPI_FILES.addresses()).is_empty());
    }
}

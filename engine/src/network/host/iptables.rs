//! `iptables` and `ip6tables`: rules of the `OUTPUT` chain, each family apart.
//!
//! The first rule that matches decides, then the chain's policy. Rules for the loopback interface and for packets of connections that
//! exist already say nothing of new packets that leave. What forwards for others (`FORWARD`, the `nat` table) is taken for granted of an
//! instance that forwards.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ipnet::IpNet;

use super::{HostFirewall, HostRule};
use crate::packet::{Addresses, Protocol, Ranges, Traffic, icmp_type_code};
use crate::template::Place;

/// Both families.
#[derive(Debug)]
pub(super) struct Tables {
    pub(super) v4: Chain,
    pub(super) v6: Chain,
}

impl Default for Tables {
    fn default() -> Self {
        Self {
            v4: Chain::new(IpAddr::V4(Ipv4Addr::UNSPECIFIED)),
            v6: Chain::new(IpAddr::V6(Ipv6Addr::UNSPECIFIED)),
        }
    }
}

/// The output chain of one family.
#[derive(Debug)]
pub(super) struct Chain {
    family: IpAddr,
    rules: Vec<HostRule>,
    /// `-P OUTPUT DROP`, as the rule that it amounts to.
    drops_rest: Option<HostRule>,
}

impl Tables {
    /// Both chains as one list; `None` where nothing was set up.
    pub(super) fn firewall(self) -> Option<HostFirewall> {
        let default_allow = self.v4.drops_rest.is_none() || self.v6.drops_rest.is_none();
        let rules: Vec<HostRule> = self.v4.into_rules().chain(self.v6.into_rules()).collect();
        (!rules.is_empty()).then_some(HostFirewall { rules, default_allow })
    }
}

impl Chain {
    fn new(family: IpAddr) -> Self {
        Self { family, rules: Vec::new(), drops_rest: None }
    }

    fn into_rules(self) -> impl Iterator<Item = HostRule> {
        self.rules.into_iter().chain(self.drops_rest)
    }

    fn everywhere(&self) -> Addresses {
        match self.family {
            IpAddr::V4(_) => Addresses { v4: Ranges::full(), v6: Ranges::empty() },
            IpAddr::V6(_) => Addresses { v4: Ranges::empty(), v6: Ranges::full() },
        }
    }

    /// Runs one call; false where it is not modelled.
    pub(super) fn run(&mut self, arguments: &[&str], written: &str, place: Place) -> bool {
        let arguments: Vec<&str> =
            arguments.iter().copied().filter(|a| !matches!(*a, "-w" | "--wait")).collect();
        let (table, arguments) = match arguments.as_slice() {
            ["-t" | "--table", table, rest @ ..] => (*table, rest),
            rest => ("filter", rest),
        };
        match (table, arguments) {
            ("nat", [_, "POSTROUTING", ..]) => true,
            ("filter", ["-P" | "--policy", "OUTPUT", target]) => {
                let addresses = self.everywhere();
                let text = written.into();
                let rest = HostRule { place, allow: false, addresses, traffic: Traffic::full(), text };
                match *target {
                    "DROP" => self.drops_rest = Some(rest),
                    "ACCEPT" => self.drops_rest = None,
                    _ => return false,
                }
                true
            }
            ("filter", ["-P" | "--policy", "FORWARD", _] | ["-P" | "--policy", "INPUT", "ACCEPT"]) => true,
            ("filter", ["-F" | "--flush"] | ["-F" | "--flush", "OUTPUT"]) => {
                self.rules.clear();
                true
            }
            ("filter", ["-F" | "--flush" | "-A" | "-I", "FORWARD", ..]) => true,
            ("filter", ["-A" | "--append", "OUTPUT", rule @ ..]) => {
                self.add(rule, self.rules.len(), written, place)
            }
            ("filter", ["-I" | "--insert", "OUTPUT", rule @ ..]) => match rule.split_first() {
                Some((number, rest)) if let Ok(number) = number.parse::<usize>() => {
                    self.add(rest, number.saturating_sub(1), written, place)
                }
                _ => self.add(rule, 0, written, place),
            },
            _ => false,
        }
    }

    fn add(&mut self, rule: &[&str], at: usize, written: &str, place: Place) -> bool {
        let Some(parsed) = self.parse(rule) else { return false };
        if let Some((allow, addresses, traffic)) = parsed {
            let at = at.min(self.rules.len());
            self.rules.insert(at, HostRule { place, allow, addresses, traffic, text: written.into() });
        }
        true
    }

    /// Verdict, destinations and traffic of a rule; `Some(None)` where it says nothing of new packets that leave; `None` where it
    /// is not modelled.
    #[expect(clippy::option_option, reason = "three answers, as told above")]
    fn parse(&self, rule: &[&str]) -> Option<Option<(bool, Addresses, Traffic)>> {
        let mut addresses = self.everywhere();
        let (mut protocol, mut ports, mut icmp_type, mut target) = (None, None, None, None);
        let mut matters = true;
        let mut words = rule.iter().copied();
        let mut not = false;
        while let Some(word) = words.next() {
            if word == "!" {
                not = true;
                continue;
            }
            let value = words.next()?;
            let negated = std::mem::take(&mut not);
            match word {
                "-d" | "--dst" | "--destination" => {
                    let named = self.destinations(value)?;
                    addresses = if negated { addresses.difference(&named) } else { named };
                }
                _ if negated => return None,
                "-p" | "--protocol" => protocol = Some(value),
                "--dport" | "--destination-port" | "--dports" | "--destination-ports" => {
                    ports = Some(ranges(value)?);
                }
                "--icmp-type" | "--icmpv6-type" => icmp_type = Some(value),
                "-o" | "--out-interface" => matters &= value != "lo",
                "--ctstate" | "--state" => matters &= value.split(',').any(|state| state == "NEW"),
                "-m" | "--match" => {
                    matches!(
                        value,
                        "tcp" | "udp" | "icmp" | "icmp6" | "multiport" | "conntrack" | "state" | "comment"
                    )
                    .then_some(())?;
                }
                "--comment" | "--reject-with" | "--log-prefix" | "--log-level" => {}
                "-j" | "--jump" => target = Some(value),
                _ => return None,
            }
        }
        let allow = match target? {
            "ACCEPT" => true,
            "DROP" | "REJECT" => false,
            "LOG" => return Some(None),
            _ => return None,
        };
        let traffic = traffic(protocol, ports, icmp_type)?;
        Some(matters.then_some((allow, addresses, traffic)))
    }

    /// `CIDR[,CIDR]`. A host name would be looked up when the rule is added, and so is not modelled.
    fn destinations(&self, text: &str) -> Option<Addresses> {
        let mut nets = Vec::new();
        for part in text.split(',') {
            let net = part.parse::<IpNet>().or_else(|_| part.parse::<IpAddr>().map(IpNet::from)).ok()?;
            if net.addr().is_ipv4() != self.family.is_ipv4() {
                return None;
            }
            nets.push(net);
        }
        Some(nets.into_iter().collect())
    }
}

/// `443`, `8000:8080`, `80,443`.
fn ranges(text: &str) -> Option<Ranges<u16>> {
    let mut all = Vec::new();
    for part in text.split(',') {
        let (low, high) = part.split_once(':').unwrap_or((part, part));
        let low = if low.is_empty() { 0 } else { low.parse().ok()? };
        let high = if high.is_empty() { u16::MAX } else { high.parse().ok()? };
        all.push((low, high));
    }
    Some(all.into_iter().collect())
}

fn traffic(protocol: Option<&str>, ports: Option<Ranges<u16>>, icmp_type: Option<&str>) -> Option<Traffic> {
    let Some(protocol) = protocol else {
        return (ports.is_none() && icmp_type.is_none()).then(Traffic::full);
    };
    let protocol = match protocol {
        "all" | "0" => return (ports.is_none() && icmp_type.is_none()).then(Traffic::full),
        "tcp" => Protocol::Tcp,
        "udp" => Protocol::Udp,
        "icmp" => Protocol::Icmp,
        "icmpv6" | "ipv6-icmp" => Protocol::Icmpv6,
        number => Protocol::from_number(number.parse().ok()?),
    };
    let mut traffic = Traffic::protocol(protocol);
    match (protocol, ports, icmp_type) {
        (_, None, None) => {}
        (Protocol::Tcp, Some(ports), None) => traffic.tcp = ports,
        (Protocol::Udp, Some(ports), None) => traffic.udp = ports,
        (Protocol::Icmp, None, Some(kind)) => {
            let kind = if kind == "echo-request" { 8 } else { kind.parse().ok()? };
            traffic.icmp = Ranges::range(icmp_type_code(kind, 0), icmp_type_code(kind, u8::MAX));
        }
        _ => return None,
    }
    Some(traffic)
}

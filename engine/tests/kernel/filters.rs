//! Groups, ACLs and gateways as rules of nftables.

use std::fmt::Write as _;
use std::net::Ipv4Addr;

use engine::network::{AclEntry, GroupRule, Id, Peer};
use engine::packet::{Addresses, Ranges, Traffic};
use ipnet::IpNet;

use crate::world::World;

/// The groups of an interface, at both borders of its namespace so that forwarded packets meet them too.
pub(crate) fn groups(world: &World, id: Id) -> String {
    let network = &world.build.network;
    let interface = &network.interfaces[&id];
    let mut text = String::from("table ip groups {\n");
    for (hook, lo, side, out) in
        [("prerouting", "iifname", "saddr", false), ("postrouting", "oifname", "daddr", true)]
    {
        let _ = writeln!(text, "chain {hook} {{\ntype filter hook {hook} priority 0; policy drop;");
        let _ = writeln!(text, "{lo} \"lo\" accept\nct state established,related accept");
        for group in &interface.groups {
            let group = &network.groups[group];
            for rule in if out { &group.egress } else { &group.ingress } {
                if let Some(remote) = peer(world, rule, side) {
                    for traffic in traffic(&rule.traffic) {
                        let _ = writeln!(text, "{remote} {traffic} accept");
                    }
                }
            }
        }
        text.push_str("}\n");
    }
    text.push_str("}\n");
    if id == world.middle {
        let own = world.address(id);
        text.push_str(&masquerade(&format!("ip saddr != {own} masquerade")));
    }
    text
}

/// A group's members, or addresses.
fn peer(world: &World, rule: &GroupRule, side: &str) -> Option<String> {
    match &rule.peer {
        Peer::Addresses(set) => prefixes(set, side),
        Peer::Group(group) => {
            let network = &world.build.network;
            let members = world.interfaces.iter().filter(|i| network.interfaces[i].groups.contains(group));
            let members: Vec<String> = members.map(|i| world.address(*i).to_string()).collect();
            (!members.is_empty()).then(|| format!("ip {side} {{ {} }}", members.join(", ")))
        }
    }
}

/// The ACL of a subnet: no word of connections, the first rule that matches decides.
pub(crate) fn acl(world: &World, subnet: usize, uplinks: &[String]) -> String {
    let network = &world.build.network;
    let acl = &network.acls[&network.subnets[&world.subnets[subnet]].acl];
    let mut text = String::from("table ip acl {\n");
    for (name, side, entries) in [("entering", "saddr", &acl.ingress), ("leaving", "daddr", &acl.egress)] {
        let _ = writeln!(text, "chain {name} {{");
        for entry in entries {
            text.push_str(&lines(entry, side));
        }
        text.push_str("drop\n}\n");
    }
    let uplinks: Vec<String> = uplinks.iter().map(|name| format!("\"{name}\"")).collect();
    let uplinks = uplinks.join(", ");
    let _ = writeln!(text, "chain border {{\ntype filter hook forward priority 0; policy accept;");
    let _ =
        writeln!(text, "iifname {{ {uplinks} }} jump entering\noifname {{ {uplinks} }} jump leaving\n}}\n}}");
    text
}

fn lines(entry: &AclEntry, side: &str) -> String {
    let verdict = if entry.allow { "accept" } else { "drop" };
    let Some(remote) = prefixes(&entry.addresses, side) else { return String::new() };
    let line = |traffic: &String| format!("{remote} {traffic} {verdict}\n");
    traffic(&entry.traffic).iter().map(line).collect()
}

/// A NAT gateway's ports.
pub(crate) fn nat_gateway() -> String {
    masquerade("meta l4proto { tcp, udp } masquerade to :1024-65535")
}

fn masquerade(rule: &str) -> String {
    format!("table ip nat {{\nchain out {{\ntype nat hook postrouting priority 100;\n{rule}\n}}\n}}\n")
}

/// The internet gateway: a public address for each private one that has one, nothing else passes.
pub(crate) fn internet_gateway(associations: &[(Ipv4Addr, Ipv4Addr)]) -> String {
    let mut text = String::from(
        "table ip gateway {\nchain pass {\ntype filter hook forward priority 0; policy drop;\n\
         ct state established,related accept\n\
         ip daddr { 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10 } drop\n",
    );
    for (private, _) in associations {
        let _ = writeln!(text, "iifname \"vpc\" ip saddr {private} accept");
    }
    text.push_str("}\nchain out {\ntype nat hook postrouting priority 100;\n");
    for (private, public) in associations {
        let _ = writeln!(text, "oifname \"outside\" ip saddr {private} snat to {public}");
    }
    text.push_str("}\n}\n");
    text
}

fn prefixes(set: &Addresses, side: &str) -> Option<String> {
    let v4: Vec<String> =
        set.prefixes().iter().filter(|net| matches!(net, IpNet::V4(_))).map(ToString::to_string).collect();
    (!v4.is_empty()).then(|| format!("ip {side} {{ {} }}", v4.join(", ")))
}

/// What a rule matches of TCP and of UDP.
fn traffic(traffic: &Traffic) -> Vec<String> {
    [("tcp", &traffic.tcp), ("udp", &traffic.udp)]
        .into_iter()
        .filter(|(_, ports)| !ports.is_empty())
        .map(
            |(name, ports)| {
                if ports.is_full() { format!("meta l4proto {name}") } else { ranges(name, ports) }
            },
        )
        .collect()
}

fn ranges(name: &str, ports: &Ranges<u16>) -> String {
    let text: Vec<String> = ports.ranges().iter().map(|(low, high)| format!("{low}-{high}")).collect();
    format!("{name} dport {{ {} }}", text.join(", "))
}

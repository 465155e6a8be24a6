//! One packet through one network, as the guides tell it: no sets, nothing shared with `reach`. Where a call returns, the answer to
//! the packet passes the same place the other way.

use std::net::{IpAddr, Ipv4Addr};

use engine::network::{
    AclEntry, Destination, EndpointKind, GroupRule, Id, Interface, Network, Peer, Route, Target,
};
use engine::packet::{Addresses, Ranges, Traffic};
use engine::reach::End;

use crate::probes::{Fate, Probe};

/// Who seems to send the packet at this point.
#[derive(Clone, Copy)]
pub(crate) struct Sender {
    pub(crate) address: Option<IpAddr>,
    pub(crate) interface: Option<Id>,
    pub(crate) outside: Outside,
    pub(crate) port: u16,
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Outside {
    No,
    Public,
    PublicNat,
    PrivateNat,
}

pub(crate) fn blocked() -> Fate {
    Fate { end: End::Blocked, answered: false }
}

pub(crate) fn reached(end: End) -> Fate {
    Fate { end, answered: true }
}

pub(crate) fn unknown() -> Fate {
    Fate { end: End::Unknown(None), answered: false }
}

fn within<T: Copy + PartialOrd>(ranges: &[(T, T)], value: T) -> bool {
    ranges.iter().any(|(low, high)| *low <= value && value <= *high)
}

fn in_addresses(set: &Addresses, address: IpAddr) -> bool {
    match address {
        IpAddr::V4(a) => within(set.v4.ranges(), u32::from(a)),
        IpAddr::V6(a) => within(set.v6.ranges(), u128::from(a)),
    }
}

fn in_traffic(set: &Traffic, protocol: u8, port: u16) -> bool {
    let ports = |r: &Ranges<u16>| within(r.ranges(), port);
    match protocol {
        1 => ports(&set.icmp),
        6 => ports(&set.tcp),
        17 => ports(&set.udp),
        58 => ports(&set.icmpv6),
        n => within(set.other.ranges(), n),
    }
}

/// Walks one network.
pub(crate) struct Walker<'a> {
    pub(crate) network: &'a Network,
    pub(crate) probe: Probe,
}

impl<'a> Walker<'a> {
    pub(crate) fn send(&self, from: Id) -> Fate {
        let interface = &self.network.interfaces[&from];
        let to = self.probe.to;
        let address = match to {
            IpAddr::V4(_) => interface.v4.map(IpAddr::V4),
            IpAddr::V6(_) => interface.v6.map(IpAddr::V6),
        };
        let Some(address) = address else { return blocked() };
        if to == address {
            return reached(End::Interface(from));
        }
        let vpc_id = self.network.subnets[&interface.subnet].vpc;
        let vpc = &self.network.vpcs[&vpc_id];
        let dns = matches!(self.probe.protocol, 6 | 17) && self.probe.port == 53;
        if vpc.dns_support && dns {
            let base = Ipv4Addr::from(u32::from(vpc.v4[0].network()) + 2);
            let known =
                [IpAddr::V4(base), "169.254.169.253".parse().unwrap(), "fd00:ec2::253".parse().unwrap()];
            if known.contains(&to) {
                return reached(End::Resolver(vpc_id));
            }
        }
        let on_host = match to {
            IpAddr::V4(a) => {
                a.is_loopback()
                    || a.is_link_local()
                    || a.is_multicast()
                    || a.is_broadcast()
                    || a.octets()[0] == 0
            }
            IpAddr::V6(a) => {
                a.is_loopback()
                    || a.is_multicast()
                    || a.is_unspecified()
                    || a.segments()[0] & 0xffc0 == 0xfe80
            }
        };
        if on_host {
            return blocked();
        }
        let outside = match (to, interface.public_v4) {
            (IpAddr::V4(_), None) => Outside::No,
            _ => Outside::Public,
        };
        let sender =
            Sender { address: Some(address), interface: Some(from), outside, port: self.probe.source_port };
        self.leave_interface(from, sender, &mut vec![from])
    }

    pub(crate) fn leave_interface(&self, id: Id, sender: Sender, seen: &mut Vec<Id>) -> Fate {
        let interface = &self.network.interfaces[&id];
        let admitted = self.rules(interface, true).any(|rule| {
            in_traffic(&rule.traffic, self.probe.protocol, self.probe.port)
                && match &rule.peer {
                    Peer::Addresses(a) => in_addresses(a, self.probe.to),
                    Peer::Group(group) => self.network.interfaces.iter().any(|(other, i)| {
                        i.groups.contains(group)
                            && (i.v4.map(IpAddr::V4) == Some(self.probe.to)
                                || i.v6.map(IpAddr::V6) == Some(self.probe.to))
                            && self.may_refer(interface, *other)
                    }),
                }
        });
        if admitted { self.leave_subnet(interface.subnet, sender, seen) } else { blocked() }
    }

    fn rules(&self, interface: &'a Interface, out: bool) -> impl Iterator<Item = &'a GroupRule> {
        let network = self.network;
        interface.groups.iter().flat_map(move |id| {
            let group = &network.groups[id];
            if out { &group.egress } else { &group.ingress }
        })
    }

    /// Whether a rule may mean this interface: in the same VPC or a peer.
    fn may_refer(&self, of: &Interface, other: Id) -> bool {
        let here = self.network.subnets[&of.subnet].vpc;
        let there = self.network.subnets[&self.network.interfaces[&other].subnet].vpc;
        here == there
            || self.network.peerings.values().any(|p| {
                let ends = [Some(p.requester), p.accepter];
                ends.contains(&Some(here)) && ends.contains(&Some(there))
            })
    }

    pub(crate) fn leave_subnet(&self, id: Id, sender: Sender, seen: &mut Vec<Id>) -> Fate {
        let subnet = &self.network.subnets[&id];
        let to = self.probe.to;
        let neighbour = match to {
            IpAddr::V4(a) => subnet.v4.is_some_and(|n| n.contains(&a)),
            IpAddr::V6(a) => subnet.v6.is_some_and(|n| n.contains(&a)),
        };
        if neighbour {
            return match self.owner(subnet.vpc, to) {
                Some(interface) => self.enter_interface(interface, Some(id), None, sender),
                None => blocked(),
            };
        }
        let route = self.route(subnet.route_table, to);
        let inside = match route.map(|r| &r.target) {
            Some(Target::NatGateway(nat)) => self.network.nat_gateways[nat].subnet == Some(id),
            Some(Target::Interface(i)) => self.network.interfaces[i].subnet == id,
            _ => false,
        };
        if inside {
            return self.follow(route, subnet.vpc, Some(id), sender, seen);
        }
        let acl = &self.network.acls[&subnet.acl];
        if !acl_allows(&acl.egress, Some(to), self.probe.protocol, self.probe.port) {
            return blocked();
        }
        let mut fate = self.follow(route, subnet.vpc, Some(id), sender, seen);
        fate.answered &= self.answer_passes(&acl.ingress, Some(to), sender.port);
        fate
    }

    /// Whether an ACL lets the answer pass.
    fn answer_passes(&self, entries: &[AclEntry], remote: Option<IpAddr>, port: u16) -> bool {
        let port = match self.probe.protocol {
            1 => 0,
            58 => 129 * 256,
            _ => port,
        };
        acl_allows(entries, remote, self.probe.protocol, port)
    }

    pub(crate) fn owner(&self, vpc: Id, address: IpAddr) -> Option<Id> {
        self.network
            .interfaces
            .iter()
            .find(|(_, i)| {
                self.network.subnets[&i.subnet].vpc == vpc
                    && (i.v4.map(IpAddr::V4) == Some(address) || i.v6.map(IpAddr::V6) == Some(address))
            })
            .map(|(id, _)| *id)
    }

    /// The route with the longest prefix that has the address.
    pub(crate) fn route(&self, table: Id, address: IpAddr) -> Option<&'a Route> {
        let mut best: Option<(u8, bool, &Route)> = None;
        for route in &self.network.route_tables[&table].routes {
            let (length, fixed) = match (&route.destination, address) {
                (Destination::V4(n), IpAddr::V4(a)) if n.contains(&a) => (n.prefix_len(), true),
                (Destination::V6(n), IpAddr::V6(a)) if n.contains(&a) => (n.prefix_len(), true),
                (Destination::PrefixList { prefixes, .. }, _) => {
                    let entries = prefixes.iter().filter(|prefix| prefix.contains(&address));
                    match entries.map(ipnet::IpNet::prefix_len).max() {
                        Some(length) => (length, false),
                        None => continue,
                    }
                }
                _ => continue,
            };
            if best.is_none_or(|(l, f, _)| length > l || (length == l && fixed && !f)) {
                best = Some((length, fixed, route));
            }
        }
        best.map(|(_, _, route)| route)
    }

    /// Over the border into a subnet and what happens there; the answer leaves by the subnet's ACL and table.
    pub(crate) fn enter_subnet(
        &self,
        id: Id,
        from: Option<Id>,
        over: Option<Id>,
        sender: Sender,
        then: impl FnOnce() -> Fate,
    ) -> Fate {
        if sender.address.is_none() {
            return unknown();
        }
        if from == Some(id) {
            return then();
        }
        let subnet = &self.network.subnets[&id];
        let acl = &self.network.acls[&subnet.acl];
        if !acl_allows(&acl.ingress, sender.address, self.probe.protocol, self.probe.port) {
            return blocked();
        }
        let mut fate = then();
        fate.answered &= self.answer_passes(&acl.egress, sender.address, sender.port);
        if let Some(address) = sender.address {
            let back = self.route(subnet.route_table, address).map(|r| &r.target);
            fate.answered &= match over {
                None => back == Some(&Target::Local),
                Some(peering) => back == Some(&Target::Peering(peering)),
            };
        }
        fate
    }

    pub(crate) fn admits(&self, interface: &'a Interface, sender: Sender) -> bool {
        self.rules(interface, false).any(|rule| {
            in_traffic(&rule.traffic, self.probe.protocol, self.probe.port)
                && match &rule.peer {
                    Peer::Addresses(a) => sender.address.is_some_and(|s| in_addresses(a, s)),
                    Peer::Group(group) => {
                        sender.interface.is_some_and(|i| self.network.interfaces[&i].groups.contains(group))
                    }
                }
        })
    }

    pub(crate) fn enter_interface(&self, id: Id, from: Option<Id>, over: Option<Id>, sender: Sender) -> Fate {
        let interface = &self.network.interfaces[&id];
        self.enter_subnet(interface.subnet, from, over, sender, || {
            if !self.admits(interface, sender) {
                return blocked();
            }
            let endpoint = self
                .network
                .endpoints
                .get(&interface.owner)
                .is_some_and(|e| matches!(e.kind, EndpointKind::Interface { .. }));
            if endpoint && (self.probe.protocol, self.probe.port) != (6, 443) {
                return blocked();
            }
            reached(End::Interface(id))
        })
    }
}

/// The first entry that matches decides; the last word is no.
fn acl_allows(entries: &[AclEntry], remote: Option<IpAddr>, protocol: u8, port: u16) -> bool {
    entries
        .iter()
        .find(|e| {
            in_traffic(&e.traffic, protocol, port) && remote.is_some_and(|r| in_addresses(&e.addresses, r))
        })
        .is_some_and(|e| e.allow)
}

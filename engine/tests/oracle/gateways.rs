//! Where routes lead: through gateways, NAT devices and peering connections.

use std::net::IpAddr;

use engine::network::{Id, Route, Target};
use engine::reach::End;

use crate::probes::Fate;
use crate::walker::{Outside, Sender, Walker, blocked, reached, unknown};

impl Walker<'_> {
    pub(crate) fn follow(
        &self,
        route: Option<&Route>,
        vpc: Id,
        subnet: Option<Id>,
        sender: Sender,
        seen: &mut Vec<Id>,
    ) -> Fate {
        let to = self.probe.to;
        let Some(route) = route else { return blocked() };
        match &route.target {
            Target::Blackhole => blocked(),
            Target::Local => match self.owner(vpc, to) {
                Some(id) => self.enter_interface(id, subnet, None, sender),
                None => blocked(),
            },
            Target::InternetGateway(id) => {
                let private_nat = sender.outside == Outside::PrivateNat;
                let nat = sender.outside == Outside::PublicNat;
                if self.network.internet_gateways[id] != Some(vpc)
                    || private_nat
                    || sender.outside == Outside::No
                {
                    return blocked();
                }
                let dropped = match to {
                    IpAddr::V4(a) => a.is_private() || (a.octets()[0] == 100 && a.octets()[1] & 0xc0 == 64),
                    IpAddr::V6(_) => false,
                };
                let (out, back) = self.public_access(vpc, subnet, nat);
                if dropped || !out {
                    return blocked();
                }
                Fate { end: End::Internet(*id), answered: back }
            }
            Target::EgressOnlyGateway(id) => {
                let (out, back) = self.public_access(vpc, subnet, true);
                if self.network.egress_only_gateways[id] != vpc || to.is_ipv4() || !out {
                    return blocked();
                }
                Fate { end: End::Internet(*id), answered: back }
            }
            Target::NatGateway(id) => self.nat_gateway(*id, vpc, subnet, sender, seen),
            Target::Interface(id) => self.through_interface(*id, vpc, subnet, sender, seen),
            Target::GatewayEndpoint(id) => {
                let echo = (self.probe.protocol, self.probe.port) == (1, 8 * 256)
                    || (self.probe.protocol, self.probe.port) == (58, 128 * 256);
                if self.probe.protocol == 6 || echo { reached(End::GatewayEndpoint(*id)) } else { blocked() }
            }
            Target::Peering(id) => {
                let peering = &self.network.peerings[id];
                let peer = match (peering.requester == vpc, peering.accepter) {
                    (true, None) => return unknown(),
                    (true, Some(accepter)) => accepter,
                    (false, accepter) if accepter == Some(vpc) => peering.requester,
                    (false, _) => return blocked(),
                };
                let ranges = &self.network.vpcs[&peer];
                let there = match to {
                    IpAddr::V4(a) => ranges.v4.iter().any(|n| n.contains(&a)),
                    IpAddr::V6(a) => ranges.v6.iter().any(|n| n.contains(&a)),
                };
                match self.owner(peer, to) {
                    Some(interface) if there => self.enter_interface(interface, None, Some(*id), sender),
                    _ => blocked(),
                }
            }
            Target::NotModelled(_) | Target::Unknown(_) => unknown(),
        }
    }

    /// Whether block public access lets packets out here, and answers in.
    fn public_access(&self, vpc: Id, subnet: Option<Id>, one_way_gateway: bool) -> (bool, bool) {
        let Some(block) = &self.network.block_public_access else { return (true, true) };
        let by_subnet = subnet.and_then(|s| block.exclusions.get(&s));
        match by_subnet.or_else(|| block.exclusions.get(&vpc)) {
            Some(true) => (true, true),
            None if block.bidirectional => (false, false),
            Some(false) | None => (true, one_way_gateway),
        }
    }

    fn nat_gateway(&self, id: Id, vpc: Id, from: Option<Id>, sender: Sender, seen: &mut Vec<Id>) -> Fate {
        let nat = &self.network.nat_gateways[&id];
        if nat.vpc != vpc || seen.contains(&id) {
            return blocked();
        }
        seen.push(id);
        let translated = Sender {
            address: nat.private_address.map(IpAddr::V4),
            interface: None,
            outside: if nat.public { Outside::PublicNat } else { Outside::PrivateNat },
            port: self.probe.nat_port,
        };
        let carried = self.probe.to.is_ipv4() && matches!(self.probe.protocol, 1 | 6 | 17);
        if let Some(subnet) = nat.subnet {
            self.enter_subnet(subnet, from, None, sender, || {
                if carried { self.leave_subnet(subnet, translated, seen) } else { blocked() }
            })
        } else if carried {
            let table = nat.route_table.unwrap();
            self.follow(self.route(table, self.probe.to), vpc, None, translated, seen)
        } else {
            blocked()
        }
    }

    fn through_interface(
        &self,
        id: Id,
        vpc: Id,
        from: Option<Id>,
        sender: Sender,
        seen: &mut Vec<Id>,
    ) -> Fate {
        let interface = &self.network.interfaces[&id];
        let to = self.probe.to;
        if interface.v4.map(IpAddr::V4) == Some(to) || interface.v6.map(IpAddr::V6) == Some(to) {
            return self.enter_interface(id, from, None, sender);
        }
        if self.network.subnets[&interface.subnet].vpc != vpc || seen.contains(&id) {
            return blocked();
        }
        seen.push(id);
        self.enter_subnet(interface.subnet, from, None, sender, || {
            let own = match to {
                IpAddr::V4(_) => interface.v4.map(IpAddr::V4),
                IpAddr::V6(_) => interface.v6.map(IpAddr::V6),
            };
            if interface.source_dest_check || !self.admits(interface, sender) || own.is_none() {
                return blocked();
            }
            let outside = match (to, interface.public_v4) {
                (IpAddr::V4(_), None) => Outside::No,
                _ => Outside::Public,
            };
            let masqueraded = Sender { address: own, interface: Some(id), outside, port: sender.port };
            self.leave_interface(id, masqueraded, seen)
        })
    }
}

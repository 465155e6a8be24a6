//! A small random network that a kernel can play, and the connections to try in it.

use std::collections::BTreeSet;
use std::net::{IpAddr, Ipv4Addr};

use engine::network::{Id, Peer, Target};
use engine::packet::{Addresses, Traffic};

use crate::build::Build;
use crate::letter;
use crate::probes::Probe;
use crate::random::{PORTS, Random, acl, fill_group};
use crate::shots::Shot;
use crate::walker::Walker;

/// The VPC's one range.
pub(crate) const VPC: &str = "10.0.0.0/16";
/// What is outside.
pub(crate) const OUTSIDE: [&str; 5] =
    ["8.0.0.0/8", "151.101.0.0/16", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"];

const SUBNETS: [&str; 3] = ["10.0.0.0/24", "10.0.1.0/25", "10.0.1.128/25"];
const ADDRESSES: [[&str; 2]; 3] =
    [["10.0.0.10", "10.0.0.254"], ["10.0.1.10", "10.0.1.11"], ["10.0.1.129", "10.0.1.254"]];
const NAT_ADDRESSES: [&str; 3] = ["10.0.0.9", "10.0.1.127", "10.0.1.128"];

/// A network with at most one NAT gateway and one interface that routes may lead to.
pub(crate) struct World {
    pub(crate) build: Build,
    pub(crate) subnets: Vec<Id>,
    pub(crate) interfaces: Vec<Id>,
    pub(crate) nat: Id,
    /// The interface that routes lead to; whether it forwards is up to its source/destination check.
    pub(crate) middle: Id,
}

impl World {
    pub(crate) fn new(random: &mut Random) -> Self {
        let mut b = Build::default();
        let vpc = b.vpc("Vpc", &[VPC]);
        let groups: Vec<Id> = (0..3).map(|n| b.group(&format!("Group{n}"), vpc)).collect();
        for group in &groups {
            fill_group(&mut b, random, *group, &groups);
        }
        let open = b.group("OpenGroup", vpc);
        for out in [false, true] {
            b.rule(open, out, Peer::Addresses(Addresses::full()), Traffic::full());
        }
        let mut acls = vec![b.acl("Open", vpc)];
        b.open_acl(acls[0]);
        acls.extend((0..2).map(|n| acl(&mut b, random, &format!("Acl{n}"), vpc)));
        let count = 2 + random.below(2);
        let tables: Vec<Id> = (0..count).map(|n| b.table(&format!("Table{n}"), vpc, &[VPC])).collect();
        let subnets: Vec<Id> = (0..count)
            .map(|n| b.subnet(&format!("Subnet{n}"), vpc, &[SUBNETS[n]], tables[n], random.pick(&acls)))
            .collect();
        let mut interfaces = Vec::new();
        for (n, subnet) in subnets.iter().enumerate() {
            for (m, address) in ADDRESSES[n].iter().enumerate().take(2 - usize::from(random.one_in(3))) {
                let mut some = vec![random.pick(&groups)];
                if random.one_in(2) {
                    some.push(random.pick(&groups));
                }
                let id = b.interface(&format!("host{n}{m}"), *subnet, &[*address], &some);
                let public = u8::try_from(10 * n + m).unwrap();
                b.network.interfaces.get_mut(&id).unwrap().public_v4 =
                    random.one_in(2).then(|| Ipv4Addr::new(198, 51, 100, public));
                interfaces.push(id);
            }
        }
        let middle = random.pick(&interfaces);
        let forwarder = b.network.interfaces.get_mut(&middle).unwrap();
        forwarder.source_dest_check = random.one_in(5);
        if !random.one_in(4) {
            forwarder.public_v4 = Some(Ipv4Addr::new(198, 51, 100, 99));
            forwarder.groups.push(open);
        }
        let its_subnet = forwarder.subnet;
        let gateway = b.internet_gateway("Gateway", Some(vpc));
        let home = random.below(count);
        let nat = b.nat("Nat", vpc, Some(subnets[home]), !random.one_in(5), NAT_ADDRESSES[home]);
        let mut targets = vec![Target::InternetGateway(gateway); 2];
        targets.extend([Target::NatGateway(nat), Target::NatGateway(nat), Target::NatGateway(nat)]);
        targets.extend([Target::Interface(middle), Target::Interface(middle), Target::Blackhole]);
        for (n, table) in tables.iter().enumerate() {
            let mut default = random.pick(&targets);
            // Where a NAT device stands the way out is likely to go on; elsewhere it is likely to lead there.
            if (n == home || subnets[n] == its_subnet) && !random.one_in(3) {
                default = Target::InternetGateway(gateway);
            } else if !random.one_in(4) {
                let (gateway, instance) = (Target::NatGateway(nat), Target::Interface(middle));
                default = random.pick(&[gateway.clone(), gateway, instance]);
            }
            if !random.one_in(8) {
                b.route(*table, "0.0.0.0/0", default);
            }
            if random.one_in(2) {
                b.route(*table, "151.101.128.0/17", random.pick(&targets));
            }
        }
        Self { build: b, subnets, interfaces, nat, middle }
    }

    /// Different connections between different ends, so that nothing a kernel remembers of one can help another. Most packets get
    /// lost in a random network; few of those are tried.
    pub(crate) fn shots(&self, random: &mut Random, count: usize) -> Vec<Shot> {
        let mut shots: Vec<Shot> = Vec::new();
        let (mut sending, mut listening, mut outside) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        let mut ends = BTreeSet::new();
        while shots.len() < count {
            let from = random.pick(&self.interfaces);
            let own = IpAddr::V4(self.address(from));
            let to = self.destination(random);
            let protocol = if random.one_in(3) { 17 } else { 6 };
            let (port, source_port) = (port(random), port(random));
            let (sender, listener) = ((protocol, own, source_port), (protocol, to, port));
            let inside = self.owner(to).is_some();
            if to == own
                || listening.contains(&sender)
                || sending.contains(&listener)
                || (!inside && outside.contains(&listener))
                || !ends.insert((sender, listener))
            {
                continue;
            }
            // Only where nothing arrives is the NAT gateway's port not seen; then it does not matter.
            let probe = Probe { to, protocol, port, source_port, nat_port: 1024 };
            let fate = Walker { network: &self.build.network, probe }.send(from);
            if letter(&fate) == 'x' && !random.one_in(6) {
                continue;
            }
            sending.insert(sender);
            listening.insert(listener);
            if !inside {
                outside.insert(listener);
            }
            shots.push(Shot { from, probe });
        }
        shots
    }

    fn destination(&self, random: &mut Random) -> IpAddr {
        match random.below(10) {
            0..3 => IpAddr::V4(self.address(random.pick(&self.interfaces))),
            3 => random
                .pick(&["10.0.0.77", "10.0.1.13", "172.16.0.1", "192.168.255.255", "100.64.0.1"])
                .parse()
                .unwrap(),
            4..7 => random.pick(&["8.8.8.8", "8.8.4.4", "8.255.0.1"]).parse().unwrap(),
            _ => random
                .pick(&["151.101.0.1", "151.101.127.255", "151.101.128.1", "151.101.255.1"])
                .parse()
                .unwrap(),
        }
    }

    pub(crate) fn address(&self, interface: Id) -> Ipv4Addr {
        self.build.network.interfaces[&interface].v4.unwrap()
    }

    /// The interface with this address.
    pub(crate) fn owner(&self, address: IpAddr) -> Option<Id> {
        self.interfaces.iter().copied().find(|id| IpAddr::V4(self.address(*id)) == address)
    }

    /// The subnet something stands in, by number.
    pub(crate) fn home(&self, id: Id) -> usize {
        let network = &self.build.network;
        let subnet = match network.nat_gateways.get(&id) {
            Some(nat) => nat.subnet.unwrap(),
            None => network.interfaces[&id].subnet,
        };
        self.subnets.iter().position(|s| *s == subnet).unwrap()
    }
}

/// A port at or beside a boundary; never 0, which no socket can have.
fn port(random: &mut Random) -> u16 {
    let port = random.pick(&PORTS);
    let beside = match random.below(4) {
        0 => port.wrapping_add(1),
        1 => port.wrapping_sub(1),
        _ => port,
    };
    beside.max(1)
}

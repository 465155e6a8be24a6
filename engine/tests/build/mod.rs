//! Networks by hand, for tests of `reach`: every thing gets an id and a name.

use engine::network::{
    AclEntry, Destination, Entity, GroupRule, Id, Interface, NatGateway, Network, NetworkAcl, Peer, Route,
    RouteTable, SecurityGroup, Subnet, Target, Vpc,
};
use engine::packet::{Addresses, Traffic};
use engine::template::Place;
use ipnet::IpNet;

/// A network in the making.
#[derive(Clone, Default)]
pub(crate) struct Build {
    pub(crate) network: Network,
}

/// An IP prefix from text.
pub(crate) fn net(text: &str) -> IpNet {
    text.parse().unwrap()
}

/// Addresses of one prefix.
pub(crate) fn addresses(text: &str) -> Addresses {
    Addresses::prefix(net(text))
}

impl Build {
    pub(crate) fn id(&mut self, name: &str) -> Id {
        let id = Id(u32::try_from(self.network.entities.len()).unwrap());
        let place = Place { file: 0, line: id.0 + 1, column: 1 };
        let entity = Entity { name: name.into(), kind: "Test".into(), place, implicit: false };
        self.network.entities.push(entity);
        id
    }

    pub(crate) fn vpc(&mut self, name: &str, ranges: &[&str]) -> Id {
        let id = self.id(name);
        let main_table = self.table(&format!("{name}/main"), id, ranges);
        let default_acl = self.acl(&format!("{name}/acl"), id);
        let default_group = self.group(&format!("{name}/group"), id);
        let nets: Vec<IpNet> = ranges.iter().map(|r| net(r)).collect();
        let v4 = nets.iter().filter_map(|n| if let IpNet::V4(n) = n { Some(*n) } else { None }).collect();
        let v6 = nets.iter().filter_map(|n| if let IpNet::V6(n) = n { Some(*n) } else { None }).collect();
        let vpc = Vpc {
            v4,
            v6,
            dns_support: true,
            dns_hostnames: true,
            other_name_servers: None,
            main_table,
            default_acl,
            default_group,
        };
        self.network.vpcs.insert(id, vpc);
        id
    }

    pub(crate) fn table(&mut self, name: &str, vpc: Id, local: &[&str]) -> Id {
        let id = self.id(name);
        self.network.route_tables.insert(id, RouteTable { vpc, routes: Vec::new() });
        for range in local {
            self.route(id, range, Target::Local);
        }
        id
    }

    pub(crate) fn route(&mut self, table: Id, destination: &str, target: Target) -> Id {
        let destination = match net(destination) {
            IpNet::V4(n) => Destination::V4(n),
            IpNet::V6(n) => Destination::V6(n),
        };
        self.route_to(table, destination, target)
    }

    pub(crate) fn route_to(&mut self, table: Id, destination: Destination, target: Target) -> Id {
        let id = self.id("route");
        let route = Route { id, place: self.network.place(id), destination, target };
        self.network.route_tables.get_mut(&table).unwrap().routes.push(route);
        id
    }

    pub(crate) fn acl(&mut self, name: &str, vpc: Id) -> Id {
        let id = self.id(name);
        self.network.acls.insert(id, NetworkAcl { vpc, ingress: Vec::new(), egress: Vec::new() });
        id
    }

    pub(crate) fn entry(
        &mut self,
        acl: Id,
        out: bool,
        number: u16,
        allow: bool,
        range: &str,
        traffic: Traffic,
    ) -> Id {
        let id = self.id("entry");
        let word = if allow { "allow" } else { "deny" };
        let text = format!("{number} {word} {traffic} {range}").into();
        let place = self.network.place(id);
        let addresses = addresses(range);
        let entry = AclEntry { id, place, number, allow, traffic, addresses, text, unknown: None };
        let acl = self.network.acls.get_mut(&acl).unwrap();
        let list = if out { &mut acl.egress } else { &mut acl.ingress };
        list.push(entry);
        list.sort_by_key(|e| e.number);
        id
    }

    pub(crate) fn open_acl(&mut self, acl: Id) {
        for out in [false, true] {
            self.entry(acl, out, 100, true, "0.0.0.0/0", Traffic::full());
            self.entry(acl, out, 101, true, "::/0", Traffic::full());
        }
    }

    pub(crate) fn group(&mut self, name: &str, vpc: Id) -> Id {
        let id = self.id(name);
        let group = SecurityGroup { vpc: Some(vpc), ingress: Vec::new(), egress: Vec::new() };
        self.network.groups.insert(id, group);
        id
    }

    pub(crate) fn rule(&mut self, group: Id, out: bool, peer: Peer, traffic: Traffic) -> Id {
        let id = self.id("rule");
        let way = if out { "to" } else { "from" };
        let text = match &peer {
            Peer::Addresses(a) => format!("{traffic} {way} {a}"),
            Peer::Group(g) => format!("{traffic} {way} {}", self.network.name(*g)),
        };
        let rule =
            GroupRule { id, place: self.network.place(id), traffic, peer, text: text.into(), unknown: None };
        let group = self.network.groups.get_mut(&group).unwrap();
        if out {
            group.egress.push(rule);
        } else {
            group.ingress.push(rule);
        }
        id
    }

    pub(crate) fn subnet(&mut self, name: &str, vpc: Id, ranges: &[&str], table: Id, acl: Id) -> Id {
        let id = self.id(name);
        let mut subnet = Subnet {
            vpc,
            v4: None,
            v6: None,
            zone: None,
            map_public_ip: false,
            assign_v6: false,
            route_table: table,
            acl,
        };
        for range in ranges {
            match net(range) {
                IpNet::V4(n) => subnet.v4 = Some(n),
                IpNet::V6(n) => subnet.v6 = Some(n),
            }
        }
        self.network.subnets.insert(id, subnet);
        id
    }

    pub(crate) fn interface(&mut self, name: &str, subnet: Id, own: &[&str], groups: &[Id]) -> Id {
        let owner = self.id(name);
        let id = self.id(&format!("{name}/interface"));
        let mut interface = Interface {
            subnet,
            v4: None,
            v6: None,
            assumed: false,
            public_v4: None,
            groups: groups.to_vec(),
            source_dest_check: true,
            owner,
        };
        for address in own {
            match address.parse().unwrap() {
                std::net::IpAddr::V4(a) => interface.v4 = Some(a),
                std::net::IpAddr::V6(a) => interface.v6 = Some(a),
            }
        }
        self.network.interfaces.insert(id, interface);
        id
    }

    pub(crate) fn nat(&mut self, name: &str, vpc: Id, subnet: Option<Id>, public: bool, address: &str) -> Id {
        let id = self.id(name);
        let nat = NatGateway {
            vpc,
            subnet,
            route_table: None,
            public,
            private_address: subnet.map(|_| address.parse().unwrap()),
            public_address: public.then(|| "203.0.113.7".parse().unwrap()),
        };
        self.network.nat_gateways.insert(id, nat);
        id
    }

    pub(crate) fn internet_gateway(&mut self, name: &str, vpc: Option<Id>) -> Id {
        let id = self.id(name);
        self.network.internet_gateways.insert(id, vpc);
        id
    }
}

//! Edits made on a model.

use std::net::{IpAddr, Ipv4Addr};
use std::rc::Rc;

use super::edit::Edit;
use crate::facts::{addresses, aws_addresses, internet};
use crate::network::{
    AclEntry, Destination, Endpoint, EndpointKind, Entity, GroupRule, Id, Interface, NatGateway, Network,
    Peer, Route, RouteTable, Target,
};
use crate::packet::Addresses;
use crate::policy::{Document, Patterns, Statement};
use crate::template::Place;

impl Edit {
    /// Makes the change on a model; false where it cannot be made there. A toggle is no change of a model.
    pub(super) fn apply(&self, network: &mut Network) -> bool {
        made(self, network).is_some()
    }
}

fn made(edit: &Edit, n: &mut Network) -> Option<()> {
    match edit {
        Edit::Turn(_) => None,
        Edit::Admit { group, ingress, traffic, peer, text } => {
            let id = n.find(group)?;
            let place = n.place(id);
            let group = n.groups.get_mut(&id)?;
            let rules = if *ingress { &mut group.ingress } else { &mut group.egress };
            rules.push(GroupRule {
                id,
                place,
                traffic: traffic.clone(),
                peer: Peer::Addresses(peer.clone()),
                text: text.clone(),
                unknown: None,
            });
            Some(())
        }
        Edit::Allow { acl, ingress, number, traffic, addresses, text } => {
            let id = n.find(acl)?;
            let place = n.place(id);
            let acl = n.acls.get_mut(&id)?;
            let entries = if *ingress { &mut acl.ingress } else { &mut acl.egress };
            let at = entries.iter().position(|e| e.number > *number).unwrap_or(entries.len());
            entries.insert(
                at,
                AclEntry {
                    id,
                    place,
                    number: *number,
                    allow: true,
                    traffic: traffic.clone(),
                    addresses: addresses.clone(),
                    text: text.clone(),
                    unknown: None,
                },
            );
            Some(())
        }
        Edit::Route { table, destination, to } => {
            let (table, to) = (n.find(table)?, n.find(to)?);
            let target = target(n, to)?;
            let destination = match destination {
                ipnet::IpNet::V4(net) => Destination::V4(*net),
                ipnet::IpNet::V6(net) => Destination::V6(*net),
            };
            add_route(n, table, Route { id: table, place: n.place(table), destination, target })
        }
        Edit::NatGateway { table } => {
            let table = n.find(table)?;
            nat_gateway(n, table)
        }
        Edit::Endpoint { service, subnet, groups } => endpoint(n, service, subnet, groups),
        Edit::GatewayEndpoint { service, table } => {
            let table = n.find(table)?;
            let vpc = n.route_tables.get(&table)?.vpc;
            let id = add(n, &format!("Endpoint-{service}"), "AWS::EC2::VPCEndpoint", table);
            let kind = EndpointKind::Gateway { route_tables: vec![table] };
            n.endpoints.insert(id, Endpoint { vpc, service: service.clone(), kind, policy: None });
            let name = format!("com.amazonaws.{}.{service}", n.region).into();
            let destination =
                Destination::PrefixList { name, prefixes: aws_addresses::prefixes_of_service(service) };
            let target = Target::GatewayEndpoint(id);
            add_route(n, table, Route { id, place: n.place(table), destination, target })
        }
        Edit::PrivateDns { endpoint } => {
            let id = n.find(endpoint)?;
            let EndpointKind::Interface { private_dns, .. } = &mut n.endpoints.get_mut(&id)?.kind else {
                return None;
            };
            changed(private_dns, true)
        }
        Edit::Resolver { vpc } => {
            let id = n.find(vpc)?;
            changed(&mut n.vpcs.get_mut(&id)?.dns_support, true)
        }
        Edit::PublicAddress { interface } => {
            let id = n.find(interface)?;
            let address = Some(addresses::public_v4(n.interfaces.len()));
            changed(&mut n.interfaces.get_mut(&id)?.public_v4, address)
        }
        Edit::Attach { gateway, vpc } => {
            let (gateway, vpc) = (n.find(gateway)?, n.find(vpc)?);
            changed(n.internet_gateways.get_mut(&gateway)?, Some(vpc))
        }
        Edit::NoCheck { interface } => {
            let id = n.find(interface)?;
            changed(&mut n.interfaces.get_mut(&id)?.source_dest_check, false)
        }
        Edit::NoBlock => n.block_public_access.take().map(|_| ()),
        Edit::NoHostFirewall { workload } => {
            let id = n.find(workload)?;
            Rc::make_mut(&mut n.workloads.get_mut(&id)?.host).firewall.take().map(|_| ())
        }
        Edit::NoDirectAccess { workload } => {
            let id = n.find(workload)?;
            changed(&mut n.workloads.get_mut(&id)?.direct_internet_access, false)
        }
        Edit::Permit { of, action, resource } => permit(n, of, action, resource),
        Edit::DropStatement { of, place, .. } => drop_statement(n, of, *place),
        Edit::Connect { repository, connection } => {
            let id = n.find(repository)?;
            let place = n.place(id);
            n.repositories.get_mut(&id)?.external_connections.push((connection.clone(), place));
            Some(())
        }
        Edit::Remove(element) => element.remove(n).then_some(()),
    }
}

fn changed<T: PartialEq>(value: &mut T, to: T) -> Option<()> {
    (*value != to).then(|| *value = to)
}

fn add(n: &mut Network, name: &str, kind: &str, like: Id) -> Id {
    let id = Id(u32::try_from(n.entities.len()).unwrap_or(u32::MAX));
    let place = n.place(like);
    n.entities.push(Entity { name: name.into(), kind: kind.into(), place, implicit: true });
    id
}

fn add_route(n: &mut Network, table: Id, route: Route) -> Option<()> {
    let table = n.route_tables.get_mut(&table)?;
    let same = |r: &Route| r.destination == route.destination && r.target != Target::Local;
    // A table has one route per destination: the new one takes the place of the old.
    table.routes.retain(|r| !same(r));
    table.routes.push(route);
    Some(())
}

/// What a route to a thing is.
fn target(n: &Network, to: Id) -> Option<Target> {
    if n.internet_gateways.contains_key(&to) {
        Some(Target::InternetGateway(to))
    } else if n.egress_only_gateways.contains_key(&to) {
        Some(Target::EgressOnlyGateway(to))
    } else if n.nat_gateways.contains_key(&to) {
        Some(Target::NatGateway(to))
    } else if n.peerings.contains_key(&to) {
        Some(Target::Peering(to))
    } else if n.interfaces.contains_key(&to) {
        Some(Target::Interface(to))
    } else {
        n.workloads.get(&to)?.interfaces.first().map(|interface| Target::Interface(*interface))
    }
}

/// A regional NAT gateway: it needs no subnet, its own table leads to the internet gateway.
fn nat_gateway(n: &mut Network, table: Id) -> Option<()> {
    let vpc = n.route_tables.get(&table)?.vpc;
    let attached =
        n.internet_gateways.iter().find(|(_, attached)| **attached == Some(vpc)).map(|(id, _)| *id);
    let gateway = attached.unwrap_or_else(|| {
        let id = add(n, "InternetGateway-new", "AWS::EC2::InternetGateway", vpc);
        n.internet_gateways.insert(id, Some(vpc));
        id
    });
    let own = add(n, "NatGateway-new/table", "AWS::EC2::RouteTable", vpc);
    let everywhere = || Destination::V4(ipnet::Ipv4Net::default());
    let place = n.place(table);
    let locals = n.route_tables.get(&table)?.routes.iter().filter(|r| r.target == Target::Local).cloned();
    let mut routes: Vec<Route> = locals.collect();
    routes.push(Route {
        id: own,
        place,
        destination: everywhere(),
        target: Target::InternetGateway(gateway),
    });
    n.route_tables.insert(own, RouteTable { vpc, routes });
    let nat = add(n, "NatGateway-new", "AWS::EC2::NatGateway", vpc);
    n.nat_gateways.insert(
        nat,
        NatGateway {
            vpc,
            subnet: None,
            route_table: Some(own),
            public: true,
            private_address: None,
            public_address: Some(addresses::public_v4(n.interfaces.len())),
        },
    );
    let route = Route { id: nat, place, destination: everywhere(), target: Target::NatGateway(nat) };
    add_route(n, table, route)
}

fn endpoint(n: &mut Network, service: &str, subnet: &str, groups: &[Box<str>]) -> Option<()> {
    let subnet_id = n.find(subnet)?;
    let subnet = n.subnets.get(&subnet_id)?;
    let (vpc, v4) = (subnet.vpc, free(n, subnet_id));
    let groups = groups.iter().filter_map(|group| n.find(group)).collect();
    let id = add(n, &format!("Endpoint-{service}"), "AWS::EC2::VPCEndpoint", subnet_id);
    let interface = add(n, &format!("Endpoint-{service}/interface"), "AWS::EC2::NetworkInterface", subnet_id);
    n.interfaces.insert(
        interface,
        Interface {
            subnet: subnet_id,
            v4,
            v6: None,
            assumed: true,
            public_v4: None,
            groups,
            source_dest_check: true,
            owner: id,
        },
    );
    let kind = EndpointKind::Interface { interfaces: vec![interface], private_dns: true };
    n.endpoints.insert(id, Endpoint { vpc, service: service.into(), kind, policy: None });
    Some(())
}

/// The last address of a subnet that nothing has; AWS keeps the very last one.
fn free(n: &Network, subnet: Id) -> Option<Ipv4Addr> {
    let net = n.subnets.get(&subnet)?.v4?;
    let vpc = n.subnets.get(&subnet)?.vpc;
    let addresses = (net.network().to_bits().checked_add(4)?..net.broadcast().to_bits()).rev();
    addresses.map(Ipv4Addr::from_bits).find(|a| n.interface_at(vpc, IpAddr::V4(*a)).is_none())
}

fn permit(n: &mut Network, of: &str, action: &str, resource: &str) -> Option<()> {
    let id = n.find(of)?;
    let place = n.place(id);
    let patterns = |pattern: &str| Patterns { patterns: vec![pattern.into()], negated: false };
    let statement = |principals| Statement {
        place,
        sid: None,
        allow: true,
        principals,
        actions: patterns(action),
        resources: Some(patterns(resource)),
        conditions: Vec::new(),
        unknown: None,
    };
    if let Some(role) = n.roles.get_mut(&id) {
        role.policies.push((id, Document { place, statements: vec![statement(None)] }));
        return Some(());
    }
    let policy = n.endpoints.get_mut(&id)?.policy.as_mut()?;
    policy.statements.push(statement(Some(patterns("*"))));
    Some(())
}

fn drop_statement(n: &mut Network, of: &str, place: Place) -> Option<()> {
    let id = n.find(of)?;
    let roles = n
        .roles
        .iter_mut()
        .flat_map(|(_, role)| role.policies.iter_mut().map(|(at, document)| (*at, document)));
    let endpoints = n.endpoints.iter_mut().filter_map(|(at, e)| Some((*at, e.policy.as_mut()?)));
    let buckets =
        n.buckets.iter_mut().filter_map(|(_, b)| b.policy.as_mut().map(|(at, document)| (*at, document)));
    let mut dropped = false;
    for (_, document) in roles.chain(endpoints).chain(buckets).filter(|(at, _)| *at == id) {
        let before = document.statements.len();
        document.statements.retain(|statement| statement.place != place);
        dropped |= document.statements.len() < before;
    }
    dropped.then_some(())
}

/// The addresses a rule for a remote end admits at its narrowest: the end's subnet inside the VPC, everything of its family outside.
pub(super) fn around(n: &Network, address: IpAddr) -> (Addresses, String) {
    let inside = n.subnets.values().find_map(|subnet| match address {
        IpAddr::V4(v4) => subnet.v4.filter(|net| net.contains(&v4)).map(ipnet::IpNet::V4),
        IpAddr::V6(v6) => subnet.v6.filter(|net| net.contains(&v6)).map(ipnet::IpNet::V6),
    });
    let net = inside.unwrap_or_else(|| match address {
        IpAddr::V4(_) => ipnet::IpNet::V4(ipnet::Ipv4Net::default()),
        IpAddr::V6(_) => ipnet::IpNet::V6(ipnet::Ipv6Net::default()),
    });
    (Addresses::prefix(net), net.to_string())
}

/// Whether an address is one of the internet.
pub(super) fn is_outside(address: IpAddr) -> bool {
    internet().contains(address)
}

//! `AWS::EC2::NatGateway`: rewrites the source address, so that private interfaces reach out and answers come back.
//!
//! It carries TCP, UDP and ICMP over IPv4, uses source ports 1024–65535, has no security group; the ACL and the table of *its own*
//! subnet apply, and only sources in its own VPC may use it. A public zonal one needs an Elastic IP, and a VPC with an attached
//! internet gateway; that its subnet's table leads there is not required to create it, only to work. A private one cannot
//! reach the internet even where an internet gateway exists. A regional one (late 2025) has no subnet: it has a table of its own
//! with a route to the internet gateway (VPC guide, NAT gateways; regional NAT gateways).
//!
//! Refusals: `PUBLIC_NAT_GATEWAY_NEEDS_INTERNET_GATEWAY`, `PUBLIC_NAT_GATEWAY_NEEDS_ELASTIC_IP`, `REQUIRED_PROPERTY_MISSING`,
//! `PROPERTY_INVALID`, `REFERENCE_UNUSABLE`.

use std::net::Ipv4Addr;

use ipnet::Ipv4Net;

use super::build::Builder;
use super::read::Named;
use super::{Destination, Id, Route, RouteTable, Target, vpc};
use crate::code::Code;
use crate::template::{Node, Resource};

/// A NAT gateway.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NatGateway {
    /// Its VPC.
    pub vpc: Id,
    /// Its subnet; `None` for a regional one.
    pub subnet: Option<Id>,
    /// Its own table; `None` for a zonal one, which uses its subnet's.
    pub route_table: Option<Id>,
    /// Public or private.
    pub public: bool,
    /// Private address in its subnet, assumed where not written.
    pub private_address: Option<Ipv4Addr>,
    /// A stand-in for the public address AWS would give.
    pub public_address: Option<Ipv4Addr>,
}

pub(super) fn read<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let is = |key, value: &str| {
        resource.get(key).and_then(Node::text).is_some_and(|text| text.eq_ignore_ascii_case(value))
    };
    let public = !is("ConnectivityType", "private");
    let gateway = if is("AvailabilityMode", "regional") {
        if !public {
            b.refuse(Code::PropertyInvalid, id, resource.place, "ConnectivityType: private");
        }
        regional(b, id, resource)
    } else {
        zonal(b, id, resource, public)
    };
    let Some(gateway) = gateway else { return };
    if public && b.network.internet_gateway_of(gateway.vpc).is_none() && !vpc::is_outside(b, gateway.vpc) {
        let detail: Box<str> = b.network.name(gateway.vpc).into();
        b.refuse(Code::PublicNatGatewayNeedsInternetGateway, id, resource.place, detail);
    }
    b.network.nat_gateways.insert(id, gateway);
}

fn zonal<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource, public: bool) -> Option<NatGateway> {
    let node = b.required(id, resource, "SubnetId")?;
    let subnet = b.subnet(id, node)?;
    let vpc = b.network.subnets.get(&subnet)?.vpc;
    let mut public_address = None;
    if public {
        match resource.get("AllocationId").map(|node| b.named(node)) {
            Some(Named::Thing(elastic)) => public_address = b.elastic_ips.get(&elastic).copied(),
            Some(Named::Unknown(_)) => public_address = b.plan.public(&resource.id),
            Some(Named::SwitchedOff) => {}
            None => b.refuse(Code::PublicNatGatewayNeedsElasticIp, id, resource.place, "AllocationId"),
        }
    }
    Some(NatGateway {
        vpc,
        subnet: Some(subnet),
        route_table: None,
        public,
        private_address: b.plan.private(&resource.id, 0).v4,
        public_address,
    })
}

fn regional<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) -> Option<NatGateway> {
    let vpc = b.required_vpc(id, resource, "VpcId")?;
    let table = b.implicit(id, "route-table", "AWS::EC2::RouteTable");
    let mut routes = vpc::local_routes(b, vpc);
    if let Some(gateway) = b.network.internet_gateway_of(vpc) {
        routes.push(Route {
            id,
            place: resource.place,
            destination: Destination::V4(Ipv4Net::default()),
            target: Target::InternetGateway(gateway),
        });
    }
    b.network.route_tables.insert(table, RouteTable { vpc, routes });
    Some(NatGateway {
        vpc,
        subnet: None,
        route_table: Some(table),
        public: true,
        private_address: None,
        public_address: b.plan.public(&resource.id),
    })
}

//! `AWS::EC2::Route`: one line of a route table.
//!
//! A route whose target is gone stays as a black hole: it still matches and drops (VPC guide, route states). A route to an
//! internet gateway needs the gateway attached to the table's VPC. Two routes of one table may not have the same
//! destination. The prefix-list routes of gateway endpoints are never written as `Route`.
//!
//! Refusals: `REQUIRED_PROPERTY_MISSING`, `PROPERTY_INVALID`, `DUPLICATE_ROUTE`, `REFERENCE_UNUSABLE`.

use ipnet::{IpNet, Ipv4Net, Ipv6Net};

use super::build::Builder;
use super::read::{Named, Range};
use super::{Id, prefix_list};
use crate::code::Code;
use crate::template::{Node, Place, Resource, Unknown};

/// A route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// The `Route` resource, the endpoint that added it, or the VPC for a local route.
    pub id: Id,
    /// Where it is written.
    pub place: Place,
    /// What it matches.
    pub destination: Destination,
    /// Where it leads.
    pub target: Target,
}

/// What a route matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// An IPv4 prefix.
    V4(Ipv4Net),
    /// An IPv6 prefix.
    V6(Ipv6Net),
    /// A prefix list: matches as its entries would, but loses to a static route of the same prefix.
    PrefixList {
        /// Name or id for people.
        name: Box<str>,
        /// Its entries.
        prefixes: Vec<IpNet>,
    },
    /// Not known.
    Unknown(Unknown),
}

/// Where a route leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The VPC itself.
    Local,
    /// An internet gateway.
    InternetGateway(Id),
    /// An egress-only internet gateway.
    EgressOnlyGateway(Id),
    /// A NAT gateway.
    NatGateway(Id),
    /// A network interface (also where an instance was named).
    Interface(Id),
    /// A gateway endpoint.
    GatewayEndpoint(Id),
    /// A peering connection.
    Peering(Id),
    /// Nothing: the target is gone or switched off.
    Blackhole,
    /// A resource that is not modelled (transit gateway, firewall endpoint …).
    NotModelled(Id),
    /// Not known.
    Unknown(Unknown),
}

/// The properties that name a target, with the type each expects.
const TARGETS: [(&str, &str); 11] = [
    ("GatewayId", "AWS::EC2::InternetGateway"),
    ("NatGatewayId", "AWS::EC2::NatGateway"),
    ("InstanceId", "AWS::EC2::Instance"),
    ("NetworkInterfaceId", "AWS::EC2::NetworkInterface"),
    ("EgressOnlyInternetGatewayId", "AWS::EC2::EgressOnlyInternetGateway"),
    ("VpcPeeringConnectionId", "AWS::EC2::VPCPeeringConnection"),
    ("TransitGatewayId", "AWS::EC2::TransitGateway"),
    ("VpcEndpointId", "AWS::EC2::VPCEndpoint"),
    ("LocalGatewayId", "AWS::EC2::LocalGateway"),
    ("CarrierGatewayId", "AWS::EC2::CarrierGateway"),
    ("CoreNetworkArn", "AWS::NetworkManager::CoreNetwork"),
];

pub(super) fn read<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let table = b.required_thing(id, resource, "RouteTableId", |n| &n.route_tables);
    let destination = destination(b, id, resource);
    let target = target(b, id, resource, table);
    let (Some(table), Some(destination), Some(target)) = (table, destination, target) else { return };
    let Some(into) = b.network.route_tables.get_mut(&table) else { return };
    let same = |route: &Route| {
        route.destination == destination
            && !matches!(destination, Destination::Unknown(_))
            && route.target != Target::Local
    };
    let duplicate = into.routes.iter().any(same);
    into.routes.push(Route { id, place: resource.place, destination, target });
    if duplicate {
        let detail: Box<str> = b.network.name(table).into();
        b.refuse(Code::DuplicateRoute, id, resource.place, detail);
    }
}

fn destination(b: &mut Builder<'_>, id: Id, resource: &Resource) -> Option<Destination> {
    if let Some(node) = resource.get("DestinationCidrBlock") {
        return match b.v4(id, node) {
            Range::Known(net) => Some(Destination::V4(net)),
            Range::Unknown(unknown) => Some(Destination::Unknown(unknown)),
            Range::Invalid => None,
        };
    }
    if let Some(node) = resource.get("DestinationIpv6CidrBlock") {
        return match b.v6(id, node) {
            Range::Known(net) => Some(Destination::V6(net)),
            Range::Unknown(unknown) => Some(Destination::Unknown(unknown)),
            Range::Invalid => None,
        };
    }
    if let Some(node) = resource.get("DestinationPrefixListId") {
        return match prefix_list::named(b, id, node)? {
            Ok((name, prefixes)) => Some(Destination::PrefixList { name, prefixes }),
            Err(unknown) => Some(Destination::Unknown(unknown)),
        };
    }
    b.refuse(Code::RequiredPropertyMissing, id, resource.place, "DestinationCidrBlock");
    None
}

fn target(b: &mut Builder<'_>, id: Id, resource: &Resource, table: Option<Id>) -> Option<Target> {
    let Some((key, kind, node)) =
        TARGETS.iter().find_map(|(key, kind)| resource.get(key).map(|node| (*key, *kind, node)))
    else {
        b.refuse(Code::RequiredPropertyMissing, id, resource.place, "GatewayId");
        return None;
    };
    match b.named(node) {
        Named::SwitchedOff => Some(Target::Blackhole),
        Named::Unknown(unknown) if key == "GatewayId" && &*unknown.what == "local" => Some(Target::Local),
        Named::Unknown(unknown) if modelled(key) => Some(Target::Unknown(unknown)),
        Named::Unknown(unknown) => Some(Target::NotModelled(b.outside(&unknown.what, kind, node.place))),
        Named::Thing(thing) => target_thing(b, id, node, table, thing),
    }
}

fn modelled(key: &str) -> bool {
    !matches!(
        key,
        "TransitGatewayId" | "VpcEndpointId" | "LocalGatewayId" | "CarrierGatewayId" | "CoreNetworkArn"
    )
}

fn target_thing(b: &mut Builder<'_>, id: Id, node: &Node, table: Option<Id>, thing: Id) -> Option<Target> {
    let n = &b.network;
    let vpc = table.and_then(|table| n.route_tables.get(&table)).map(|table| table.vpc);
    if let Some(attached) = n.internet_gateways.get(&thing) {
        // The API answers that table and gateway belong to different networks.
        if vpc.is_some() && *attached != vpc {
            let detail =
                format!("{} is not attached to {}", n.name(thing), vpc.map_or("?", |vpc| n.name(vpc)));
            b.refuse(Code::ReferenceUnusable, id, node.place, detail);
        }
        return Some(Target::InternetGateway(thing));
    }
    if n.egress_only_gateways.contains_key(&thing) {
        return Some(Target::EgressOnlyGateway(thing));
    }
    if n.nat_gateways.contains_key(&thing) {
        return Some(Target::NatGateway(thing));
    }
    if n.interfaces.contains_key(&thing) {
        return Some(Target::Interface(thing));
    }
    if let Some(interface) = b.primary_interface.get(&thing) {
        return Some(Target::Interface(*interface));
    }
    if n.peerings.contains_key(&thing) {
        return Some(Target::Peering(thing));
    }
    let kind = n.entity(thing).map(|e| e.kind.clone()).unwrap_or_default();
    match &*kind {
        // Built before routes, so they were refused: nothing stands where the route leads.
        "AWS::EC2::InternetGateway"
        | "AWS::EC2::EgressOnlyInternetGateway"
        | "AWS::EC2::NatGateway"
        | "AWS::EC2::Instance"
        | "AWS::EC2::NetworkInterface"
        | "AWS::EC2::VPCPeeringConnection" => Some(Target::Blackhole),
        "AWS::EC2::VPNGateway"
        | "AWS::EC2::TransitGateway"
        | "AWS::EC2::TransitGatewayAttachment"
        | "AWS::EC2::TransitGatewayVpcAttachment"
        | "AWS::EC2::LocalGateway"
        | "AWS::EC2::CarrierGateway"
        | "AWS::EC2::VPCEndpoint"
        | "AWS::NetworkFirewall::Firewall"
        | "AWS::NetworkManager::CoreNetwork" => Some(Target::NotModelled(thing)),
        _ => {
            let detail: Box<str> = n.name(thing).into();
            b.refuse(Code::ReferenceUnusable, id, node.place, detail);
            None
        }
    }
}

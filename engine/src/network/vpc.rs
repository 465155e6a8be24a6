//! `AWS::EC2::VPC`: the address space that everything else lies in.
//!
//! A packet to an address in one of its ranges is routed locally by every table of the VPC. AWS makes a main route table, a
//! default network ACL (all allowed, both families) and a default security group (in from itself, out to everywhere) with
//! it. `EnableDnsSupport` is on by default; `EnableDnsHostnames` is **off** (CloudFormation guide; VPC guide, DNS attributes),
//! and private DNS of interface endpoints needs both. A subnet without an association uses the main table: reading explicit
//! associations only is a classic mistake.
//!
//! Refusals: `REQUIRED_PROPERTY_MISSING` without a range, `PROPERTY_INVALID` for a range that is none.

use ipnet::{IpNet, Ipv4Net, Ipv6Net};

use super::build::Builder;
use super::read::Range;
use super::{
    AclEntry, Destination, GroupRule, Id, NetworkAcl, Peer, Route, RouteTable, SecurityGroup, Target,
};
use crate::packet::{Addresses, Traffic};
use crate::template::{Place, Resource, Unknown};

/// A VPC.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vpc {
    /// IPv4 ranges.
    pub v4: Vec<Ipv4Net>,
    /// IPv6 ranges; for an Amazon-provided block an assumed one.
    pub v6: Vec<Ipv6Net>,
    /// `EnableDnsSupport` (default true).
    pub dns_support: bool,
    /// `EnableDnsHostnames` (default false).
    pub dns_hostnames: bool,
    /// Its DHCP options name servers other than Amazon's: what names resolve to is not known.
    pub other_name_servers: Option<Id>,
    /// Main route table.
    pub main_table: Id,
    /// Default network ACL.
    pub default_acl: Id,
    /// Default security group.
    pub default_group: Id,
}

impl Vpc {
    /// Every address of its ranges.
    pub fn addresses(&self) -> Addresses {
        self.v4.iter().copied().map(IpNet::V4).chain(self.v6.iter().copied().map(IpNet::V6)).collect()
    }
}

pub(super) fn read<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let mut v4 = Vec::new();
    if let Some(node) = resource.get("CidrBlock") {
        match b.v4(id, node) {
            Range::Known(net) => v4.push(net),
            Range::Unknown(_) | Range::Invalid => {}
        }
    } else if resource.get("Ipv4IpamPoolId").is_none() {
        b.required(id, resource, "CidrBlock");
    }
    make(
        b,
        id,
        Builder::flag(resource, "EnableDnsSupport", true),
        Builder::flag(resource, "EnableDnsHostnames", false),
    );
    for net in v4 {
        add_v4(b, id, net);
    }
}

/// A VPC that only a parameter or an import names. Its subnets say what is known of its ranges; where else its packets go
/// is not known.
pub(super) fn outside(b: &mut Builder<'_>, unknown: &Unknown, place: Place) -> Id {
    if let Some(id) = b.outside_vpcs.get(&unknown.what) {
        return *id;
    }
    let id = b.outside(&unknown.what, "AWS::EC2::VPC", place);
    b.outside_vpcs.insert(unknown.what.clone(), id);
    make(b, id, true, true);
    let main = b.network.vpcs.get(&id).map(|vpc| vpc.main_table);
    if let Some(table) = main.and_then(|main| b.network.route_tables.get_mut(&main)) {
        table.routes.push(Route {
            id,
            place,
            destination: Destination::Unknown(unknown.clone()),
            target: Target::Unknown(unknown.clone()),
        });
    }
    id
}

/// Whether the VPC is only named in the template.
pub(super) fn is_outside(b: &Builder<'_>, id: Id) -> bool {
    b.outside_vpcs.values().any(|outside| *outside == id)
}

/// The VPC with what AWS makes beside it.
fn make(b: &mut Builder<'_>, id: Id, dns_support: bool, dns_hostnames: bool) {
    let place = b.network.place(id);
    let main_table = b.implicit(id, "main-table", "AWS::EC2::RouteTable");
    b.network.route_tables.insert(main_table, RouteTable { vpc: id, routes: Vec::new() });

    let default_acl = b.implicit(id, "default-acl", "AWS::EC2::NetworkAcl");
    let allow_all = || AclEntry {
        id: default_acl,
        place,
        number: 100,
        allow: true,
        traffic: Traffic::full(),
        addresses: Addresses::full(),
        text: "100 allow all".into(),
        unknown: None,
    };
    b.network
        .acls
        .insert(default_acl, NetworkAcl { vpc: id, ingress: vec![allow_all()], egress: vec![allow_all()] });

    let default_group = b.implicit(id, "default-group", "AWS::EC2::SecurityGroup");
    let rule = |peer, text: String| GroupRule {
        id: default_group,
        place,
        traffic: Traffic::full(),
        peer,
        text: text.into(),
        unknown: None,
    };
    let itself = format!("all from {}", b.network.name(default_group));
    b.network.groups.insert(
        default_group,
        SecurityGroup {
            vpc: Some(id),
            ingress: vec![rule(Peer::Group(default_group), itself)],
            egress: vec![rule(Peer::Addresses(Addresses::full()), "all to 0.0.0.0/0, ::/0".into())],
        },
    );
    b.network.vpcs.insert(
        id,
        Vpc {
            v4: Vec::new(),
            v6: Vec::new(),
            dns_support,
            dns_hostnames,
            other_name_servers: None,
            main_table,
            default_acl,
            default_group,
        },
    );
}

/// Adds an IPv4 range, and its local route to every table of the VPC made so far.
pub(super) fn add_v4(b: &mut Builder<'_>, vpc: Id, net: Ipv4Net) {
    if let Some(it) = b.network.vpcs.get_mut(&vpc)
        && !it.v4.contains(&net)
    {
        it.v4.push(net);
        add_local_route(b, vpc, Destination::V4(net));
    }
}

/// Adds an IPv6 range, and its local route to every table of the VPC made so far.
pub(super) fn add_v6(b: &mut Builder<'_>, vpc: Id, net: Ipv6Net) {
    if let Some(it) = b.network.vpcs.get_mut(&vpc)
        && !it.v6.contains(&net)
    {
        it.v6.push(net);
        add_local_route(b, vpc, Destination::V6(net));
    }
}

fn add_local_route(b: &mut Builder<'_>, vpc: Id, destination: Destination) {
    let place = b.network.place(vpc);
    for (_, table) in b.network.route_tables.iter_mut().filter(|(_, table)| table.vpc == vpc) {
        let locals = table.routes.iter().take_while(|r| r.target == Target::Local).count();
        table.routes.insert(
            locals,
            Route { id: vpc, place, destination: destination.clone(), target: Target::Local },
        );
    }
}

/// The local routes of a new table of this VPC.
pub(super) fn local_routes(b: &Builder<'_>, vpc: Id) -> Vec<Route> {
    let place = b.network.place(vpc);
    let Some(it) = b.network.vpcs.get(&vpc) else { return Vec::new() };
    let v4 = it.v4.iter().copied().map(Destination::V4);
    let v6 = it.v6.iter().copied().map(Destination::V6);
    v4.chain(v6).map(|destination| Route { id: vpc, place, destination, target: Target::Local }).collect()
}

//! `AWS::EC2::RouteTable` and `AWS::EC2::SubnetRouteTableAssociation`: where packets that leave a subnet go next.
//!
//! The longest matching prefix wins, IPv4 and IPv6 apart; of equal prefixes a static route beats one of a prefix list (VPC
//! guide, route priority; `PrivateLink` guide, gateway endpoints). Without a match the packet is dropped. Local routes are
//! always there. A subnet that no association names uses the VPC's main table. `169.254.0.0/16` is never routed.
//!
//! Refusals: `REQUIRED_PROPERTY_MISSING`, `REFERENCE_UNUSABLE`; for an association across VPCs `REFERENCE_UNUSABLE`.

use super::build::Builder;
use super::{Destination, Id, Route, Target, vpc};
use crate::code::Code;
use crate::template::{Node, Resource};

/// A route table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RouteTable {
    /// Its VPC.
    pub vpc: Id,
    /// Local routes first, then as written, then those that gateway endpoints add.
    pub routes: Vec<Route>,
}

pub(super) fn read<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    if let Some(vpc) = b.required_vpc(id, resource, "VpcId") {
        let routes = vpc::local_routes(b, vpc);
        b.network.route_tables.insert(id, RouteTable { vpc, routes });
    }
}

/// The table a node names. Of one that is not in the template only the local routes are known, and what the template adds.
pub(super) fn named(b: &mut Builder<'_>, id: Id, node: &Node) -> Option<Id> {
    let unknown = match b.one_of(id, node, |n| &n.route_tables)? {
        Ok(table) => return Some(table),
        Err(unknown) => unknown,
    };
    let known = |id: &&Id| b.network.entity(**id).is_some_and(|e| e.implicit && *e.name == *unknown.what);
    if let Some(table) = b.network.route_tables.keys().find(known) {
        return Some(*table);
    }
    let vpc = match vpc::only_outside(b).or_else(|| b.only(|n| &n.vpcs)) {
        Some(vpc) => vpc,
        None => vpc::outside(b, &unknown, node.place),
    };
    let table = b.outside(&unknown.what, "AWS::EC2::RouteTable", node.place);
    let mut routes = vpc::local_routes(b, vpc);
    routes.push(Route {
        id: table,
        place: node.place,
        destination: Destination::Unknown(unknown.clone()),
        target: Target::Unknown(unknown),
    });
    b.network.route_tables.insert(table, RouteTable { vpc, routes });
    Some(table)
}

pub(super) fn read_association<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let subnet = b.required(id, resource, "SubnetId").and_then(|node| b.subnet(id, node));
    let table = b.required(id, resource, "RouteTableId").and_then(|node| named(b, id, node));
    let (Some(subnet), Some(table)) = (subnet, table) else { return };
    let vpc = b.network.route_tables.get(&table).map(|table| table.vpc);
    let name: Box<str> = b.network.name(table).into();
    let outside = vpc.is_some_and(|vpc| vpc::is_outside(b, vpc));
    if !outside && b.network.subnets.get(&subnet).map(|s| s.vpc) != vpc {
        b.refuse(Code::ReferenceUnusable, id, resource.place, name);
    } else if let Some(subnet) = b.network.subnets.get_mut(&subnet) {
        subnet.route_table = table;
    }
}

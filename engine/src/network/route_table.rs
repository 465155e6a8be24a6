//! `AWS::EC2::RouteTable` and `AWS::EC2::SubnetRouteTableAssociation`: where packets that leave a subnet go next.
//!
//! The longest matching prefix wins, IPv4 and IPv6 apart; of equal prefixes a static route beats one of a prefix list (VPC
//! guide, route priority; `PrivateLink` guide, gateway endpoints). Without a match the packet is dropped. Local routes are
//! always there. A subnet that no association names uses the VPC's main table. `169.254.0.0/16` is never routed.
//!
//! Refusals: `REQUIRED_PROPERTY_MISSING`, `REFERENCE_UNUSABLE`; for an association across VPCs `REFERENCE_UNUSABLE`.

use super::build::Builder;
use super::{Id, Route, vpc};
use crate::code::Code;
use crate::template::Resource;

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

pub(super) fn read_association<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let subnet = b.required_thing(id, resource, "SubnetId", |n| &n.subnets);
    let table = b.required_thing(id, resource, "RouteTableId", |n| &n.route_tables);
    let (Some(subnet), Some(table)) = (subnet, table) else { return };
    let vpc = b.network.route_tables.get(&table).map(|table| table.vpc);
    let name: Box<str> = b.network.name(table).into();
    if b.network.subnets.get(&subnet).map(|s| s.vpc) != vpc {
        b.refuse(Code::ReferenceUnusable, id, resource.place, name);
    } else if let Some(subnet) = b.network.subnets.get_mut(&subnet) {
        subnet.route_table = table;
    }
}

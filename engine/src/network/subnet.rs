//! `AWS::EC2::Subnet`: a range of a VPC in one zone.
//!
//! A packet that crosses its border is checked by its network ACL and routed by its table; inside it neither applies (VPC
//! guide, network ACLs). Host bits of the range are cleared, as EC2 does. The range must lie in the VPC's and overlap no other
//! subnet's. `MapPublicIpOnLaunch` gives instances a public address; it is useless without a route to an internet gateway.
//!
//! Refusals: `REQUIRED_PROPERTY_MISSING`, `PROPERTY_INVALID`, `CIDR_CONFLICT`.

use ipnet::{Ipv4Net, Ipv6Net};

use super::build::Builder;
use super::read::Range;
use super::{Destination, Id, Network, Route, RouteTable, Target, vpc};
use crate::code::Code;
use crate::packet::Addresses;
use crate::template::{Place, Resource, Unknown};

/// A subnet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subnet {
    /// Its VPC.
    pub vpc: Id,
    /// IPv4 range; `None` in an IPv6-only subnet.
    pub v4: Option<Ipv4Net>,
    /// IPv6 range.
    pub v6: Option<Ipv6Net>,
    /// Availability Zone, as far as the template says.
    pub zone: Option<Box<str>>,
    /// `MapPublicIpOnLaunch`.
    pub map_public_ip: bool,
    /// `AssignIpv6AddressOnCreation`.
    pub assign_v6: bool,
    /// The table in force: associated, else main.
    pub route_table: Id,
    /// The ACL in force: associated, else default.
    pub acl: Id,
}

impl Subnet {
    /// Every address of its ranges.
    pub fn addresses(&self) -> Addresses {
        let v4 = self.v4.map(Addresses::from).unwrap_or_default();
        v4.union(&self.v6.map(Addresses::from).unwrap_or_default())
    }
}

impl Network {
    /// Whether the subnet is public: its own table has a route to an internet gateway that is attached to its VPC.
    pub fn is_public_subnet(&self, subnet: Id) -> bool {
        let Some(subnet) = self.subnets.get(&subnet) else { return false };
        self.route_tables.get(&subnet.route_table).is_some_and(|table| {
            table.routes.iter().any(|route| match route.target {
                Target::InternetGateway(gateway) => {
                    self.internet_gateways.get(&gateway).copied().flatten() == Some(subnet.vpc)
                }
                _ => false,
            })
        })
    }

    /// The subnet of this VPC that holds an address.
    pub fn subnet_at(&self, vpc: Id, address: std::net::IpAddr) -> Option<Id> {
        let holds = |s: &Subnet| s.vpc == vpc && s.addresses().contains(address);
        self.subnets.iter().find(|(_, s)| holds(s)).map(|(id, _)| *id)
    }
}

pub(super) fn read<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let Some(vpc) = b.required_vpc(id, resource, "VpcId") else { return };
    let mut v4 = None;
    if let Some(node) = resource.get("CidrBlock") {
        if let Range::Known(net) = b.v4(id, node) {
            v4 = Some(net);
        }
    } else if !Builder::flag(resource, "Ipv6Native", false) && resource.get("Ipv4IpamPoolId").is_none() {
        b.required(id, resource, "CidrBlock");
    }
    let mut v6 = None;
    if let Some(node) = resource.get("Ipv6CidrBlock")
        && let Range::Known(net) = b.v6(id, node)
    {
        v6 = Some(net);
    }
    let Some((main_table, default_acl)) = b.network.vpcs.get(&vpc).map(|v| (v.main_table, v.default_acl))
    else {
        return;
    };
    let subnet = Subnet {
        vpc,
        v4,
        v6,
        zone: resource
            .get("AvailabilityZone")
            .or_else(|| resource.get("AvailabilityZoneId"))
            .and_then(|node| b.text(node))
            .map(Into::into),
        map_public_ip: Builder::flag(resource, "MapPublicIpOnLaunch", false),
        assign_v6: Builder::flag(resource, "AssignIpv6AddressOnCreation", false)
            || Builder::flag(resource, "Ipv6Native", false),
        route_table: main_table,
        acl: default_acl,
    };
    if vpc::is_outside(b, vpc) {
        if let Some(net) = v4 {
            vpc::add_v4(b, vpc, net);
        }
        if let Some(net) = v6 {
            vpc::add_v6(b, vpc, net);
        }
    }
    check_ranges(b, id, resource, &subnet);
    b.network.subnets.insert(id, subnet);
}

/// Adds an IPv6 range given apart (`AWS::EC2::SubnetCidrBlock`).
pub(super) fn read_cidr_block<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let Some(subnet) = b.required_thing(id, resource, "SubnetId", |n| &n.subnets) else { return };
    if let Some(node) = resource.get("Ipv6CidrBlock")
        && let Range::Known(net) = b.v6(id, node)
        && let Some(it) = b.network.subnets.get_mut(&subnet)
    {
        it.v6 = Some(net);
    }
}

/// A subnet that only a parameter or an import names, in a VPC of which nothing is known either.
pub(super) fn outside(b: &mut Builder<'_>, unknown: &Unknown, place: Place) -> Option<Id> {
    let known = |(id, _): &(&Id, &Subnet)| {
        b.network.entity(**id).is_some_and(|e| e.implicit && *e.name == *unknown.what)
    };
    if let Some((id, _)) = b.network.subnets.iter().find(known) {
        return Some(*id);
    }
    let vpc = match b.only(|n| &n.vpcs) {
        Some(vpc) => vpc,
        None => vpc::outside(b, unknown, place),
    };
    let acl = b.network.vpcs.get(&vpc)?.default_acl;
    let id = b.outside(&unknown.what, "AWS::EC2::Subnet", place);
    let route_table = b.implicit(id, "route-table", "AWS::EC2::RouteTable");
    let mut routes = vpc::local_routes(b, vpc);
    routes.push(Route {
        id: route_table,
        place,
        destination: Destination::Unknown(unknown.clone()),
        target: Target::Unknown(unknown.clone()),
    });
    b.network.route_tables.insert(route_table, RouteTable { vpc, routes });
    let subnet = Subnet {
        vpc,
        v4: None,
        v6: None,
        zone: None,
        map_public_ip: false,
        assign_v6: false,
        route_table,
        acl,
    };
    b.network.subnets.insert(id, subnet);
    Some(id)
}

fn check_ranges(b: &mut Builder<'_>, id: Id, resource: &Resource, subnet: &Subnet) {
    let Some(vpc) = b.network.vpcs.get(&subnet.vpc) else { return };
    let mut conflicts = Vec::new();
    if let Some(net) = subnet.v4 {
        // A VPC whose range is not known (an address pool) holds any subnet.
        if !vpc.v4.is_empty() && !vpc.v4.iter().any(|range| range.contains(&net)) {
            conflicts.push((net.to_string(), subnet.vpc));
        }
        for (other, it) in b.network.subnets.iter().filter(|(_, it)| it.vpc == subnet.vpc) {
            if it.v4.is_some_and(|o| o.contains(&net) || net.contains(&o)) {
                conflicts.push((net.to_string(), *other));
            }
        }
    }
    if let Some(net) = subnet.v6 {
        for (other, it) in b.network.subnets.iter().filter(|(_, it)| it.vpc == subnet.vpc) {
            if it.v6.is_some_and(|o| o.contains(&net) || net.contains(&o)) {
                conflicts.push((net.to_string(), *other));
            }
        }
    }
    let place = resource.get("CidrBlock").map_or(resource.place, |node| node.place);
    for (net, with) in conflicts {
        let detail = format!("{net} / {}", b.network.name(with));
        b.refuse(Code::CidrConflict, id, place, detail);
    }
}

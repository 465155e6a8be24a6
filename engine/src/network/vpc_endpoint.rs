//! `AWS::EC2::VPCEndpoint`: an AWS service reached without the internet.
//!
//! `Gateway` (the **default** type) puts a prefix-list route into the tables it names; only S3 and DynamoDB have it; names stay
//! public, only packets take the other way. `Interface` puts one network interface into each subnet; with private DNS the service's
//! ordinary names resolve to those interfaces inside the VPC, which needs both DNS attributes. Without a group it wears the VPC's
//! default group, which lets in only its own members.
//!
//! S3 is odd: private DNS defaults to inbound resolver endpoints only. That is refused unless the VPC has a gateway endpoint for S3,
//! and then the names inside the VPC stay public, so packets take the gateway (`PrivateLink` guide; S3 guide).
//!
//! Refusals: `S3_PRIVATE_DNS_NEEDS_GATEWAY_ENDPOINT`, `PRIVATE_DNS_NEEDS_DNS_ATTRIBUTES`, `DUPLICATE_ROUTE` for a second gateway
//! endpoint of a service in a table, `PROPERTY_INVALID`, `REFERENCE_UNUSABLE`, `GROUP_IN_OTHER_VPC`, `REQUIRED_PROPERTY_MISSING`.

use super::build::Builder;
use super::network_interface::Wanted;
use super::{Destination, Id, Network, Route, Target, vpc};
use crate::code::Code;
use crate::facts::{aws_addresses, services};
use crate::policy::Document;
use crate::template::{Node, Resource};

/// A VPC endpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// Its VPC.
    pub vpc: Id,
    /// The service's short name: `s3`, `sagemaker.api`, `codeartifact.repositories`; `aws.sagemaker.notebook` for the odd ones.
    pub service: Box<str>,
    /// Gateway or interface.
    pub kind: EndpointKind,
    /// Its policy; `None` is full access.
    pub policy: Option<Document>,
}

/// The kinds of endpoints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EndpointKind {
    /// Gateway: a prefix-list route in each of these tables.
    Gateway {
        /// The tables.
        route_tables: Vec<Id>,
    },
    /// Interface: one network interface per subnet.
    Interface {
        /// The interfaces.
        interfaces: Vec<Id>,
        /// Whether the service's ordinary names resolve to them inside the VPC.
        private_dns: bool,
    },
}

impl Network {
    /// The endpoints of a service in a VPC, in the order of their ids.
    pub fn endpoints_for<'n>(
        &'n self,
        vpc: Id,
        service: &'n str,
    ) -> impl Iterator<Item = (Id, &'n Endpoint)> {
        self.endpoints
            .iter()
            .filter(move |(_, e)| e.vpc == vpc && &*e.service == service)
            .map(|(id, e)| (*id, e))
    }

    /// The endpoint whose interface this is.
    pub fn endpoint_of(&self, interface: Id) -> Option<Id> {
        let owner = self.interfaces.get(&interface)?.owner;
        self.endpoints.contains_key(&owner).then_some(owner)
    }
}

pub(super) fn read<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let vpc = b.required_vpc(id, resource, "VpcId");
    let service = b.required_text(id, resource, "ServiceName");
    let (Some(vpc), Some(service)) = (vpc, service) else { return };
    let service: Box<str> = services::short_name(&service, &b.network.region).into();
    let kind = resource.get("VpcEndpointType").and_then(Node::text).unwrap_or("Gateway".into());
    let kind = match &*kind {
        "Gateway" => gateway(b, id, resource, vpc, &service),
        "Interface" => interface(b, id, resource, vpc),
        // Firewall and load balancer endpoints are targets of routes, not services; the list of what is not modelled names them.
        _ => return,
    };
    let policy = resource.get("PolicyDocument").and_then(|node| b.document(id, node));
    b.network.endpoints.insert(id, Endpoint { vpc, service, kind, policy });
}

/// Whether the endpoint is of a type that is not modelled.
pub(super) fn is_other_type(resource: &Resource) -> bool {
    let kind = resource.get("VpcEndpointType").and_then(Node::text);
    kind.is_some_and(|kind| kind != "Gateway" && kind != "Interface")
}

fn gateway<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource, vpc: Id, service: &str) -> EndpointKind {
    if !services::has_gateway_endpoint(service) {
        let place = resource.get("ServiceName").map_or(resource.place, |node| node.place);
        b.refuse(Code::PropertyInvalid, id, place, format!("VpcEndpointType: Gateway / {service}"));
    }
    let mut route_tables = Vec::new();
    for node in resource.get("RouteTableIds").map_or(&[][..], Node::items) {
        let Some(Ok(table)) = b.one_of(id, node, |n| &n.route_tables) else { continue };
        let name: Box<str> = format!("com.amazonaws.{}.{service}", b.network.region).into();
        let Some(into) = b.network.route_tables.get_mut(&table) else { continue };
        if into.vpc != vpc {
            let detail: Box<str> = b.network.name(table).into();
            b.refuse(Code::ReferenceUnusable, id, node.place, detail);
            continue;
        }
        let same = |r: &Route| matches!((&r.destination, &r.target), (Destination::PrefixList { name: n, .. }, Target::GatewayEndpoint(_)) if *n == name);
        let duplicate = into.routes.iter().any(same);
        into.routes.push(Route {
            id,
            place: node.place,
            destination: Destination::PrefixList {
                name,
                prefixes: aws_addresses::prefixes_of_service(service),
            },
            target: Target::GatewayEndpoint(id),
        });
        if duplicate {
            let detail: Box<str> = b.network.name(table).into();
            b.refuse(Code::DuplicateRoute, id, node.place, detail);
        }
        route_tables.push(table);
    }
    EndpointKind::Gateway { route_tables }
}

fn interface<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource, vpc: Id) -> EndpointKind {
    let mut interfaces = Vec::new();
    let mut zones: Vec<Box<str>> = Vec::new();
    for (index, node) in resource.get("SubnetIds").map_or(&[][..], Node::items).iter().enumerate() {
        let Some(subnet) = b.subnet(id, node) else { continue };
        let Some(it) = b.network.subnets.get(&subnet).cloned() else { continue };
        let name: Box<str> = b.network.name(subnet).into();
        if it.vpc != vpc {
            b.refuse(Code::ReferenceUnusable, id, node.place, name);
            continue;
        }
        if let Some(zone) = it.zone {
            // One subnet per zone (PrivateLink guide, considerations).
            if zones.contains(&zone) {
                b.refuse(Code::PropertyInvalid, id, node.place, format!("{name} / {zone}"));
            }
            zones.push(zone);
        }
        let wanted = Wanted {
            owner: id,
            subnet,
            planned: b.plan.private(&resource.id, index),
            groups: resource.get("SecurityGroupIds"),
            source_dest_check: true,
            wants_v6: ip_address_type_has_v6(resource),
            place: resource.place,
        };
        if let Some(interface) = b.interface(id, &wanted) {
            let interface_id = b.implicit(id, &name, "AWS::EC2::NetworkInterface");
            b.network.interfaces.insert(interface_id, interface);
            interfaces.push(interface_id);
        }
    }
    let private_dns = Builder::flag(resource, "PrivateDnsEnabled", false);
    if private_dns
        && !vpc::is_outside(b, vpc)
        && b.network.vpcs.get(&vpc).is_some_and(|v| !v.dns_support || !v.dns_hostnames)
    {
        let place = resource.get("PrivateDnsEnabled").map_or(resource.place, |node| node.place);
        let detail = format!("{}: EnableDnsSupport, EnableDnsHostnames", b.network.name(vpc));
        b.refuse(Code::PrivateDnsNeedsDnsAttributes, id, place, detail);
    }
    EndpointKind::Interface { interfaces, private_dns }
}

fn ip_address_type_has_v6(resource: &Resource) -> bool {
    resource.get("IpAddressType").and_then(Node::text).is_some_and(|t| t == "dualstack" || t == "ipv6")
}

/// What the names of S3 mean once all endpoints are known; and that two endpoints cannot both have a service's names.
pub(super) fn settle_private_dns(b: &mut Builder<'_>) {
    let mut named: Vec<(Id, Box<str>)> = Vec::new();
    let with_names: Vec<(Id, Id, Box<str>)> = b
        .network
        .endpoints
        .iter()
        .filter(|(_, e)| matches!(e.kind, EndpointKind::Interface { private_dns: true, .. }))
        .map(|(id, e)| (*id, e.vpc, e.service.clone()))
        .collect();
    for (id, vpc, service) in with_names {
        let place = b.network.place(id);
        if named.contains(&(vpc, service.clone())) {
            b.refuse(Code::PropertyInvalid, id, place, format!("PrivateDnsEnabled: {service}"));
        }
        named.push((vpc, service.clone()));
        if &*service != "s3" || all_resolvers(b, id) {
            continue;
        }
        let gateway =
            b.network.endpoints_for(vpc, "s3").any(|(_, e)| matches!(e.kind, EndpointKind::Gateway { .. }));
        if !gateway {
            b.refuse(
                Code::S3PrivateDnsNeedsGatewayEndpoint,
                id,
                place,
                "PrivateDnsOnlyForInboundResolverEndpoint",
            );
        } else if let Some(endpoint) = b.network.endpoints.get_mut(&id)
            && let EndpointKind::Interface { private_dns, .. } = &mut endpoint.kind
        {
            *private_dns = false;
        }
    }
}

/// `DnsOptions.PrivateDnsOnlyForInboundResolverEndpoint: AllResolvers`. Anything else is the default.
fn all_resolvers(b: &Builder<'_>, id: Id) -> bool {
    let resource = b.resource(b.network.name(id));
    let option = resource
        .and_then(|r| r.get("DnsOptions"))
        .and_then(|node| node.get("PrivateDnsOnlyForInboundResolverEndpoint"));
    option.and_then(Node::text).is_some_and(|text| text == "AllResolvers")
}

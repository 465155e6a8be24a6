//! What there is to draw: read from every resource of the stack, built or not, so that the picture does not depend on
//! what is switched on.

use std::collections::BTreeSet;

use litemap::LiteMap;

use super::{Icon, Part};
use crate::network::Network;
use crate::template::{Resource, Stack};

mod endpoints;
mod services;

/// Where a thing stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Stand {
    /// In a subnet, where requests begin.
    Begin(Box<str>),
    /// In a subnet, where requests go on.
    Onward(Box<str>),
    /// In a VPC, in no subnet.
    Loose(Box<str>),
    /// On a VPC's border.
    Border(Box<str>),
    /// In the cloud, beside the VPCs.
    Cloud,
    /// Outside the cloud.
    Outside,
}

/// A component before it has a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    /// What it stands for.
    pub part: Part,
    /// Its icon.
    pub icon: Icon,
    /// Where it stands.
    pub stand: Stand,
    /// Further resources it stands for.
    pub also: Vec<Box<str>>,
    /// Whether it is built.
    pub on: bool,
    /// The service an endpoint leads to: `s3`.
    pub service: Option<Box<str>>,
    /// The part whose name it bears, where that is not its own: the service, for many resources drawn as one.
    pub called: Option<Part>,
}

/// A relation before it has a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Link {
    /// From.
    pub from: Part,
    /// To.
    pub to: Part,
    /// Whether it happens on the service's own side.
    pub own_side: bool,
    /// Whether it stands in this state.
    pub on: bool,
}

/// A subnet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SubnetItem {
    /// Its id.
    pub id: Box<str>,
    /// Its VPC's id.
    pub vpc: Box<str>,
    /// Whether a route to an internet gateway is possible.
    pub may_be_public: bool,
    /// Its route table, by association.
    pub route_table: Option<Box<str>>,
    /// Its ACL, by association.
    pub acl: Option<Box<str>>,
}

/// Everything to draw.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Inventory {
    /// VPCs in written order.
    pub vpcs: Vec<Box<str>>,
    /// Subnets, public ones first.
    pub subnets: Vec<SubnetItem>,
    /// Components.
    pub items: Vec<Item>,
    /// Relations.
    pub relations: Vec<Link>,
    /// Resources drawn as one more of the same by another's component: its part, their id.
    pub counted: Vec<(Part, Box<str>)>,
}

impl Inventory {
    pub(super) fn read(stack: &Stack, network: &Network) -> Inventory {
        let mut inventory = Inventory {
            vpcs: of_kind(stack, "AWS::EC2::VPC").map(|r| r.id.clone()).collect(),
            ..Inventory::default()
        };
        inventory.read_subnets(stack);
        inventory.read_workloads(stack);
        inventory.read_gateways(stack);
        endpoints::read(&mut inventory, stack);
        services::read(&mut inventory, stack, network);
        inventory
    }

    fn read_subnets(&mut self, stack: &Stack) {
        let public_tables: BTreeSet<&str> = of_kind(stack, "AWS::EC2::Route")
            .filter(|route| {
                target(route, "GatewayId")
                    .is_some_and(|id| kind_of(stack, id) == Some("AWS::EC2::InternetGateway"))
            })
            .filter_map(|route| target(route, "RouteTableId"))
            .collect();
        let tables = associations(stack, "AWS::EC2::SubnetRouteTableAssociation", "RouteTableId");
        let acls = associations(stack, "AWS::EC2::SubnetNetworkAclAssociation", "NetworkAclId");
        self.subnets = of_kind(stack, "AWS::EC2::Subnet")
            .filter_map(|subnet| {
                let vpc = target(subnet, "VpcId")
                    .filter(|vpc| self.has_vpc(vpc))
                    .map_or_else(|| self.vpcs.first().cloned(), |vpc| Some(vpc.into()))?;
                let route_table = tables.get(&*subnet.id).copied();
                Some(SubnetItem {
                    id: subnet.id.clone(),
                    vpc,
                    may_be_public: route_table.is_some_and(|table| public_tables.contains(table)),
                    route_table: route_table.map(Into::into),
                    acl: acls.get(&*subnet.id).copied().map(Into::into),
                })
            })
            .collect();
        self.subnets.sort_by_key(|subnet| !subnet.may_be_public);
    }

    fn read_workloads(&mut self, stack: &Stack) {
        let forwarding: BTreeSet<&str> = of_kind(stack, "AWS::EC2::Route")
            .filter_map(|route| target(route, "InstanceId").or_else(|| target(route, "NetworkInterfaceId")))
            .collect();
        let mut used_interfaces = BTreeSet::new();
        for resource in &stack.resources {
            match &*resource.kind {
                "AWS::SageMaker::NotebookInstance" => {
                    let stand = self.stand(target(resource, "SubnetId"), Stand::Begin);
                    self.add(resource, Icon::Notebook, stand, Vec::new());
                }
                "AWS::EC2::Instance" => {
                    let first = resource.get("NetworkInterfaces").and_then(|list| list.items().first());
                    let interface = first.and_then(|i| i.get("NetworkInterfaceId")?.reference());
                    let interface = interface.and_then(|reference| find(stack, &reference.resource));
                    if let Some(interface) = interface {
                        used_interfaces.insert(&*interface.id);
                    }
                    let subnet = target(resource, "SubnetId")
                        .or_else(|| Some(&*first?.get("SubnetId")?.reference()?.resource))
                        .or_else(|| target(interface?, "SubnetId"));
                    let forwards = resource.get("SourceDestCheck").is_some()
                        || forwarding.contains(&*resource.id)
                        || interface.is_some_and(|i| forwarding.contains(&*i.id));
                    let also = interface.map(|i| i.id.clone()).into_iter().collect();
                    let (icon, stand) = if forwards {
                        (Icon::NatInstance, self.stand(subnet, Stand::Onward))
                    } else {
                        (Icon::Instance, self.stand(subnet, Stand::Begin))
                    };
                    self.add(resource, icon, stand, also);
                }
                _ => {}
            }
        }
        for resource in of_kind(stack, "AWS::EC2::NetworkInterface") {
            if !used_interfaces.contains(&*resource.id) {
                let stand = self.stand(target(resource, "SubnetId"), Stand::Begin);
                self.add(resource, Icon::Interface, stand, Vec::new());
            }
        }
    }

    fn read_gateways(&mut self, stack: &Stack) {
        for resource in &stack.resources {
            match &*resource.kind {
                "AWS::EC2::NatGateway" => {
                    let stand = match (target(resource, "SubnetId"), target(resource, "VpcId")) {
                        (None, Some(vpc)) if self.has_vpc(vpc) => Stand::Loose(vpc.into()),
                        (subnet, _) => self.stand(subnet, Stand::Onward),
                    };
                    self.add(resource, Icon::NatGateway, stand, Vec::new());
                }
                "AWS::EC2::InternetGateway" => {
                    let attachment = of_kind(stack, "AWS::EC2::VPCGatewayAttachment")
                        .find(|a| target(a, "InternetGatewayId") == Some(&*resource.id));
                    let stand = self.border(attachment.and_then(|a| target(a, "VpcId")));
                    let also = attachment.map(|a| a.id.clone()).into_iter().collect();
                    self.add(resource, Icon::InternetGateway, stand, also);
                }
                "AWS::EC2::EgressOnlyInternetGateway" => {
                    let stand = self.border(target(resource, "VpcId"));
                    self.add(resource, Icon::EgressOnlyGateway, stand, Vec::new());
                }
                _ => {}
            }
        }
    }

    /// Adds a resource that also stands for these others.
    fn add(&mut self, resource: &Resource, icon: Icon, stand: Stand, also: Vec<Box<str>>) {
        let part = Part::Resource(resource.id.clone());
        self.items.push(Item { part, icon, stand, also, on: resource.enabled, service: None, called: None });
    }

    /// In the subnet, if it is drawn; else beside the VPCs.
    fn stand(&self, subnet: Option<&str>, in_subnet: fn(Box<str>) -> Stand) -> Stand {
        match subnet {
            Some(id) if self.subnets.iter().any(|s| *s.id == *id) => in_subnet(id.into()),
            _ => Stand::Cloud,
        }
    }

    /// On the border of the VPC; of the first one where none is known, so that a toggled attachment moves nothing.
    fn border(&self, vpc: Option<&str>) -> Stand {
        let vpc = vpc.filter(|vpc| self.has_vpc(vpc)).map(Into::into).or_else(|| self.vpcs.first().cloned());
        vpc.map_or(Stand::Cloud, Stand::Border)
    }

    fn has_vpc(&self, id: &str) -> bool {
        self.vpcs.iter().any(|vpc| **vpc == *id)
    }
}

fn of_kind<'a>(stack: &'a Stack, kind: &'static str) -> impl Iterator<Item = &'a Resource> {
    stack.resources.iter().map(|r| &**r).filter(move |r| *r.kind == *kind)
}

fn find<'a>(stack: &'a Stack, id: &str) -> Option<&'a Resource> {
    stack.resource(id)
}

fn kind_of<'a>(stack: &'a Stack, id: &str) -> Option<&'a str> {
    find(stack, id).map(|r| &*r.kind)
}

/// The resource a property names.
fn target<'a>(resource: &'a Resource, property: &str) -> Option<&'a str> {
    Some(&*resource.get(property)?.reference()?.resource)
}

/// What each subnet is associated with; an association that is built wins over one that is not.
fn associations<'a>(stack: &'a Stack, kind: &'static str, property: &str) -> LiteMap<&'a str, &'a str> {
    let mut found = LiteMap::new();
    let (built, possible): (Vec<_>, Vec<_>) = of_kind(stack, kind).partition(|r| r.enabled);
    for association in built.into_iter().chain(possible) {
        if let (Some(subnet), Some(other)) = (target(association, "SubnetId"), target(association, property))
        {
            found.entry(subnet).or_insert(other);
        }
    }
    found
}

//! What is built: the model, one file per resource type.
//!
//! [`build()`] reads a resolved [`Stack`](crate::template::Stack); disabled resources are not built. References are
//! [`Id`]s; things without a logical id (main route table, default ACL, default group, local routes, endpoint interfaces)
//! get an id too, so that a verdict can name them.

mod address_plan;
mod block_public_access;
mod bucket;
mod build;
mod by_address;
mod circular;
mod code_artifact;
mod code_commit;
mod dhcp_options;
mod dynamodb_table;
mod egress_only_gateway;
mod elastic_ip;
mod entity;
mod host;
mod hosted_zone;
mod instance;
mod internet_gateway;
mod managed;
mod nat_gateway;
mod network_acl;
mod network_acl_entry;
mod network_interface;
mod not_modelled;
mod notebook_instance;
mod peering;
mod prefix_list;
#[cfg(test)]
pub(crate) mod print;
mod probe;
mod read;
mod record_set;
mod refusal;
mod registry;
mod role;
mod route;
mod route_table;
mod rule_traffic;
mod say;
mod security_group;
mod security_group_rule;
mod subnet;
mod switch;
mod vpc;
mod vpc_cidr_block;
mod vpc_endpoint;
mod workload;

use litemap::LiteMap;
use std::net::IpAddr;

pub use block_public_access::BlockPublicAccess;
pub use bucket::Bucket;
pub use build::{build, build_with};
pub use by_address::ByAddress;
pub use code_artifact::{Domain, Repository};
pub use code_commit::{BuildProject, GitRepository};
pub use dynamodb_table::Table;
pub use entity::{Entity, Id};
pub use host::{Host, HostFirewall, HostRule, PackageSource, Scripts};
pub use hosted_zone::HostedZone;
pub use nat_gateway::NatGateway;
pub use network_acl::NetworkAcl;
pub use network_acl_entry::AclEntry;
pub use network_interface::Interface;
pub use not_modelled::{Aspects, NotModelled, aspects_of};
pub use peering::Peering;
pub use record_set::{Record, RecordAnswer};
pub use refusal::Refusal;
pub use registry::modelled;
pub use role::Role;
pub use route::{Destination, Route, Target};
pub use route_table::RouteTable;
pub use say::{CHECKED_TOGETHER, EVERYWHERE, HAVE_A_SAY};
pub use security_group::SecurityGroup;
pub use security_group_rule::{GroupRule, Peer};
pub use subnet::Subnet;
pub use switch::{open_words, settle_word};
pub use vpc::Vpc;
pub use vpc_endpoint::{Endpoint, EndpointKind};
pub use workload::{Identity, Workload, WorkloadKind};

use ipnet::IpNet;

use crate::packet::Addresses;
use crate::template::{Lookup, Place};

/// The model.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Network {
    /// By [`Id`].
    pub entities: Vec<Entity>,
    /// `us-east-1` …
    pub region: String,
    /// Twelve digits.
    pub account: String,
    /// `aws` …
    pub partition: String,
    /// VPCs.
    pub vpcs: LiteMap<Id, Vpc>,
    /// Subnets.
    pub subnets: LiteMap<Id, Subnet>,
    /// Route tables, implicit main tables and regional NAT gateways' own tables included.
    pub route_tables: LiteMap<Id, RouteTable>,
    /// Network ACLs, default ones included.
    pub acls: LiteMap<Id, NetworkAcl>,
    /// Security groups, default ones included.
    pub groups: LiteMap<Id, SecurityGroup>,
    /// Internet gateways, with the VPC each is attached to.
    pub internet_gateways: LiteMap<Id, Option<Id>>,
    /// Egress-only internet gateways, with their VPC.
    pub egress_only_gateways: LiteMap<Id, Id>,
    /// NAT gateways.
    pub nat_gateways: LiteMap<Id, NatGateway>,
    /// Every network interface: of workloads, of endpoints, stand-alone.
    pub interfaces: LiteMap<Id, Interface>,
    /// Peering connections.
    pub peerings: LiteMap<Id, Peering>,
    /// Customer-managed prefix lists, entry by entry.
    pub prefix_lists: LiteMap<Id, Vec<IpNet>>,
    /// VPC endpoints.
    pub endpoints: LiteMap<Id, Endpoint>,
    /// What runs and may send packets: the sources of questions.
    pub workloads: LiteMap<Id, Workload>,
    /// Private hosted zones.
    pub zones: LiteMap<Id, HostedZone>,
    /// IAM roles.
    pub roles: LiteMap<Id, Role>,
    /// S3 buckets.
    pub buckets: LiteMap<Id, Bucket>,
    /// `DynamoDB` tables.
    pub tables: LiteMap<Id, Table>,
    /// `CodeArtifact` domains.
    pub domains: LiteMap<Id, Domain>,
    /// `CodeArtifact` repositories.
    pub repositories: LiteMap<Id, Repository>,
    /// `CodeCommit` repositories.
    pub git_repositories: LiteMap<Id, GitRepository>,
    /// Build projects (they run outside the VPC unless they say otherwise).
    pub build_projects: LiteMap<Id, BuildProject>,
    /// VPC block public access of the account and region.
    pub block_public_access: Option<BlockPublicAccess>,
    /// Resources that are not modelled, in written order.
    pub not_modelled: Vec<NotModelled>,
    /// Why AWS would refuse the template.
    pub refusals: Vec<Refusal>,
    /// Finding entities by name.
    pub by_name: Lookup,
    /// Finding interfaces by address.
    pub by_address: ByAddress,
}

impl Network {
    /// The entity's name, `?` for an id of another model.
    pub fn name(&self, id: Id) -> &str {
        self.entity(id).map_or("?", |e| &*e.name)
    }

    /// The entity.
    pub fn entity(&self, id: Id) -> Option<&Entity> {
        self.entities.get(usize::try_from(id.0).ok()?)
    }

    /// Where the entity is written.
    pub fn place(&self, id: Id) -> Place {
        self.entity(id).map(|e| e.place).unwrap_or_default()
    }

    /// The entity with this name.
    pub fn find(&self, name: &str) -> Option<Id> {
        let at = self.by_name.position(&self.entities, |e| &*e.name, name)?;
        u32::try_from(at).ok().map(Id)
    }

    /// The VPC an interface is in.
    pub fn vpc_of(&self, interface: Id) -> Option<Id> {
        let subnet = self.interfaces.get(&interface)?.subnet;
        self.subnets.get(&subnet).map(|s| s.vpc)
    }

    /// The interfaces of any VPC that have one of these addresses, with it, in the order of their ids.
    pub fn interfaces_having(&self, addresses: &Addresses) -> Vec<(Id, IpAddr)> {
        self.by_address.having(&self.interfaces, addresses)
    }

    /// The interface that has this private (or IPv6) address in this VPC.
    pub fn interface_at(&self, vpc: Id, address: IpAddr) -> Option<Id> {
        let having = self.interfaces_having(&Addresses::one(address));
        having.into_iter().map(|(id, _)| id).find(|id| self.vpc_of(*id) == Some(vpc))
    }
}

//! What is built: the model, one file per resource type.
//!
//! [`build`] reads a resolved [`Stack`](crate::template::Stack); disabled resources are not built. References are
//! [`Id`]s; things without a logical id (main route table, default ACL, default group, local routes, endpoint interfaces)
//! get an id too, so that a verdict can name them.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ipnet::{Ipv4Net, Ipv6Net};

use crate::code::Code;
use crate::packet::{Addresses, Traffic};
use crate::policy::Document;
use crate::template::{Place, Stack, Unknown};

/// One thing of the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(pub u32);

/// What every thing has: a name, a type, a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Logical id; for implicit things `<owner's id>/<what>`, e.g. `Vpc/default-acl`, `S3Endpoint/EndpointSubnet`.
    pub name: Box<str>,
    /// `AWS::EC2::Subnet` … the type the thing has or would have.
    pub kind: Box<str>,
    /// Where it is written; for implicit things where its owner is.
    pub place: Place,
    /// Whether AWS makes it without being told.
    pub implicit: bool,
}

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
    pub vpcs: BTreeMap<Id, Vpc>,
    /// Subnets.
    pub subnets: BTreeMap<Id, Subnet>,
    /// Route tables, implicit main tables and regional NAT gateways' own tables included.
    pub route_tables: BTreeMap<Id, RouteTable>,
    /// Network ACLs, default ones included.
    pub acls: BTreeMap<Id, NetworkAcl>,
    /// Security groups, default ones included.
    pub groups: BTreeMap<Id, SecurityGroup>,
    /// Internet gateways, with the VPC each is attached to.
    pub internet_gateways: BTreeMap<Id, Option<Id>>,
    /// Egress-only internet gateways, with their VPC.
    pub egress_only_gateways: BTreeMap<Id, Id>,
    /// NAT gateways.
    pub nat_gateways: BTreeMap<Id, NatGateway>,
    /// Every network interface: of workloads, of endpoints, stand-alone.
    pub interfaces: BTreeMap<Id, Interface>,
    /// Peering connections.
    pub peerings: BTreeMap<Id, Peering>,
    /// Customer-managed prefix lists.
    pub prefix_lists: BTreeMap<Id, Addresses>,
    /// VPC endpoints.
    pub endpoints: BTreeMap<Id, Endpoint>,
    /// What runs and may send packets: the sources of questions.
    pub workloads: BTreeMap<Id, Workload>,
    /// IAM roles.
    pub roles: BTreeMap<Id, Role>,
    /// S3 buckets.
    pub buckets: BTreeMap<Id, Bucket>,
    /// `DynamoDB` tables.
    pub tables: BTreeMap<Id, Table>,
    /// `CodeArtifact` domains.
    pub domains: BTreeMap<Id, Domain>,
    /// `CodeArtifact` repositories.
    pub repositories: BTreeMap<Id, Repository>,
    /// `CodeCommit` repositories.
    pub git_repositories: BTreeMap<Id, GitRepository>,
    /// Build projects (they run outside the VPC unless they say otherwise).
    pub build_projects: BTreeMap<Id, BuildProject>,
    /// VPC block public access of the account and region.
    pub block_public_access: Option<BlockPublicAccess>,
    /// Resources that are not modelled, in written order.
    pub not_modelled: Vec<NotModelled>,
    /// Why AWS would refuse the template.
    pub refusals: Vec<Refusal>,
}

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
    /// Main route table.
    pub main_table: Id,
    /// Default network ACL.
    pub default_acl: Id,
    /// Default security group.
    pub default_group: Id,
}

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

/// A route table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RouteTable {
    /// Its VPC.
    pub vpc: Id,
    /// Local routes first, then as written, then those that gateway endpoints add.
    pub routes: Vec<Route>,
}

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
        addresses: Addresses,
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

/// A network ACL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NetworkAcl {
    /// Its VPC.
    pub vpc: Id,
    /// Inbound entries by number; the final deny (`*`) is not listed.
    pub ingress: Vec<AclEntry>,
    /// Outbound entries by number.
    pub egress: Vec<AclEntry>,
}

/// An ACL entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AclEntry {
    /// The `NetworkAclEntry`, or the ACL for a default entry.
    pub id: Id,
    /// Where it is written.
    pub place: Place,
    /// Rule number, 1–32766.
    pub number: u16,
    /// Allow or deny.
    pub allow: bool,
    /// Protocols and destination ports it matches.
    pub traffic: Traffic,
    /// Remote addresses it matches: the source of inbound, the destination of outbound packets.
    pub addresses: Addresses,
    /// The rule in technical notation: `100 allow tcp 443 151.101.0.0/16`.
    pub text: Box<str>,
    /// A part that is not known; `traffic` and `addresses` are then the widest it can be.
    pub unknown: Option<Unknown>,
}

/// A security group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecurityGroup {
    /// Its VPC.
    pub vpc: Option<Id>,
    /// Inbound rules.
    pub ingress: Vec<GroupRule>,
    /// Outbound rules; the allow-all that `CloudFormation` gives a group that lists none is one of them.
    pub egress: Vec<GroupRule>,
}

/// A security group rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupRule {
    /// The group, or the `SecurityGroupIngress`/`Egress` resource.
    pub id: Id,
    /// Where it is written.
    pub place: Place,
    /// Protocols and destination ports it admits.
    pub traffic: Traffic,
    /// The other end it admits.
    pub peer: Peer,
    /// The rule in technical notation: `tcp 443 from NotebookGroup`.
    pub text: Box<str>,
    /// A part that is not known; `traffic` and `peer` are then the widest it can be.
    pub unknown: Option<Unknown>,
}

/// The other end of a security group rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Peer {
    /// Addresses: a range or a prefix list.
    Addresses(Addresses),
    /// Members of a group, by their private addresses.
    Group(Id),
}

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

/// A network interface.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interface {
    /// Its subnet.
    pub subnet: Id,
    /// Private IPv4 address, assumed where not written.
    pub v4: Option<Ipv4Addr>,
    /// IPv6 address, assumed where not written.
    pub v6: Option<Ipv6Addr>,
    /// Whether an address was assumed.
    pub assumed: bool,
    /// A public IPv4 address: an Elastic IP, or one given at launch. A stand-in value.
    pub public_v4: Option<Ipv4Addr>,
    /// Its security groups (the VPC's default group where none was named).
    pub groups: Vec<Id>,
    /// Source/destination check.
    pub source_dest_check: bool,
    /// Whose it is: a workload or an endpoint; the interface itself where it stands alone.
    pub owner: Id,
}

/// A peering connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Peering {
    /// Requester VPC.
    pub requester: Id,
    /// Accepter VPC; `None` where it is not in the template.
    pub accepter: Option<Id>,
}

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

/// Something that runs and may send packets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workload {
    /// What it is.
    pub kind: WorkloadKind,
    /// Its interfaces in the customer's subnets; empty for a notebook without a subnet.
    pub interfaces: Vec<Id>,
    /// Who it is to AWS.
    pub identity: Identity,
    /// A notebook's direct internet access through an interface that SageMaker manages.
    pub direct_internet_access: bool,
    /// What its start-up script sets up.
    pub host: Host,
}

/// The kinds of workloads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WorkloadKind {
    /// `AWS::SageMaker::NotebookInstance`.
    Notebook,
    /// `AWS::EC2::Instance`.
    Instance,
    /// A stand-alone `AWS::EC2::NetworkInterface`.
    Interface,
    /// No workload is in the template: a probe that stands in a subnet, with the groups nothing else wears.
    Probe,
}

/// Who a workload is to AWS.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Identity {
    /// A role of the template.
    Role(Id),
    /// No role: no credentials.
    None,
    /// A role outside the template, or the source is a probe.
    Assumed,
}

/// What a start-up script sets up on the host, as far as the modelled subset goes.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Host {
    /// Where pip gets packages.
    pub pip: PackageSource,
    /// Where npm gets packages.
    pub npm: PackageSource,
    /// Outbound firewall rules, `None` where there are none.
    pub firewall: Option<HostFirewall>,
    /// Script lines that are not modelled.
    pub not_modelled: Vec<(Place, Box<str>)>,
}

/// Where a package client gets packages.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum PackageSource {
    /// Nothing configured: the public index.
    #[default]
    Public,
    /// `aws codeartifact login`.
    CodeArtifactLogin {
        /// Where the command stands.
        place: Place,
        /// Domain name.
        domain: Box<str>,
        /// Owner account, if given.
        owner: Option<Box<str>>,
        /// Repository name.
        repository: Box<str>,
    },
    /// `pip config set global.index-url`, `npm config set registry`, or the like.
    Url {
        /// Where the command stands.
        place: Place,
        /// The address as written.
        url: Box<str>,
    },
}

/// An outbound host firewall.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostFirewall {
    /// Rules in order; first match decides.
    pub rules: Vec<HostRule>,
    /// What happens to the rest.
    pub default_allow: bool,
}

/// A host firewall rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostRule {
    /// Where it stands in the template.
    pub place: Place,
    /// Accept or drop.
    pub allow: bool,
    /// Destinations.
    pub addresses: Addresses,
    /// Protocols and ports.
    pub traffic: Traffic,
    /// As written.
    pub text: Box<str>,
}

/// An IAM role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// Its ARN, with the placeholder of an unnamed role.
    pub arn: Box<str>,
    /// Identity policies: inline, attached customer-managed, known AWS-managed; with the resource that holds each.
    pub policies: Vec<(Id, Document)>,
    /// Attached policies whose content is not known (ARNs), which could allow or deny more.
    pub unknown_policies: Vec<Box<str>>,
}

/// An S3 bucket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bucket {
    /// Name, or the placeholder `${LogicalId}`.
    pub name: Box<str>,
    /// Bucket policy, with the resource that holds it.
    pub policy: Option<(Id, Document)>,
}

/// A `DynamoDB` table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// ARN, with the placeholder of an unnamed table.
    pub arn: Box<str>,
    /// Resource policy.
    pub policy: Option<(Id, Document)>,
}

/// A `CodeArtifact` domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Domain {
    /// Name.
    pub name: Box<str>,
    /// Domain policy.
    pub policy: Option<(Id, Document)>,
}

/// A `CodeArtifact` repository.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repository {
    /// Its domain's name.
    pub domain: Box<str>,
    /// Name.
    pub name: Box<str>,
    /// `public:pypi` …, with the place of each.
    pub external_connections: Vec<(Box<str>, Place)>,
    /// Names of upstream repositories in the same domain, in order.
    pub upstreams: Vec<Box<str>>,
    /// Repository policy.
    pub policy: Option<(Id, Document)>,
}

/// A `CodeCommit` repository.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GitRepository {
    /// Name.
    pub name: Box<str>,
}

/// A build project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuildProject {
    /// Its VPC, if it runs in one.
    pub vpc: Option<Id>,
    /// Git repositories its source, policy or environment names.
    pub git_repositories: Vec<Id>,
}

/// VPC block public access.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockPublicAccess {
    /// The resource.
    pub id: Id,
    /// Both directions (`block-bidirectional`), or inbound only.
    pub bidirectional: bool,
    /// Excluded VPCs and subnets, with whether the exclusion allows both directions.
    pub exclusions: BTreeMap<Id, bool>,
}

/// A resource that is not modelled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotModelled {
    /// The resource.
    pub id: Id,
    /// What it could change.
    pub could_change: Aspects,
}

/// Aspects that an unmodelled resource could change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Aspects {
    /// Where packets go, and so every requirement.
    pub network: bool,
    /// What names resolve to.
    pub names: bool,
    /// Who may do what.
    pub policies: bool,
    /// Whether objects can be read (encryption keys, access points).
    pub data: bool,
}

/// Why AWS would refuse the template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The rule broken.
    pub code: Code,
    /// The resource.
    pub id: Id,
    /// Where.
    pub place: Place,
    /// The property or value at fault, in technical notation.
    pub detail: Box<str>,
}

/// Builds the model. Never fails: what cannot be built is a [`Refusal`], what is not known an `Unknown`, what is not
/// modelled a [`NotModelled`].
pub fn build(_stack: &Stack) -> Network {
    Network::default()
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
        let at = self.entities.iter().position(|e| &*e.name == name)?;
        u32::try_from(at).ok().map(Id)
    }

    /// The VPC an interface is in.
    pub fn vpc_of(&self, interface: Id) -> Option<Id> {
        let subnet = self.interfaces.get(&interface)?.subnet;
        self.subnets.get(&subnet).map(|s| s.vpc)
    }

    /// The interface that has this private (or IPv6) address in this VPC.
    pub fn interface_at(&self, vpc: Id, address: IpAddr) -> Option<Id> {
        self.interfaces
            .iter()
            .find(|(id, i)| {
                self.vpc_of(**id) == Some(vpc)
                    && match address {
                        IpAddr::V4(a) => i.v4 == Some(a),
                        IpAddr::V6(a) => i.v6 == Some(a),
                    }
            })
            .map(|(id, _)| *id)
    }
}

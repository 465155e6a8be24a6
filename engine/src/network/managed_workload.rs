//! Workloads that a service runs with interfaces in the customer's subnets: `AWS::Lambda::Function` with a `VpcConfig`,
//! `AWS::SageMaker::Domain`, `AWS::SageMaker::Model`.
//!
//! A function in a VPC has no other way out than its interfaces, and never a public address (Lambda guide, VPC networking). A Studio
//! domain leaves past the VPC unless it is `VpcOnly` (default `PublicInternetOnly`); a model's containers do without a
//! `VpcConfig`; with `EnableNetworkIsolation` they can send nothing at all and have no credentials (SageMaker guide, Studio and
//! internet access; internet-free mode; 2023).
//!
//! Refusals: `REQUIRED_PROPERTY_MISSING`, `REFERENCE_UNUSABLE`, `GROUP_IN_OTHER_VPC`.

use super::build::Builder;
use super::network_interface::Wanted;
use super::{Host, Id, Identity, Workload, WorkloadKind};
use crate::template::{Node, Resource};

/// How a service runs it.
struct Run<'r> {
    kind: WorkloadKind,
    subnets: Option<&'r Node>,
    groups: Option<&'r Node>,
    role: Option<&'r Node>,
    /// Leaves through an interface of the service.
    past_the_vpc: bool,
}

/// A function outside any VPC is no workload of the network: it is listed as not modelled.
pub(super) fn read_function<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let Some(config) = resource.get("VpcConfig") else { return };
    let subnets = subnets(config);
    if subnets.is_some_and(|list| list.items().is_empty()) {
        return;
    }
    let role = b.required(id, resource, "Role");
    let groups = config.get("SecurityGroupIds");
    let run = Run { kind: WorkloadKind::Function, subnets, groups, role, past_the_vpc: false };
    add(b, id, resource, &run);
}

pub(super) fn read_domain<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let subnets = b.required(id, resource, "SubnetIds");
    let settings = resource.get("DefaultUserSettings");
    let own = |key: &str| settings.and_then(|node| node.get(key));
    let access = resource.get("AppNetworkAccessType").and_then(Node::text);
    let run = Run {
        kind: WorkloadKind::Domain,
        subnets,
        groups: own("SecurityGroups"),
        role: own("ExecutionRole"),
        past_the_vpc: access.is_none_or(|access| access != "VpcOnly"),
    };
    add(b, id, resource, &run);
}

pub(super) fn read_model<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let config = resource.get("VpcConfig");
    let isolated = Builder::flag(resource, "EnableNetworkIsolation", false);
    let run = Run {
        kind: WorkloadKind::Model,
        subnets: config.and_then(subnets).filter(|_| !isolated),
        groups: config.and_then(|config| config.get("SecurityGroupIds")),
        role: resource.get("ExecutionRoleArn").filter(|_| !isolated),
        past_the_vpc: config.is_none() && !isolated,
    };
    add(b, id, resource, &run);
}

/// The subnets of a `VpcConfig`, or the config itself where it is not known.
pub(super) fn subnets(config: &Node) -> Option<&Node> {
    config.unknown().map(|_| config).or_else(|| config.get("SubnetIds")).or_else(|| config.get("Subnets"))
}

fn add(b: &mut Builder<'_>, id: Id, resource: &Resource, run: &Run<'_>) {
    let identity = run.role.map_or(Identity::None, |node| b.role_of(node));
    let workload = Workload {
        kind: run.kind,
        interfaces: Vec::new(),
        identity,
        direct_internet_access: run.past_the_vpc,
        host: Host::default(),
    };
    b.network.workloads.insert(id, workload);
    for (index, node) in run.subnets.map_or(&[][..], Node::items).iter().enumerate() {
        let Some(subnet) = b.subnet(id, node) else { continue };
        let wanted = Wanted {
            owner: id,
            subnet,
            planned: b.plan.private(&resource.id, index),
            groups: run.groups,
            source_dest_check: true,
            wants_v6: false,
            place: resource.place,
        };
        let Some(interface) = b.interface(id, &wanted) else { continue };
        let interface_id = b.implicit(id, &format!("interface{index}"), "AWS::EC2::NetworkInterface");
        b.network.interfaces.insert(interface_id, interface);
        if let Some(workload) = b.network.workloads.get_mut(&id) {
            workload.interfaces.push(interface_id);
        }
    }
}

//! Workloads that a service runs with interfaces in the customer's subnets: one file per type.
//!
//! With `EnableNetworkIsolation` a container can send nothing at all and has no credentials; without a `VpcConfig` it leaves past the VPC
//! (SageMaker guide, internet-free mode; 2023).
//!
//! Refusals: `REQUIRED_PROPERTY_MISSING`, `REFERENCE_UNUSABLE`, `GROUP_IN_OTHER_VPC`.

pub(super) mod domain;
pub(super) mod function;
pub(super) mod model;
pub(super) mod processing_job;
pub(super) mod user_profile;

use std::rc::Rc;

use super::build::Builder;
use super::network_interface::Wanted;
use super::{Id, Workload, WorkloadKind};
use crate::template::{Node, Resource, Stack};

/// How a service runs it.
struct Run<'r> {
    kind: WorkloadKind,
    subnets: Option<&'r Node>,
    groups: Option<&'r Node>,
    role: Option<&'r Node>,
    /// Leaves through an interface of the service.
    past_the_vpc: bool,
    /// Whether it uses IPv6 in a subnet that has it; `None` where the subnet decides.
    v6: Option<bool>,
}

/// The list of subnets in which a service puts interfaces for the resource, as far as it is of such a type.
pub(super) fn subnets_of<'s>(stack: &'s Stack, resource: &'s Resource) -> Option<&'s Node> {
    let config = match &*resource.kind {
        "AWS::SageMaker::ProcessingJob" => resource.get("NetworkConfig")?.get("VpcConfig")?,
        "AWS::SageMaker::UserProfile" => return user_profile::domain(stack, resource)?.get("SubnetIds"),
        _ => resource.get("VpcConfig")?,
    };
    subnets(config)
}

/// The subnets of a `VpcConfig`, or the config itself where it is not known.
fn subnets(config: &Node) -> Option<&Node> {
    config.unknown().map(|_| config).or_else(|| config.get("SubnetIds")).or_else(|| config.get("Subnets"))
}

/// How containers run that may have a `VpcConfig` and may be isolated.
fn containers<'r>(
    kind: WorkloadKind,
    config: Option<&'r Node>,
    isolated: bool,
    role: Option<&'r Node>,
) -> Run<'r> {
    Run {
        kind,
        subnets: config.and_then(subnets).filter(|_| !isolated),
        groups: config.and_then(|config| config.get("SecurityGroupIds")),
        role: role.filter(|_| !isolated),
        past_the_vpc: config.is_none() && !isolated,
        v6: None,
    }
}

fn add(b: &mut Builder<'_>, id: Id, resource: &Resource, run: &Run<'_>) {
    let identity = run.role.map_or(super::Identity::None, |node| b.role_of(node));
    let workload = Workload {
        kind: run.kind,
        interfaces: Vec::new(),
        identity,
        direct_internet_access: run.past_the_vpc,
        host: Rc::default(),
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
            wants_v6: run.v6 == Some(true),
            place: resource.place,
        };
        let Some(mut interface) = b.interface(id, &wanted) else { continue };
        if run.v6 == Some(false) {
            interface.v6 = None;
        }
        let interface_id = b.implicit(id, &format!("interface{index}"), "AWS::EC2::NetworkInterface");
        b.network.interfaces.insert(interface_id, interface);
        if let Some(workload) = b.network.workloads.get_mut(&id) {
            workload.interfaces.push(interface_id);
        }
    }
}

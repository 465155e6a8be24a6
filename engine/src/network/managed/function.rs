//! `AWS::Lambda::Function` with a `VpcConfig`: no other way out than its interfaces, and never a public address (Lambda guide, VPC
//! networking). It uses IPv6 only where `Ipv6AllowedForDualStack` says so (same guide, IPv6 support).

use super::super::build::Builder;
use super::super::{Id, WorkloadKind};
use super::{Run, add, subnets};
use crate::template::{Node, Resource};

/// A function outside any VPC is no workload of the network: it is listed as not modelled.
pub(in super::super) fn read<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let Some(config) = resource.get("VpcConfig") else { return };
    let subnets = subnets(config);
    if subnets.is_some_and(|list| list.items().is_empty()) {
        return;
    }
    let role = b.required(id, resource, "Role");
    let groups = config.get("SecurityGroupIds");
    let v6 = config.get("Ipv6AllowedForDualStack").and_then(Node::boolean).unwrap_or(false);
    let run = Run { kind: WorkloadKind::Function, subnets, groups, role, past_the_vpc: false, v6: Some(v6) };
    add(b, id, resource, &run);
}

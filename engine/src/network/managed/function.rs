//! `AWS::Lambda::Function` with a `VpcConfig`: no other way out than its interfaces, and never a public address (Lambda guide, VPC
//! networking).

use super::super::build::Builder;
use super::super::{Id, WorkloadKind};
use super::{Run, add, subnets};
use crate::template::Resource;

/// A function outside any VPC is no workload of the network: it is listed as not modelled.
pub(in super::super) fn read<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
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

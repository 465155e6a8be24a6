//! `AWS::SageMaker::Model`: the containers of an endpoint.

use super::super::build::Builder;
use super::super::{Id, WorkloadKind};
use super::{add, containers};
use crate::template::Resource;

pub(in super::super) fn read<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let isolated = Builder::flag(resource, "EnableNetworkIsolation", false);
    let role = resource.get("ExecutionRoleArn");
    let run = containers(WorkloadKind::Model, resource.get("VpcConfig"), isolated, role);
    add(b, id, resource, &run);
}

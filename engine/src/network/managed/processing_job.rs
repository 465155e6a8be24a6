//! `AWS::SageMaker::ProcessingJob`: the containers of a job. Training jobs are no resources of CloudFormation; they run by the same rules.

use super::super::build::Builder;
use super::super::{Id, WorkloadKind};
use super::{add, containers};
use crate::template::Resource;

pub(in super::super) fn read<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let network = resource.get("NetworkConfig");
    let isolated =
        network.and_then(|n| n.get("EnableNetworkIsolation")).and_then(crate::template::Node::boolean);
    let role = b.required(id, resource, "RoleArn");
    let config = network.and_then(|network| network.get("VpcConfig"));
    let run = containers(WorkloadKind::Job, config, isolated.unwrap_or(false), role);
    add(b, id, resource, &run);
}

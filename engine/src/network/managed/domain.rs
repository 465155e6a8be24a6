//! `AWS::SageMaker::Domain`: Studio. It leaves past the VPC unless it is `VpcOnly` (default `PublicInternetOnly`; SageMaker guide, Studio
//! and internet access; 2023).

use super::super::build::Builder;
use super::super::{Id, WorkloadKind};
use super::{Run, add};
use crate::template::{Node, Resource};

pub(in super::super) fn read<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let subnets = b.required(id, resource, "SubnetIds");
    let run = Run {
        kind: WorkloadKind::Domain,
        subnets,
        groups: setting(resource, "SecurityGroups"),
        role: setting(resource, "ExecutionRole"),
        past_the_vpc: past_the_vpc(resource),
        v6: None,
    };
    add(b, id, resource, &run);
}

/// What every user gets who has no setting of their own.
pub(super) fn setting<'r>(domain: &'r Resource, key: &str) -> Option<&'r Node> {
    domain.get("DefaultUserSettings").and_then(|settings| settings.get(key))
}

pub(super) fn past_the_vpc(domain: &Resource) -> bool {
    let access = domain.get("AppNetworkAccessType").and_then(Node::text);
    access.is_none_or(|access| access != "VpcOnly")
}

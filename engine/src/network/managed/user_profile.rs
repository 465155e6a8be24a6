//! `AWS::SageMaker::UserProfile`: one user of a Studio domain, in the domain's subnets, with groups and a role of their own where the
//! profile says so. Groups of domain and profile add up; of everything else the profile's counts (SageMaker API, `UserSettings`).

use super::super::build::Builder;
use super::super::{Id, WorkloadKind};
use super::{Run, add, domain as whole};
use crate::template::{Node, Resource, Stack};

pub(in super::super) fn read<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    b.required(id, resource, "DomainId");
    let Some(domain) = domain(b.stack, resource) else { return };
    let own = |key: &str| resource.get("UserSettings").and_then(|settings| settings.get(key));
    let run = Run {
        kind: WorkloadKind::Domain,
        subnets: domain.get("SubnetIds"),
        groups: whole::setting(domain, "SecurityGroups"),
        role: own("ExecutionRole").or_else(|| whole::setting(domain, "ExecutionRole")),
        past_the_vpc: whole::past_the_vpc(domain),
        v6: None,
    };
    add(b, id, resource, &run);
    if let Some(groups) = own("SecurityGroups") {
        wear(b, id, groups, run.groups.is_some());
    }
}

/// Puts on the profile's groups, beside those that the domain gave.
fn wear(b: &mut Builder<'_>, id: Id, groups: &Node, beside: bool) {
    let interfaces = b.network.workloads.get(&id).map(|it| it.interfaces.clone()).unwrap_or_default();
    for interface in interfaces {
        let Some(vpc) = b.network.vpc_of(interface) else { continue };
        let own = b.groups_of(id, Some(groups), vpc);
        let Some(interface) = b.network.interfaces.get_mut(&interface) else { continue };
        interface.groups.retain(|group| beside && !own.contains(group));
        interface.groups.extend(own);
    }
}

/// The domain of a profile, where it is in the template.
pub(super) fn domain<'s>(stack: &'s Stack, profile: &Resource) -> Option<&'s Resource> {
    let domain = stack.resource(&profile.get("DomainId").and_then(Node::reference)?.resource)?;
    (domain.enabled && &*domain.kind == "AWS::SageMaker::Domain").then_some(domain)
}

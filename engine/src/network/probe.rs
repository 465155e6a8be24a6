//! A template without any workload is asked by probes: one per subnet, as a machine would stand there.
//!
//! A probe wears every group of its VPC that nothing else wears (they are there for somebody), else the VPC's default group; who
//! it is to AWS is assumed.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::build::Builder;
use super::{Id, Identity, Interface, Workload, WorkloadKind};

pub(super) fn add(b: &mut Builder<'_>) {
    if !b.network.workloads.is_empty() {
        return;
    }
    let worn: BTreeSet<Id> = b.network.interfaces.values().flat_map(|i| i.groups.iter().copied()).collect();
    let subnets: Vec<Id> = b.network.subnets.keys().copied().collect();
    for subnet in subnets {
        let Some(it) = b.network.subnets.get(&subnet).cloned() else { continue };
        let default = b.network.vpcs.get(&it.vpc).map(|vpc| vpc.default_group);
        let mut groups: Vec<Id> = b
            .network
            .groups
            .iter()
            .filter(|(id, group)| group.vpc == Some(it.vpc) && !worn.contains(id) && Some(**id) != default)
            .map(|(id, _)| *id)
            .collect();
        if groups.is_empty() {
            groups.extend(default);
        }
        let name = b.network.name(subnet).to_owned();
        let planned = b.plan.private(&name, 0);
        let public = b.plan.public(&name).filter(|_| it.map_public_ip);
        let interface = b.implicit(subnet, "probe", "AWS::EC2::NetworkInterface");
        b.network.interfaces.insert(
            interface,
            Interface {
                subnet,
                v4: planned.v4,
                v6: planned.v6,
                assumed: true,
                public_v4: public,
                groups,
                source_dest_check: true,
                owner: subnet,
            },
        );
        b.network.workloads.insert(
            subnet,
            Workload {
                kind: WorkloadKind::Probe,
                interfaces: vec![interface],
                identity: Identity::Assumed,
                direct_internet_access: false,
                host: Rc::default(),
            },
        );
    }
}

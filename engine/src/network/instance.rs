//! `AWS::EC2::Instance`: a machine; with source/destination check off, one that can forward for others.
//!
//! A NAT instance needs `SourceDestCheck: false`, a public address, a subnet whose table leads to an internet gateway, groups that
//! let its clients in and their packets out, and forwarding in its system, which is taken for granted (VPC guide, NAT
//! instances). A public address is given at launch by the subnet or by `AssociatePublicIpAddress`, else by an Elastic IP.
//!
//! Refusals: `PROPERTY_INVALID`, `REFERENCE_UNUSABLE`, `GROUP_IN_OTHER_VPC`, `CIDR_CONFLICT`.

use super::build::Builder;
use super::network_interface::{Wanted, asks_for_v6};
use super::read::Named;
use super::{Id, Identity, Workload, WorkloadKind};
use crate::template::{Node, Resource};

pub(super) fn read<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let identity = identity(b, resource);
    let host = b.scripts.read(resource.get("UserData").into_iter());
    let workload = Workload {
        kind: WorkloadKind::Instance,
        interfaces: Vec::new(),
        identity,
        direct_internet_access: false,
        host,
    };
    b.network.workloads.insert(id, workload);

    let nested = resource.get("NetworkInterfaces").map_or(&[][..], Node::items);
    if nested.is_empty() {
        read_interface(b, id, resource, &resource.properties, 0);
    }
    for (index, node) in nested.iter().enumerate() {
        read_interface(b, id, resource, node, index);
    }
}

/// One interface: an entry of `NetworkInterfaces`, or what the instance says itself.
fn read_interface(b: &mut Builder<'_>, id: Id, resource: &Resource, node: &Node, index: usize) {
    let check = Builder::flag(resource, "SourceDestCheck", true);
    if let Some(existing) = node.get("NetworkInterfaceId") {
        match b.named(existing) {
            Named::Thing(interface) => {
                b.attach(id, interface);
                if !check && let Some(it) = b.network.interfaces.get_mut(&interface) {
                    it.source_dest_check = false;
                }
            }
            Named::SwitchedOff => {}
            // Where that interface stands and what it wears is not known.
            Named::Unknown(unknown) => {
                if let Some(subnet) = super::subnet::outside(b, &unknown, existing.place) {
                    add(b, id, resource, existing, index, subnet, check);
                }
            }
        }
        return;
    }
    let Some(subnet) = node.get("SubnetId").or_else(|| resource.get("SubnetId")) else {
        // Without a subnet AWS takes one of the account's default VPC, which no template describes.
        let unknown = super::read::outside("default VPC");
        if let Some(subnet) = super::subnet::outside(b, &unknown, resource.place) {
            add(b, id, resource, node, index, subnet, check);
        }
        return;
    };
    if let Some(subnet) = b.subnet(id, subnet) {
        add(b, id, resource, node, index, subnet, check);
    }
}

fn add(b: &mut Builder<'_>, id: Id, resource: &Resource, node: &Node, index: usize, subnet: Id, check: bool) {
    let groups = ["GroupSet", "SecurityGroupIds", "SecurityGroups"].iter().find_map(|key| node.get(key));
    let wanted = Wanted {
        owner: id,
        subnet,
        planned: b.plan.private(&resource.id, index),
        groups,
        source_dest_check: check,
        wants_v6: asks_for_v6(node),
        place: node.place,
    };
    let Some(mut interface) = b.interface(id, &wanted) else { return };
    let maps = b.network.subnets.get(&subnet).is_some_and(|s| s.map_public_ip);
    let public = node.get("AssociatePublicIpAddress").and_then(Node::boolean).unwrap_or(maps && index == 0);
    interface.public_v4 = b.plan.public(&resource.id).filter(|_| public);
    let interface_id = b.implicit(id, &format!("eth{index}"), "AWS::EC2::NetworkInterface");
    b.network.interfaces.insert(interface_id, interface);
    b.attach(id, interface_id);
}

fn identity(b: &Builder<'_>, resource: &Resource) -> Identity {
    let Some(node) = resource.get("IamInstanceProfile") else { return Identity::None };
    match b.named(node) {
        Named::Thing(profile) => b.profiles.get(&profile).cloned().unwrap_or(Identity::Assumed),
        Named::SwitchedOff => Identity::None,
        Named::Unknown(_) => Identity::Assumed,
    }
}

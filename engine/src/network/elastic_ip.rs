//! `AWS::EC2::EIP` and `AWS::EC2::EIPAssociation`: a public IPv4 address that stays.
//!
//! The address itself only exists once deployed; a stand-in from a documentation range is used. It makes an interface
//! public, or gives a NAT gateway its address.
//!
//! Refusals: `REFERENCE_UNUSABLE` where it is given to something that is no instance or interface.

use super::Id;
use super::build::Builder;
use super::read::Named;
use crate::code::Code;
use crate::template::{Node, Resource};

/// Reads the address, before anything can use it.
pub(super) fn read<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    if let Some(address) = b.plan.public(&resource.id) {
        b.elastic_ips.insert(id, address);
    }
}

/// Gives it to the instance it names, once instances are read.
pub(super) fn read_instance<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    if let Some(node) = resource.get("InstanceId") {
        give(b, id, id, node);
    }
}

/// `AWS::EC2::EIPAssociation`.
pub(super) fn read_association<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let Some(address) = resource.get("AllocationId").or_else(|| resource.get("EIP")) else {
        b.required(id, resource, "AllocationId");
        return;
    };
    let Some(node) = resource.get("NetworkInterfaceId").or_else(|| resource.get("InstanceId")) else {
        return;
    };
    // An address from outside the template still makes the interface public.
    let elastic = match b.named(address) {
        Named::Thing(thing) => thing,
        Named::Unknown(_) => id,
        Named::SwitchedOff => return,
    };
    give(b, id, elastic, node);
}

fn give(b: &mut Builder<'_>, id: Id, elastic: Id, node: &Node) {
    let Named::Thing(thing) = b.named(node) else { return };
    let interface = b.primary_interface.get(&thing).copied().unwrap_or(thing);
    let address = b.elastic_ips.get(&elastic).copied();
    let fallback = b.network.name(thing).to_owned();
    let address = address.or_else(|| b.plan.public(&fallback));
    match b.network.interfaces.get_mut(&interface) {
        Some(it) => it.public_v4 = address,
        None => b.refuse(Code::ReferenceUnusable, id, node.place, fallback),
    }
}

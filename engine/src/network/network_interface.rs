//! `AWS::EC2::NetworkInterface` and `AWS::EC2::NetworkInterfaceAttachment`: where packets enter and leave a host.
//!
//! With source/destination check (the default) it drops packets that are not its own: an instance that forwards for others needs it
//! off. An interface that names no group wears the VPC's default group. One that no instance uses is a workload by itself.
//!
//! Refusals: `REQUIRED_PROPERTY_MISSING`, `PROPERTY_INVALID`, `REFERENCE_UNUSABLE`, `GROUP_IN_OTHER_VPC`, `CIDR_CONFLICT`.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::rc::Rc;

use super::address_plan::Planned;
use super::build::Builder;
use super::read::Named;
use super::{Id, Identity, Workload, WorkloadKind};
use crate::code::Code;
use crate::packet::{Addresses, Ranges};
use crate::template::{Node, Place, Resource};

/// A network interface.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interface {
    /// Its subnet.
    pub subnet: Id,
    /// Private IPv4 address, assumed where not written.
    pub v4: Option<Ipv4Addr>,
    /// IPv6 address, assumed where not written.
    pub v6: Option<Ipv6Addr>,
    /// Whether an address was assumed.
    pub assumed: bool,
    /// A public IPv4 address: an Elastic IP, or one given at launch. A stand-in value.
    pub public_v4: Option<Ipv4Addr>,
    /// Its security groups (the VPC's default group where none was named).
    pub groups: Vec<Id>,
    /// Source/destination check.
    pub source_dest_check: bool,
    /// Whose it is: a workload or an endpoint; the interface itself where it stands alone.
    pub owner: Id,
}

impl Interface {
    /// Its private addresses of both families.
    pub fn addresses(&self) -> Addresses {
        Addresses {
            v4: self.v4.map(|a| Ranges::one(a.to_bits())).unwrap_or_default(),
            v6: self.v6.map(|a| Ranges::one(a.to_bits())).unwrap_or_default(),
        }
    }
}

pub(super) fn read<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let Some(node) = b.required(id, resource, "SubnetId") else { return };
    let Some(subnet) = b.subnet(id, node) else { return };
    let planned = b.plan.private(&resource.id, 0);
    let wants_v6 = asks_for_v6(&resource.properties);
    let Some(interface) = b.interface(
        id,
        &Wanted {
            owner: id,
            subnet,
            planned,
            groups: resource.get("GroupSet"),
            source_dest_check: Builder::flag(resource, "SourceDestCheck", true),
            wants_v6,
            place: resource.place,
        },
    ) else {
        return;
    };
    b.network.interfaces.insert(id, interface);
    b.network.workloads.insert(
        id,
        Workload {
            kind: WorkloadKind::Interface,
            interfaces: vec![id],
            identity: Identity::Assumed,
            direct_internet_access: false,
            host: Rc::default(),
        },
    );
}

/// Attaches an interface to an instance, so that it is no workload of its own any more.
pub(super) fn read_attachment<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let interface = b.required_thing(id, resource, "NetworkInterfaceId", |n| &n.interfaces);
    let instance = b.required(id, resource, "InstanceId").map(|node| b.named(node));
    if let (Some(interface), Some(Named::Thing(instance))) = (interface, instance) {
        b.attach(instance, interface);
    }
}

/// Whether an interface as written asks for an IPv6 address.
pub(super) fn asks_for_v6(written: &Node) -> bool {
    let count = written.get("Ipv6AddressCount").and_then(Node::integer).unwrap_or(0);
    count > 0 || written.get("Ipv6Addresses").is_some_and(|node| !node.items().is_empty())
}

/// What an interface needs to be made.
pub(super) struct Wanted<'n> {
    pub(super) owner: Id,
    pub(super) subnet: Id,
    pub(super) planned: Planned,
    pub(super) groups: Option<&'n Node>,
    pub(super) source_dest_check: bool,
    pub(super) wants_v6: bool,
    pub(super) place: Place,
}

impl Builder<'_> {
    /// The subnet a node names; one outside the template becomes a subnet of which nothing is known.
    pub(super) fn subnet(&mut self, id: Id, node: &Node) -> Option<Id> {
        match self.one_of(id, node, |n| &n.subnets)? {
            Ok(subnet) => Some(subnet),
            Err(unknown) => super::subnet::outside(self, &unknown, node.place),
        }
    }

    /// An interface in a subnet, checked and with its addresses.
    pub(super) fn interface(&mut self, id: Id, wanted: &Wanted<'_>) -> Option<Interface> {
        let subnet = self.network.subnets.get(&wanted.subnet)?.clone();
        let groups = self.groups_of(id, wanted.groups, subnet.vpc);
        let v4 = wanted.planned.v4;
        if let Some(address) = v4
            && wanted.planned.written
            // A subnet without a range was refused already.
            && (subnet.v4.is_some() || subnet.v6.is_some())
            && !subnet.addresses().contains(IpAddr::V4(address))
        {
            let detail = format!("{address} / {}", self.network.name(wanted.subnet));
            self.refuse(Code::CidrConflict, id, wanted.place, detail);
        }
        Some(Interface {
            subnet: wanted.subnet,
            v4,
            v6: wanted.planned.v6.filter(|_| subnet.assign_v6 || wanted.wants_v6),
            assumed: !wanted.planned.written,
            public_v4: None,
            groups,
            source_dest_check: wanted.source_dest_check,
            owner: wanted.owner,
        })
    }

    /// Makes an interface an instance's.
    pub(super) fn attach(&mut self, instance: Id, interface: Id) {
        let Some(it) = self.network.interfaces.get_mut(&interface) else { return };
        if instance != interface && self.network.workloads.contains_key(&instance) {
            it.owner = instance;
            self.network.workloads.remove(&interface);
            self.primary_interface.entry(instance).or_insert(interface);
            if let Some(workload) = self.network.workloads.get_mut(&instance)
                && !workload.interfaces.contains(&interface)
            {
                workload.interfaces.push(interface);
            }
        }
    }
}

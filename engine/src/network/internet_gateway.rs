//! `AWS::EC2::InternetGateway` and `AWS::EC2::VPCGatewayAttachment`: the door to the internet.
//!
//! A packet leaves through it only from an interface with a public IPv4 address, which replaces the private one, or with an
//! IPv6 address, which is public by itself. It drops private destinations. Attached without a route to it, it does nothing (VPC
//! guide, internet gateways). An attachment may name a virtual private gateway instead, which is not modelled.
//!
//! Refusals: `REQUIRED_PROPERTY_MISSING`, `REFERENCE_UNUSABLE`.

use super::build::Builder;
use super::{Id, Network};
use crate::code::Code;
use crate::template::{Place, Resource, Unknown};

impl Network {
    /// The internet gateway attached to a VPC.
    pub fn internet_gateway_of(&self, vpc: Id) -> Option<Id> {
        self.internet_gateways.iter().find(|(_, attached)| **attached == Some(vpc)).map(|(id, _)| *id)
    }
}

pub(super) fn read<'a>(b: &mut Builder<'a>, id: Id, _resource: &'a Resource) {
    b.network.internet_gateways.insert(id, None);
}

/// An internet gateway that only a parameter or an import names: attached here, it works as any other.
pub(super) fn outside(b: &mut Builder<'_>, unknown: &Unknown, place: Place) -> Id {
    if let Some(gateway) = known_outside(b, unknown) {
        return gateway;
    }
    let gateway = b.outside(&unknown.what, "AWS::EC2::InternetGateway", place);
    b.network.internet_gateways.insert(gateway, None);
    gateway
}

/// The gateway outside that goes by this name.
pub(super) fn known_outside(b: &Builder<'_>, unknown: &Unknown) -> Option<Id> {
    let known = |id: &&Id| b.network.entity(**id).is_some_and(|e| e.implicit && *e.name == *unknown.what);
    b.network.internet_gateways.keys().find(known).copied()
}

pub(super) fn read_attachment<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let Some(vpc) = b.required_vpc(id, resource, "VpcId") else { return };
    let Some(node) = resource.get("InternetGatewayId") else {
        if resource.get("VpnGatewayId").is_none() {
            b.required(id, resource, "InternetGatewayId");
        }
        return;
    };
    let gateway = match b.one_of(id, node, |n| &n.internet_gateways) {
        Some(Ok(gateway)) => gateway,
        Some(Err(unknown)) => outside(b, &unknown, node.place),
        None => return,
    };
    if b.network.internet_gateways.get(&gateway).copied().flatten().is_some_and(|other| other != vpc)
        || b.network.internet_gateway_of(vpc).is_some_and(|other| other != gateway)
    {
        let detail: Box<str> = b.network.name(gateway).into();
        b.refuse(Code::ReferenceUnusable, id, node.place, detail);
        return;
    }
    b.network.internet_gateways.insert(gateway, Some(vpc));
}

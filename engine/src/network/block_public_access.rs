//! `AWS::EC2::VPCBlockPublicAccessOptions` and `AWS::EC2::VPCBlockPublicAccessExclusion`: one switch for account and region
//! that overrules every route.
//!
//! `block-bidirectional` stops internet gateways and egress-only gateways both ways, and so NAT gateways; `block-ingress` lets
//! NAT gateways and egress-only gateways work. Endpoints, peering and the resolver do not pass an internet gateway and are not touched.
//! Exclusions free a VPC or a subnet, both ways or outbound only (VPC guide, block public access).
//!
//! Refusals: `REQUIRED_PROPERTY_MISSING`, `PROPERTY_INVALID`, `REFERENCE_UNUSABLE`.

use litemap::LiteMap;

use super::Id;
use super::build::Builder;
use crate::code::Code;
use crate::template::{Node, Resource};

/// VPC block public access.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockPublicAccess {
    /// The resource.
    pub id: Id,
    /// Both directions (`block-bidirectional`), or inbound only.
    pub bidirectional: bool,
    /// Excluded VPCs and subnets, with whether the exclusion allows both directions.
    pub exclusions: LiteMap<Id, bool>,
}

pub(super) fn read<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let Some(node) = b.required(id, resource, "InternetGatewayBlockMode") else { return };
    let mode = node.text().unwrap_or_default();
    let bidirectional = match &*mode {
        "block-bidirectional" => true,
        "block-ingress" => false,
        "off" => return,
        _ => {
            if node.unknown().is_none() {
                b.refuse(Code::PropertyInvalid, id, node.place, mode);
            }
            return;
        }
    };
    b.network.block_public_access = Some(BlockPublicAccess { id, bidirectional, exclusions: LiteMap::new() });
}

pub(super) fn read_exclusion<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let excluded = if resource.get("SubnetId").is_some() {
        b.required_thing(id, resource, "SubnetId", |n| &n.subnets)
    } else {
        b.required_vpc(id, resource, "VpcId")
    };
    let both = resource
        .get("InternetGatewayExclusionMode")
        .and_then(Node::text)
        .is_none_or(|mode| mode != "allow-egress");
    if let (Some(block), Some(excluded)) = (&mut b.network.block_public_access, excluded) {
        block.exclusions.insert(excluded, both);
    }
}

//! `AWS::EC2::EgressOnlyInternetGateway`: out for IPv6, and answers back in.
//!
//! It carries IPv6 only and needs a route of its own (`::/0`). A check that looks at IPv4 alone misses it as a way out (VPC
//! guide, egress-only internet gateways). Connections from outside do not pass.
//!
//! Refusals: `REQUIRED_PROPERTY_MISSING`, `REFERENCE_UNUSABLE`.

use super::Id;
use super::build::Builder;
use crate::template::Resource;

pub(super) fn read<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    if let Some(vpc) = b.required_vpc(id, resource, "VpcId") {
        b.network.egress_only_gateways.insert(id, vpc);
    }
}

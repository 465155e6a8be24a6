//! `AWS::EC2::VPCCidrBlock`: one more range of a VPC, IPv4 or IPv6.
//!
//! Every table of the VPC gets a local route for it. The block that Amazon provides (`AmazonProvidedIpv6CidrBlock`) only
//! exists once deployed; the same stand-in is used as for `Fn::GetAtt Vpc.Ipv6CidrBlocks` in the template.
//!
//! Refusals: `REQUIRED_PROPERTY_MISSING`, `PROPERTY_INVALID`, `REFERENCE_UNUSABLE`.

use super::build::Builder;
use super::read::Range;
use super::{Id, vpc};
use crate::template::Resource;

pub(super) fn read<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let Some(vpc) = b.required_vpc(id, resource, "VpcId") else { return };
    if let Some(node) = resource.get("CidrBlock")
        && let Range::Known(net) = b.v4(id, node)
    {
        vpc::add_v4(b, vpc, net);
    }
    if let Some(node) = resource.get("Ipv6CidrBlock")
        && let Range::Known(net) = b.v6(id, node)
    {
        vpc::add_v6(b, vpc, net);
    }
    if Builder::flag(resource, "AmazonProvidedIpv6CidrBlock", false) {
        let name = b.network.name(vpc).to_owned();
        if let Ok(net) = b.stack.assumed_ipv6_block(&name).parse() {
            vpc::add_v6(b, vpc, net);
        }
    }
}

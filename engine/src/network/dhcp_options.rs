//! `AWS::EC2::DHCPOptions` and `AWS::EC2::VPCDHCPOptionsAssociation`: which name servers machines ask.
//!
//! Only Amazon's resolver knows the private names of endpoints. With other name servers what a name resolves to is not
//! known here (`PrivateLink` guide, private DNS).
//!
//! Refusals: `REQUIRED_PROPERTY_MISSING`, `REFERENCE_UNUSABLE`.

use super::Id;
use super::build::Builder;
use super::read::Named;
use crate::template::{Node, Resource};

pub(super) fn read<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let servers = resource.get("DomainNameServers").map_or(&[][..], Node::items);
    let amazon =
        |node: &Node| node.text().is_some_and(|t| t == "AmazonProvidedDNS" || t == "169.254.169.253");
    if !servers.is_empty() && !servers.iter().all(amazon) {
        b.other_name_servers.insert(id);
    }
}

pub(super) fn read_association<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let vpc = b.required_vpc(id, resource, "VpcId");
    let options = b.required(id, resource, "DhcpOptionsId");
    let (Some(vpc), Some(options)) = (vpc, options) else { return };
    let other = match b.named(options) {
        Named::Thing(options) => b.other_name_servers.contains(&options).then_some(options),
        Named::Unknown(unknown) if &*unknown.what == "default" => None,
        Named::Unknown(_) => Some(id),
        Named::SwitchedOff => None,
    };
    if let Some(vpc) = b.network.vpcs.get_mut(&vpc) {
        vpc.other_name_servers = other;
    }
}

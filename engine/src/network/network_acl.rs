//! `AWS::EC2::NetworkAcl` and `AWS::EC2::SubnetNetworkAclAssociation`: the stateless filter on a subnet's border.
//!
//! Entries are tried by number, the first match ends, what none matches is denied. It is checked only when a packet crosses the
//! subnet's border, and answers are checked like any packet: an answer goes to the port its request came from. It knows
//! addresses, never groups, prefix lists or names. It cannot block the VPC's resolver or the metadata service (VPC guide,
//! network ACLs). The default ACL allows all; one that is made starts with nothing but the final deny.
//!
//! Refusals: `REQUIRED_PROPERTY_MISSING`, `REFERENCE_UNUSABLE`.

use super::build::Builder;
use super::read::Named;
use super::{AclEntry, Id, vpc};
use crate::code::Code;
use crate::packet::{Addresses, Traffic};
use crate::template::{Node, Resource};

/// A network ACL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NetworkAcl {
    /// Its VPC.
    pub vpc: Id,
    /// Inbound entries by number; the final deny (`*`) is not listed.
    pub ingress: Vec<AclEntry>,
    /// Outbound entries by number.
    pub egress: Vec<AclEntry>,
}

pub(super) fn read<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    if let Some(vpc) = b.required_vpc(id, resource, "VpcId") {
        b.network.acls.insert(id, NetworkAcl { vpc, ingress: Vec::new(), egress: Vec::new() });
    }
}

/// The ACL a node names, also where it is the default one: `!GetAtt Vpc.DefaultNetworkAcl`. Of one that is not in the template
/// only the entries that the template adds are known.
pub(super) fn named(b: &mut Builder<'_>, id: Id, node: &Node) -> Option<Id> {
    if let Named::Thing(thing) = b.named(node)
        && let Some(vpc) = b.network.vpcs.get(&thing)
    {
        return Some(vpc.default_acl);
    }
    let unknown = match b.one_of(id, node, |n| &n.acls)? {
        Ok(acl) => return Some(acl),
        Err(unknown) => unknown,
    };
    let known = |id: &&Id| b.network.entity(**id).is_some_and(|e| e.implicit && *e.name == *unknown.what);
    if let Some(acl) = b.network.acls.keys().find(known) {
        return Some(*acl);
    }
    let vpc = match vpc::only_outside(b).or_else(|| b.only(|n| &n.vpcs)) {
        Some(vpc) => vpc,
        None => vpc::outside(b, &unknown, node.place),
    };
    let acl = b.outside(&unknown.what, "AWS::EC2::NetworkAcl", node.place);
    // One entry that may let anything through, or nothing, before all that are known.
    let entry = |allow| AclEntry {
        id: acl,
        place: node.place,
        number: 0,
        allow,
        traffic: Traffic::full(),
        addresses: Addresses::full(),
        text: unknown.what.clone(),
        unknown: Some(unknown.clone()),
    };
    let entries = || vec![entry(true), entry(false)];
    b.network.acls.insert(acl, NetworkAcl { vpc, ingress: entries(), egress: entries() });
    Some(acl)
}

pub(super) fn read_association<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let subnet = b.required(id, resource, "SubnetId").and_then(|node| b.subnet(id, node));
    let acl = b.required(id, resource, "NetworkAclId").and_then(|node| named(b, id, node));
    let (Some(subnet), Some(acl)) = (subnet, acl) else { return };
    let vpc = b.network.acls.get(&acl).map(|acl| acl.vpc);
    let name: Box<str> = b.network.name(acl).into();
    let outside = vpc.is_some_and(|vpc| vpc::is_outside(b, vpc));
    if !outside && b.network.subnets.get(&subnet).map(|s| s.vpc) != vpc {
        b.refuse(Code::ReferenceUnusable, id, resource.place, name);
    } else if let Some(subnet) = b.network.subnets.get_mut(&subnet) {
        subnet.acl = acl;
    }
}

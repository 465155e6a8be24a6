//! `AWS::EC2::NetworkAcl` and `AWS::EC2::SubnetNetworkAclAssociation`: the stateless filter on a subnet's border.
//!
//! Entries are tried by number, the first match ends, what none matches is denied. It is checked only when a packet crosses the
//! subnet's border, and answers are checked like any packet: an answer goes to the port its request came from. It knows
//! addresses, never groups, prefix lists or names. It cannot block the VPC's resolver or the metadata service (VPC guide,
//! network ACLs). The default ACL allows all; one that is made starts with nothing but the final deny.
//!
//! Refusals: `REQUIRED_PROPERTY_MISSING`, `REFERENCE_UNUSABLE`.

use super::build::Builder;
use super::{AclEntry, Id};
use crate::code::Code;
use crate::template::Resource;

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

pub(super) fn read_association<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let subnet = b.required_thing(id, resource, "SubnetId", |n| &n.subnets);
    let acl = b.required_thing(id, resource, "NetworkAclId", |n| &n.acls);
    let (Some(subnet), Some(acl)) = (subnet, acl) else { return };
    let vpc = b.network.acls.get(&acl).map(|acl| acl.vpc);
    let name: Box<str> = b.network.name(acl).into();
    if b.network.subnets.get(&subnet).map(|s| s.vpc) != vpc {
        b.refuse(Code::ReferenceUnusable, id, resource.place, name);
    } else if let Some(subnet) = b.network.subnets.get_mut(&subnet) {
        subnet.acl = acl;
    }
}

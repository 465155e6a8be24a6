//! `AWS::EC2::NetworkAclEntry`: one numbered rule of a network ACL.
//!
//! `Protocol` is a number (6, 17, 1, 58, -1 for all, which ignores ports); `Egress` is false by default; `RuleNumber` is 1–32766
//! and unique per direction. Numbers and booleans may be quoted (CloudFormation guide).
//!
//! Refusals: `REQUIRED_PROPERTY_MISSING`, `PROPERTY_INVALID`, `ACL_RULE_NUMBER_CONFLICT`.

use super::Id;
use super::build::Builder;
use super::read::{Named, Range};
use super::rule_traffic::{self, Ports};
use crate::code::Code;
use crate::packet::{Addresses, Traffic};
use crate::template::{Place, Resource, Unknown};

/// An ACL entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AclEntry {
    /// The `NetworkAclEntry`, or the ACL for a default entry.
    pub id: Id,
    /// Where it is written.
    pub place: Place,
    /// Rule number, 1–32766.
    pub number: u16,
    /// Allow or deny.
    pub allow: bool,
    /// Protocols and destination ports it matches.
    pub traffic: Traffic,
    /// Remote addresses it matches: the source of inbound, the destination of outbound packets.
    pub addresses: Addresses,
    /// The rule in technical notation: `100 allow tcp 443 151.101.0.0/16`.
    pub text: Box<str>,
    /// A part that is not known; `traffic` and `addresses` are then the widest it can be.
    pub unknown: Option<Unknown>,
}

pub(super) fn read<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let acl = acl(b, id, resource);
    let number = number(b, id, resource);
    let allow = allow(b, id, resource);
    let egress = Builder::flag(resource, "Egress", false);
    let protocol = b.required(id, resource, "Protocol");
    let (Some(acl), Some(number), Some(allow), Some(protocol)) = (acl, number, allow, protocol) else {
        return;
    };

    let ports = if let Some(range) = resource.get("PortRange") {
        Ports { from: range.get("From"), to: range.get("To") }
    } else if let Some(icmp) = resource.get("Icmp") {
        Ports { from: icmp.get("Type"), to: icmp.get("Code") }
    } else {
        Ports { from: None, to: None }
    };
    let Some(matched) = rule_traffic::read(b, id, protocol, ports) else { return };
    let Some((addresses, address_text, address_unknown)) = addresses(b, id, resource) else { return };
    let text = format!("{number} {} {} {address_text}", if allow { "allow" } else { "deny" }, matched.text);
    let entry = AclEntry {
        id,
        place: resource.place,
        number,
        allow,
        traffic: matched.traffic,
        addresses,
        text: text.into(),
        unknown: matched.unknown.or(address_unknown),
    };
    let Some(into) = b.network.acls.get_mut(&acl) else { return };
    let entries = if egress { &mut into.egress } else { &mut into.ingress };
    let at = entries.partition_point(|e| e.number < number);
    let taken = entries.get(at).is_some_and(|e| e.number == number);
    // Of two with the same number the first written is the one that exists.
    entries.insert(if taken { at + 1 } else { at }, entry);
    if taken {
        b.refuse(Code::AclRuleNumberConflict, id, resource.place, number.to_string());
    }
}

/// The ACL, also where it is the default one: `!GetAtt Vpc.DefaultNetworkAcl`.
fn acl<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) -> Option<Id> {
    let node = b.required(id, resource, "NetworkAclId")?;
    if let Named::Thing(thing) = b.named(node)
        && let Some(vpc) = b.network.vpcs.get(&thing)
    {
        return Some(vpc.default_acl);
    }
    b.required_thing(id, resource, "NetworkAclId", |n| &n.acls)
}

fn number<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) -> Option<u16> {
    let node = b.required(id, resource, "RuleNumber")?;
    let number = node.integer().and_then(|n| u16::try_from(n).ok()).filter(|n| (1..=32766).contains(n));
    if number.is_none() {
        let found: Box<str> = node.text().unwrap_or_default().into();
        b.refuse(Code::AclRuleNumberConflict, id, node.place, found);
    }
    number
}

fn allow<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) -> Option<bool> {
    let node = b.required(id, resource, "RuleAction")?;
    let text = node.text().unwrap_or_default();
    match &*text {
        "allow" => Some(true),
        "deny" => Some(false),
        _ => {
            b.refuse(Code::PropertyInvalid, id, node.place, text);
            None
        }
    }
}

fn addresses(
    b: &mut Builder<'_>,
    id: Id,
    resource: &Resource,
) -> Option<(Addresses, String, Option<Unknown>)> {
    let full_v4 = || Addresses { v6: crate::packet::Ranges::empty(), ..Addresses::full() };
    let full_v6 = || Addresses { v4: crate::packet::Ranges::empty(), ..Addresses::full() };
    if let Some(node) = resource.get("CidrBlock") {
        return match b.v4(id, node) {
            Range::Known(net) => Some((net.into(), net.to_string(), None)),
            Range::Unknown(unknown) => Some((full_v4(), unknown.what.to_string(), Some(unknown))),
            Range::Invalid => None,
        };
    }
    if let Some(node) = resource.get("Ipv6CidrBlock") {
        return match b.v6(id, node) {
            Range::Known(net) => Some((net.into(), net.to_string(), None)),
            Range::Unknown(unknown) => Some((full_v6(), unknown.what.to_string(), Some(unknown))),
            Range::Invalid => None,
        };
    }
    b.refuse(Code::RequiredPropertyMissing, id, resource.place, "CidrBlock");
    None
}

//! `AWS::EC2::NetworkAclEntry`: one numbered rule of a network ACL.
//!
//! `Protocol` is a number (6, 17, 1, 58, -1 for all, which ignores ports); `Egress` is false by default; `RuleNumber` is 1–32766
//! and unique per direction. Numbers and booleans may be quoted (CloudFormation guide).
//!
//! Refusals: `REQUIRED_PROPERTY_MISSING`, `PROPERTY_INVALID`, `ACL_RULE_NUMBER_CONFLICT`.

use super::build::Builder;
use super::read::Range;
use super::rule_traffic::{self, Ports};
use super::{Id, network_acl};
use crate::code::Code;
use crate::packet::{Addresses, Traffic};
use crate::template::{Node, Place, Resource, Unknown};

/// An ACL entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AclEntry {
    /// The `NetworkAclEntry`, or the ACL for a default entry.
    pub id: Id,
    /// Where it is written.
    pub place: Place,
    /// Rule number, 1–32766; 0 where it is not known, because it may stand before all others.
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
    let acl = b.required(id, resource, "NetworkAclId").and_then(|node| network_acl::named(b, id, node));
    let number = number(b, id, resource);
    let allow = allow(b, id, resource);
    let protocol = b.required(id, resource, "Protocol");
    let (Some(acl), Some(number), Some(allow), Some(protocol)) = (acl, number, allow, protocol) else {
        return;
    };
    let egress = resource.get("Egress");
    let egress_unknown = egress.and_then(Node::unknown).cloned();
    let egress = egress.and_then(Node::boolean).unwrap_or(false);

    let ports = if let Some(range) = resource.get("PortRange").filter(|range| range.unknown().is_some()) {
        Ports { from: Some(range), to: None }
    } else if let Some(range) = resource.get("PortRange") {
        Ports { from: range.get("From"), to: range.get("To") }
    } else if let Some(icmp) = resource.get("Icmp") {
        Ports { from: icmp.get("Type"), to: icmp.get("Code") }
    } else {
        Ports { from: None, to: None }
    };
    let Some(matched) = rule_traffic::read(b, id, protocol, ports) else { return };
    let Some((addresses, address_text, address_unknown)) = addresses(b, id, resource) else { return };
    let open = number.as_ref().err().or(allow.as_ref().err()).or(egress_unknown.as_ref()).cloned();
    let unknown = matched.unknown.clone().or(address_unknown).or(open);
    // What is not known in one way or the other counts both ways: an entry that may let through, and one that may refuse.
    let ways = allow.map_or_else(|_| vec![true, false], |allow| vec![allow]);
    let both = [egress, !egress];
    let directions =
        if egress_unknown.is_some() { both.as_slice() } else { both.get(..1).unwrap_or_default() };
    let shown = number.as_ref().map_or_else(|unknown| unknown.what.to_string(), u16::to_string);
    for (allow, egress) in
        ways.iter().flat_map(|allow| directions.iter().map(move |egress| (*allow, *egress)))
    {
        let effect = if allow { "allow" } else { "deny" };
        let entry = AclEntry {
            id,
            place: resource.place,
            number: number.as_ref().copied().unwrap_or(0),
            allow,
            traffic: matched.traffic.clone(),
            addresses: addresses.clone(),
            text: format!("{shown} {effect} {} {address_text}", matched.text).into(),
            unknown: unknown.clone(),
        };
        insert(b, acl, egress, entry);
    }
}

/// Puts an entry in its place. Of two with the same number the first written is the one that exists.
fn insert(b: &mut Builder<'_>, acl: Id, egress: bool, entry: AclEntry) {
    let AclEntry { id, place, number, .. } = entry;
    let Some(into) = b.network.acls.get_mut(&acl) else { return };
    let entries = if egress { &mut into.egress } else { &mut into.ingress };
    let at = entries.partition_point(|e| e.number <= number);
    let of_the_number = entries.get(..at).unwrap_or_default().iter().rev().take_while(|e| e.number == number);
    let taken = number > 0
        && entry.unknown.is_none()
        && of_the_number.clone().any(|e| e.id != id && e.unknown.is_none());
    entries.insert(at, entry);
    if taken {
        b.refuse(Code::AclRuleNumberConflict, id, place, number.to_string());
    }
}

/// The number, or what is not known of it: such an entry may stand before any other.
fn number<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) -> Option<Result<u16, Unknown>> {
    let node = b.required(id, resource, "RuleNumber")?;
    if let Some(unknown) = node.unknown() {
        return Some(Err(unknown.clone()));
    }
    let number = node.integer().and_then(|n| u16::try_from(n).ok()).filter(|n| (1..=32766).contains(n));
    if number.is_none() {
        let found: Box<str> = node.text().unwrap_or_default().into();
        b.refuse(Code::AclRuleNumberConflict, id, node.place, found);
    }
    number.map(Ok)
}

fn allow<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) -> Option<Result<bool, Unknown>> {
    let node = b.required(id, resource, "RuleAction")?;
    if let Some(unknown) = node.unknown() {
        return Some(Err(unknown.clone()));
    }
    let text = node.text().unwrap_or_default();
    match &*text {
        "allow" => Some(Ok(true)),
        "deny" => Some(Ok(false)),
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

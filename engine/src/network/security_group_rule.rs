//! `AWS::EC2::SecurityGroupIngress` and `AWS::EC2::SecurityGroupEgress`, and the same rules listed inside a group.
//!
//! The other end is a range, a prefix list, or a group: then the private addresses of the interfaces that wear it, also
//! those of an endpoint. A rule that names a group says nothing of packets whose source was rewritten on the way.
//!
//! Refusals: `REQUIRED_PROPERTY_MISSING`, `PROPERTY_INVALID`, `REFERENCE_UNUSABLE`.

use super::build::Builder;
use super::read::Range;
use super::rule_traffic::{self, Matched, Ports};
use super::{Id, prefix_list};
use crate::code::Code;
use crate::packet::{Addresses, Ranges, Traffic};
use crate::template::{Node, Place, Resource, Unknown};

/// A security group rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupRule {
    /// The group, or the `SecurityGroupIngress`/`Egress` resource.
    pub id: Id,
    /// Where it is written.
    pub place: Place,
    /// Protocols and destination ports it admits.
    pub traffic: Traffic,
    /// The other end it admits.
    pub peer: Peer,
    /// The rule in technical notation: `tcp 443 from NotebookGroup`.
    pub text: Box<str>,
    /// A part that is not known; `traffic` and `peer` are then the widest it can be.
    pub unknown: Option<Unknown>,
}

/// The other end of a security group rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Peer {
    /// Addresses: a range or a prefix list.
    Addresses(Addresses),
    /// Members of a group, by their private addresses.
    Group(Id),
}

/// Which way a rule looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Ingress,
    Egress,
}

pub(super) fn read_ingress<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    read_standalone(b, id, resource, Direction::Ingress);
}

pub(super) fn read_egress<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    read_standalone(b, id, resource, Direction::Egress);
}

fn read_standalone<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource, direction: Direction) {
    let Some(node) = resource.get("GroupId").or_else(|| resource.get("GroupName")) else {
        b.required(id, resource, "GroupId");
        return;
    };
    if let Some(Ok(group)) = b.group(id, node) {
        read_rule(b, group, id, &resource.properties, direction);
    }
}

/// Reads one rule into a group. `id` is the rule's own resource, or the group where it lists the rule itself.
pub(super) fn read_rule(b: &mut Builder<'_>, group: Id, id: Id, node: &Node, direction: Direction) {
    let place = if id == group { node.place } else { b.network.place(id) };
    let Some(protocol) = node.get("IpProtocol") else {
        b.refuse(Code::RequiredPropertyMissing, id, place, "IpProtocol");
        return;
    };
    let ports = Ports { from: node.get("FromPort"), to: node.get("ToPort") };
    let Some(matched) = rule_traffic::read(b, id, protocol, ports) else { return };
    let mut ends = 0;
    for end in ends_of(b, id, node, direction, &mut ends) {
        push(b, group, id, place, &matched, direction, end);
    }
    if ends == 0 {
        b.refuse(Code::RequiredPropertyMissing, id, place, "CidrIp");
    }
}

struct End {
    peer: Peer,
    text: String,
    unknown: Option<Unknown>,
}

/// The other ends a rule names; `found` counts them, also those that were refused.
fn ends_of(b: &mut Builder<'_>, id: Id, node: &Node, direction: Direction, found: &mut usize) -> Vec<End> {
    let (group_keys, list_key) = match direction {
        Direction::Ingress => (["SourceSecurityGroupId", "SourceSecurityGroupName"], "SourcePrefixListId"),
        Direction::Egress => (["DestinationSecurityGroupId", ""], "DestinationPrefixListId"),
    };
    let mut ends = Vec::new();
    let everything = |unknown: Unknown, addresses| End {
        peer: Peer::Addresses(addresses),
        text: unknown.what.to_string(),
        unknown: Some(unknown),
    };
    if let Some(cidr) = node.get("CidrIp") {
        *found += 1;
        match b.v4(id, cidr) {
            Range::Known(net) => {
                ends.push(End { peer: Peer::Addresses(net.into()), text: net.to_string(), unknown: None });
            }
            Range::Unknown(u) => {
                ends.push(everything(u, Addresses { v4: Ranges::full(), v6: Ranges::empty() }));
            }
            Range::Invalid => {}
        }
    }
    if let Some(cidr) = node.get("CidrIpv6") {
        *found += 1;
        match b.v6(id, cidr) {
            Range::Known(net) => {
                ends.push(End { peer: Peer::Addresses(net.into()), text: net.to_string(), unknown: None });
            }
            Range::Unknown(u) => {
                ends.push(everything(u, Addresses { v4: Ranges::empty(), v6: Ranges::full() }));
            }
            Range::Invalid => {}
        }
    }
    for other in group_keys.iter().filter_map(|key| node.get(key)) {
        *found += 1;
        match b.group(id, other) {
            Some(Ok(other)) => {
                let text = b.network.name(other).to_owned();
                ends.push(End { peer: Peer::Group(other), text, unknown: None });
            }
            Some(Err(unknown)) => ends.push(everything(unknown, Addresses::full())),
            None => {}
        }
    }
    if let Some(list) = node.get(list_key) {
        *found += 1;
        match prefix_list::named(b, id, list) {
            Some(Ok((name, prefixes))) => {
                let addresses = prefixes.into_iter().collect();
                ends.push(End { peer: Peer::Addresses(addresses), text: name.into(), unknown: None });
            }
            Some(Err(unknown)) => ends.push(everything(unknown, Addresses::full())),
            None => {}
        }
    }
    ends
}

fn push(
    b: &mut Builder<'_>,
    group: Id,
    id: Id,
    place: Place,
    matched: &Matched,
    direction: Direction,
    end: End,
) {
    let Some(group) = b.network.groups.get_mut(&group) else { return };
    let (rules, word) = match direction {
        Direction::Ingress => (&mut group.ingress, "from"),
        Direction::Egress => (&mut group.egress, "to"),
    };
    rules.push(GroupRule {
        id,
        place,
        traffic: matched.traffic.clone(),
        peer: end.peer,
        text: format!("{} {word} {}", matched.text, end.text).into(),
        unknown: matched.unknown.clone().or(end.unknown),
    });
}

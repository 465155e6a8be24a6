//! `AWS::EC2::SecurityGroup`: the stateful filter of a network interface.
//!
//! Rules only allow; those of all groups of an interface add up; answers to what was let through pass without a rule. A group made
//! by `CloudFormation` lets everything out unless it lists egress rules itself; a standalone `SecurityGroupEgress` does not take
//! that away (CloudFormation guide). It never filters packets to the VPC's resolver.
//!
//! Refusals: those of its rules; `REFERENCE_UNUSABLE`.

use super::build::Builder;
use super::read::Named;
use super::security_group_rule::{self, Direction};
use super::{GroupRule, Id, Interface, Network, Peer};
use crate::code::Code;
use crate::packet::Addresses;
use crate::packet::Traffic;
use crate::template::{Node, Place, Resource, Value};

/// A security group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecurityGroup {
    /// Its VPC.
    pub vpc: Option<Id>,
    /// Inbound rules.
    pub ingress: Vec<GroupRule>,
    /// Outbound rules; the allow-all that `CloudFormation` gives a group that lists none is one of them.
    pub egress: Vec<GroupRule>,
}

impl Network {
    /// The interfaces that wear a group.
    pub fn members(&self, group: Id) -> impl Iterator<Item = (Id, &Interface)> {
        self.interfaces.iter().filter(move |(_, i)| i.groups.contains(&group)).map(|(id, i)| (*id, i))
    }

    /// The private addresses of a group's members: what a rule that names the group admits.
    pub fn member_addresses(&self, group: Id) -> Addresses {
        self.members(group).fold(Addresses::empty(), |all, (_, i)| all.union(&i.addresses()))
    }
}

/// Makes every group before any rule is read, for rules name other groups.
pub(super) fn make<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    b.required(id, resource, "GroupDescription");
    let vpc = resource.get("VpcId").and_then(|node| b.vpc(id, node));
    b.network.groups.insert(id, SecurityGroup { vpc, ingress: Vec::new(), egress: Vec::new() });
}

/// Reads the rules a group lists itself.
pub(super) fn read<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    for node in resource.get("SecurityGroupIngress").map_or(&[][..], Node::items) {
        security_group_rule::read_rule(b, id, id, node, Direction::Ingress);
    }
    // An empty list counts as none: the default rule stays.
    let egress = resource.get("SecurityGroupEgress").map_or(&[][..], Node::items);
    for node in egress {
        security_group_rule::read_rule(b, id, id, node, Direction::Egress);
    }
    if egress.is_empty()
        && let Some(group) = b.network.groups.get_mut(&id)
    {
        group.egress.push(GroupRule {
            id,
            place: resource.place,
            traffic: Traffic::full(),
            peer: Peer::Addresses(Addresses::full()),
            text: "all to 0.0.0.0/0, ::/0".into(),
            unknown: None,
        });
    }
}

impl Builder<'_> {
    /// The group a node names: a group, or `!GetAtt Vpc.DefaultSecurityGroup`. `Err` where it is outside the template.
    pub(super) fn group(&mut self, id: Id, node: &Node) -> Option<Result<Id, crate::template::Unknown>> {
        if let Named::Thing(thing) = self.named(node)
            && let Some(vpc) = self.network.vpcs.get(&thing)
            && let Value::Reference(reference) = &node.value
            && reference.attribute.as_deref() == Some("DefaultSecurityGroup")
        {
            return Some(Ok(vpc.default_group));
        }
        self.one_of(id, node, |n| &n.groups)
    }

    /// The groups of an interface in this VPC: those listed, else the VPC's default group. A group that is not in the template
    /// becomes one of which nothing is known.
    pub(super) fn groups_of(&mut self, id: Id, list: Option<&Node>, vpc: Id) -> Vec<Id> {
        let mut groups = Vec::new();
        for node in list.map_or(&[][..], Node::items) {
            let group = match self.group(id, node) {
                Some(Ok(group)) => group,
                Some(Err(unknown)) => outside(self, vpc, &unknown, node.place),
                None => continue,
            };
            let at = self.network.groups.get(&group).and_then(|g| g.vpc);
            if at.is_some_and(|at| at != vpc) {
                let detail: Box<str> = self.network.name(group).into();
                self.refuse(Code::GroupInOtherVpc, id, node.place, detail);
            } else if !groups.contains(&group) {
                groups.push(group);
            }
        }
        if groups.is_empty()
            && let Some(vpc) = self.network.vpcs.get(&vpc)
        {
            groups.push(vpc.default_group);
        }
        groups
    }
}

/// A group that only a parameter or a literal id names: its rules are not known.
fn outside(b: &mut Builder<'_>, vpc: Id, unknown: &crate::template::Unknown, place: Place) -> Id {
    let known = b
        .network
        .groups
        .keys()
        .find(|id| b.network.entity(**id).is_some_and(|e| e.implicit && *e.name == *unknown.what));
    if let Some(id) = known {
        return *id;
    }
    let id = b.outside(&unknown.what, "AWS::EC2::SecurityGroup", place);
    let rule = || GroupRule {
        id,
        place,
        traffic: Traffic::full(),
        peer: Peer::Addresses(Addresses::full()),
        text: unknown.what.clone(),
        unknown: Some(unknown.clone()),
    };
    b.network
        .groups
        .insert(id, SecurityGroup { vpc: Some(vpc), ingress: vec![rule()], egress: vec![rule()] });
    id
}

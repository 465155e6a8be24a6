//! `AWS::IAM::Role`, `Policy`, `RolePolicy`, `ManagedPolicy` and `InstanceProfile`: who a workload is and what it may do.
//!
//! Inline policies, customer-managed policies and the policies of AWS that are known add up; what is attached by name only could
//! allow or deny more, and so makes answers unknown. A permissions boundary can only take away.
//!
//! Refusals: `REQUIRED_PROPERTY_MISSING`, `PROPERTY_INVALID` for a document that cannot be read, `REFERENCE_UNUSABLE`.

use super::build::Builder;
use super::read::Named;
use super::{Id, Identity};
use crate::code::Code;
use crate::policy::{self, Document};
use crate::template::{Node, Resource};

/// An IAM role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// Its ARN, with the placeholder of an unnamed role.
    pub arn: Box<str>,
    /// Identity policies: inline, attached customer-managed, known AWS-managed; with the resource that holds each.
    pub policies: Vec<(Id, Document)>,
    /// Attached policies whose content is not known (ARNs), which could allow or deny more.
    pub unknown_policies: Vec<Box<str>>,
}

/// `AWS::IAM::ManagedPolicy`, before roles attach it.
pub(super) fn read_managed_policy<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let Some(node) = b.required(id, resource, "PolicyDocument") else { return };
    if let Some(document) = b.document(id, node) {
        b.managed_policies.insert(id, document);
    }
}

pub(super) fn read<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    b.required(id, resource, "AssumeRolePolicyDocument");
    let arn = b.attribute(&resource.id, Some("Arn"));
    b.network.roles.insert(id, Role { arn, policies: Vec::new(), unknown_policies: Vec::new() });
    for policy in resource.get("Policies").map_or(&[][..], Node::items) {
        if let Some(unknown) = policy.unknown() {
            leave_unknown(b, id, unknown.what.clone());
            continue;
        }
        match policy.get("PolicyDocument") {
            Some(node) => hold(b, id, id, node),
            None => b.refuse(Code::RequiredPropertyMissing, id, policy.place, "PolicyDocument"),
        }
    }
    for node in resource.get("ManagedPolicyArns").map_or(&[][..], Node::items) {
        attach(b, id, node);
    }
    if let Some(node) = resource.get("PermissionsBoundary") {
        let what = b.text(node).unwrap_or_else(|| "?".into());
        leave_unknown(b, id, format!("PermissionsBoundary {what}"));
    }
}

/// `AWS::IAM::Policy` and `AWS::IAM::RolePolicy`: an inline policy written apart.
pub(super) fn read_policy<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let Some(node) = b.required(id, resource, "PolicyDocument") else { return };
    for role in named_roles(b, resource) {
        hold(b, role, id, node);
    }
}

/// The roles that a managed policy names itself.
pub(super) fn attach_managed_policy<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let Some(document) = b.managed_policies.get(&id).cloned() else { return };
    for role in named_roles(b, resource) {
        if let Some(role) = b.network.roles.get_mut(&role)
            && !role.policies.iter().any(|(held, _)| *held == id)
        {
            role.policies.push((id, document.clone()));
        }
    }
}

/// `AWS::IAM::InstanceProfile`.
pub(super) fn read_profile<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let role = resource.get("Roles").and_then(|roles| roles.items().first());
    let identity = match role {
        Some(node) => named_role(b, node).map_or(Identity::Assumed, Identity::Role),
        None => Identity::None,
    };
    b.profiles.insert(id, identity);
}

fn named_roles(b: &Builder<'_>, resource: &Resource) -> Vec<Id> {
    let single = resource.get("RoleName").into_iter();
    let many = resource.get("Roles").map_or(&[][..], Node::items).iter();
    many.chain(single).filter_map(|node| named_role(b, node)).collect()
}

/// A role by reference or by its name.
fn named_role(b: &Builder<'_>, node: &Node) -> Option<Id> {
    if let Named::Thing(thing) = b.named(node) {
        return b.network.roles.contains_key(&thing).then_some(thing);
    }
    let name = b.text(node)?;
    let ends = |(_, role): &(&Id, &Role)| role.arn.rsplit('/').next() == Some(&*name);
    b.network.roles.iter().find(ends).map(|(id, _)| *id)
}

fn hold(b: &mut Builder<'_>, role: Id, holder: Id, node: &Node) {
    if let Some(document) = b.document(holder, node) {
        if let Some(role) = b.network.roles.get_mut(&role) {
            role.policies.push((holder, document));
        }
    } else {
        let holder = b.network.name(holder).to_owned();
        leave_unknown(b, role, holder);
    }
}

fn attach(b: &mut Builder<'_>, id: Id, node: &Node) {
    if let Named::Thing(thing) = b.named(node)
        && let Some(document) = b.managed_policies.get(&thing).cloned()
    {
        if let Some(role) = b.network.roles.get_mut(&id) {
            role.policies.push((thing, document));
        }
        return;
    }
    let arn = match node.unknown() {
        Some(unknown) => unknown.what.to_string(),
        None => b.text(node).unwrap_or_default(),
    };
    match policy::aws_managed(&arn, node.place) {
        Some(document) => {
            if let Some(role) = b.network.roles.get_mut(&id) {
                role.policies.push((id, document.known));
            }
            if !document.complete {
                leave_unknown(b, id, arn);
            }
        }
        None => leave_unknown(b, id, arn),
    }
}

fn leave_unknown(b: &mut Builder<'_>, role: Id, what: impl Into<Box<str>>) {
    if let Some(role) = b.network.roles.get_mut(&role) {
        role.unknown_policies.push(what.into());
    }
}

impl Builder<'_> {
    /// A policy document; one that cannot be read is refused, one that is not known has one statement that could do anything.
    pub(super) fn document(&mut self, id: Id, node: &Node) -> Option<Document> {
        match Document::read(self.stack, node) {
            Ok(document) => Some(document),
            Err(error) => {
                self.refuse(Code::PropertyInvalid, id, error.place, error.what);
                None
            }
        }
    }
}

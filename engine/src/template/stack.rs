//! What a resolved stack answers about its references.

use std::borrow::Cow;

use super::{
    Node, Reference, Resource, Stack, Value,
    attributes::{Setting, Subject, assumed_ipv6_block},
};

/// How far names that are made of names are followed.
const MAX_NAMES: u8 = 8;

impl Stack {
    /// The resource with this id.
    pub fn resource(&self, id: &str) -> Option<&Resource> {
        self.resources.get(self.position(id)?).map(|resource| &**resource)
    }

    /// The place of the resource with this id among all.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.by_id.position(&self.resources, |resource| &*resource.id, id)
    }

    /// What a reference is as text, where the template says it: the bucket's name, the role's ARN … `None` where only the
    /// deployed stack knows.
    pub fn physical_name(&self, reference: &Reference) -> Option<String> {
        self.name_within(reference, MAX_NAMES)
    }

    /// The text that this value would be inside `Fn::Sub`: a reference is its physical name or, where the template does
    /// not say it, the placeholder `${LogicalId}` or `${LogicalId.Attribute}`. `None` for lists, maps, null and what is
    /// not known.
    pub fn text_of<'n>(&self, node: &'n Node) -> Option<Cow<'n, str>> {
        self.text_within(node, MAX_NAMES)
    }

    /// The `AWS::URLSuffix` of the partition.
    pub fn url_suffix(&self) -> &'static str {
        self.setting().url_suffix()
    }

    /// The IPv6 block assumed for a VPC with an Amazon-provided one, which only the deployed stack knows: a /56 of the
    /// documentation addresses (RFC 3849), by the VPC's number in written order.
    pub fn assumed_ipv6_block(&self, vpc: &str) -> String {
        let vpcs = self.resources.iter().filter(|resource| &*resource.kind == "AWS::EC2::VPC");
        assumed_ipv6_block(vpcs.take_while(|resource| &*resource.id != vpc).count() + 1)
    }

    fn setting(&self) -> Setting<'_> {
        Setting { region: &self.region, account: &self.account, partition: &self.partition }
    }

    fn name_within(&self, reference: &Reference, names: u8) -> Option<String> {
        let resource = self.resource(&reference.resource)?;
        let names = names.checked_sub(1)?;
        let property = |name: &str| {
            let node = resource.get(name)?;
            self.text_within(node, names).map(Cow::into_owned)
        };
        let subject =
            Subject { kind: &resource.kind, id: &resource.id, setting: self.setting(), property: &property };
        subject.text(reference.attribute.as_deref())
    }

    fn text_within<'n>(&self, node: &'n Node, names: u8) -> Option<Cow<'n, str>> {
        match &node.value {
            Value::Reference(reference) => {
                Some(Cow::Owned(self.name_within(reference, names).unwrap_or_else(|| {
                    Subject::placeholder(&reference.resource, reference.attribute.as_deref())
                })))
            }
            _ => node.text(),
        }
    }
}

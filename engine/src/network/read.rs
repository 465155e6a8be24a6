//! Reading properties: references to things of the model, ranges, text.

use litemap::LiteMap;

use ipnet::{Ipv4Net, Ipv6Net};

use super::build::Builder;
use super::{Id, Network};
use crate::code::Code;
use crate::template::{Node, Place, Reference, Resource, Unknown, UnknownWhy, Value, nearest};

/// What a property names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// A thing of the model.
    Thing(Id),
    /// A resource that is switched off.
    SwitchedOff,
    /// Something outside the template, or not known.
    Unknown(Unknown),
}

/// A range as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Range<T> {
    /// The canonical range: host bits cleared, as EC2 does.
    Known(T),
    /// Not known.
    Unknown(Unknown),
    /// Refused already.
    Invalid,
}

/// Shortest notation of why a literal id (`vpc-0123`) is not known.
pub(super) fn outside(what: &str) -> Unknown {
    Unknown { what: what.into(), why: UnknownWhy::LookedUpOutside }
}

impl<'a> Builder<'a> {
    /// The property, or a refusal where it is missing; where one is written that looks like it, the refusal is of that.
    pub(super) fn required(&mut self, id: Id, resource: &'a Resource, key: &str) -> Option<&'a Node> {
        let node = resource.get(key);
        if node.is_none() {
            let written = resource.properties.entries();
            let meant = nearest(key, written.iter().map(|(name, _)| &*name.text));
            let meant = written.iter().find(|(name, _)| Some(&*name.text) == meant);
            match meant {
                Some((name, _)) => {
                    let detail = [&name.text, " → ", key].concat();
                    self.refuse(Code::RequiredPropertyMissing, id, name.place, detail);
                }
                None => self.refuse(Code::RequiredPropertyMissing, id, resource.place, key),
            }
        }
        node
    }

    /// What a node names.
    pub(super) fn named(&self, node: &Node) -> Named {
        match &node.value {
            Value::Reference(Reference { resource, .. }) => match self.id(resource) {
                Some(id) => Named::Thing(id),
                None if self.is_switched_off(resource) => Named::SwitchedOff,
                None => Named::Unknown(outside(resource)),
            },
            Value::Unknown(unknown) => Named::Unknown(unknown.clone()),
            _ => Named::Unknown(outside(&node.text().unwrap_or_default())),
        }
    }

    /// The thing a node names, where it must be one of these. A thing of another type is refused; what is switched off was
    /// refused before.
    pub(super) fn one_of<T>(
        &mut self,
        id: Id,
        node: &Node,
        map: fn(&Network) -> &LiteMap<Id, T>,
    ) -> Option<Result<Id, Unknown>> {
        match self.named(node) {
            Named::Thing(thing) if map(&self.network).contains_key(&thing) => Some(Ok(thing)),
            Named::Thing(thing) => {
                let detail: Box<str> = self.network.name(thing).into();
                self.refuse(Code::ReferenceUnusable, id, node.place, detail);
                None
            }
            Named::SwitchedOff => None,
            Named::Unknown(unknown) => Some(Err(unknown)),
        }
    }

    /// The thing a required property names; `None` also where it is not known: what only a parameter or an import names was there
    /// before the template, and so is none of its own.
    pub(super) fn required_thing<T>(
        &mut self,
        id: Id,
        resource: &'a Resource,
        key: &str,
        map: fn(&Network) -> &LiteMap<Id, T>,
    ) -> Option<Id> {
        let node = self.required(id, resource, key)?;
        self.one_of(id, node, map)?.ok()
    }

    /// The only thing of its kind.
    pub(super) fn only<T>(&self, map: fn(&Network) -> &LiteMap<Id, T>) -> Option<Id> {
        let mut all = map(&self.network).keys();
        match (all.next(), all.next()) {
            (Some(id), None) => Some(*id),
            _ => None,
        }
    }

    /// The VPC a required property names. Of one that is not in the template nothing is known.
    pub(super) fn required_vpc(&mut self, id: Id, resource: &'a Resource, key: &str) -> Option<Id> {
        let node = self.required(id, resource, key)?;
        self.vpc(id, node)
    }

    /// The VPC a node names; see [`Self::required_vpc`].
    pub(super) fn vpc(&mut self, id: Id, node: &Node) -> Option<Id> {
        match self.one_of(id, node, |n| &n.vpcs)? {
            Ok(vpc) => Some(vpc),
            Err(unknown) => Some(super::vpc::outside(self, &unknown, node.place)),
        }
    }

    /// A node as text; a resource named alone is its physical name, or the placeholder of one.
    pub(super) fn text(&self, node: &Node) -> Option<String> {
        self.stack.text_of(node).map(std::borrow::Cow::into_owned)
    }

    /// A required property as text; where it is not known, what it is called.
    pub(super) fn required_text(&mut self, id: Id, resource: &'a Resource, key: &str) -> Option<Box<str>> {
        let node = self.required(id, resource, key)?;
        match node.unknown() {
            Some(unknown) => Some(unknown.what.clone()),
            None => self.text(node).map(Into::into),
        }
    }

    /// An IPv4 range.
    pub(super) fn v4(&mut self, id: Id, node: &Node) -> Range<Ipv4Net> {
        self.range(id, node, |text| match text.split_once('/') {
            Some(_) => text.parse::<Ipv4Net>().ok().map(|net| net.trunc()),
            None => None,
        })
    }

    /// An IPv6 range.
    pub(super) fn v6(&mut self, id: Id, node: &Node) -> Range<Ipv6Net> {
        self.range(id, node, |text| match text.split_once('/') {
            Some(_) => text.parse::<Ipv6Net>().ok().map(|net| net.trunc()),
            None => None,
        })
    }

    fn range<T>(&mut self, id: Id, node: &Node, parse: fn(&str) -> Option<T>) -> Range<T> {
        match &node.value {
            Value::Unknown(unknown) => return Range::Unknown(unknown.clone()),
            Value::Reference(reference) if self.stack.physical_name(reference).is_none() => {
                let what = self.text(node).unwrap_or_default().into();
                return Range::Unknown(Unknown { what, why: UnknownWhy::OnlyWhenDeployed });
            }
            _ => {}
        }
        let text = self.text(node).unwrap_or_default();
        if let Some(range) = parse(text.trim()) {
            return Range::Known(range);
        }
        self.refuse(Code::PropertyInvalid, id, node.place, text);
        Range::Invalid
    }

    /// An attribute of a resource as text (its ARN), or what `Ref` gives (its name); a placeholder where AWS makes it up.
    pub(super) fn attribute(&self, resource: &str, attribute: Option<&str>) -> Box<str> {
        let reference = Reference { resource: resource.into(), attribute: attribute.map(Into::into) };
        let node = Node { place: Place::default(), value: Value::Reference(reference) };
        self.text(&node).unwrap_or_default().into()
    }

    /// A boolean property with its default; what is not known counts as the default.
    pub(super) fn flag(resource: &Resource, key: &str, default: bool) -> bool {
        resource.get(key).and_then(Node::boolean).unwrap_or(default)
    }
}

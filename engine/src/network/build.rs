//! Building the model: every resource gets its id, then the readers run type by type, in the order of the registry.

use std::collections::BTreeSet;

use litemap::LiteMap;
use std::net::Ipv4Addr;
use std::rc::Rc;

use super::address_plan::Plan;
use super::circular::{self, Need};
use super::{
    Entity, Host, Id, Identity, Network, Refusal, Scripts, hosted_zone, not_modelled, peering, probe,
    registry, vpc_endpoint,
};
use crate::code::Code;
use crate::policy::Document;
use crate::template::{Node, Place, Resource, Stack, Unknown, Value};

/// The model while it is being built, with what the readers tell each other and the model does not keep.
pub(super) struct Builder<'a> {
    pub(super) stack: &'a Stack,
    pub(super) network: Network,
    /// Addresses set aside for every resource, also those switched off.
    pub(super) plan: Plan<'a>,
    /// Public address of each Elastic IP.
    pub(super) elastic_ips: LiteMap<Id, Ipv4Addr>,
    /// Who an instance profile makes an instance.
    pub(super) profiles: LiteMap<Id, Identity>,
    /// What a lifecycle configuration sets up.
    pub(super) hosts: LiteMap<Id, Rc<Host>>,
    /// Scripts read before.
    pub(super) scripts: &'a Scripts,
    /// Customer-managed policies, to be attached to roles.
    pub(super) managed_policies: LiteMap<Id, Document>,
    /// First interface of each instance, for routes and addresses that name the instance.
    pub(super) primary_interface: LiteMap<Id, Id>,
    /// Option sets whose name servers are not Amazon's.
    pub(super) other_name_servers: BTreeSet<Id>,
    /// VPCs that only a parameter or an import names, by what names them.
    pub(super) outside_vpcs: LiteMap<Box<str>, Id>,
    /// VPCs whose ranges are not known.
    pub(super) open_ranges: BTreeSet<Id>,
    /// Prefix lists with an entry that is not known.
    pub(super) open_lists: LiteMap<Id, Unknown>,
    /// The id of each resource of the stack that is built.
    ids: Vec<Option<Id>>,
}

/// Builds the model. Never fails: what cannot be built is a [`Refusal`], what is not known an
/// [`Unknown`], what is not modelled a [`NotModelled`](super::NotModelled).
pub fn build(stack: &Stack) -> Network {
    build_with(stack, &Scripts::default())
}

/// The same with start-up scripts that were read before.
pub fn build_with(stack: &Stack, scripts: &Scripts) -> Network {
    let mut b = Builder::new(stack, scripts);
    let resources: Vec<(Id, &Resource)> =
        stack.resources.iter().zip(&b.ids).filter_map(|(r, id)| Some(((*id)?, &**r))).collect();
    let mut needs = Vec::new();
    for (id, resource) in &resources {
        b.check_references(*id, &resource.properties, &mut needs);
        let named = resource.depends_on.iter().filter_map(|name| b.id(name));
        needs.extend(named.map(|to| (id.0, to.0)));
    }
    circular::check(&mut b, &resources, &needs);
    let mut by_kind: LiteMap<&str, Vec<(Id, &Resource)>> = LiteMap::new();
    for (id, resource) in &resources {
        by_kind.entry(&resource.kind).or_default().push((*id, resource));
    }
    for (kind, read) in registry::READERS {
        for (id, resource) in by_kind.get(kind).into_iter().flatten() {
            read(&mut b, *id, resource);
        }
    }
    let known: Vec<&str> = by_kind.keys().copied().filter(|kind| registry::is_known(kind)).collect();
    for (id, resource) in &resources {
        let is_known = known.binary_search(&&*resource.kind).is_ok();
        not_modelled::read(&mut b, *id, resource, is_known);
    }
    peering::check_overlaps(&mut b);
    vpc_endpoint::settle_private_dns(&mut b);
    hosted_zone::check_conflicts(&mut b);
    probe::add(&mut b);
    b.network
}

impl<'a> Builder<'a> {
    fn new(stack: &'a Stack, scripts: &'a Scripts) -> Self {
        let mut b = Builder {
            stack,
            network: Network {
                region: stack.region.clone(),
                account: stack.account.clone(),
                partition: stack.partition.clone(),
                ..Network::default()
            },
            plan: Plan::make(stack),
            elastic_ips: LiteMap::new(),
            profiles: LiteMap::new(),
            hosts: LiteMap::new(),
            scripts,
            managed_policies: LiteMap::new(),
            primary_interface: LiteMap::new(),
            other_name_servers: BTreeSet::new(),
            outside_vpcs: LiteMap::new(),
            open_ranges: BTreeSet::new(),
            open_lists: LiteMap::new(),
            ids: Vec::with_capacity(stack.resources.len()),
        };
        for resource in &stack.resources {
            let add =
                |b: &mut Self| b.add((&*resource.id).into(), resource.kind.clone(), resource.place, false);
            let id = resource.enabled.then(|| add(&mut b));
            b.ids.push(id);
        }
        b
    }

    fn add(&mut self, name: Rc<str>, kind: Rc<str>, place: Place, implicit: bool) -> Id {
        // More than 2^32 things do not fit a template.
        let id = Id(u32::try_from(self.network.entities.len()).unwrap_or(u32::MAX));
        self.network.entities.push(Entity { name, kind, place, implicit });
        id
    }

    /// A thing that AWS makes by itself, named `<owner>/<what>`.
    pub(super) fn implicit(&mut self, owner: Id, what: &str, kind: &str) -> Id {
        let name = format!("{}/{what}", self.network.name(owner));
        let place = self.network.place(owner);
        self.add(name.into(), kind.into(), place, true)
    }

    /// A thing that exists outside the template and is only named in it.
    pub(super) fn outside(&mut self, name: &str, kind: &str, place: Place) -> Id {
        self.add(name.into(), kind.into(), place, true)
    }

    /// Records why AWS would refuse.
    pub(super) fn refuse(&mut self, code: Code, id: Id, place: Place, detail: impl Into<Box<str>>) {
        let refusal = Refusal { code, id, place, detail: detail.into() };
        if !self.network.refusals.contains(&refusal) {
            self.network.refusals.push(refusal);
        }
    }

    /// The id of a resource that is built.
    pub(super) fn id(&self, resource: &str) -> Option<Id> {
        self.ids.get(self.stack.position(resource)?).copied().flatten()
    }

    /// Whether the resource is in the template and switched off.
    pub(super) fn is_switched_off(&self, resource: &str) -> bool {
        self.stack.resource(resource).is_some_and(|resource| !resource.enabled)
    }

    /// The resource as written.
    pub(super) fn resource(&self, name: &str) -> Option<&'a Resource> {
        self.stack.resource(name)
    }

    /// `CloudFormation` refuses a template in which a resource that is built names one whose condition is false.
    /// Of what is built it notes that it is needed.
    fn check_references(&mut self, id: Id, node: &Node, needs: &mut Vec<Need>) {
        match &node.value {
            Value::Reference(reference) => {
                let at = self.stack.position(&reference.resource);
                match at.and_then(|at| self.ids.get(at)) {
                    Some(Some(to)) => needs.push((id.0, to.0)),
                    Some(None) => self.refuse(Code::ReferenceUnusable, id, node.place, &*reference.resource),
                    None => {}
                }
            }
            Value::List(items) => {
                for item in items {
                    self.check_references(id, item, needs);
                }
            }
            Value::Map(entries) => {
                for (_, item) in entries {
                    self.check_references(id, item, needs);
                }
            }
            _ => {}
        }
    }
}

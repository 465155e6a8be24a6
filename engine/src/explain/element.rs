//! Rules, routes and associations: what can be taken out of a model one by one.

use super::notation::{group_rule, route};
use crate::network::{AclEntry, GroupRule, Id, Network, Route, Target};
use crate::template::Place;

/// A rule, route or association of the model.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Element {
    /// What it is.
    pub kind: ElementKind,
    /// The group, ACL, table or subnet it belongs to.
    pub of: Box<str>,
    /// The resource that wrote it; the same as `of` where it is listed there.
    pub resource: Box<str>,
    /// The rule in technical notation; for an association the table or ACL.
    pub text: Box<str>,
    /// Where it is written.
    pub place: Place,
}

/// The kinds of elements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ElementKind {
    /// A route of a table.
    Route,
    /// An inbound rule of a security group.
    GroupIngress,
    /// An outbound rule of a security group.
    GroupEgress,
    /// An inbound entry of a network ACL.
    AclIngress,
    /// An outbound entry of a network ACL.
    AclEgress,
    /// A subnet's own route table, in place of the main one.
    TableAssociation,
    /// A subnet's own network ACL, in place of the default one.
    AclAssociation,
}

/// Everything that can be taken away. Local routes cannot.
pub fn elements(network: &Network) -> Vec<Element> {
    let mut all = Vec::new();
    let name = |id: Id| Box::<str>::from(network.name(id));
    let mut add = |kind, of: Id, resource: Id, text: Box<str>, place| {
        all.push(Element { kind, of: name(of), resource: name(resource), text, place });
    };
    for (id, table) in &network.route_tables {
        for r in table.routes.iter().filter(|r| r.target != Target::Local) {
            add(ElementKind::Route, *id, r.id, route(network, r).into(), r.place);
        }
    }
    for (id, group) in &network.groups {
        for (kind, rules) in
            [(ElementKind::GroupIngress, &group.ingress), (ElementKind::GroupEgress, &group.egress)]
        {
            for rule in rules {
                add(kind, *id, rule.id, group_rule(rule), rule.place);
            }
        }
    }
    for (id, acl) in &network.acls {
        for (kind, entries) in
            [(ElementKind::AclIngress, &acl.ingress), (ElementKind::AclEgress, &acl.egress)]
        {
            for entry in entries {
                add(kind, *id, entry.id, entry.text.clone(), entry.place);
            }
        }
    }
    for (id, subnet) in &network.subnets {
        let Some(vpc) = network.vpcs.get(&subnet.vpc) else { continue };
        if subnet.route_table != vpc.main_table {
            let text = network.name(subnet.route_table).into();
            add(ElementKind::TableAssociation, *id, *id, text, network.place(*id));
        }
        if subnet.acl != vpc.default_acl {
            add(ElementKind::AclAssociation, *id, *id, network.name(subnet.acl).into(), network.place(*id));
        }
    }
    all
}

/// What was taken out of a model, to be put back.
pub(super) enum Taken {
    Route(Id, usize, Route),
    GroupIngress(Id, usize, GroupRule),
    GroupEgress(Id, usize, GroupRule),
    AclIngress(Id, usize, AclEntry),
    AclEgress(Id, usize, AclEntry),
    /// A subnet with the table it had.
    Table(Id, Id),
    /// A subnet with the ACL it had.
    Acl(Id, Id),
}

impl Taken {
    /// Puts it back where it was.
    pub(super) fn put_back(self, n: &mut Network) {
        match self {
            Self::Route(of, at, route) => put(n.route_tables.get_mut(&of).map(|t| &mut t.routes), at, route),
            Self::GroupIngress(of, at, rule) => put(n.groups.get_mut(&of).map(|g| &mut g.ingress), at, rule),
            Self::GroupEgress(of, at, rule) => put(n.groups.get_mut(&of).map(|g| &mut g.egress), at, rule),
            Self::AclIngress(of, at, entry) => put(n.acls.get_mut(&of).map(|a| &mut a.ingress), at, entry),
            Self::AclEgress(of, at, entry) => put(n.acls.get_mut(&of).map(|a| &mut a.egress), at, entry),
            Self::Table(of, table) => {
                n.subnets.get_mut(&of).into_iter().for_each(|subnet| subnet.route_table = table);
            }
            Self::Acl(of, acl) => n.subnets.get_mut(&of).into_iter().for_each(|subnet| subnet.acl = acl),
        }
    }
}

fn put<T>(list: Option<&mut Vec<T>>, at: usize, value: T) {
    if let Some(list) = list {
        list.insert(at.min(list.len()), value);
    }
}

/// Takes one out of a list.
fn pick<T>(list: &mut Vec<T>, at: usize) -> Option<T> {
    (at < list.len()).then(|| list.remove(at))
}

impl Element {
    /// Takes it out of the model; false where it is not there.
    pub(super) fn remove(&self, network: &mut Network) -> bool {
        self.take(network).is_some()
    }

    /// Takes it out of the model, so that it can be put back.
    pub(super) fn take(&self, n: &mut Network) -> Option<Taken> {
        let of = n.find(&self.of)?;
        let written = |id: Id, place: Place| place == self.place && *n.name(id) == *self.resource;
        let rule = |list: &[GroupRule]| {
            list.iter().position(|r| written(r.id, r.place) && group_rule(r) == self.text)
        };
        let entry =
            |list: &[AclEntry]| list.iter().position(|e| written(e.id, e.place) && e.text == self.text);
        Some(match self.kind {
            ElementKind::Route => {
                let meant = |r: &Route| {
                    written(r.id, r.place) && r.target != Target::Local && route(n, r) == *self.text
                };
                let at = n.route_tables.get(&of)?.routes.iter().position(meant)?;
                Taken::Route(of, at, pick(&mut n.route_tables.get_mut(&of)?.routes, at)?)
            }
            ElementKind::GroupIngress => {
                let at = rule(&n.groups.get(&of)?.ingress)?;
                Taken::GroupIngress(of, at, pick(&mut n.groups.get_mut(&of)?.ingress, at)?)
            }
            ElementKind::GroupEgress => {
                let at = rule(&n.groups.get(&of)?.egress)?;
                Taken::GroupEgress(of, at, pick(&mut n.groups.get_mut(&of)?.egress, at)?)
            }
            ElementKind::AclIngress => {
                let at = entry(&n.acls.get(&of)?.ingress)?;
                Taken::AclIngress(of, at, pick(&mut n.acls.get_mut(&of)?.ingress, at)?)
            }
            ElementKind::AclEgress => {
                let at = entry(&n.acls.get(&of)?.egress)?;
                Taken::AclEgress(of, at, pick(&mut n.acls.get_mut(&of)?.egress, at)?)
            }
            ElementKind::TableAssociation | ElementKind::AclAssociation => self.dissociate(n, of)?,
        })
    }

    fn dissociate(&self, n: &mut Network, of: Id) -> Option<Taken> {
        let vpc = n.vpcs.get(&n.subnets.get(&of)?.vpc)?;
        let (main, default) = (vpc.main_table, vpc.default_acl);
        let subnet = n.subnets.get_mut(&of)?;
        if self.kind == ElementKind::TableAssociation {
            let table = std::mem::replace(&mut subnet.route_table, main);
            (table != main).then_some(Taken::Table(of, table))
        } else {
            let acl = std::mem::replace(&mut subnet.acl, default);
            (acl != default).then_some(Taken::Acl(of, acl))
        }
    }
}

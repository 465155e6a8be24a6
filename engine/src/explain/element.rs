//! Rules, routes and associations: what can be taken out of a model one by one.

use super::notation::{group_rule, route};
use crate::network::{Id, Network, Target};
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

impl Element {
    /// Takes it out of the model; false where it is not there.
    pub(super) fn remove(&self, network: &mut Network) -> bool {
        let Some(of) = network.find(&self.of) else { return false };
        let found = |network: &Network, id: Id, place: Place| {
            place == self.place && *network.name(id) == *self.resource
        };
        let at = |network: &Network| -> Option<usize> {
            match self.kind {
                ElementKind::Route => network.route_tables.get(&of)?.routes.iter().position(|r| {
                    found(network, r.id, r.place)
                        && route(network, r) == *self.text
                        && r.target != Target::Local
                }),
                ElementKind::GroupIngress | ElementKind::GroupEgress => {
                    let group = network.groups.get(&of)?;
                    let rules =
                        if self.kind == ElementKind::GroupIngress { &group.ingress } else { &group.egress };
                    rules.iter().position(|r| found(network, r.id, r.place) && group_rule(r) == self.text)
                }
                ElementKind::AclIngress | ElementKind::AclEgress => {
                    let acl = network.acls.get(&of)?;
                    let entries =
                        if self.kind == ElementKind::AclIngress { &acl.ingress } else { &acl.egress };
                    entries.iter().position(|e| found(network, e.id, e.place) && e.text == self.text)
                }
                ElementKind::TableAssociation | ElementKind::AclAssociation => Some(0),
            }
        };
        let Some(at) = at(network) else { return false };
        match self.kind {
            ElementKind::Route => {
                network.route_tables.get_mut(&of).map(|table| table.routes.remove(at)).is_some()
            }
            ElementKind::GroupIngress => network.groups.get_mut(&of).map(|g| g.ingress.remove(at)).is_some(),
            ElementKind::GroupEgress => network.groups.get_mut(&of).map(|g| g.egress.remove(at)).is_some(),
            ElementKind::AclIngress => network.acls.get_mut(&of).map(|a| a.ingress.remove(at)).is_some(),
            ElementKind::AclEgress => network.acls.get_mut(&of).map(|a| a.egress.remove(at)).is_some(),
            ElementKind::TableAssociation | ElementKind::AclAssociation => self.dissociate(network, of),
        }
    }

    fn dissociate(&self, network: &mut Network, of: Id) -> bool {
        let vpc = network.subnets.get(&of).and_then(|subnet| network.vpcs.get(&subnet.vpc));
        let Some((main, default)) = vpc.map(|vpc| (vpc.main_table, vpc.default_acl)) else { return false };
        let Some(subnet) = network.subnets.get_mut(&of) else { return false };
        if self.kind == ElementKind::TableAssociation {
            std::mem::replace(&mut subnet.route_table, main) != main
        } else {
            std::mem::replace(&mut subnet.acl, default) != default
        }
    }
}

//! What a template declares, by name; known before any expression is read, so that names are bound while reading.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::{
    expression::{Pseudo, Target},
    raw::Raw,
};

/// The declared names of one template.
#[derive(Default)]
pub(super) struct Names {
    pub(super) parameters: BTreeMap<Rc<str>, usize>,
    pub(super) mappings: BTreeSet<Rc<str>>,
    pub(super) conditions: BTreeMap<Rc<str>, usize>,
    pub(super) resources: BTreeMap<Rc<str>, usize>,
    /// The resources' types, by index.
    pub(super) kinds: Vec<Box<str>>,
}

impl Names {
    /// Collects the names of the sections.
    pub(super) fn of(root: &Raw) -> Names {
        let section = |name: &str| root.get(name).and_then(Raw::map).unwrap_or_default();
        let index = |name: &str| -> BTreeMap<Rc<str>, usize> {
            section(name).iter().enumerate().map(|(at, (key, _))| (key.text.clone(), at)).collect()
        };
        Names {
            parameters: index("Parameters"),
            mappings: section("Mappings").iter().map(|(key, _)| key.text.clone()).collect(),
            conditions: index("Conditions"),
            resources: index("Resources"),
            kinds: section("Resources")
                .iter()
                .map(|(_, raw)| raw.get("Type").and_then(Raw::text).unwrap_or_default().into())
                .collect(),
        }
    }

    /// The parameter, pseudo parameter or resource of this name.
    pub(super) fn target(&self, name: &str) -> Option<Target> {
        let parameter = self.parameters.get(name).map(|at| Target::Parameter(*at));
        let pseudo = || Pseudo::ALL.into_iter().find(|p| p.name() == name).map(Target::Pseudo);
        let resource = || self.resources.get(name).map(|at| Target::Resource(*at));
        parameter.or_else(pseudo).or_else(resource)
    }

    /// Everything `Ref` may name.
    pub(super) fn targets(&self) -> impl Iterator<Item = &str> {
        let parameters = self.parameters.keys().map(|k| &**k);
        let resources = self.resources.keys().map(|k| &**k);
        parameters.chain(resources).chain(Pseudo::ALL.iter().map(|pseudo| pseudo.name()))
    }
}

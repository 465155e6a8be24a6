//! What things are called in sentences: a lesson's display name where it gives one, else the logical id.

use std::collections::BTreeMap;

use crate::network::{Id, Network, WorkloadKind};

/// A thing's name, before a language turns it into a noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name<'a> {
    /// The display name or logical id; of the owner where the thing is implicit.
    pub text: &'a str,
    /// Whether the text is a display name, which takes an article in English.
    pub display: bool,
    /// Whether it is a VPC endpoint: its short display name on a picture may leave the word out.
    pub endpoint: bool,
    /// What AWS made for the owner without being told.
    pub implicit: Option<Implicit>,
}

/// Things without a logical id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Implicit {
    /// A VPC's main route table.
    MainTable,
    /// A VPC's default network ACL.
    DefaultAcl,
    /// A VPC's default security group.
    DefaultGroup,
    /// The route table AWS makes for a regional NAT gateway.
    OwnTable,
    /// The place in a subnet from which a question is asked where no workload is in the template.
    Probe,
}

/// Gives names.
pub trait Naming {
    /// The name of a thing.
    fn name(&self, id: Id) -> Name<'_>;

    /// The name of what a model calls so, also of another state's model.
    fn called<'n>(&'n self, text: &'n str) -> Name<'n> {
        Name { text, display: false, endpoint: false, implicit: None }
    }
}

/// Names from a model and a lesson's display names by logical id.
#[derive(Clone, Copy, Debug)]
pub struct Names<'a> {
    network: &'a Network,
    display: Option<&'a BTreeMap<String, String>>,
}

impl<'a> Names<'a> {
    /// Logical ids only.
    pub fn logical(network: &'a Network) -> Self {
        Self { network, display: None }
    }

    /// Display names over logical ids.
    pub fn displayed(network: &'a Network, display: &'a BTreeMap<String, String>) -> Self {
        Self { network, display: Some(display) }
    }

    fn text(&self, id: &'a str) -> Name<'a> {
        match self.display.and_then(|names| names.get(id)) {
            Some(name) => Name { text: name, display: true, endpoint: false, implicit: None },
            None => Name { text: id, display: false, endpoint: false, implicit: None },
        }
    }
}

impl Naming for Names<'_> {
    fn name(&self, id: Id) -> Name<'_> {
        // An endpoint's or workload's interface is spoken of by its owner's name.
        if let Some(interface) = self.network.interfaces.get(&id)
            && interface.owner != id
        {
            return self.name(interface.owner);
        }
        let Some(entity) = self.network.entity(id) else { return self.text("?") };
        let Some((owner, _)) = entity.name.split_once('/') else {
            let endpoint = entity.kind.as_ref() == "AWS::EC2::VPCEndpoint";
            return Name { endpoint, ..self.text(&entity.name) };
        };
        let owner_kind = self.network.find(owner).and_then(|id| self.network.entity(id)).map(|e| &*e.kind);
        let probe = self.network.workloads.get(&id).is_some_and(|w| w.kind == WorkloadKind::Probe);
        let implicit = match &*entity.kind {
            _ if probe => Some(Implicit::Probe),
            "AWS::EC2::RouteTable" if owner_kind == Some("AWS::EC2::VPC") => Some(Implicit::MainTable),
            "AWS::EC2::RouteTable" => Some(Implicit::OwnTable),
            "AWS::EC2::NetworkAcl" => Some(Implicit::DefaultAcl),
            "AWS::EC2::SecurityGroup" => Some(Implicit::DefaultGroup),
            _ => None,
        };
        Name { implicit, ..self.text(owner) }
    }

    fn called<'n>(&'n self, text: &'n str) -> Name<'n> {
        if let Some(id) = self.network.find(text) {
            return self.name(id);
        }
        match self.display.and_then(|names| names.get(text)) {
            Some(name) => Name { text: name, display: true, endpoint: false, implicit: None },
            None => Name { text, display: false, endpoint: false, implicit: None },
        }
    }
}

//! What runs and may send packets, and who it is to AWS.

use std::rc::Rc;

use super::build::Builder;
use super::read::Named;
use super::{Host, Id, Network};
use crate::template::Node;

/// Something that runs and may send packets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workload {
    /// What it is.
    pub kind: WorkloadKind,
    /// Its interfaces in the customer's subnets; empty for a notebook without a subnet.
    pub interfaces: Vec<Id>,
    /// Who it is to AWS.
    pub identity: Identity,
    /// Direct internet access of a notebook, a Studio domain or a model, through an interface that SageMaker manages.
    pub direct_internet_access: bool,
    /// What its start-up script sets up.
    pub host: Rc<Host>,
}

/// The kinds of workloads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WorkloadKind {
    /// `AWS::SageMaker::NotebookInstance`.
    Notebook,
    /// `AWS::EC2::Instance`.
    Instance,
    /// A stand-alone `AWS::EC2::NetworkInterface`.
    Interface,
    /// `AWS::Lambda::Function` in a VPC.
    Function,
    /// `AWS::SageMaker::Domain`: Studio.
    Domain,
    /// `AWS::SageMaker::Model`: the containers of an endpoint.
    Model,
    /// `AWS::SageMaker::ProcessingJob`.
    Job,
    /// No workload is in the template: a probe that stands in a subnet, with the groups nothing else wears.
    Probe,
}

/// Who a workload is to AWS.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Identity {
    /// A role of the template.
    Role(Id),
    /// No role: no credentials.
    None,
    /// A role outside the template, or the source is a probe.
    Assumed,
}

impl Network {
    /// The VPC a workload stands in.
    pub fn vpc_of_workload(&self, workload: Id) -> Option<Id> {
        let first = self.workloads.get(&workload)?.interfaces.first()?;
        self.vpc_of(*first)
    }
}

impl Builder<'_> {
    /// The role a node names, by reference or by ARN.
    pub(super) fn role_of(&self, node: &Node) -> Identity {
        match self.named(node) {
            Named::Thing(thing) if self.network.roles.contains_key(&thing) => Identity::Role(thing),
            Named::SwitchedOff => Identity::None,
            Named::Thing(_) | Named::Unknown(_) => {
                let text = self.text(node);
                let named = |(_, role): &(&Id, &super::Role)| Some(&*role.arn) == text.as_deref();
                self.network.roles.iter().find(named).map_or(Identity::Assumed, |(id, _)| Identity::Role(*id))
            }
        }
    }
}

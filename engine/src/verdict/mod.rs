//! What must hold: requirements, verdicts, and the evidence they carry.

use std::net::IpAddr;

use crate::journey::{Finding, Partial, Step};
use crate::network::{Id, Network, NotModelled};
use crate::packet::Protocol;

/// What must hold for a workload.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Requirement {
    /// `isolated`.
    Isolated,
    /// `install:pypi`, `install:npm`, `install:maven`.
    Install(Ecosystem),
    /// `read:s3`, `read:dynamodb`.
    Read(Store),
    /// `call:<service>`: `call:sagemaker.api`.
    Call(Box<str>),
    /// `reach:<logical id or address>:<tcp|udp|icmp>/<port>`.
    Reach {
        /// Logical id or address.
        destination: Box<str>,
        /// Protocol.
        protocol: Protocol,
        /// Port, or ICMP type.
        port: u16,
    },
}

/// A package ecosystem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ecosystem {
    /// Python.
    Pypi,
    /// JavaScript.
    Npm,
    /// Java.
    Maven,
}

/// A data store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Store {
    /// The template's own bucket.
    S3,
    /// The template's own table.
    DynamoDb,
}

/// The answer to a requirement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// It holds.
    Holds,
    /// It does not.
    Fails,
    /// It holds for some of the packets asked about.
    Partial,
    /// Something not modelled or not resolved could change it.
    Unknown,
    /// AWS would refuse the template.
    Undeployable,
}

/// A packet that proves a verdict: one that leaks, or one that fails or works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witness {
    /// Source address as sent.
    pub source: IpAddr,
    /// Destination address.
    pub destination: IpAddr,
    /// Protocol.
    pub protocol: Protocol,
    /// Source port (TCP, UDP).
    pub source_port: Option<u16>,
    /// Destination port (TCP, UDP).
    pub destination_port: Option<u16>,
}

/// One requirement answered for one workload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What was asked.
    pub requirement: Requirement,
    /// The verdict.
    pub verdict: Verdict,
    /// What decided, first things first. Never empty.
    pub findings: Vec<Finding>,
    /// What is told and does not decide.
    pub notes: Vec<Finding>,
    /// The whole journey.
    pub steps: Vec<Step>,
    /// A packet for every leak, and for what is partial.
    pub witness: Option<Witness>,
    /// What works, where the verdict is partial.
    pub partial: Option<Partial>,
}

/// All answers for one workload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceReport {
    /// The workload.
    pub source: Id,
    /// The answers, in the order asked.
    pub answers: Vec<Answer>,
}

/// Everything judged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// By workload.
    pub sources: Vec<SourceReport>,
    /// What is not modelled, with the requirements it could have changed.
    pub not_modelled: Vec<(NotModelled, Vec<Requirement>)>,
}

/// Judges these requirements for these workloads.
pub fn judge(_network: &Network, _sources: &[Id], _requirements: &[Requirement]) -> Report {
    Report::default()
}

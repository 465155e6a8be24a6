//! What must hold: requirements, verdicts, and the evidence they carry.

pub(crate) mod json;
mod judge;
mod requirement;

pub use judge::judge;
pub use requirement::{FORMS, NoSuchRequirement};

pub use crate::journey::{Ecosystem, Partial, Store, Witness};

use crate::journey::{Finding, Step};
use crate::network::{Id, NotModelled};
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

impl Verdict {
    /// Every verdict.
    pub const ALL: [Verdict; 5] =
        [Verdict::Holds, Verdict::Fails, Verdict::Partial, Verdict::Unknown, Verdict::Undeployable];

    /// The verdict's name on the wire and in lesson files.
    pub fn as_str(self) -> &'static str {
        match self {
            Verdict::Holds => "holds",
            Verdict::Fails => "fails",
            Verdict::Partial => "partial",
            Verdict::Unknown => "unknown",
            Verdict::Undeployable => "undeployable",
        }
    }
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

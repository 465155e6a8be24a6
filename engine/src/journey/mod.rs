//! What a person tries, each a chain of steps over names, network, identity and application. One file per journey.

mod assumed;
mod call;
mod course;
mod crossing;
mod filter;
mod host_firewall;
mod install;
mod leave;
mod name;
mod notation;
mod permission;
mod reach;
mod read;
mod remains;
mod request;
mod traveller;
mod visit;

use std::fmt;
use std::net::IpAddr;

pub use name::public_addresses;
pub use reach::destinations;

use crate::code::Code;
use crate::network::{Id, Network};
use crate::packet::{Flows, Protocol, Ranges};
use crate::reach::{Compared, Hop};
use crate::template::Place;

/// The kind of gate a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gate {
    /// What a name resolves to.
    Name,
    /// Whether packets get there and back.
    Network,
    /// Whether the call is allowed.
    Policy,
    /// What the program at either end does.
    Application,
}

/// One step of a journey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The kind of gate.
    pub gate: Gate,
    /// What the step found, in one code with its arguments.
    pub finding: Finding,
    /// How it went.
    pub outcome: Outcome,
    /// The hops of a network step, there and back.
    pub hops: Vec<Hop>,
}

/// How a step, and so a journey, went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It works.
    Works,
    /// It does not.
    Fails,
    /// It works for a part of what was asked.
    Partial(Partial),
    /// Something not known could change it; the finding says what.
    Unknown,
}

/// The part that works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partial {
    /// Destinations and traffic that work.
    pub works: Flows,
    /// Source ports that work.
    pub source_ports: Ranges<u16>,
    /// The names of resources that work, where a policy picks them (`arn:aws:s3:::studio-data/*`).
    pub resources: Vec<Box<str>>,
}

/// Something found, with its arguments. No sentences: `words` makes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What.
    pub code: Code,
    /// The thing that decided.
    pub resource: Option<Id>,
    /// Where it is written.
    pub place: Option<Place>,
    /// What was held against what.
    pub compared: Compared,
    /// A host name, address, service, action or package the sentence speaks of.
    pub subject: Box<str>,
}

/// A journey told from end to end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Journey {
    /// How it went.
    pub outcome: Outcome,
    /// Every step taken, in order.
    pub steps: Vec<Step>,
    /// What decided, first things first; the first one's code is the reason. Never empty.
    pub findings: Vec<Finding>,
    /// What is told and does not decide.
    pub notes: Vec<Finding>,
    /// A packet that proves it: one that leaks, or where the outcome is partial one that works.
    pub witness: Option<Witness>,
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

impl fmt::Display for Witness {
    /// `tcp 10.0.1.10:32768 → 8.8.8.8:443`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&notation::of(self))
    }
}

/// What a workload tries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Errand<'a> {
    /// Send anything out of the VPC to the internet. Works where nothing leaves.
    Leave,
    /// Install a public package.
    Install(Ecosystem),
    /// Read the template's own data.
    Read(Store),
    /// Call a service, by its short name.
    Call(&'a str),
    /// Reach a thing or an address.
    Reach(&'a str, Protocol, u16),
}

/// Sends `source` on an errand; `None` where it is no workload.
pub fn travel(network: &Network, source: Id, errand: Errand<'_>) -> Option<Journey> {
    let t = traveller::Traveller::new(network, source)?;
    Some(match errand {
        Errand::Leave => leave::leave(&t),
        Errand::Install(ecosystem) => install::install(&t, ecosystem),
        Errand::Read(store) => read::read(&t, store),
        Errand::Call(service) => call::call(&t, service),
        Errand::Reach(destination, protocol, port) => reach::reach(&t, destination, protocol, port),
    })
}

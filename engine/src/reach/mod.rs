//! Where packets go: hop by hop from a network interface, and back again.
//!
//! The walk carries a set of packets ([`Flows`]: remote address and traffic) through every filter and table and splits it
//! where they differ, so its answer is exact. Every hop records the rule that decided and what it was compared with;
//! everything above (verdicts, sentences, the line on the picture) is read off that record.

use std::net::IpAddr;

use crate::code::Code;
use crate::network::{Id, Network};
use crate::packet::{Addresses, Flows, Ranges, Traffic};
use crate::template::{Place, Unknown};

/// How rules that are partly unknown are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assume {
    /// At their narrowest: what passes then passes certainly.
    Narrowest,
    /// At their widest: what is stopped then is stopped certainly.
    Widest,
}

/// Ports a client may use as its source, Linux's default range: 32768–60999.
pub const EPHEMERAL: (u16, u16) = (32768, 60999);

/// One decision on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hop {
    /// What was decided.
    pub code: Code,
    /// What decided: the group, ACL, route table, gateway, endpoint, interface …
    pub by: Id,
    /// The component of the picture where it happens: a workload, endpoint, gateway, or the subnet whose border is crossed.
    pub at: Id,
    /// The rule's own resource and place: an ACL entry, a route, a group rule.
    pub rule: Option<(Id, Place)>,
    /// What was held against what, in technical notation.
    pub compared: Compared,
    /// Whether this is on the way back.
    pub reply: bool,
}

impl Hop {
    /// Where to point a reader: the rule's place, else the place of what decided.
    pub fn place(&self, network: &Network) -> Place {
        self.rule.map_or_else(|| network.place(self.by), |(_, place)| place)
    }
}

/// A rule held against packets, both in technical notation that needs no translation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compared {
    /// `100 allow tcp 443 151.101.0.0/16`, `0.0.0.0/0 → NatGateway`; empty where no rule matched.
    pub rule: Box<str>,
    /// `tcp 10.0.1.10 → 151.101.0.223:443`.
    pub packet: Box<str>,
}

/// Packets that went the same way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch {
    /// The packets, as sent: destination addresses and traffic.
    pub flows: Flows,
    /// Source address as it is at the end of the branch (rewritten by NAT); one per family asked about.
    pub source: Option<IpAddr>,
    /// Every decision, in order; where the branch is blocked the last one is the blocker.
    pub hops: Vec<Hop>,
    /// How it ends.
    pub end: End,
}

/// How a branch ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// At a network interface, past its groups.
    Interface(Id),
    /// At an AWS service behind a gateway endpoint.
    GatewayEndpoint(Id),
    /// Outside, through this internet gateway or egress-only internet gateway.
    Internet(Id),
    /// Stopped; the last hop says by what.
    Blocked,
    /// At something whose behaviour is not known.
    Unknown(Option<Unknown>),
}

/// All branches of a walk; their flows are disjoint and together are what was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Walk {
    /// The branches.
    pub branches: Vec<Branch>,
}

/// What comes back of one branch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// Source ports of the sender at which the answer arrives (TCP, UDP); full for protocols without ports.
    pub ports: Ranges<u16>,
    /// The way back; where `ports` is empty the last hop is the blocker.
    pub hops: Vec<Hop>,
}

/// A connection that works, or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Connection {
    /// The way there.
    pub branch: Branch,
    /// The way back; `None` where the way there is blocked or nothing needs to come back.
    pub reply: Option<Reply>,
}

/// Sends packets from an interface: every address of its own as source, these destinations, this traffic.
pub fn send(_network: &Network, _from: Id, _flows: &Flows, _assume: Assume) -> Walk {
    Walk::default()
}

/// Sends packets and follows the answers back, asking about these source ports.
pub fn connect(
    _network: &Network,
    _from: Id,
    _to: &Addresses,
    _traffic: &Traffic,
    _source_ports: &Ranges<u16>,
    _assume: Assume,
) -> Vec<Connection> {
    Vec::new()
}

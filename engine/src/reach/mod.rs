//! Where packets go: hop by hop from a network interface, and back again.
//!
//! The walk carries a set of packets ([`Flows`]: remote address and traffic) through every filter and table and splits it
//! where they differ, so its answer is exact. Every hop records the rule that decided and what it was compared with;
//! everything above (verdicts, sentences, the line on the picture) is read off that record.

mod answer;
mod branch;
mod endpoint;
mod filter;
mod gateway;
mod leave;
mod local;
mod nat;
mod notation;
mod peering;
mod reply;
mod route;
mod state;
mod walk;

pub use self::branch::Branch;
use self::walk::Walker;
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

/// Ports a NAT gateway chooses its own source ports from. Source: VPC user guide, NAT gateways.
pub const NAT_PORTS: (u16, u16) = (1024, 65535);

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

/// How a branch ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// At a network interface, past its groups.
    Interface(Id),
    /// At an AWS service behind a gateway endpoint.
    GatewayEndpoint(Id),
    /// At the resolver of this VPC.
    Resolver(Id),
    /// Outside, through this internet gateway or egress-only internet gateway.
    Internet(Id),
    /// Stopped; the last hop says by what.
    Blocked,
    /// At something whose behaviour is not known.
    Unknown(Option<Unknown>),
}

/// All branches of a walk; their flows are disjoint and together are what was sent.
#[derive(Clone, Debug)]
pub struct Walk<'n> {
    /// The branches.
    pub branches: Vec<Branch<'n>>,
    /// Whether nothing that is not known had a part: under the other assumption the branches are the same.
    pub certain: bool,
}

/// What comes back of one branch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// Source ports of the sender, of those asked about, at which the answer arrives (TCP, UDP); full for protocols without
    /// ports. Behind a NAT gateway: at which it arrives for some port the gateway may choose.
    pub ports: Ranges<u16>,
    /// Where the way leads over NAT gateways: of the ports such a gateway chooses from ([`NAT_PORTS`]), those through which
    /// the answer arrives. Where some are missing only a part of the connections works, whatever the sender does.
    pub nat_ports: Option<Ranges<u16>>,
    /// The way back; where `ports` is empty the last hop is the blocker.
    pub hops: Vec<Hop>,
    /// What stops the answer at the other ports asked about, or at the other NAT ports.
    pub cuts: Vec<Hop>,
}

/// A connection that works, or not.
#[derive(Clone, Debug)]
pub struct Connection<'n> {
    /// The way there.
    pub branch: Branch<'n>,
    /// The way back; `None` where the way there is blocked or nothing needs to come back.
    pub reply: Option<Reply>,
}

/// All connections of a walk there and back.
#[derive(Clone, Debug)]
pub struct Connections<'n> {
    /// The connections; their flows are disjoint and together are what was asked about.
    pub all: Vec<Connection<'n>>,
    /// Whether nothing that is not known had a part: under the other assumption the connections are the same.
    pub certain: bool,
}

/// Sends packets from an interface: every address of its own as source, these destinations, this traffic.
pub fn send<'n>(network: &'n Network, from: Id, flows: &Flows, assume: Assume) -> Walk<'n> {
    branches(Walker::walk(network, from, flows, assume, None))
}

/// The same where one group, ACL or block of public access lets everything through.
pub fn send_with_open<'n>(
    network: &'n Network,
    from: Id,
    flows: &Flows,
    assume: Assume,
    filter: Id,
) -> Walk<'n> {
    branches(Walker::walk(network, from, flows, assume, Some(filter)))
}

fn branches(walked: Walker<'_>) -> Walk<'_> {
    let Walker { network, assume, certain, ways, .. } = walked;
    Walk { branches: ways.into_iter().map(|way| Branch::new(network, assume, way)).collect(), certain }
}

/// Sends packets and follows the answers back, asking about these source ports. TCP, UDP and echo requests want an answer;
/// of other protocols nothing is known, so their connections have no reply.
pub fn connect<'n>(
    network: &'n Network,
    from: Id,
    to: &Addresses,
    traffic: &Traffic,
    source_ports: &Ranges<u16>,
    assume: Assume,
) -> Connections<'n> {
    let flows = Flows::product(to.clone(), traffic.clone());
    let Walker { mut certain, ways, .. } = Walker::walk(network, from, &flows, assume, None);
    let back = |way| reply::connections(network, assume, way, source_ports, &mut certain);
    Connections { all: ways.into_iter().flat_map(back).collect(), certain }
}

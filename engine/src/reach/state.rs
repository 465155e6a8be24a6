//! A set of packets on its way, and what is noted of it.

use std::net::{IpAddr, Ipv4Addr};

use super::End;
use super::filter::{Direction, Remote};
use crate::code::Code;
use crate::network::{AclEntry, Id, Interface, Route};
use crate::packet::{Addresses, Flows};

/// A decision, not yet put into words: [`super::notation`] does that for the ways that are kept.
#[derive(Clone, Copy, Debug)]
pub(super) struct Note<'a> {
    pub(super) code: Code,
    pub(super) by: Id,
    pub(super) at: Id,
    pub(super) rule: Rule<'a>,
    /// Source address as seen here.
    pub(super) source: Option<IpAddr>,
}

/// Where the rule of a note is found.
#[derive(Clone, Copy, Debug)]
pub(super) enum Rule<'a> {
    /// There is none.
    None,
    /// The group rule that admits the packet shown; `by` is then its group.
    Groups { interface: &'a Interface, vpc: Id, direction: Direction, remote: Remote<'a> },
    /// The ACL entry that decides the packet shown.
    Acl { direction: Direction, remote: Remote<'a> },
    /// This ACL entry, or the final `*`.
    Entry(Option<&'a AclEntry>),
    /// This route.
    Route(&'a Route),
    /// The source address was rewritten, from this to that.
    Rewrite(Option<IpAddr>, Option<IpAddr>),
}

/// What an answer meets, in the order of the way there.
#[derive(Clone, Copy, Debug)]
pub(super) enum Stage<'a> {
    /// An interface whose groups remember the connection, which is from this address here.
    Tracked { id: Id, interface: &'a Interface, from: Option<IpAddr> },
    /// The border of a subnet, crossed outward by packets from this address.
    Left { subnet: Id, source: Option<IpAddr> },
    /// The border of a subnet, crossed inward from this address, over this peering connection if any.
    Entered { subnet: Id, from: Option<IpAddr>, over: Option<Id> },
    /// A NAT gateway, which chooses a source port of its own and puts the second address in place of the first.
    Nat { id: Id, from: Option<IpAddr>, to: Option<IpAddr> },
    /// An interface that forwards for others and puts its own address in place of this one.
    Forwarded { id: Id, interface: &'a Interface, from: Option<IpAddr>, to: Option<IpAddr> },
    /// Block public access lets nothing in here.
    NothingIn { by: Id, at: Id },
}

/// The public side of a source, as an internet gateway sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Public {
    /// None.
    None,
    /// The gateway puts this public address in place of the private one.
    Address(Ipv4Addr),
    /// A public NAT gateway's; its address may not be known.
    Nat(Option<Ipv4Addr>),
    /// A private NAT gateway's.
    PrivateNat(Id),
}

/// A set of packets on its way.
#[derive(Clone, Debug)]
pub(super) struct State<'a> {
    /// The packets, as sent: nothing on the way changes a destination. Of one address family.
    pub(super) flows: Flows,
    /// Source address now; `None` where NAT gave one that is not known.
    pub(super) source: Option<IpAddr>,
    /// The interface that group references know the source by; `None` after a NAT gateway.
    pub(super) sender: Option<&'a Interface>,
    /// Its public side.
    pub(super) public: Public,
    /// The VPC the packets are in.
    pub(super) vpc: Id,
    /// The subnet they are in; `None` on the router.
    pub(super) subnet: Option<Id>,
    /// The peering connection they came over.
    pub(super) over: Option<Id>,
    /// Decisions so far.
    pub(super) notes: Vec<Note<'a>>,
    /// What an answer will meet.
    pub(super) stages: Vec<Stage<'a>>,
    /// NAT gateways and interfaces passed, so that circles end.
    pub(super) passed: Vec<Id>,
}

impl<'a> State<'a> {
    /// The same with other flows.
    pub(super) fn with(&self, flows: Flows) -> Self {
        Self {
            flows,
            source: self.source,
            sender: self.sender,
            public: self.public,
            vpc: self.vpc,
            subnet: self.subnet,
            over: self.over,
            notes: self.notes.clone(),
            stages: self.stages.clone(),
            passed: self.passed.clone(),
        }
    }

    /// A part of it on a way of its own; what led here goes along where nothing else is left.
    pub(super) fn part(&mut self, flows: Flows) -> Self {
        if self.flows.is_empty() {
            let (notes, stages, passed) = (Vec::new(), Vec::new(), Vec::new());
            let rest = Self { flows: Flows::empty(), notes, stages, passed, ..*self };
            return Self { flows, ..std::mem::replace(self, rest) };
        }
        self.with(flows)
    }

    /// The same for the packets to these addresses, which do not stay.
    pub(super) fn take_at(&mut self, addresses: &Addresses) -> Self {
        let flows = self.flows.at(addresses);
        self.flows = self.flows.not_at(addresses);
        self.part(flows)
    }

    /// Notes a decision.
    pub(super) fn note(&mut self, code: Code, by: Id, at: Id, rule: Rule<'a>) {
        self.notes.push(Note { code, by, at, rule, source: self.source });
    }
}

/// Packets that went the same way, to its end.
#[derive(Clone, Debug)]
pub(super) struct Way<'a> {
    pub(super) flows: Flows,
    pub(super) source: Option<IpAddr>,
    pub(super) notes: Vec<Note<'a>>,
    pub(super) stages: Vec<Stage<'a>>,
    pub(super) end: End,
}

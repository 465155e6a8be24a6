//! What security groups and network ACLs let through.

use std::borrow::Cow;
use std::net::IpAddr;

use super::Assume;
use crate::network::{AclEntry, GroupRule, Id, Interface, Network, NetworkAcl, Peer, SecurityGroup};
use crate::packet::{Addresses, Flows, Target, Traffic};

/// Into or out of an interface or a subnet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    In,
    Out,
}

/// Which address of a packet a filter sees as the remote one.
#[derive(Clone, Copy, Debug)]
pub(super) enum Remote<'a> {
    /// The destinations of the flows themselves.
    Flows,
    /// One address, with the interface that a group reference knows it by.
    Known(Option<IpAddr>, Option<&'a Interface>),
}

/// What an ACL does with flows.
pub(super) struct Judged<'a> {
    /// What passes.
    pub(super) passed: Flows,
    /// What is refused, by the entry that refuses it; `None` is the final `*`.
    pub(super) refused: Vec<(Option<&'a AclEntry>, Flows)>,
}

impl Judged<'_> {
    /// Everything passes.
    pub(super) fn passes(flows: Flows) -> Self {
        Self { passed: flows, refused: Vec::new() }
    }
}

/// Whether these addresses have this one.
fn matches(addresses: &Addresses, address: Option<IpAddr>) -> bool {
    address.is_some_and(|a| addresses.contains(a))
}

impl AclEntry {
    /// Whether the entry counts. One that is partly unknown matches nothing or all it could, whichever the assumption asks
    /// of an allow or a deny: then what passes is the least or the most of all possibilities, because an ACL passes more when an allow
    /// matches more and when a deny matches less.
    fn counts(&self, assume: Assume) -> bool {
        self.unknown.is_none() || self.allow == (assume == Assume::Widest)
    }

    /// Whether the entry decides this packet.
    fn decides(&self, target: &Target, remote: Remote<'_>, assume: Assume) -> bool {
        let address = match remote {
            Remote::Flows => Some(target.address),
            Remote::Known(address, _) => address,
        };
        self.counts(assume)
            && matches(&self.addresses, address)
            && self.traffic.contains(target.protocol, target.port)
    }
}

impl NetworkAcl {
    /// The entries of a direction, by number.
    fn entries(&self, direction: Direction) -> &[AclEntry] {
        match direction {
            Direction::In => &self.ingress,
            Direction::Out => &self.egress,
        }
    }

    /// Whether no entry of a direction is partly unknown.
    pub(super) fn is_known(&self, direction: Direction) -> bool {
        self.entries(direction).iter().all(|entry| entry.unknown.is_none())
    }

    /// Holds flows against the entries: the first that matches decides.
    pub(super) fn judge(
        &self,
        direction: Direction,
        flows: &Flows,
        remote: Remote<'_>,
        assume: Assume,
    ) -> Judged<'_> {
        let everywhere = Addresses::full();
        let mut left = flows.clone();
        let mut passed: Vec<(Addresses, Traffic)> = Vec::new();
        let mut refused = Vec::new();
        // Entries that allow the same traffic one after the other are as good as one.
        let alike = |a: &AclEntry, b: &AclEntry| {
            a.allow && b.allow && a.counts(assume) == b.counts(assume) && a.traffic == b.traffic
        };
        for entries in self.entries(direction).chunk_by(alike) {
            let Some(entry) = entries.first().filter(|_| !left.is_empty()) else { break };
            if !entry.counts(assume) {
                continue;
            }
            let hit = match (remote, entries) {
                (Remote::Known(address, _), _) => {
                    if !entries.iter().any(|e| matches(&e.addresses, address)) {
                        continue;
                    }
                    left.take(&everywhere, &entry.traffic)
                }
                (Remote::Flows, [only]) => left.take(&only.addresses, &only.traffic),
                (Remote::Flows, _) => {
                    left.take(&Addresses::union_all(entries.iter().map(|e| &e.addresses)), &entry.traffic)
                }
            };
            if hit.is_empty() {
                continue;
            }
            if entry.allow {
                passed.extend(hit.into_segments().into_iter().map(|s| (s.addresses, s.traffic)));
            } else {
                refused.push((Some(entry), hit));
            }
        }
        if !left.is_empty() {
            refused.push((None, left));
        }
        Judged { passed: passed.into_iter().collect(), refused }
    }

    /// The entry that decides one packet; `None` is the final `*`.
    pub(super) fn decider(
        &self,
        direction: Direction,
        target: &Target,
        remote: Remote<'_>,
        assume: Assume,
    ) -> Option<&AclEntry> {
        self.entries(direction).iter().find(|e| e.decides(target, remote, assume))
    }
}

impl SecurityGroup {
    /// The rules of a direction.
    pub(super) fn rules(&self, direction: Direction) -> &[GroupRule] {
        match direction {
            Direction::In => &self.ingress,
            Direction::Out => &self.egress,
        }
    }
}

/// The groups of an interface, held against packets to or from it.
pub(super) struct Groups<'a> {
    pub(super) network: &'a Network,
    /// The VPC of the interface.
    pub(super) vpc: Id,
    pub(super) ids: &'a [Id],
    pub(super) direction: Direction,
}

impl<'a> Groups<'a> {
    /// Every rule with its group.
    fn rules(&self) -> impl Iterator<Item = (Id, &'a GroupRule)> {
        let direction = self.direction;
        self.ids
            .iter()
            .filter_map(|id| Some((*id, self.network.groups.get(id)?)))
            .flat_map(move |(id, group)| group.rules(direction).iter().map(move |rule| (id, rule)))
    }

    /// Whether no rule is partly unknown.
    pub(super) fn are_known(&self) -> bool {
        self.rules().all(|(_, rule)| rule.unknown.is_none())
    }

    /// Whether there is no rule at all.
    pub(super) fn have_no_rules(&self) -> bool {
        self.rules().next().is_none()
    }

    /// What no rule admits. Groups only allow, so a rule that is partly unknown admits nothing at the narrowest.
    pub(super) fn refused(&self, flows: &Flows, remote: Remote<'_>, assume: Assume) -> Flows {
        let rules = self.rules().filter(|(_, rule)| counts(rule, assume));
        match remote {
            Remote::Known(address, sender) => {
                let traffic = rules
                    .filter(|(_, rule)| knows(rule, address, sender))
                    .fold(Traffic::empty(), |all, (_, rule)| all.union(&rule.traffic));
                flows.not_of(&traffic)
            }
            Remote::Flows => {
                // Rules for all traffic leave the least to do for the others.
                let (wide, others): (Vec<_>, Vec<_>) = rules.partition(|(_, rule)| rule.traffic.is_full());
                let mut left = flows.clone();
                for (_, rule) in wide.into_iter().chain(others) {
                    if left.is_empty() {
                        break;
                    }
                    left.take(&self.addresses(&rule.peer), &rule.traffic);
                }
                left
            }
        }
    }

    /// A rule that admits this packet, with its group.
    pub(super) fn decider(
        &self,
        target: &Target,
        remote: Remote<'_>,
        assume: Assume,
    ) -> Option<(Id, &'a GroupRule)> {
        self.rules().find(|(_, rule)| {
            counts(rule, assume)
                && rule.traffic.contains(target.protocol, target.port)
                && match remote {
                    Remote::Known(address, sender) => knows(rule, address, sender),
                    Remote::Flows => match &rule.peer {
                        Peer::Addresses(addresses) => addresses.contains(target.address),
                        Peer::Group(_) => self.addresses(&rule.peer).contains(target.address),
                    },
                }
        })
    }

    /// The addresses of a peer: a group stands for its members' private addresses, in this VPC or one that is peered.
    fn addresses(&self, peer: &'a Peer) -> Cow<'a, Addresses> {
        match peer {
            Peer::Addresses(addresses) => Cow::Borrowed(addresses),
            Peer::Group(group) => {
                let (mut v4, mut v6) = (Vec::new(), Vec::new());
                for interface in self.network.interfaces.values().filter(|i| i.groups.contains(group)) {
                    let vpc = self.network.subnets.get(&interface.subnet).map(|s| s.vpc);
                    if vpc.is_some_and(|vpc| vpc == self.vpc || peered(self.network, vpc, self.vpc)) {
                        v4.extend(interface.v4.map(|a| (a.to_bits(), a.to_bits())));
                        v6.extend(interface.v6.map(|a| (a.to_bits(), a.to_bits())));
                    }
                }
                Cow::Owned(Addresses { v4: v4.into_iter().collect(), v6: v6.into_iter().collect() })
            }
        }
    }
}

/// Whether a group rule counts under this assumption.
fn counts(rule: &GroupRule, assume: Assume) -> bool {
    rule.unknown.is_none() || assume == Assume::Widest
}

/// Whether a rule's peer is this sender.
fn knows(rule: &GroupRule, address: Option<IpAddr>, sender: Option<&Interface>) -> bool {
    match &rule.peer {
        Peer::Addresses(addresses) => matches(addresses, address),
        Peer::Group(group) => sender.is_some_and(|s| s.groups.contains(group)),
    }
}

/// Whether two VPCs are peered.
fn peered(network: &Network, a: Id, b: Id) -> bool {
    network
        .peerings
        .values()
        .any(|p| (p.requester == a && p.accepter == Some(b)) || (p.requester == b && p.accepter == Some(a)))
}

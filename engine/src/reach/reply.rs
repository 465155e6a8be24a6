//! The way back: groups remember the connection, ACLs do not, and the tables on the other side must lead back.
//!
//! An ACL judges an answer by its own destination port, which is the source port of what it answers. So the answer is followed as a set of
//! ports, split where a filter treats remote addresses differently.

use std::cell::Cell;
use std::net::IpAddr;

use super::answer::{Answer, Port, Told, choose};
use super::filter::{Direction, Remote};
use super::state::{Note, Rule, Stage, Way};
use super::{Assume, Branch, Connection, End, NAT_PORTS, route};
use crate::code::Code;
use crate::network::{Id, Interface, Network, Target};
use crate::packet::{
    Addresses, ECHO_REPLY, ECHO_REPLY_V6, ECHO_REQUEST, ECHO_REQUEST_V6, Flows, Protocol, Ranges, Traffic,
};

/// The connections of one way, split where answers differ.
pub(super) fn connections<'a>(
    network: &'a Network,
    assume: Assume,
    way: Way<'a>,
    source_ports: &Ranges<u16>,
    certain: &mut bool,
) -> Vec<Connection<'a>> {
    let mut all = Vec::new();
    let mut rest = way.flows.clone();
    let stages = way.stages.clone();
    let way = Branch::new(network, assume, way);
    if !matches!(way.end, End::Blocked | End::Unknown(_)) {
        for protocol in [Protocol::Tcp, Protocol::Udp, Protocol::Icmp, Protocol::Icmpv6] {
            let asked = rest.of(&requests(protocol));
            if asked.is_empty() {
                continue;
            }
            rest = rest.difference(&asked);
            let back = Back { network, assume, protocol, source_ports, certain: Cell::new(true) };
            for answer in back.follow(&stages, asked.addresses()) {
                let flows = asked.at(&answer.addresses);
                if !flows.is_empty() {
                    let reply = back.reply(&answer, &flows);
                    all.push(Connection { branch: way.part(flows), reply: Some(reply) });
                }
            }
            *certain &= back.certain.get();
        }
    }
    if !rest.is_empty() {
        all.push(Connection { branch: way.part(rest), reply: None });
    }
    all
}

/// The traffic of a protocol that wants an answer.
fn requests(protocol: Protocol) -> Traffic {
    match protocol {
        Protocol::Icmp => Traffic { icmp: Ranges::one(ECHO_REQUEST), ..Traffic::empty() },
        Protocol::Icmpv6 => Traffic { icmpv6: Ranges::one(ECHO_REQUEST_V6), ..Traffic::empty() },
        protocol => Traffic::protocol(protocol),
    }
}

/// The answers of one protocol.
pub(super) struct Back<'a, 'p> {
    pub(super) network: &'a Network,
    pub(super) assume: Assume,
    pub(super) protocol: Protocol,
    pub(super) source_ports: &'p Ranges<u16>,
    /// Whether nothing that is not known has had a part.
    certain: Cell<bool>,
}

impl<'a> Back<'a, '_> {
    /// Follows answers back over the stages.
    fn follow(&self, stages: &[Stage<'a>], addresses: Addresses) -> Vec<Answer<'a>> {
        let mut gateways = stages.iter().filter(|s| matches!(s, Stage::Nat { .. })).count();
        let mut done = Vec::new();
        let mut open = vec![Answer {
            addresses,
            traffic: self.traffic(gateways),
            nat_ports: None,
            told: Vec::new(),
            cuts: Vec::new(),
        }];
        for stage in stages.iter().rev() {
            let port = if gateways > 0 { Port::Nat } else { Port::Arriving };
            if let Stage::Nat { .. } = stage {
                gateways = gateways.saturating_sub(1);
            }
            let mut next = Vec::new();
            for answer in open {
                self.meet(stage, answer, port, gateways, &mut next);
            }
            if matches!(port, Port::Nat) && self.protocol.has_ports() {
                for stopped in next.iter_mut().filter(|a| a.traffic.is_empty()) {
                    stopped.nat_ports = Some(Ranges::empty());
                }
            }
            done.extend(next.extract_if(.., |a| a.traffic.is_empty()));
            open = next;
        }
        done.extend(open);
        done
    }

    /// What an answer is addressed to before this many NAT gateways undo their part.
    pub(super) fn traffic(&self, gateways: usize) -> Traffic {
        let ports =
            if gateways > 0 { Ranges::range(NAT_PORTS.0, NAT_PORTS.1) } else { self.source_ports.clone() };
        match self.protocol {
            Protocol::Udp => Traffic::udp(ports),
            Protocol::Icmp => Traffic { icmp: Ranges::one(ECHO_REPLY), ..Traffic::empty() },
            Protocol::Icmpv6 => Traffic { icmpv6: Ranges::one(ECHO_REPLY_V6), ..Traffic::empty() },
            _ => Traffic::tcp(ports),
        }
    }

    /// The numbers of a traffic that count for this protocol.
    pub(super) fn numbers<'t>(&self, traffic: &'t Traffic) -> &'t Ranges<u16> {
        match self.protocol {
            Protocol::Udp => &traffic.udp,
            Protocol::Icmp => &traffic.icmp,
            Protocol::Icmpv6 => &traffic.icmpv6,
            _ => &traffic.tcp,
        }
    }

    /// One stage; what is stopped has no traffic left and the blocker as its last note.
    fn meet(
        &self,
        stage: &Stage<'a>,
        mut answer: Answer<'a>,
        port: Port,
        gateways: usize,
        next: &mut Vec<Answer<'a>>,
    ) {
        match *stage {
            Stage::Tracked { id, interface, from } => {
                answer.tell(tracked(id, interface), from, port);
                next.push(answer);
            }
            Stage::Forwarded { id, interface, from, to } => {
                let rule = Rule::Rewrite(to, from);
                answer.tell(note(Code::NatInstanceTranslates, id, interface.owner, rule), from, port);
                next.push(answer);
            }
            Stage::Nat { id, from, to } => {
                if self.protocol.has_ports() {
                    let through = self.numbers(&answer.traffic);
                    let all = answer
                        .nat_ports
                        .as_ref()
                        .map_or_else(|| through.clone(), |p| p.intersection(through));
                    answer.nat_ports = Some(all);
                }
                answer.traffic = self.traffic(gateways);
                let port = if gateways > 0 { Port::Nat } else { Port::Arriving };
                answer.tell(note(Code::NatGatewayTranslates, id, id, Rule::Rewrite(to, from)), from, port);
                next.push(answer);
            }
            Stage::NothingIn { by, at } => {
                answer.stop(self, note(Code::VpcBlockPublicAccessEnabled, by, at, Rule::None), None);
                next.push(answer);
            }
            Stage::Left { subnet, source } => {
                self.acl(subnet, Direction::In, Remote::Flows, source, port, answer, next);
            }
            Stage::Entered { subnet, from, over } => {
                let mut passed = Vec::new();
                let remote = Remote::Known(from, None);
                self.acl(subnet, Direction::Out, remote, from, port, answer, &mut passed);
                for mut answer in passed {
                    if !answer.traffic.is_empty() {
                        self.route_back(subnet, from, over, port, &mut answer);
                    }
                    next.push(answer);
                }
            }
        }
    }

    /// Over the border of a subnet.
    #[expect(
        clippy::too_many_arguments,
        reason = "the border, the direction and the answer do not group naturally"
    )]
    fn acl(
        &self,
        subnet: Id,
        direction: Direction,
        remote: Remote<'a>,
        to: Option<IpAddr>,
        port: Port,
        mut answer: Answer<'a>,
        next: &mut Vec<Answer<'a>>,
    ) {
        let acl = self.network.subnets.get(&subnet).map(|s| s.acl);
        let Some((id, acl)) = acl.and_then(|id| Some((id, self.network.acls.get(&id)?))) else {
            answer.stop(self, note(Code::UnknownResource, subnet, subnet, Rule::None), to);
            next.push(answer);
            return;
        };
        let flows = Flows::product(answer.addresses.clone(), answer.traffic.clone());
        let passed = acl.judge(direction, &flows, remote, self.assume).passed;
        let all = passed == flows;
        self.certain.set(self.certain.get() && acl.is_known(direction));
        let code = match direction {
            Direction::In => Code::AclIngressAllowed,
            Direction::Out => Code::AclEgressAllowed,
        };
        let rule = Rule::Acl { direction, remote };
        if all {
            answer.tell(note(code, id, subnet, rule), to, port);
            next.push(answer);
            return;
        }
        let mut stopped = answer.addresses.clone();
        for segment in passed.into_segments() {
            stopped = stopped.difference(&segment.addresses);
            let missing = answer.traffic.difference(&segment.traffic);
            let mut alive =
                Answer { addresses: segment.addresses, traffic: segment.traffic, ..answer.clone() };
            if let Some(first) = choose(self.numbers(&missing)) {
                let note = note(Code::SubnetAclRestriction, id, subnet, rule);
                alive.cuts.push(Told { note, to, port: Port::This(first) });
            }
            alive.tell(note(code, id, subnet, rule), to, port);
            next.push(alive);
        }
        if !stopped.is_empty() {
            answer.addresses = stopped;
            answer.stop(self, note(Code::SubnetAclRestriction, id, subnet, rule), to);
            next.push(answer);
        }
    }

    /// The table of the subnet an answer leaves must send it the way the request came.
    fn route_back(
        &self,
        subnet: Id,
        to: Option<IpAddr>,
        over: Option<Id>,
        port: Port,
        answer: &mut Answer<'a>,
    ) {
        let table = self.network.subnets.get(&subnet).map(|s| s.route_table);
        let Some((id, table)) = table.and_then(|id| Some((id, self.network.route_tables.get(&id)?))) else {
            answer.stop(self, note(Code::UnknownResource, subnet, subnet, Rule::None), to);
            return;
        };
        let Some(address) = to else { return };
        let found = route::lookup(&table.routes, address);
        let back = found.is_some_and(|route| match over {
            Some(peering) => route.target == Target::Peering(peering),
            None => route.target == Target::Local,
        });
        let unknown = match found.map(|r| &r.target) {
            Some(Target::Unknown(_) | Target::NotModelled(_)) => true,
            _ => route::unknown(&table.routes, found).is_some(),
        };
        self.certain.set(self.certain.get() && !unknown);
        let rule = found.map_or(Rule::None, Rule::Route);
        let passes = if self.assume == Assume::Widest { back || unknown } else { back && !unknown };
        if passes {
            answer.tell(note(Code::RouteSelected, id, subnet, rule), to, port);
            return;
        }
        let code = match found.map(|r| &r.target) {
            _ if unknown => Code::ValueUnknown,
            None => Code::NoRouteToDestination,
            Some(Target::Blackhole) => Code::BadStateRoute,
            Some(_) => Code::MoreSpecificRoute,
        };
        answer.stop(self, note(code, id, subnet, rule), to);
    }
}

/// A stateful group lets the answer pass without looking at its rules.
fn tracked(id: Id, interface: &Interface) -> Note<'_> {
    let by = interface.groups.first().copied().unwrap_or(id);
    note(Code::ReplyTracked, by, interface.owner, Rule::None)
}

/// A note on the way back.
fn note(code: Code, by: Id, at: Id, rule: Rule<'_>) -> Note<'_> {
    Note { code, by, at, rule, source: None }
}

//! The way back: groups remember the connection, ACLs do not, and the tables on the other side must lead back.
//!
//! An ACL judges an answer by its own destination port, which is the source port of what it answers. So the answer is followed as a set of
//! ports, split where a filter treats remote addresses differently.

use std::net::IpAddr;

use super::filter::{Direction, Remote};
use super::walk::{Note, Rule, Stage, Way};
use super::{Assume, Connection, EPHEMERAL, End, Hop, NAT_PORTS, Reply, notation, route};
use crate::code::Code;
use crate::network::{Id, Interface, Network, Target};
use crate::packet::{
    Addresses, ECHO_REPLY, ECHO_REPLY_V6, ECHO_REQUEST, ECHO_REQUEST_V6, Flows, Packet, Protocol, Ranges,
    Target as To, Traffic,
};

/// The connections of one way, split where answers differ.
pub(super) fn connections(
    network: &Network,
    assume: Assume,
    way: &Way<'_>,
    source_ports: &Ranges<u16>,
) -> Vec<Connection> {
    let mut all = Vec::new();
    let mut rest = way.flows.clone();
    if !matches!(way.end, End::Blocked | End::Unknown(_)) {
        for protocol in [Protocol::Tcp, Protocol::Udp, Protocol::Icmp, Protocol::Icmpv6] {
            let asked = rest.of(&requests(protocol));
            if asked.is_empty() {
                continue;
            }
            rest = rest.difference(&asked);
            let back = Back { network, assume, protocol, source_ports };
            for answer in back.follow(&way.stages, asked.addresses()) {
                let flows = asked.at(&answer.addresses);
                if let Some(branch) = notation::branch(network, assume, way, &flows) {
                    let reply = back.reply(&answer, &flows);
                    all.push(Connection { branch, reply: Some(reply) });
                }
            }
        }
    }
    if let Some(branch) = notation::branch(network, assume, way, &rest) {
        all.push(Connection { branch, reply: None });
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

/// Which port a note is told with.
#[derive(Clone, Copy, Debug)]
enum Port {
    /// One of those at which the answer arrives.
    Arriving,
    /// One of a NAT gateway's through which it arrives.
    Nat,
    /// This one.
    This(u16),
}

/// A decision on the way back.
#[derive(Clone, Copy, Debug)]
struct Told<'a> {
    note: Note<'a>,
    /// Where the answer goes at this point; the note's `source` is not used.
    to: Option<IpAddr>,
    port: Port,
}

/// An answer on its way back, from these remote addresses.
#[derive(Clone, Debug)]
struct Answer<'a> {
    addresses: Addresses,
    /// What the answer is addressed to, as ACLs read it: ports, or echo reply.
    traffic: Traffic,
    nat_ports: Option<Ranges<u16>>,
    told: Vec<Told<'a>>,
    cuts: Vec<Told<'a>>,
}

struct Back<'a, 'p> {
    network: &'a Network,
    assume: Assume,
    protocol: Protocol,
    source_ports: &'p Ranges<u16>,
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
            let (arriving, stopped): (Vec<_>, Vec<_>) =
                next.into_iter().partition(|a: &Answer<'a>| !a.traffic.is_empty());
            open = arriving;
            done.extend(stopped);
        }
        done.extend(open);
        done
    }

    /// What an answer is addressed to before this many NAT gateways undo their part.
    fn traffic(&self, gateways: usize) -> Traffic {
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
    fn numbers<'t>(&self, traffic: &'t Traffic) -> &'t Ranges<u16> {
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
            Stage::Tracked { id, interface } => {
                answer.tell(tracked(id, interface), address_like(interface, &answer.addresses), port);
                next.push(answer);
            }
            Stage::Nat { id, from } => {
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
                answer.tell(note(Code::NatGatewayTranslates, id, id, Rule::None), from, port);
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
        let code = match direction {
            Direction::In => Code::AclIngressAllowed,
            Direction::Out => Code::AclEgressAllowed,
        };
        let rule = Rule::Acl { direction, remote };
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

    /// The reply for what was asked.
    fn reply(&self, answer: &Answer<'a>, asked: &Flows) -> Reply {
        let numbers = self.numbers(&answer.traffic);
        let ports = match self.protocol {
            Protocol::Tcp | Protocol::Udp => numbers.clone(),
            _ if numbers.is_empty() => Ranges::empty(),
            _ => Ranges::full(),
        };
        let hops = |told: &[Told<'a>]| -> Vec<Hop> {
            let Some(request) = asked.witness(&[]) else { return Vec::new() };
            told.iter().map(|t| self.hop(t, answer, &request)).collect()
        };
        let nat_ports = answer.nat_ports.clone();
        Reply { ports, nat_ports, hops: hops(&answer.told), cuts: hops(&answer.cuts) }
    }

    /// A decision on the way back, told with the answer to `request`.
    fn hop(&self, told: &Told<'a>, answer: &Answer<'a>, request: &To) -> Hop {
        let port = if self.protocol.has_ports() {
            match told.port {
                Port::Arriving => choose(self.numbers(&answer.traffic)).or_else(|| choose(self.source_ports)),
                Port::Nat => answer.nat_ports.as_ref().and_then(choose).or(Some(EPHEMERAL.0)),
                Port::This(port) => Some(port),
            }
        } else {
            self.numbers(&self.traffic(0)).first()
        };
        let port = port.unwrap_or_default();
        let judged = To { address: request.address, protocol: self.protocol, port };
        let packet = Packet {
            source: told.to.map(|_| request.address),
            source_port: self.protocol.has_ports().then_some(request.port),
            target: To { address: told.to.unwrap_or(request.address), ..judged },
        };
        notation::hop(self.network, self.assume, &told.note, &judged, &packet, true)
    }
}

impl<'a> Answer<'a> {
    fn tell(&mut self, note: Note<'a>, to: Option<IpAddr>, port: Port) {
        self.told.push(Told { note, to, port });
    }

    /// Stops the answer here.
    fn stop(&mut self, back: &Back<'a, '_>, note: Note<'a>, to: Option<IpAddr>) {
        let port = choose(back.numbers(&self.traffic)).map_or(Port::Arriving, Port::This);
        self.tell(note, to, port);
        self.traffic = Traffic::empty();
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

/// The address an interface has in the family of some remote addresses.
fn address_like(interface: &Interface, remote: &Addresses) -> Option<IpAddr> {
    match remote.first()? {
        IpAddr::V4(_) => interface.v4.map(IpAddr::V4),
        IpAddr::V6(_) => interface.v6.map(IpAddr::V6),
    }
}

/// The port a person would choose: 32768 and up inside the usual range, else the lowest.
fn choose(ports: &Ranges<u16>) -> Option<u16> {
    ports.intersection(&Ranges::range(EPHEMERAL.0, EPHEMERAL.1)).first().or_else(|| ports.first())
}

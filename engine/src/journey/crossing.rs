//! The network gate: whether packets get to one of some addresses, and the answers back.
//!
//! A client tries all addresses of a name. Of an endpoint's interfaces one that answers is enough; public addresses are those
//! a name *may* resolve to, so all of a family have to work.

use std::net::IpAddr;

use super::traveller::Traveller;
use super::{Finding, Gate, Outcome, Partial, Step, Witness, host_firewall, notation};
use crate::code::Code;
use crate::network::{AclEntry, Id, Network};
use crate::packet::{Addresses, Flows, Protocol, Ranges, Traffic};
use crate::reach::{
    self, Assume, Branch, Connection, Connections, EPHEMERAL, End, Hop, NAT_PORTS, Reply, Walk,
};
use crate::template::Unknown;

/// What is tried.
#[derive(Clone, Copy)]
pub(super) struct Aim<'a> {
    /// The addresses.
    pub(super) to: &'a Addresses,
    /// The traffic.
    pub(super) traffic: &'a Traffic,
    /// Whether every address (of a family) has to work, or one.
    pub(super) every: bool,
    /// Whether an answer has to come back.
    pub(super) answer: bool,
    /// What the sentence speaks of.
    pub(super) subject: &'a str,
}

/// How it went.
pub(super) struct Crossing {
    /// The step.
    pub(super) step: Step,
    /// The path, as far as it led anywhere.
    pub(super) path: Path,
}

/// Where packets went.
#[derive(Default)]
pub(super) struct Path {
    /// Where they arrived, if they did.
    pub(super) end: Option<End>,
    /// Source address as sent.
    pub(super) source: Option<IpAddr>,
    /// A packet that gets through.
    pub(super) witness: Option<Witness>,
}

impl Path {
    /// The VPC endpoint on the path.
    pub(super) fn endpoint(&self, network: &Network) -> Option<Id> {
        match self.end {
            Some(End::GatewayEndpoint(id)) => Some(id),
            Some(End::Interface(id)) => network
                .interfaces
                .get(&id)
                .map(|i| i.owner)
                .filter(|owner| network.endpoints.contains_key(owner)),
            _ => None,
        }
    }
}

/// Tries it from every interface; the first that works counts, else the one that comes closest.
pub(super) fn cross(t: &Traveller<'_>, aim: &Aim<'_>) -> Crossing {
    if t.workload.direct_internet_access && !aim.to.is_subset(&t.inside()) {
        return managed(t, aim);
    }
    let mut best: Option<Crossing> = None;
    for interface in &t.workload.interfaces {
        let tried = from(t, *interface, aim);
        if best.as_ref().is_none_or(|best| rank(&tried.step.outcome) < rank(&best.step.outcome)) {
            best = Some(tried);
        }
    }
    best.unwrap_or_else(|| {
        let finding = t.finding(Code::NoPath, Some(t.source), aim.subject);
        nowhere(Step { gate: Gate::Network, finding, outcome: Outcome::Fails, hops: Vec::new() })
    })
}

fn rank(outcome: &Outcome) -> u8 {
    match outcome {
        Outcome::Works => 0,
        Outcome::Partial(_) => 1,
        Outcome::Unknown => 2,
        Outcome::Fails => 3,
    }
}

fn nowhere(step: Step) -> Crossing {
    Crossing { step, path: Path::default() }
}

/// Through the interface that `SageMaker` manages: only what lies inside the VPC's ranges uses the customer's interface,
/// everything else leaves through a VPC of the service, past all route tables, groups and ACLs (`SageMaker` developer guide,
/// notebook instances and internet access).
fn managed(t: &Traveller<'_>, aim: &Aim<'_>) -> Crossing {
    let packet = notation::packet(None, aim.to, aim.traffic);
    if let Some(stopped) = firewalled(t, aim, &packet) {
        return stopped;
    }
    let hop = managed_hop(t, &packet);
    let finding = t.finding_of(&hop, aim.subject);
    let hops = host_firewall::hop(t, aim.to, aim.traffic, true, &packet).into_iter().chain([hop]).collect();
    let step = Step { gate: Gate::Network, finding, outcome: Outcome::Works, hops };
    nowhere(step)
}

/// The hop through the interface that `SageMaker` manages.
pub(super) fn managed_hop(t: &Traveller<'_>, packet: &str) -> Hop {
    Hop {
        code: Code::ManagedInterfaceForwards,
        by: t.source,
        at: t.source,
        rule: None,
        compared: reach::Compared { rule: "DirectInternetAccess: Enabled".into(), packet: packet.into() },
        reply: false,
    }
}

/// Where the host's own firewall drops everything that is tried.
fn firewalled(t: &Traveller<'_>, aim: &Aim<'_>, packet: &str) -> Option<Crossing> {
    let firewall = t.host().firewall.as_ref()?;
    if meets(aim, &firewall.admits(aim.to, aim.traffic)) {
        return None;
    }
    let hop = host_firewall::hop(t, aim.to, aim.traffic, false, packet)?;
    let finding = t.finding_of(&hop, aim.subject);
    Some(nowhere(Step { gate: Gate::Network, finding, outcome: Outcome::Fails, hops: vec![hop] }))
}

impl Reply {
    /// Whether the answer arrives whichever port a NAT gateway chooses.
    fn any_nat_port(&self) -> bool {
        let all = Ranges::range(NAT_PORTS.0, NAT_PORTS.1);
        self.nat_ports.as_ref().is_none_or(|ports| all.is_subset(ports))
    }
}

/// What gets through.
struct Passed {
    /// From every source port.
    full: Flows,
    /// From some source port.
    some: Flows,
    /// Source ports at which answers arrive.
    ports: Ranges<u16>,
}

/// Whether what gets through is enough.
fn meets(aim: &Aim<'_>, passed: &Flows) -> bool {
    let addresses = passed.addresses();
    if !aim.every {
        return !addresses.is_empty();
    }
    let all_v4 = !aim.to.v4.is_empty() && aim.to.v4.is_subset(&addresses.v4);
    let all_v6 = !aim.to.v6.is_empty() && aim.to.v6.is_subset(&addresses.v6);
    all_v4 || all_v6
}

fn ephemeral() -> Ranges<u16> {
    Ranges::range(EPHEMERAL.0, EPHEMERAL.1)
}

fn arrives(end: &End, assume: Assume) -> bool {
    match end {
        End::Interface(_) | End::GatewayEndpoint(_) | End::Internet(_) | End::Resolver(_) => true,
        End::Blocked => false,
        End::Unknown(_) => assume == Assume::Widest,
    }
}

fn walk<'n>(t: &Traveller<'n>, interface: Id, aim: &Aim<'_>, assume: Assume) -> Connections<'n> {
    if aim.answer {
        return reach::connect(t.network, interface, aim.to, aim.traffic, &ephemeral(), assume);
    }
    let flows = Flows::product(aim.to.clone(), aim.traffic.clone());
    let Walk { branches, certain } = reach::send(t.network, interface, &flows, assume);
    let all = branches.into_iter().map(|branch| Connection { branch, reply: None }).collect();
    Connections { all, certain }
}

fn passed(aim: &Aim<'_>, connections: &[Connection<'_>], assume: Assume) -> Passed {
    let mut all = Passed { full: Flows::empty(), some: Flows::empty(), ports: ephemeral() };
    for c in connections.iter().filter(|c| arrives(&c.branch.end, assume)) {
        let (ports, any_nat_port) = match &c.reply {
            Some(reply) if aim.answer => (reply.ports.clone(), reply.any_nat_port()),
            _ => (Ranges::full(), true),
        };
        if ports.is_empty() {
            continue;
        }
        all.some = all.some.union(&c.branch.flows);
        if any_nat_port && ephemeral().is_subset(&ports) {
            all.full = all.full.union(&c.branch.flows);
        } else {
            all.ports = all.ports.intersection(&ports);
        }
    }
    all
}

/// The addresses of the families that the interface can send: an open firewall for the other family helps nobody.
fn of_families(t: &Traveller<'_>, interface: Id, to: &Addresses) -> Addresses {
    let Some(interface) = t.network.interfaces.get(&interface) else { return to.clone() };
    let mut sent = to.clone();
    if interface.v4.is_none() {
        sent.v4 = Ranges::empty();
    }
    if interface.v6.is_none() {
        sent.v6 = Ranges::empty();
    }
    sent
}

/// An end without any address: its subnet's range is not known, so nothing about its packets is.
fn addressless(t: &Traveller<'_>, resource: Id) -> Crossing {
    let finding = t.finding(Code::ValueUnknown, Some(resource), t.network.name(resource));
    nowhere(Step { gate: Gate::Network, finding, outcome: Outcome::Unknown, hops: Vec::new() })
}

fn from(t: &Traveller<'_>, interface: Id, aim: &Aim<'_>) -> Crossing {
    if let Some(subnet) = t.unaddressed(interface) {
        return addressless(t, subnet);
    }
    if aim.to.is_empty() {
        return addressless(t, interface);
    }
    let source =
        |c: &Connection<'_>| c.branch.flows.addresses().first().and_then(|to| t.address_of(interface, to));
    let to = aim.to.first();
    let packet = notation::packet(to.and_then(|to| t.address_of(interface, to)), aim.to, aim.traffic);
    let sent = of_families(t, interface, aim.to);
    if !sent.is_empty()
        && let Some(stopped) = firewalled(t, &Aim { to: &sent, ..*aim }, &packet)
    {
        return stopped;
    }
    let Connections { all: narrow, certain: same } = walk(t, interface, aim, Assume::Narrowest);
    let certain = passed(aim, &narrow, Assume::Narrowest);
    let lead = host_firewall::hop(t, aim.to, aim.traffic, true, &packet);
    if meets(aim, &certain.full)
        && let Some(c) = through(&narrow, &certain.full, Assume::Narrowest)
    {
        let finding = t.finding_of_end(&c.branch, aim.subject);
        let hops = lead.into_iter().chain(hops(c)).collect();
        let step = Step { gate: Gate::Network, finding, outcome: Outcome::Works, hops };
        let witness = witness(t, interface, c, &Ranges::full());
        let path = Path { end: Some(c.branch.end.clone()), source: source(c), witness };
        return Crossing { step, path };
    }
    let walked = if same { None } else { Some(walk(t, interface, aim, Assume::Widest).all) };
    let wide = walked.as_ref().unwrap_or(&narrow);
    let possible = passed(aim, wide, Assume::Widest);
    if possible.some.is_empty() {
        let Some((hop, c)) = blocker(wide) else {
            let finding = t.finding(Code::NoPath, Some(interface), aim.subject);
            return nowhere(Step { gate: Gate::Network, finding, outcome: Outcome::Fails, hops: Vec::new() });
        };
        let finding = t.finding_of(&hop, aim.subject);
        let hops = lead.into_iter().chain(hops(c)).collect();
        return nowhere(Step { gate: Gate::Network, finding, outcome: Outcome::Fails, hops });
    }
    let reached = through(wide, &possible.some, Assume::Widest);
    let end = reached.map(|c| c.branch.end.clone());
    let source = reached.and_then(source);
    let hops = lead.into_iter().chain(reached.map(hops).unwrap_or_default()).collect();
    if possible.full == certain.full && possible.some == certain.some {
        let limit = limit(&narrow, aim);
        let finding = limit.as_ref().map_or_else(
            || t.finding(Code::NoPath, Some(interface), aim.subject),
            |hop| t.finding_of(hop, aim.subject),
        );
        let partial = Partial {
            works: certain.some.clone(),
            source_ports: certain.ports.clone(),
            resources: Vec::new(),
        };
        let witness = reached.and_then(|c| witness(t, interface, c, &certain.ports));
        let step = Step { gate: Gate::Network, finding, outcome: Outcome::Partial(partial), hops };
        return Crossing { step, path: Path { end, source, witness } };
    }
    let finding = unknown(t, &narrow, wide, aim.subject);
    let step = Step { gate: Gate::Network, finding, outcome: Outcome::Unknown, hops };
    Crossing { step, path: Path { end, source, witness: None } }
}

/// The first connection that arrives with some of these packets.
fn through<'c, 'n>(
    connections: &'c [Connection<'n>],
    flows: &Flows,
    assume: Assume,
) -> Option<&'c Connection<'n>> {
    connections
        .iter()
        .find(|c| arrives(&c.branch.end, assume) && !c.branch.flows.intersection(flows).is_empty())
}

/// All hops of a connection, there and back.
fn hops(c: &Connection<'_>) -> Vec<Hop> {
    let mut hops = c.branch.hops();
    hops.extend(c.reply.iter().flat_map(|reply| &reply.hops).cloned());
    hops
}

/// The hop that stops a connection: on the way there, or on the way back.
fn blocking_hop(c: &Connection<'_>) -> Option<Hop> {
    match (&c.branch.end, &c.reply) {
        (End::Blocked, _) => c.branch.last_hop(),
        (_, Some(reply)) if reply.ports.is_empty() => reply.hops.last().cloned(),
        _ => None,
    }
}

/// The most telling blocker: any before a mere lack of an address of the family.
fn blocker<'c, 'n>(connections: &'c [Connection<'n>]) -> Option<(Hop, &'c Connection<'n>)> {
    let all = || connections.iter().filter_map(|c| blocking_hop(c).map(|hop| (hop, c)));
    all().find(|(hop, _)| hop.code != Code::NoAddressOfFamily).or_else(|| all().next())
}

/// What limits a partial connection: a blocker of the other part, else what stops the answers at the other ports.
fn limit(connections: &[Connection<'_>], aim: &Aim<'_>) -> Option<Hop> {
    let cut = connections.iter().find_map(|c| c.reply.as_ref().filter(|_| aim.answer)?.cuts.first().cloned());
    blocker(connections)
        .map(|(hop, _)| hop)
        .filter(|hop| hop.code != Code::NoAddressOfFamily || cut.is_none())
        .or(cut)
}

/// A packet of a connection that gets through and whose answer arrives.
fn witness(t: &Traveller<'_>, interface: Id, c: &Connection<'_>, ports: &Ranges<u16>) -> Option<Witness> {
    let reply = c.reply.as_ref().map_or_else(Ranges::full, |reply| reply.ports.clone());
    let port = reply.intersection(ports).intersection(&ephemeral()).first();
    notation::witness(&c.branch.flows, port, |to| t.address_of(interface, to))
}

/// What is not known and decides: the end of a branch, or a rule of what blocks under the narrow reading.
pub(super) fn unknown(
    t: &Traveller<'_>,
    narrow: &[Connection<'_>],
    wide: &[Connection<'_>],
    subject: &str,
) -> Finding {
    let ends = |c: &Connection<'_>| match &c.branch.end {
        End::Unknown(what) => Some((what.clone(), c.branch.last_hop())),
        _ => None,
    };
    if let Some((what, hop)) = wide.iter().chain(narrow).find_map(ends) {
        let code = if what.is_some() { Code::ValueUnknown } else { Code::UnknownResource };
        let mut finding = match &hop {
            Some(hop) => Finding { code, ..t.finding_of(hop, subject) },
            None => t.finding(code, None, subject),
        };
        if let Some(what) = what {
            finding.subject = what.what;
        }
        return finding;
    }
    let hop = blocker(narrow).map(|(hop, _)| hop).or_else(|| {
        // Only a part of the answers comes back for certain: the rule stands on the way back.
        narrow.iter().flat_map(hops).find(|hop| unknown_rule(t.network, hop.by).is_some())
    });
    let Some(hop) = hop else { return t.finding(Code::ValueUnknown, None, subject) };
    let what = unknown_rule(t.network, hop.by);
    let base = Finding { code: Code::ValueUnknown, ..t.finding_of(&hop, subject) };
    match what {
        Some(what) => Finding { subject: what.what.clone(), ..base },
        None => base,
    }
}

/// The unknown part of a rule of this group or ACL.
fn unknown_rule(network: &Network, by: Id) -> Option<&Unknown> {
    let group = network.groups.get(&by).into_iter().flat_map(|g| g.ingress.iter().chain(&g.egress));
    let acl = network.acls.get(&by).into_iter().flat_map(|a| a.ingress.iter().chain(&a.egress));
    group.filter_map(|rule| rule.unknown.as_ref()).chain(acl.filter_map(of_entry)).next()
}

fn of_entry(entry: &AclEntry) -> Option<&Unknown> {
    entry.unknown.as_ref()
}

impl Traveller<'_> {
    /// What a branch arrived at, as a finding.
    pub(super) fn finding_of_end(&self, branch: &Branch<'_>, subject: &str) -> Finding {
        let (code, resource) = match branch.end {
            End::GatewayEndpoint(id) => (Code::GatewayEndpointReached, id),
            End::Internet(id) if self.network.egress_only_gateways.contains_key(&id) => {
                (Code::EgressOnlyGatewayForwards, id)
            }
            End::Internet(id) => (Code::InternetGatewayForwards, id),
            End::Interface(id) => match self.network.interfaces.get(&id).map(|i| i.owner) {
                Some(owner) if self.network.endpoints.contains_key(&owner) => {
                    (Code::InterfaceEndpointReached, owner)
                }
                Some(owner) => (Code::InterfaceReached, owner),
                None => (Code::InterfaceReached, id),
            },
            End::Resolver(id) => (Code::ResolverReached, id),
            End::Blocked | End::Unknown(_) => (Code::NoPath, self.source),
        };
        let mut finding = self.finding(code, Some(resource), subject);
        if let Some(hop) = branch.last_hop() {
            finding.compared = hop.compared;
        }
        finding
    }
}

/// Traffic to one TCP port.
pub(super) fn tcp(port: u16) -> Traffic {
    Traffic::tcp(Ranges::one(port))
}

/// Traffic of one protocol to one port, or of one ICMP type.
pub(super) fn traffic(protocol: Protocol, port: u16) -> Traffic {
    let icmp_type = u8::try_from(port).unwrap_or(8);
    let types = Ranges::one(crate::packet::icmp_type_code(icmp_type, 0));
    match protocol {
        Protocol::Tcp => tcp(port),
        Protocol::Udp => Traffic::udp(Ranges::one(port)),
        Protocol::Icmp => Traffic { icmp: types, ..Traffic::empty() },
        Protocol::Icmpv6 => Traffic { icmpv6: types, ..Traffic::empty() },
        Protocol::Other(_) => Traffic::protocol(protocol),
    }
}

//! Leave for the internet: any packet, any protocol, both address families, whether or not an answer comes back.
//!
//! From every interface of the workload, and through the interface that `SageMaker` manages where direct internet access is
//! enabled. A host firewall never counts. What remains although nothing leaves (names asked of the resolver, endpoint policies that
//! let foreign credentials through) is told as notes.

use super::crossing::{managed_hop, unknown};
use super::traveller::Traveller;
use super::{Finding, Gate, Journey, Outcome, Step, Witness, filter, host_firewall, notation, remains};
use crate::code::Code;
use crate::facts::{internet, nat64};
use crate::network::{Destination, Id, Target};
use crate::packet::{Flows, Traffic};
use crate::reach::{self, Assume, Branch, Connection, End, Hop};

/// A way out.
struct Leak<'n> {
    code: Code,
    gateway: Id,
    branch: Branch<'n>,
    flows: Flows,
    witness: Option<Witness>,
}

/// Everything outside.
pub(super) fn everything() -> Flows {
    Flows::product(internet(), Traffic::full())
}

/// Whether a packet can leave.
pub(super) fn leave(t: &Traveller<'_>) -> Journey {
    let mut outside = everything();
    if translates(t) {
        outside = outside.union(&Flows::product(nat64(), Traffic::full()));
    }
    let walks = |assume| {
        let (mut all, mut certain) = (Vec::new(), true);
        for from in &t.workload.interfaces {
            let walk = reach::send(t.network, *from, &outside, assume);
            all.extend(walk.branches.into_iter().map(|branch| (*from, branch)));
            certain &= walk.certain;
        }
        (all, certain)
    };
    let (narrow, same) = walks(Assume::Narrowest);
    let leaks = leaks(t, &narrow);
    if t.workload.direct_internet_access || !leaks.is_empty() {
        return leaking(t, leaks);
    }
    let walked = if same { None } else { Some(walks(Assume::Widest).0) };
    let wide = walked.as_ref().unwrap_or(&narrow);
    let open = |(_, b): &&(Id, Branch<'_>)| matches!(b.end, End::Internet(_) | End::Unknown(_));
    if wide.iter().any(|b| open(&b)) {
        let finding = unknown(t, &connections(&narrow), &connections(wide), "");
        let hops = wide.iter().find(open).map(|(_, b)| b.hops()).unwrap_or_default();
        let step = Step { gate: Gate::Network, finding, outcome: Outcome::Unknown, hops };
        return journey(t, vec![step], None, remains::notes(t));
    }
    if let Some(subnet) = t.workload.interfaces.iter().find_map(|from| t.unaddressed(*from)) {
        let finding = t.finding(Code::ValueUnknown, Some(subnet), t.network.name(subnet));
        let step = Step { gate: Gate::Network, finding, outcome: Outcome::Unknown, hops: Vec::new() };
        return journey(t, vec![step], None, remains::notes(t));
    }
    holding(t, wide)
}

/// Whether a route hands IPv6 packets to a NAT gateway: what is sent to IPv4 addresses written as IPv6 ones may then leave too.
fn translates(t: &Traveller<'_>) -> bool {
    let mut routes = t.network.route_tables.values().flat_map(|table| &table.routes);
    !t.network.nat_gateways.is_empty()
        && routes.any(|route| {
            matches!((&route.destination, &route.target), (Destination::V6(_), Target::NatGateway(_)))
        })
}

fn connections<'n>(walked: &[(Id, Branch<'n>)]) -> Vec<Connection<'n>> {
    walked.iter().map(|(_, branch)| Connection { branch: branch.clone(), reply: None }).collect()
}

/// The ways out, one per kind of gateway, the most telling first.
fn leaks<'n>(t: &Traveller<'n>, walks: &[(Id, Branch<'n>)]) -> Vec<Leak<'n>> {
    let mut leaks: Vec<Leak<'n>> = Vec::new();
    for (from, branch) in walks {
        let End::Internet(gateway) = branch.end else { continue };
        let (code, gateway) = kind(t, branch, gateway);
        let witness = notation::witness(&branch.flows, None, |to| t.address_of(*from, to));
        let flows = branch.flows.clone();
        let Some(leak) = leaks.iter_mut().find(|leak| leak.code == code && leak.gateway == gateway) else {
            leaks.push(Leak { code, gateway, branch: branch.clone(), flows, witness });
            continue;
        };
        leak.flows = leak.flows.union(&flows);
        if rank(leak.witness.as_ref()) > rank(witness.as_ref()) {
            leak.branch = branch.clone();
            leak.witness = witness;
        }
    }
    leaks.sort_by_key(|leak| (telling(leak.code), leak.gateway));
    leaks
}

/// Readers know HTTPS to an IPv4 address best.
fn rank(witness: Option<&Witness>) -> (bool, bool, bool) {
    witness.map_or((true, true, true), |w| {
        (w.destination_port.is_none(), w.destination_port != Some(443), w.destination.is_ipv6())
    })
}

fn telling(code: Code) -> u8 {
    match code {
        Code::EgressThroughNatGateway => 0,
        Code::EgressThroughNatInstance => 1,
        Code::EgressThroughInternetGateway => 2,
        _ => 3,
    }
}

/// Through what a branch leaves: the device that rewrites its source, else the gateway itself.
fn kind(t: &Traveller<'_>, branch: &Branch<'_>, gateway: Id) -> (Code, Id) {
    let by = |code| branch.decided_by(code);
    if let Some(nat) = by(Code::NatGatewayTranslates) {
        (Code::EgressThroughNatGateway, nat)
    } else if let Some(nat) = by(Code::NatInstanceTranslates) {
        (Code::EgressThroughNatInstance, t.network.interfaces.get(&nat).map_or(nat, |i| i.owner))
    } else if t.network.egress_only_gateways.contains_key(&gateway) {
        (Code::EgressThroughEgressOnlyGateway, gateway)
    } else {
        (Code::EgressThroughInternetGateway, gateway)
    }
}

fn leaking(t: &Traveller<'_>, leaks: Vec<Leak<'_>>) -> Journey {
    let mut steps = Vec::new();
    let mut notes = remains::notes(t);
    let mut witness = None;
    if t.workload.direct_internet_access {
        let packet =
            notation::witness(&everything(), None, |to| t.address_towards(to).or(Some(unspecified(to))));
        let text = packet.as_ref().map(ToString::to_string).unwrap_or_default();
        let hop = managed_hop(t, &text);
        let mut finding = t.finding_of(&hop, "");
        finding.code = Code::DirectInternetAccessEnabled;
        steps.push(Step { gate: Gate::Network, finding, outcome: Outcome::Fails, hops: vec![hop] });
        witness = packet;
    }
    for leak in leaks {
        let mut finding = t.finding(leak.code, Some(leak.gateway), "");
        if let Some(route) = leak.branch.hop(Code::RouteSelected) {
            finding.compared = route.compared;
        }
        if let Some(packet) = &leak.witness {
            finding.compared.packet = packet.to_string().into();
        }
        notes.extend(remains::shared_addresses(t, &leak.flows, &leak.branch));
        witness = witness.or(leak.witness);
        let hops = leak.branch.hops();
        steps.push(Step { gate: Gate::Network, finding, outcome: Outcome::Fails, hops });
    }
    notes.dedup();
    journey(t, steps, witness, notes)
}

/// The source address of a packet through an interface that is not the customer's is not known.
fn unspecified(to: std::net::IpAddr) -> std::net::IpAddr {
    if to.is_ipv4() { std::net::Ipv4Addr::UNSPECIFIED.into() } else { std::net::Ipv6Addr::UNSPECIFIED.into() }
}

fn holding(t: &Traveller<'_>, wide: &[(Id, Branch<'_>)]) -> Journey {
    let filter = filter::alone(t, wide);
    // Where packets are stopped tells more than where they arrive inside AWS, and any blocker more than a missing address.
    // Of those, what stops HTTPS, which readers know best.
    let https = |b: &Branch<'_>| b.flows.segments().iter().any(|s| s.traffic.tcp.contains(443));
    let no_address = |b: &Branch<'_>| b.last_code() == Some(Code::NoAddressOfFamily);
    let telling =
        wide.iter().map(|(_, b)| b).min_by_key(|b| (b.end != End::Blocked, no_address(b), !https(b)));
    let blocked = filter.or_else(|| {
        let branch = telling?;
        let finding = Finding { code: Code::NoWayToTheInternet, ..t.finding_of(&branch.last_hop()?, "") };
        Some((finding, branch.hops()))
    });
    let (finding, hops): (Finding, Vec<Hop>) =
        blocked.unwrap_or_else(|| (t.finding(Code::NoWayToTheInternet, Some(t.source), ""), Vec::new()));
    let mut notes = remains::notes(t);
    notes.extend(remains::unused_gateway(t));
    journey(t, vec![Step { gate: Gate::Network, finding, outcome: Outcome::Works, hops }], None, notes)
}

fn journey(t: &Traveller<'_>, steps: Vec<Step>, witness: Option<Witness>, notes: Vec<Finding>) -> Journey {
    let outcome = steps.first().map_or(Outcome::Works, |step| step.outcome.clone());
    let findings = steps.iter().map(|step| step.finding.clone()).collect();
    let notes = host_firewall::note(t).into_iter().chain(notes).collect();
    Journey { outcome, steps, findings, notes, witness }
}

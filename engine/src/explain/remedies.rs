//! The catalogue: what would let a journey past the thing that stops it, the narrowest first.

use std::net::IpAddr;

use super::apply::{around, is_outside};
use super::edit::Edit;
use super::element::{ElementKind, elements};
use super::notation::{self, Told};
use crate::code::Code;
use crate::facts::services;
use crate::journey::{Finding, Outcome, Step};
use crate::network::{EndpointKind, Id, Identity, Network, Target};
use crate::packet::{Protocol, Ranges, Traffic};
use crate::reach::{EPHEMERAL, NAT_PORTS};
use crate::verdict::{Answer, Requirement};

/// The step that decides a failing or partial answer.
pub(super) fn decisive(answer: &Answer) -> Option<&Step> {
    let step = |outcome: fn(&Outcome) -> bool| answer.steps.iter().find(|step| outcome(&step.outcome));
    step(|o| *o == Outcome::Fails).or_else(|| step(|o| matches!(o, Outcome::Partial(_))))
}

/// What could be done about it.
pub(super) fn remedies(n: &Network, source: Id, answer: &Answer) -> Vec<Edit> {
    let Some(step) = decisive(answer) else { return Vec::new() };
    if answer.requirement == Requirement::Isolated {
        return closing(n, source, step);
    }
    let mut edits = Vec::new();
    for finding in &answer.findings {
        edits.extend(of_name(n, source, finding));
    }
    edits.extend(of_finding(n, source, step));
    edits
}

/// What would close a leak.
fn closing(n: &Network, source: Id, step: &Step) -> Vec<Edit> {
    if step.finding.code == Code::DirectInternetAccessEnabled {
        return vec![Edit::NoDirectAccess { workload: n.name(source).into() }];
    }
    let routes = step.hops.iter().filter(|hop| hop.code == Code::RouteSelected);
    let all = elements(n);
    routes
        .filter_map(|hop| {
            let (rule, place) = hop.rule?;
            let of = n.name(hop.by);
            all.iter().find(|e| {
                e.kind == ElementKind::Route
                    && *e.of == *of
                    && e.place == place
                    && *e.resource == *n.name(rule)
            })
        })
        .map(|element| Edit::Remove(element.clone()))
        .collect()
}

/// Names that do not resolve as they should.
fn of_name(n: &Network, source: Id, finding: &Finding) -> Vec<Edit> {
    let name = |id: Option<Id>| id.map(|id| Box::<str>::from(n.name(id)));
    match finding.code {
        Code::PrivateDnsDisabled => {
            name(finding.resource).map(|endpoint| Edit::PrivateDns { endpoint }).into_iter().collect()
        }
        Code::NoEndpointForService => new_endpoints(n, source, &finding.subject),
        _ => Vec::new(),
    }
}

/// An endpoint for a service where the others are, with what they wear; else beside the workload.
fn new_endpoints(n: &Network, source: Id, service: &str) -> Vec<Edit> {
    let Some(own) = n.workloads.get(&source).and_then(|w| n.interfaces.get(w.interfaces.first()?)) else {
        return Vec::new();
    };
    let Some(subnet) = n.subnets.get(&own.subnet) else { return Vec::new() };
    let like = n.endpoints.values().filter(|e| e.vpc == subnet.vpc).find_map(|e| match &e.kind {
        EndpointKind::Interface { interfaces, .. } => n.interfaces.get(interfaces.first()?),
        EndpointKind::Gateway { .. } => None,
    });
    let like = like.unwrap_or(own);
    let groups = like.groups.iter().map(|group| n.name(*group).into()).collect();
    let mut edits = Vec::new();
    if services::has_gateway_endpoint(service) {
        edits.push(Edit::GatewayEndpoint {
            service: service.into(),
            table: n.name(subnet.route_table).into(),
        });
    }
    edits.push(Edit::Endpoint { service: service.into(), subnet: n.name(like.subnet).into(), groups });
    edits
}

fn of_finding(n: &Network, source: Id, step: &Step) -> Vec<Edit> {
    let finding = &step.finding;
    let by = finding.resource.map(|id| Box::<str>::from(n.name(id)));
    let packet = notation::packet(&finding.compared.packet);
    let workload = || Box::<str>::from(n.name(source));
    match finding.code {
        Code::EniSgRulesMismatch | Code::SgHasNoRules => {
            finding.resource.zip(packet).map(|(group, told)| admissions(n, group, &told)).unwrap_or_default()
        }
        Code::SubnetAclRestriction => {
            let reply = step.hops.last().is_some_and(|hop| hop.reply && hop.code == finding.code);
            finding.resource.zip(packet).map(|(acl, told)| entries(n, acl, &told, reply)).unwrap_or_default()
        }
        Code::NoRouteToDestination | Code::BadStateRoute | Code::MoreSpecificRoute => {
            finding.resource.zip(packet).map(|(table, told)| routes(n, table, &told)).unwrap_or_default()
        }
        Code::PrivateNatGatewayNoInternet => {
            let table = step.hops.iter().find(|hop| hop.code == Code::RouteSelected).map(|hop| hop.by);
            table.map(|table| Edit::NatGateway { table: n.name(table).into() }).into_iter().collect()
        }
        Code::EniSourceDestCheckRestriction => {
            by.map(|interface| Edit::NoCheck { interface }).into_iter().collect()
        }
        Code::IgwPublicIpAssociationForEgress => {
            let sent = packet.and_then(|told| told.source);
            let from = n.interfaces.iter().find(|(_, i)| i.v4.map(IpAddr::V4) == sent).map(|(id, _)| *id);
            from.map(|id| Edit::PublicAddress { interface: n.name(id).into() }).into_iter().collect()
        }
        Code::GatewayNotAttached => {
            let vpc = n.vpc_of_workload(source).map(|vpc| n.name(vpc).into());
            by.zip(vpc).map(|(gateway, vpc)| Edit::Attach { gateway, vpc }).into_iter().collect()
        }
        Code::VpcBlockPublicAccessEnabled => vec![Edit::NoBlock],
        Code::HostFirewallBlocks => vec![Edit::NoHostFirewall { workload: workload() }],
        Code::DnsSupportDisabled => by.map(|vpc| Edit::Resolver { vpc }).into_iter().collect(),
        Code::NoExternalConnection => {
            let connection = finding.subject.clone();
            by.map(|repository| Edit::Connect { repository, connection }).into_iter().collect()
        }
        Code::IdentityPolicyDenies | Code::EndpointPolicyDenies | Code::ResourcePolicyDenies => {
            policy(n, source, finding, by).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// A statement more where nothing allows, one less where one denies.
fn policy(n: &Network, source: Id, finding: &Finding, by: Option<Box<str>>) -> Option<Edit> {
    if !finding.compared.rule.is_empty() {
        let text = finding.compared.rule.clone();
        return Some(Edit::DropStatement { of: by?, place: finding.place?, text });
    }
    let (action, resource) = finding.compared.packet.split_once(' ')?;
    let of = match (finding.code, &n.workloads.get(&source)?.identity) {
        (Code::IdentityPolicyDenies, Identity::Role(role)) => n.name(*role).into(),
        (Code::EndpointPolicyDenies, _) => by?,
        _ => return None,
    };
    Some(Edit::Permit { of, action: action.into(), resource: resource.into() })
}

fn traffic(protocol: Protocol, ports: Option<(u16, u16)>) -> (Traffic, String) {
    let (low, high) = ports.unwrap_or((0, u16::MAX));
    let range = Ranges::range(low, high);
    let text = match (low, high) {
        (0, u16::MAX) => protocol.to_string(),
        _ if low == high => format!("{protocol} {low}"),
        _ => format!("{protocol} {low}-{high}"),
    };
    match protocol {
        Protocol::Tcp => (Traffic::tcp(range), text),
        Protocol::Udp => (Traffic::udp(range), text),
        _ => (Traffic::protocol(protocol), protocol.to_string()),
    }
}

/// A rule into or out of a group, whichever end wears it.
fn admissions(n: &Network, group: Id, told: &Told) -> Vec<Edit> {
    let wears = |address: IpAddr| {
        n.interfaces.values().any(|i| i.groups.contains(&group) && i.addresses().contains(address))
    };
    let (traffic, what) = traffic(told.protocol, told.port.map(|port| (port, port)));
    let mut edits = Vec::new();
    let mut add = |ingress: bool, remote: IpAddr, word: &str| {
        let (peer, range) = around(n, remote);
        let text = format!("{what} {word} {range}").into();
        edits.push(Edit::Admit {
            group: n.name(group).into(),
            ingress,
            traffic: traffic.clone(),
            peer,
            text,
        });
    };
    if let Some(source) = told.source.filter(|_| wears(told.destination)) {
        add(true, source, "from");
    }
    if told.source.is_some_and(wears) {
        add(false, told.destination, "to");
    }
    edits
}

/// An entry in each direction that the packet crosses the ACL in. An answer goes to the port its request came from.
fn entries(n: &Network, acl: Id, told: &Told, reply: bool) -> Vec<Edit> {
    let guards = |address: IpAddr| {
        n.subnets.values().any(|subnet| subnet.acl == acl && subnet.addresses().contains(address))
    };
    let Some(entries) = n.acls.get(&acl) else { return Vec::new() };
    let nat =
        n.nat_gateways.values().any(|nat| nat.private_address.map(IpAddr::V4) == Some(told.destination));
    let ports = match (reply, told.port) {
        (true, _) if nat => Some(NAT_PORTS),
        (true, _) => Some(EPHEMERAL),
        (false, port) => port.map(|port| (port, port)),
    };
    let (traffic, what) = traffic(told.protocol, ports);
    let mut edits = Vec::new();
    let mut add = |ingress: bool, remote: IpAddr| {
        let list = if ingress { &entries.ingress } else { &entries.egress };
        let refuses = list.iter().position(|e| {
            !e.allow && e.addresses.contains(remote) && !e.traffic.intersection(&traffic).is_empty()
        });
        let Some(number) = number(&list.iter().map(|e| e.number).collect::<Vec<_>>(), refuses) else {
            return;
        };
        let (addresses, range) = around(n, remote);
        let text = format!("{number} allow {what} {range}").into();
        let acl = n.name(acl).into();
        edits.push(Edit::Allow { acl, ingress, number, traffic: traffic.clone(), addresses, text });
    };
    if let Some(source) = told.source.filter(|_| guards(told.destination)) {
        add(true, source);
    }
    if told.source.is_some_and(guards) {
        add(false, told.destination);
    }
    edits
}

/// A free number before the entry at a place, else behind all.
fn number(taken: &[u16], before: Option<usize>) -> Option<u16> {
    match before.and_then(|at| taken.get(at).map(|number| (at, *number))) {
        Some((at, number)) => {
            let low = at.checked_sub(1).and_then(|at| taken.get(at)).copied().unwrap_or(0);
            let middle = low + (number - low) / 2;
            (middle > low && middle < number).then_some(middle)
        }
        None => taken.last().map_or(Some(100), |last| last.checked_add(10)).filter(|n| *n <= 32_766),
    }
}

/// A default route to what leads out of the VPC already, else to a new NAT gateway.
fn routes(n: &Network, table: Id, told: &Told) -> Vec<Edit> {
    let Some(own) = n.route_tables.get(&table).filter(|_| is_outside(told.destination)) else {
        return Vec::new();
    };
    let destination = match told.destination {
        IpAddr::V4(_) => ipnet::IpNet::V4(ipnet::Ipv4Net::default()),
        IpAddr::V6(_) => ipnet::IpNet::V6(ipnet::Ipv6Net::default()),
    };
    let v4 = told.destination.is_ipv4();
    let nats =
        n.nat_gateways.iter().filter(|(_, nat)| v4 && nat.vpc == own.vpc && nat.public).map(|(id, _)| *id);
    let forwarding = n.workloads.iter().filter(|(_, w)| {
        let first = w.interfaces.first().and_then(|id| n.interfaces.get(id));
        v4 && first.is_some_and(|i| !i.source_dest_check && i.public_v4.is_some())
            && w.interfaces.first().and_then(|id| n.vpc_of(*id)) == Some(own.vpc)
    });
    let gateways = n.internet_gateways.iter().filter(|(_, vpc)| **vpc == Some(own.vpc)).map(|(id, _)| *id);
    let egress_only =
        n.egress_only_gateways.iter().filter(|(_, vpc)| !v4 && **vpc == own.vpc).map(|(id, _)| *id);
    let to = nats.chain(forwarding.map(|(id, _)| *id)).chain(egress_only).chain(gateways);
    let name = || Box::<str>::from(n.name(table));
    let mut edits: Vec<Edit> =
        to.map(|to| Edit::Route { table: name(), destination, to: n.name(to).into() }).collect();
    let has_nat = own.routes.iter().any(|r| matches!(r.target, Target::NatGateway(_)));
    if v4 && !has_nat {
        edits.push(Edit::NatGateway { table: name() });
    }
    edits
}

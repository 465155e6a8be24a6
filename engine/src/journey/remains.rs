//! What is told beside isolation and never decides it.

use super::Finding;
use super::traveller::Traveller;
use crate::code::Code;
use crate::facts::indexes::FASTLY;
use crate::network::{Id, Target};
use crate::packet::Flows;
use crate::policy::{Document, Statement};
use crate::reach::{Branch, Hop};

/// Ways data could still go out without a packet leaving for the internet.
pub(super) fn notes(t: &Traveller<'_>) -> Vec<Finding> {
    let Some((id, vpc)) = t.vpc() else { return Vec::new() };
    let dns = vpc.dns_support.then(|| t.finding(Code::NoteDnsRemains, Some(id), ""));
    dns.into_iter().chain(open_endpoints(t, id)).collect()
}

/// Endpoints whose policy lets anybody's credentials reach anybody's resources: one note, naming the services.
fn open_endpoints(t: &Traveller<'_>, vpc: Id) -> Option<Finding> {
    let open = || {
        t.network
            .endpoints
            .iter()
            .filter(move |(_, e)| e.vpc == vpc && e.policy.as_ref().is_none_or(unrestricted))
    };
    let (first, _) = open().next()?;
    let mut services: Vec<&str> = open().map(|(_, endpoint)| &*endpoint.service).collect();
    services.sort_unstable();
    services.dedup();
    Some(t.finding(Code::NoteEndpointPolicyOpen, Some(*first), &services.join(", ")))
}

fn unrestricted(document: &Document) -> bool {
    document
        .statements
        .iter()
        .any(|s| s.allow && any_principal(s) && any_resource(s) && s.conditions.is_empty())
}

fn any_principal(statement: &Statement) -> bool {
    let any = |pattern: &str| pattern == "*" || pattern == "AWS:*";
    statement.principals.as_ref().is_none_or(|p| p.negated || p.patterns.iter().any(|p| any(p)))
}

fn any_resource(statement: &Statement) -> bool {
    let any = |pattern: &str| pattern == "*" || pattern.ends_with(":::*");
    statement.resources.as_ref().is_none_or(|r| r.negated || r.patterns.iter().any(|p| any(p)))
}

/// An internet gateway attached to the VPC that the source's own tables do not lead to.
pub(super) fn unused_gateway(t: &Traveller<'_>) -> Option<Finding> {
    let (vpc, _) = t.vpc()?;
    let (gateway, _) = t.network.internet_gateways.iter().find(|(_, attached)| **attached == Some(vpc))?;
    let tables = t.workload.interfaces.iter().filter_map(|interface| {
        let subnet = t.network.interfaces.get(interface)?.subnet;
        t.network.route_tables.get(&t.network.subnets.get(&subnet)?.route_table)
    });
    let leads =
        tables.flat_map(|table| &table.routes).any(|route| route.target == Target::InternetGateway(*gateway));
    (!leads).then(|| t.finding(Code::NoteUnusedInternetGateway, Some(*gateway), ""))
}

/// What leaves is narrowed to a content network's addresses, which strangers share.
pub(super) fn shared_addresses(t: &Traveller<'_>, leaking: &Flows, leak: &Branch<'_>) -> Option<Finding> {
    if !leaking.addresses().is_subset(&FASTLY.addresses()) {
        return None;
    }
    let filter = |hop: &Hop| matches!(hop.code, Code::AclEgressAllowed | Code::SgEgressAllowed);
    let hop = leak.hops().into_iter().find(filter).or_else(|| leak.last_hop())?;
    Some(Finding { code: Code::NoteSharedAddresses, ..t.finding_of(&hop, FASTLY.name) })
}

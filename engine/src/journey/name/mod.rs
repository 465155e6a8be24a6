//! What a host name resolves to.
//!
//! The VPC's resolver answers public names without any route to the internet, and no ACL or group stops it (VPC user guide,
//! DNS; network ACLs). Where both DNS attributes of the VPC are on it asks private zones first: those of the customer, and the hidden ones
//! that an interface endpoint with private DNS brings (`PrivateLink` guide). The most specific zone answers, and only it. An endpoint's own
//! names, with `vpce-` in them, resolve to it everywhere. Machines that were told other name servers do not ask this resolver.

mod service;
mod zone;

use std::net::{IpAddr, Ipv4Addr};

pub use self::service::public_addresses;
use self::service::{covers, own_name, service_of};
use super::traveller::{Traveller, step};
use super::{Finding, Gate, Outcome, Step, host_firewall};
use crate::code::Code;
use crate::facts::services;
use crate::network::{Endpoint, EndpointKind, Id, Vpc};
use crate::packet::{Addresses, Ranges, Traffic};

/// What a name resolved to.
#[derive(Clone, Debug)]
pub(super) struct Resolved {
    /// The addresses.
    pub(super) addresses: Addresses,
    /// Any of them may be the only answer; else a client is given all and tries one after the other.
    pub(super) any: bool,
    /// Why an AWS service's name did not resolve to an endpoint.
    pub(super) not_private: Option<Finding>,
    /// The customer's own zone that answered. What stands at the addresses is then the customer's choice.
    pub(super) zone: Option<Id>,
}

/// Resolves a host name.
pub(super) fn resolve(t: &Traveller<'_>, host: &str) -> (Step, Option<Resolved>) {
    let Some((vpc_id, vpc)) = t.vpc() else {
        // Only the interface that SageMaker manages: its resolver knows public names only.
        return public(t, host, None);
    };
    if host.parse::<IpAddr>().is_ok() {
        return public(t, host, None);
    }
    if let Some(options) = vpc.other_name_servers {
        let finding = t.finding(Code::OtherNameServers, Some(options), host);
        return (step(Gate::Name, finding, Outcome::Unknown), None);
    }
    if !vpc.dns_support {
        let finding = t.finding(Code::DnsSupportDisabled, Some(vpc_id), host);
        return (step(Gate::Name, finding, Outcome::Fails), None);
    }
    if let Some(blocked) = resolver_blocked(t, vpc, host) {
        return (blocked, None);
    }
    let endpoints = || t.network.endpoints.iter().filter(|(_, endpoint)| endpoint.vpc == vpc_id);
    let covering = || endpoints().filter(|(_, e)| is_interface(e) && covers(t, &e.service, host));
    let endpoint = covering().find(|(_, e)| vpc.dns_hostnames && has_private_dns(e));
    if vpc.dns_hostnames && !t.network.zones.is_empty() {
        let labels = endpoint.map_or(0, |(_, endpoint)| labels_of(t, endpoint, host));
        if let Some(answered) = zone::answer(t, vpc_id, host, labels) {
            return answered;
        }
    }
    if let Some((id, endpoint)) = endpoint {
        return private(t, host, *id, endpoint);
    }
    if let Some(service) = own_name(host) {
        let named = |id: Id| host.contains(&format!("${{{}}}", t.network.name(id)));
        let fitting = || endpoints().filter(|(_, e)| is_interface(e) && *e.service == *service);
        if let Some((id, endpoint)) = fitting().find(|(id, _)| named(**id)).or_else(|| fitting().next()) {
            return private(t, host, *id, endpoint);
        }
        let finding = t.finding(Code::NoEndpointForService, Some(vpc_id), service);
        return (step(Gate::Name, finding, Outcome::Fails), None);
    }
    let not_private =
        service_of(&t.network.region, &t.network.partition, host).map(|service| match covering().next() {
            Some((id, _)) => t.finding(Code::PrivateDnsDisabled, Some(*id), &service),
            None => t.finding(Code::NoEndpointForService, Some(vpc_id), &service),
        });
    public(t, host, not_private)
}

fn private(t: &Traveller<'_>, host: &str, id: Id, endpoint: &Endpoint) -> (Step, Option<Resolved>) {
    let EndpointKind::Interface { interfaces, .. } = &endpoint.kind else { return public(t, host, None) };
    let interfaces = interfaces.iter().filter_map(|id| t.network.interfaces.get(id));
    let addresses = interfaces.fold(Addresses::empty(), |all, it| all.union(&it.addresses()));
    let mut finding = t.finding(Code::NameResolvesToEndpoint, Some(id), host);
    finding.compared.packet = first(&addresses);
    let resolved = Resolved { addresses, any: false, not_private: None, zone: None };
    (step(Gate::Name, finding, Outcome::Works), Some(resolved))
}

fn public(t: &Traveller<'_>, host: &str, not_private: Option<Finding>) -> (Step, Option<Resolved>) {
    let addresses = public_addresses(&t.network.region, &t.network.partition, host);
    let mut finding = t.finding(Code::NameResolvesToPublic, None, host);
    finding.compared.packet = first(&addresses);
    let resolved = Resolved { addresses, any: true, not_private, zone: None };
    (step(Gate::Name, finding, Outcome::Works), Some(resolved))
}

/// An address as an example.
fn first(addresses: &Addresses) -> Box<str> {
    addresses.first().map(|a| a.to_string()).unwrap_or_default().into()
}

/// How many labels the hidden zone has that brings this name to an endpoint.
fn labels_of(t: &Traveller<'_>, endpoint: &Endpoint, host: &str) -> usize {
    let names = services::zone_names(&endpoint.service, &t.network.region, &t.network.partition);
    names.iter().filter(|name| zone::lies_in(host, name)).map(|name| zone::labels(name)).max().unwrap_or(0)
}

fn is_interface(endpoint: &Endpoint) -> bool {
    matches!(endpoint.kind, EndpointKind::Interface { .. })
}

fn has_private_dns(endpoint: &Endpoint) -> bool {
    matches!(endpoint.kind, EndpointKind::Interface { private_dns: true, .. })
}

/// Where the host's own firewall drops queries to the resolver, which stands at the VPC's base address plus two.
fn resolver_blocked(t: &Traveller<'_>, vpc: &Vpc, host: &str) -> Option<Step> {
    let firewall = t.host().firewall.as_ref()?;
    let base = vpc.v4.first()?.network().to_bits();
    let resolver = Addresses::one(IpAddr::V4(Ipv4Addr::from_bits(base.checked_add(2)?)));
    let query = Traffic::udp(Ranges::one(53));
    if !firewall.admits(&resolver, &query).is_empty() {
        return None;
    }
    let packet = format!("udp → {}:53", resolver.first()?);
    let hop = host_firewall::hop(t, &resolver, &query, false, &packet)?;
    let finding = t.finding_of(&hop, host);
    Some(Step { gate: Gate::Name, finding, outcome: Outcome::Fails, hops: vec![hop] })
}

//! What a host name resolves to.
//!
//! The VPC's resolver answers public names without any route to the internet, and no ACL or group stops it (VPC user guide,
//! DNS; network ACLs). An interface endpoint with private DNS answers the service's ordinary names with its own addresses,
//! provided that both DNS attributes of the VPC are on (`PrivateLink` guide). An endpoint's own names, with `vpce-` in them,
//! resolve to it everywhere.

use std::net::{IpAddr, Ipv4Addr};

use super::traveller::{Traveller, step};
use super::{Finding, Gate, Outcome, Step, host_firewall};
use crate::code::Code;
use crate::facts::{aws_addresses, indexes, internet, services};
use crate::network::{Endpoint, EndpointKind, Id, Vpc};
use crate::packet::{Addresses, Ranges, Traffic};

/// What a name resolved to.
#[derive(Clone, Debug)]
pub(super) enum Resolved {
    /// Addresses of this endpoint's interfaces; a client tries one after the other.
    Endpoint(Addresses),
    /// Public addresses, any of which the answer may hold.
    Public {
        /// The addresses.
        addresses: Addresses,
        /// Why an AWS service's name did not resolve to an endpoint.
        not_private: Option<Finding>,
    },
}

/// Resolves a host name.
pub(super) fn resolve(t: &Traveller<'_>, host: &str) -> (Step, Option<Resolved>) {
    let Some((vpc_id, vpc)) = t.vpc() else {
        // Only the interface that SageMaker manages: its resolver knows public names only.
        return public(t, host, None);
    };
    if !vpc.dns_support {
        let finding = t.finding(Code::DnsSupportDisabled, Some(vpc_id), host);
        return (step(Gate::Name, finding, Outcome::Fails), None);
    }
    if let Some(blocked) = resolver_blocked(t, vpc, host) {
        return (blocked, None);
    }
    let endpoints = || t.network.endpoints.iter().filter(|(_, endpoint)| endpoint.vpc == vpc_id);
    if let Some(service) = own_name(host) {
        let named = |id: Id| host.contains(&format!("${{{}}}", t.network.name(id)));
        let fitting = || endpoints().filter(|(_, e)| is_interface(e) && *e.service == *service);
        if let Some((id, endpoint)) = fitting().find(|(id, _)| named(**id)).or_else(|| fitting().next()) {
            return private(t, host, *id, endpoint);
        }
        let finding = t.finding(Code::NoEndpointForService, Some(vpc_id), service);
        return (step(Gate::Name, finding, Outcome::Fails), None);
    }
    let covering = || endpoints().filter(|(_, e)| is_interface(e) && covers(t, &e.service, host));
    if vpc.dns_hostnames
        && let Some((id, endpoint)) = covering().find(|(_, e)| has_private_dns(e))
    {
        return private(t, host, *id, endpoint);
    }
    let not_private = service_of(t, host).map(|service| match covering().next() {
        Some((id, _)) => t.finding(Code::PrivateDnsDisabled, Some(*id), &service),
        None => t.finding(Code::NoEndpointForService, Some(vpc_id), &service),
    });
    public(t, host, not_private)
}

fn private(t: &Traveller<'_>, host: &str, id: Id, endpoint: &Endpoint) -> (Step, Option<Resolved>) {
    let EndpointKind::Interface { interfaces, .. } = &endpoint.kind else { return public(t, host, None) };
    let mut all = Addresses::empty();
    for interface in interfaces.iter().filter_map(|id| t.network.interfaces.get(id)) {
        let v4 = interface.v4.map(|a| Addresses::one(IpAddr::V4(a)));
        let v6 = interface.v6.map(|a| Addresses::one(IpAddr::V6(a)));
        all = v4.into_iter().chain(v6).fold(all, |all, one| all.union(&one));
    }
    let mut finding = t.finding(Code::NameResolvesToEndpoint, Some(id), host);
    finding.compared.packet = all.first().map(|a| a.to_string()).unwrap_or_default().into();
    (step(Gate::Name, finding, Outcome::Works), Some(Resolved::Endpoint(all)))
}

fn public(t: &Traveller<'_>, host: &str, not_private: Option<Finding>) -> (Step, Option<Resolved>) {
    let addresses = public_addresses(t, host);
    let mut finding = t.finding(Code::NameResolvesToPublic, None, host);
    finding.compared.packet = addresses.first().map(|a| a.to_string()).unwrap_or_default().into();
    (step(Gate::Name, finding, Outcome::Works), Some(Resolved::Public { addresses, not_private }))
}

/// The public addresses a name may resolve to: those known of it, else any address of the internet over IPv4.
fn public_addresses(t: &Traveller<'_>, host: &str) -> Addresses {
    let of_index = ["pypi", "npm", "maven"]
        .into_iter()
        .flat_map(indexes::hosts)
        .find(|known| known.name == host)
        .map(indexes::Host::addresses);
    if let Some(addresses) = of_index {
        return addresses;
    }
    if let Ok(address) = host.parse::<IpAddr>() {
        return Addresses::one(address);
    }
    match service_of(t, host) {
        Some(service) => aws_addresses::of_service(&service),
        None => Addresses { v4: internet().v4, v6: Ranges::empty() },
    }
}

/// The short name of the AWS service an ordinary host name belongs to.
fn service_of(t: &Traveller<'_>, host: &str) -> Option<String> {
    const WITH_OWN_FORM: [&str; 3] = ["s3", "codeartifact.repositories", "codeartifact.api"];
    if let Some(service) = WITH_OWN_FORM.into_iter().find(|service| covers(t, service, host)) {
        return Some(service.to_owned());
    }
    let suffix = services::default_host("", &t.network.region, &t.network.partition);
    let labels = host.strip_suffix(suffix.as_str()).map(|front| front.trim_end_matches('.'))?;
    Some(labels.rsplit('.').collect::<Vec<_>>().join("."))
}

fn covers(t: &Traveller<'_>, service: &str, host: &str) -> bool {
    services::covers(service, &t.network.region, &t.network.partition, host)
}

fn is_interface(endpoint: &Endpoint) -> bool {
    matches!(endpoint.kind, EndpointKind::Interface { .. })
}

fn has_private_dns(endpoint: &Endpoint) -> bool {
    matches!(endpoint.kind, EndpointKind::Interface { private_dns: true, .. })
}

/// The service in an endpoint's own name: `vpce-….d.codeartifact.eu-west-1.vpce.amazonaws.com`.
fn own_name(host: &str) -> Option<&'static str> {
    const FORMS: [(&str, &str); 5] = [
        (".d.codeartifact.", "codeartifact.repositories"),
        (".api.codeartifact.", "codeartifact.api"),
        (".s3.", "s3"),
        (".git-codecommit.", "git-codecommit"),
        (".api.sagemaker.", "sagemaker.api"),
    ];
    if !host.contains(".vpce.amazonaws.com") {
        return None;
    }
    FORMS.into_iter().find(|(part, _)| host.contains(part)).map(|(_, service)| service)
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

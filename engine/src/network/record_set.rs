//! `AWS::Route53::RecordSet` and `AWS::Route53::RecordSetGroup`: what a private zone answers.
//!
//! Only `A`, `AAAA` and `CNAME` say where a name leads. An alias leads to an endpoint of the template; any other alias to something whose
//! addresses are not known. With a routing policy (`SetIdentifier`) one of several records answers, and which one is not said
//! (Route 53 guide, choosing a routing policy).
//!
//! Refusals: `REQUIRED_PROPERTY_MISSING`, `REFERENCE_UNUSABLE`.

use std::net::IpAddr;

use super::build::Builder;
use super::read::{Named, outside};
use super::{EndpointKind, Id, hosted_zone};
use crate::packet::Addresses;
use crate::template::{Node, Place, Resource, Unknown};

/// A record of a private zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The `RecordSet`, or the group that lists it.
    pub id: Id,
    /// Where it is written.
    pub place: Place,
    /// Its name as it is compared, or what is not known of it; `*.…` answers every name below that has no record of its own.
    pub name: Result<Box<str>, Unknown>,
    /// Where it leads.
    pub answer: RecordAnswer,
    /// Whether another record of the name may answer in its place.
    pub one_of_several: bool,
}

/// Where a record leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordAnswer {
    /// To these addresses.
    Addresses(Addresses),
    /// To another name.
    Name(Box<str>),
    /// It says no address: `TXT`, `MX` …
    Nothing,
    /// Not known.
    Unknown(Unknown),
}

pub(super) fn read<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let record = record(b, id, resource.place, &resource.properties);
    if let Some(zone) = zone(b, &resource.properties) {
        push(b, zone, record);
    }
}

pub(super) fn read_group<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let whole = zone(b, &resource.properties);
    for node in resource.get("RecordSets").map_or(&[][..], Node::items) {
        let record = record(b, id, node.place, node);
        if let Some(zone) = whole.or_else(|| zone(b, node)) {
            push(b, zone, record);
        }
    }
}

/// Whether the records may belong to a private zone that is not in the template.
pub(super) fn may_be_elsewhere(b: &Builder<'_>, resource: &Resource) -> bool {
    let node = resource.get("HostedZoneId");
    node.is_some_and(|node| matches!(b.named(node), Named::Unknown(_)))
}

fn push(b: &mut Builder<'_>, zone: Id, record: Record) {
    if let Some(zone) = b.network.zones.get_mut(&zone) {
        zone.records.push(record);
    }
}

/// The private zone that records belong to: named itself, or by its name.
fn zone(b: &Builder<'_>, properties: &Node) -> Option<Id> {
    if let Some(node) = properties.get("HostedZoneId") {
        return match b.named(node) {
            Named::Thing(zone) => Some(zone),
            Named::SwitchedOff | Named::Unknown(_) => None,
        };
    }
    let name = hosted_zone::name(b, properties.get("HostedZoneName")?).ok()?;
    let named = |(_, zone): &(&Id, &super::HostedZone)| zone.name.as_ref().is_ok_and(|it| *it == name);
    b.network.zones.iter().find(named).map(|(id, _)| *id)
}

fn record(b: &Builder<'_>, id: Id, place: Place, node: &Node) -> Record {
    let name = match node.get("Name") {
        Some(name) => hosted_zone::name(b, name),
        None => Err(outside("Name")),
    };
    let answer = answer(b, node);
    Record { id, place, name, answer, one_of_several: node.get("SetIdentifier").is_some() }
}

fn answer(b: &Builder<'_>, node: &Node) -> RecordAnswer {
    let kind = match node.get("Type") {
        Some(kind) if let Some(unknown) = kind.unknown() => return RecordAnswer::Unknown(unknown.clone()),
        kind => kind.and_then(Node::text).unwrap_or_default(),
    };
    match &*kind {
        "A" | "AAAA" => {}
        "CNAME" => {
            let first = node.get("ResourceRecords").and_then(|records| records.items().first());
            return match first.map(|first| hosted_zone::name(b, first)) {
                Some(Ok(name)) => RecordAnswer::Name(name),
                Some(Err(unknown)) => {
                    endpoint(b, &unknown).map_or(RecordAnswer::Unknown(unknown), RecordAnswer::Addresses)
                }
                None => RecordAnswer::Nothing,
            };
        }
        _ => return RecordAnswer::Nothing,
    }
    if let Some(alias) = node.get("AliasTarget") {
        let unknown = alias.get("DNSName").unwrap_or(alias).unknown().cloned();
        let unknown = unknown.unwrap_or_else(|| outside("AliasTarget"));
        return endpoint(b, &unknown).map_or(RecordAnswer::Unknown(unknown), RecordAnswer::Addresses);
    }
    let mut all = Addresses::empty();
    for record in node.get("ResourceRecords").map_or(&[][..], Node::items) {
        match address(b, record) {
            Ok(addresses) => all = all.union(&addresses),
            Err(unknown) => return RecordAnswer::Unknown(unknown),
        }
    }
    RecordAnswer::Addresses(all)
}

/// An address as written, or that of a thing of the template: `!GetAtt Proxy.PrivateIp`.
fn address(b: &Builder<'_>, node: &Node) -> Result<Addresses, Unknown> {
    if let Some(unknown) = node.unknown() {
        return Err(unknown.clone());
    }
    let text = b.text(node).unwrap_or_default();
    if let Ok(address) = text.trim().parse::<IpAddr>() {
        return Ok(Addresses::one(address));
    }
    let reference = node.reference();
    let named = reference.and_then(|reference| {
        let thing = b.id(&reference.resource)?;
        let interface = match reference.attribute.as_deref()? {
            "PrivateIp" => *b.primary_interface.get(&thing)?,
            "PrimaryPrivateIpAddress" => thing,
            _ => return None,
        };
        b.network.interfaces.get(&interface)?.v4
    });
    named.map(|address| Addresses::one(IpAddr::V4(address))).ok_or_else(|| outside(&text))
}

/// The addresses of an endpoint, by the attribute of it that only the deployed stack knows: `Endpoint.DnsEntries`.
fn endpoint(b: &Builder<'_>, unknown: &Unknown) -> Option<Addresses> {
    let (before, _) = unknown.what.split_once(".DnsEntries")?;
    let name = before.rsplit(|c: char| !c.is_ascii_alphanumeric()).next()?;
    let endpoint = b.network.endpoints.get(&b.id(name)?)?;
    let EndpointKind::Interface { interfaces, .. } = &endpoint.kind else { return None };
    let all = interfaces.iter().filter_map(|id| b.network.interfaces.get(id));
    Some(all.fold(Addresses::empty(), |all, interface| all.union(&interface.addresses())))
}

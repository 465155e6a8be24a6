//! `AWS::Route53::HostedZone`: names that a VPC answers for itself.
//!
//! A zone with `VPCs` is private: the resolver of those VPCs answers its names from it, and a name below it that it does not have does not
//! exist, whatever the internet says. Of several zones that fit the most specific one answers. It needs both DNS attributes of the VPC
//! (Route 53 guide, considerations when working with a private hosted zone). A zone without `VPCs` answers the internet and
//! changes nothing here.
//!
//! Refusals: `REQUIRED_PROPERTY_MISSING`, `REFERENCE_UNUSABLE`; `PROPERTY_INVALID` for a private zone of the very name that an endpoint's
//! private DNS takes in the same VPC.

use super::build::Builder;
use super::read::Named;
use super::{EndpointKind, Id, Network, Record};
use crate::code::Code;
use crate::facts::services;
use crate::template::{Node, Resource, Unknown};

/// A private hosted zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostedZone {
    /// Its name in small letters, without the last dot; or what is not known of it.
    pub name: Result<Box<str>, Unknown>,
    /// The VPCs that it answers.
    pub vpcs: Vec<Id>,
    /// Its records, in the order of reading.
    pub records: Vec<Record>,
}

impl Network {
    /// The private zones that the resolver of this VPC asks.
    pub fn zones_of(&self, vpc: Id) -> impl Iterator<Item = (Id, &HostedZone)> {
        self.zones.iter().filter(move |(_, zone)| zone.vpcs.contains(&vpc)).map(|(id, zone)| (*id, zone))
    }
}

pub(super) fn read<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let Some(node) = b.required(id, resource, "Name") else { return };
    let name = name(b, node);
    let mut vpcs = Vec::new();
    for node in resource.get("VPCs").map_or(&[][..], Node::items).iter().filter_map(|vpc| vpc.get("VPCId")) {
        match b.one_of(id, node, |n| &n.vpcs) {
            Some(Ok(vpc)) => vpcs.push(vpc),
            Some(Err(unknown)) => vpcs.extend(b.outside_vpcs.get(&unknown.what).copied()),
            None => {}
        }
    }
    if resource.get("VPCs").is_some() {
        b.network.zones.insert(id, HostedZone { name, vpcs, records: Vec::new() });
    }
}

/// Whether it may answer VPCs that the template does not say.
pub(super) fn may_answer_more(b: &Builder<'_>, resource: &Resource) -> bool {
    let vpcs = resource.get("VPCs").map_or(&[][..], Node::items);
    vpcs.iter().any(|vpc| vpc.get("VPCId").is_none_or(|node| matches!(b.named(node), Named::Unknown(_))))
}

/// A domain name as it is compared: in small letters, without the last dot.
pub(super) fn name(b: &Builder<'_>, node: &Node) -> Result<Box<str>, Unknown> {
    if let Some(unknown) = node.unknown() {
        return Err(unknown.clone());
    }
    let text = b.text(node).unwrap_or_default().to_ascii_lowercase().replace("\\052", "*");
    Ok(text.strip_suffix('.').unwrap_or(&text).into())
}

/// Two zones of one name in one VPC: AWS refuses the private DNS of an endpoint beside a zone of its name.
pub(super) fn check_conflicts(b: &mut Builder<'_>) {
    let Network { region, partition, .. } = &b.network;
    let mut conflicts: Vec<(Id, String)> = Vec::new();
    for (id, endpoint) in &b.network.endpoints {
        if !matches!(endpoint.kind, EndpointKind::Interface { private_dns: true, .. }) {
            continue;
        }
        let taken = services::zone_names(&endpoint.service, region, partition);
        for (zone, it) in b.network.zones_of(endpoint.vpc) {
            if it.name.as_ref().is_ok_and(|name| taken.iter().any(|taken| **taken == **name)) {
                conflicts.push((*id, format!("PrivateDnsEnabled / {}", b.network.name(zone))));
            }
        }
    }
    for (id, detail) in conflicts {
        let place = b.network.place(id);
        b.refuse(Code::PropertyInvalid, id, place, detail);
    }
}

//! Answers that rest on an address which AWS chooses.
//!
//! Where the template writes none, an address of the subnet is assumed for an interface. Nearly always any other would do as well. Where a
//! group rule or an ACL entry on the way tells the addresses of that subnet apart it may not, and this is told.

use super::Finding;
use super::traveller::Traveller;
use crate::code::Code;
use crate::network::{Id, Interface, Peer};
use crate::packet::{Addresses, Ranges};
use crate::reach::Hop;
use crate::template::Place;

/// The first rule on the way that tells the assumed address of the sender, or of an interface that is sent `to`, apart from its
/// neighbours.
pub(super) fn note(t: &Traveller<'_>, from: Id, to: &Addresses, hops: &[Hop]) -> Option<Finding> {
    let interfaces = &t.network.interfaces;
    let assumed = |id: &Id| interfaces.get(id).filter(|interface| interface.assumed);
    // Behind a NAT device nobody sees the sender.
    let rewritten = hops
        .iter()
        .position(|hop| matches!(hop.code, Code::NatGatewayTranslates | Code::NatInstanceTranslates))
        .unwrap_or(hops.len());
    let sender = assumed(&from)
        .and_then(|sender| hops.iter().take(rewritten).find_map(|hop| told_apart(t, hop, sender)));
    sender.or_else(|| {
        if hops.iter().all(|hop| filter(t, hop).next().is_none()) {
            return None;
        }
        let mut receivers = t.network.interfaces_having(to).into_iter().filter_map(|(id, _)| assumed(&id));
        receivers.find_map(|receiver| hops.iter().find_map(|hop| told_apart(t, hop, receiver)))
    })
}

/// The ranges that a filter goes by, each with its rule.
fn filter<'t>(
    t: &'t Traveller<'_>,
    hop: &Hop,
) -> impl Iterator<Item = (&'t Addresses, Place, &'t str)> + use<'t> {
    let group = t.network.groups.get(&hop.by).into_iter().flat_map(|g| g.ingress.iter().chain(&g.egress));
    let of_group = group.filter_map(|rule| match &rule.peer {
        Peer::Addresses(addresses) => Some((addresses, rule.place, &*rule.text)),
        Peer::Group(_) => None,
    });
    let acl = t.network.acls.get(&hop.by).into_iter().flat_map(|a| a.ingress.iter().chain(&a.egress));
    of_group.chain(acl.map(|entry| (&entry.addresses, entry.place, &*entry.text)))
}

/// What a hop's filter says of the addresses that an interface could have, where it does not say the same of all of them. An interface's own
/// groups and the ACL of its own subnet look at the other end.
fn told_apart(t: &Traveller<'_>, hop: &Hop, end: &Interface) -> Option<Finding> {
    if hop.at == end.owner || hop.at == end.subnet {
        return None;
    }
    let could = t.network.subnets.get(&end.subnet)?.addresses();
    let (_, place, rule) = filter(t, hop)
        .find(|(addresses, ..)| splits(&addresses.v4, &could.v4) || splits(&addresses.v6, &could.v6))?;
    let address: Box<str> = end.addresses().first()?.to_string().into();
    let mut finding = t.finding(Code::NoteAddressAssumed, Some(end.owner), &address);
    finding.place = Some(place);
    finding.compared.rule = rule.into();
    finding.compared.packet = address;
    Some(finding)
}

fn splits<T: crate::packet::Bound>(rule: &Ranges<T>, subnet: &Ranges<T>) -> bool {
    rule.meets(subnet) && !subnet.is_subset(rule)
}

//! What stops packets, what limits a part of them, what is not known of them.

use super::super::Finding;
use super::super::traveller::Traveller;
use super::Aim;
use super::from::hops;
use crate::code::Code;
use crate::network::{AclEntry, Id, Network};
use crate::reach::{Connection, End, Hop};
use crate::template::Unknown;

/// The hop that stops a connection: on the way there, or on the way back.
fn blocking_hop(c: &Connection<'_>) -> Option<Hop> {
    match (&c.branch.end, &c.reply) {
        (End::Blocked, _) => c.branch.last_hop(),
        (_, Some(reply)) if reply.ports.is_empty() => reply.hops.last().cloned(),
        _ => None,
    }
}

/// The most telling blocker: any before a mere lack of an address of the family.
pub(super) fn blocker<'c, 'n>(connections: &'c [Connection<'n>]) -> Option<(Hop, &'c Connection<'n>)> {
    let all = || connections.iter().filter_map(|c| blocking_hop(c).map(|hop| (hop, c)));
    all().find(|(hop, _)| hop.code != Code::NoAddressOfFamily).or_else(|| all().next())
}

/// What limits a partial connection: a blocker of the other part, else what stops the answers at the other ports.
pub(super) fn limit(connections: &[Connection<'_>], aim: &Aim<'_>) -> Option<Hop> {
    let cut = connections.iter().find_map(|c| c.reply.as_ref().filter(|_| aim.answer)?.cuts.first().cloned());
    blocker(connections)
        .map(|(hop, _)| hop)
        .filter(|hop| hop.code != Code::NoAddressOfFamily || cut.is_none())
        .or(cut)
}

/// What is not known and decides: the end of a branch, or a rule of what blocks under the narrow reading.
pub(in super::super) fn unknown(
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
        let code = match &hop {
            _ if what.is_some() => Code::ValueUnknown,
            Some(hop) if hop.code == Code::Nat64NotModelled => hop.code,
            _ => Code::UnknownResource,
        };
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

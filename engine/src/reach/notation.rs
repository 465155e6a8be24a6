//! Decisions put into words: the rule that decided and what it was held against, for one packet of the way.

use std::fmt::Write as _;

use super::filter::Groups;
use super::state::{Note, Rule};
use super::{Assume, Compared, Hop};
use crate::network::{Destination, Id, Network, Route, Target};
use crate::packet::Target as To;
use crate::template::Place;

/// A note as a hop about this packet. The rule is looked up for `judged`, the packet as filters see it: remote address and
/// destination port.
pub(super) fn hop(
    network: &Network,
    assume: Assume,
    note: &Note<'_>,
    judged: &To,
    packet: Box<str>,
    reply: bool,
) -> Hop {
    let mut by = note.by;
    let (rule, text): (Option<(Id, Place)>, Box<str>) = match note.rule {
        Rule::None => (None, Box::default()),
        Rule::Groups { interface, vpc, direction, remote } => {
            let groups = Groups { network, vpc, ids: &interface.groups, direction };
            groups.decider(judged, remote, assume).map_or_else(Default::default, |(group, rule)| {
                by = group;
                (Some((rule.id, rule.place)), rule.text.clone())
            })
        }
        Rule::Acl { direction, remote } => {
            let entry =
                network.acls.get(&note.by).and_then(|acl| acl.decider(direction, judged, remote, assume));
            acl_rule(entry, judged)
        }
        Rule::Entry(entry) => acl_rule(entry, judged),
        Rule::Route(route) => (Some((route.id, route.place)), route_text(network, route)),
        Rule::Rewrite(Some(from), Some(to)) => (None, format!("{from} → {to}").into_boxed_str()),
        Rule::Rewrite(..) => (None, Box::default()),
    };
    Hop { code: note.code, by, at: note.at, rule, compared: Compared { rule: text, packet }, reply }
}

/// An entry's id, place and text; the final `*` has only a text.
fn acl_rule(entry: Option<&crate::network::AclEntry>, judged: &To) -> (Option<(Id, Place)>, Box<str>) {
    match entry {
        Some(entry) => (Some((entry.id, entry.place)), entry.text.clone()),
        None if judged.address.is_ipv4() => (None, "* deny all 0.0.0.0/0".into()),
        None => (None, "* deny all ::/0".into()),
    }
}

/// `0.0.0.0/0 → NatGateway`.
fn route_text(network: &Network, route: &Route) -> Box<str> {
    let mut text = String::with_capacity(48);
    // Writing to a `String` cannot fail.
    let _ = match &route.destination {
        Destination::V4(p) => write!(text, "{p}"),
        Destination::V6(p) => write!(text, "{p}"),
        Destination::PrefixList { name, .. } => write!(text, "{name}"),
        Destination::Unknown(why) => write!(text, "{}", why.what),
    };
    text.push_str(" → ");
    text.push_str(match &route.target {
        Target::Local => "local",
        Target::Blackhole => "blackhole",
        Target::Unknown(why) => &why.what,
        Target::InternetGateway(id)
        | Target::EgressOnlyGateway(id)
        | Target::NatGateway(id)
        | Target::Interface(id)
        | Target::GatewayEndpoint(id)
        | Target::Peering(id)
        | Target::NotModelled(id) => network.name(*id),
    });
    text.into_boxed_str()
}

//! Choosing a route: longest prefix; of two with the same prefix the static one before a prefix list's.
//!
//! Source: VPC user guide, route tables ("route priority"); AWS `PrivateLink` guide, gateway endpoints (a static route for
//! exactly the same range wins over the prefix list).

use std::net::IpAddr;

use ipnet::IpNet;

use crate::network::{Destination, Route, Target};
use crate::packet::Addresses;
use crate::template::Unknown;

/// Addresses and the route they take; `None` where no route matches.
pub(super) type Chosen<'a> = (Option<&'a Route>, Addresses);

/// Splits addresses by the route each takes. Routes whose destination is not known are left out, see [`unknown`].
pub(super) fn choose<'a>(routes: &'a [Route], addresses: &Addresses) -> Vec<Chosen<'a>> {
    let mut candidates: Vec<(u8, bool, usize, Addresses, &'a Route)> = Vec::new();
    for (index, route) in routes.iter().enumerate() {
        let mut candidate = |prefix: IpNet, list: bool| {
            let hit = Addresses::prefix(prefix);
            if hit.meets(addresses) {
                candidates.push((prefix.prefix_len(), list, index, hit.intersection(addresses), route));
            }
        };
        match &route.destination {
            Destination::V4(prefix) => candidate(IpNet::V4(*prefix), false),
            Destination::V6(prefix) => candidate(IpNet::V6(*prefix), false),
            Destination::PrefixList { prefixes, .. } => {
                for prefix in prefixes {
                    candidate(*prefix, true);
                }
            }
            Destination::Unknown(_) => {}
        }
    }
    candidates.sort_by_key(|(length, list, index, ..)| (std::cmp::Reverse(*length), *list, *index));
    let mut chosen: Vec<(usize, &'a Route, Addresses)> = Vec::new();
    let mut left = addresses.clone();
    for (_, _, index, hit, route) in candidates {
        let hit = hit.intersection(&left);
        if hit.is_empty() {
            continue;
        }
        left = left.difference(&hit);
        match chosen.iter_mut().find(|(i, ..)| *i == index) {
            Some((_, _, taken)) => *taken = taken.union(&hit),
            None => chosen.push((index, route, hit)),
        }
    }
    let mut all: Vec<Chosen<'a>> = chosen.into_iter().map(|(_, route, hit)| (Some(route), hit)).collect();
    if !left.is_empty() {
        all.push((None, left));
    }
    all
}

/// The route one address takes.
pub(super) fn lookup(routes: &[Route], address: IpAddr) -> Option<&Route> {
    choose(routes, &Addresses::one(address)).into_iter().find_map(|(route, _)| route)
}

/// Whether a route whose destination is not known could take packets away from `route`. A route more specific than the local
/// one leads only to a NAT gateway or an interface. Source: VPC user guide, route tables.
pub(super) fn unknown<'a>(routes: &'a [Route], route: Option<&Route>) -> Option<&'a Unknown> {
    let local = route.is_some_and(|r| r.target == Target::Local);
    routes.iter().find_map(|r| match &r.destination {
        Destination::Unknown(why) => {
            let beats_local = matches!(
                r.target,
                Target::NatGateway(_) | Target::Interface(_) | Target::NotModelled(_) | Target::Unknown(_)
            );
            (!local || beats_local).then_some(why)
        }
        _ => None,
    })
}

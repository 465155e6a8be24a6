//! Names that a private hosted zone of the customer answers.
//!
//! A name in the zone that has no record does not exist: the resolver does not go on to the internet (Route 53 guide, considerations when
//! working with a private hosted zone). A `*` record answers what lies below it and has no record of its own.

use super::super::traveller::{Traveller, step};
use super::super::{Finding, Gate, Outcome, Step};
use super::{Resolved, first, resolve};
use crate::code::Code;
use crate::network::{HostedZone, Id, Record, RecordAnswer};
use crate::packet::Addresses;
use crate::template::Unknown;

/// How many zones a chain of `CNAME` records is followed through.
const MAX_NAMES: usize = 8;

/// The answer of the most specific zone of the VPC that fits, where it is more specific than one of so many labels.
pub(super) fn answer(
    t: &Traveller<'_>,
    vpc: Id,
    host: &str,
    labels_taken: usize,
) -> Option<(Step, Option<Resolved>)> {
    let zones = || t.network.zones_of(vpc);
    let open = zones().find_map(|(id, zone)| zone.name.as_ref().err().map(|unknown| (id, unknown)));
    let fitting = zones().filter_map(|(id, zone)| {
        let name = zone.name.as_ref().ok().filter(|name| lies_in(host, name))?;
        Some((labels(name), id, zone))
    });
    let best = fitting.filter(|(labels, ..)| *labels > labels_taken).max_by_key(|(labels, ..)| *labels);
    match (best, open) {
        // A zone whose name is not known may be the one that fits best.
        (_, Some((id, unknown))) => Some((not_known(t, id, unknown), None)),
        (Some((_, id, zone)), None) => Some(from_zone(t, host, id, zone)),
        (None, None) => None,
    }
}

/// Whether a name is a zone's own or lies below it.
pub(super) fn lies_in(host: &str, zone: &str) -> bool {
    host.strip_suffix(zone).is_some_and(|front| front.is_empty() || front.ends_with('.'))
}

pub(super) fn labels(name: &str) -> usize {
    name.split('.').count()
}

fn from_zone(t: &Traveller<'_>, host: &str, id: Id, zone: &HostedZone) -> (Step, Option<Resolved>) {
    if let Some(unknown) = zone.records.iter().find_map(|record| record.name.as_ref().err()) {
        return (not_known(t, id, unknown), None);
    }
    let records = records(zone, host);
    let mut addresses = Addresses::empty();
    for record in &records {
        match &record.answer {
            RecordAnswer::Addresses(some) => addresses = addresses.union(some),
            RecordAnswer::Name(name) => return follow(t, host, id, record, name),
            RecordAnswer::Unknown(unknown) => return (not_known(t, record.id, unknown), None),
            RecordAnswer::Nothing => {}
        }
    }
    let Some(record) = records.first().filter(|_| !addresses.is_empty()) else {
        let finding = t.finding(Code::NameNotInPrivateZone, Some(id), host);
        return (step(Gate::Name, finding, Outcome::Fails), None);
    };
    let finding = answered(t, host, id, record, &first(&addresses));
    let any = records.iter().any(|record| record.one_of_several);
    let resolved = Resolved { addresses, any, not_private: None, zone: Some(id) };
    (step(Gate::Name, finding, Outcome::Works), Some(resolved))
}

/// The records that answer a name: its own, else those of the nearest `*`.
fn records<'z>(zone: &'z HostedZone, host: &str) -> Vec<&'z Record> {
    let says = |record: &Record| record.answer != RecordAnswer::Nothing;
    let named = |name: &str| -> Vec<&'z Record> {
        let fits = |record: &&Record| record.name.as_ref().is_ok_and(|it| **it == *name);
        zone.records.iter().filter(fits).collect()
    };
    let own = named(host);
    if !own.is_empty() {
        return own.into_iter().filter(|record| says(record)).collect();
    }
    let mut rest = host;
    while let Some((_, parent)) = rest.split_once('.') {
        let wild = named(&format!("*.{parent}"));
        if !wild.is_empty() {
            return wild.into_iter().filter(|record| says(record)).collect();
        }
        rest = parent;
    }
    Vec::new()
}

/// Resolves the name that a `CNAME` leads to; it counts as answered by this zone. A chain that leads back here says nothing.
fn follow(t: &Traveller<'_>, host: &str, id: Id, record: &Record, name: &str) -> (Step, Option<Resolved>) {
    let finding = answered(t, host, id, record, name);
    if leads_back(t, host, name) {
        let finding = Finding { code: Code::NameNotInPrivateZone, ..finding };
        return (step(Gate::Name, finding, Outcome::Fails), None);
    }
    let (next, resolved) = resolve(t, name);
    match resolved {
        Some(resolved) => {
            let resolved = Resolved { zone: Some(id), not_private: None, ..resolved };
            (step(Gate::Name, finding, Outcome::Works), Some(resolved))
        }
        None => (next, None),
    }
}

/// Whether `CNAME` records of the VPC's zones lead on and on.
fn leads_back(t: &Traveller<'_>, host: &str, name: &str) -> bool {
    let Some((vpc, _)) = t.vpc() else { return false };
    let mut at = name;
    for _ in 0..MAX_NAMES {
        let next = t.network.zones_of(vpc).find_map(|(_, zone)| {
            records(zone, at).into_iter().find_map(|record| match &record.answer {
                RecordAnswer::Name(name) => Some(&**name),
                _ => None,
            })
        });
        match next {
            None => return false,
            Some(next) if next == host => return true,
            Some(next) => at = next,
        }
    }
    true
}

fn answered(t: &Traveller<'_>, host: &str, id: Id, record: &Record, with: &str) -> Finding {
    let mut finding = t.finding(Code::NameResolvesInPrivateZone, Some(id), host);
    finding.place = Some(record.place);
    finding.compared.packet = with.into();
    finding
}

fn not_known(t: &Traveller<'_>, id: Id, unknown: &Unknown) -> Step {
    step(Gate::Name, t.finding(Code::ValueUnknown, Some(id), &unknown.what), Outcome::Unknown)
}

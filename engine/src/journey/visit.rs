//! The first two gates of every call to a host: its name, then its port 443.

use super::course::Course;
use super::crossing::{Aim, Crossing, Path, cross, tcp};
use super::name::{Resolved, resolve};
use super::traveller::{Traveller, step};
use super::{Finding, Gate, Outcome, Step, host_firewall};
use crate::code::Code;
use crate::facts::services;

/// Resolves a host and connects to its HTTPS port. `None` where it certainly does not work; the reasons are then named.
pub(super) fn visit(t: &Traveller<'_>, course: &mut Course, host: &str) -> Option<Path> {
    if let Some(note) = host_firewall::note(t) {
        course.note(note);
    }
    let (step, resolved) = resolve(t, host);
    if !course.take(step) {
        return None;
    }
    let Resolved { addresses, any, not_private, zone } = resolved?;
    let https = tcp(443);
    let Crossing { step, path, note } =
        cross(t, &Aim { to: &addresses, traffic: &https, every: any, answer: true, subject: host });
    if let Some(note) = note {
        course.note(note);
    }
    course.witness(path.witness.clone());
    let finding = step.finding.clone();
    if course.take(step) {
        if zone.is_some() {
            course.take_all(stranger(t, host, &path));
        }
        return Some(path);
    }
    course.blame(reasons(finding, not_private));
    None
}

/// A zone of the customer leads where the customer likes. Whether it is the host that was meant is known only of an endpoint.
fn stranger(t: &Traveller<'_>, host: &str, path: &Path) -> Option<Step> {
    let endpoint = path.endpoint(t.network).and_then(|id| t.network.endpoints.get(&id));
    let covers = |service: &str| services::covers(service, &t.network.region, &t.network.partition, host);
    if endpoint.is_some_and(|endpoint| covers(&endpoint.service)) {
        return None;
    }
    let finding = t.finding(Code::OtherHostAnswers, Some(t.source), host);
    Some(step(Gate::Application, finding, Outcome::Unknown))
}

/// Without any way out the missing endpoint is the reason; where a filter on the way blocks, that filter.
fn reasons(network: Finding, not_private: Option<Finding>) -> Vec<Finding> {
    let no_way = matches!(
        network.code,
        Code::NoRouteToDestination | Code::BadStateRoute | Code::GatewayNotAttached | Code::NoPath
    );
    match not_private {
        Some(missing) if no_way => vec![missing, network],
        Some(missing) => vec![network, missing],
        None => vec![network],
    }
}

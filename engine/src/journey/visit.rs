//! The first two gates of every call to a host: its name, then its port 443.

use super::course::Course;
use super::crossing::{Aim, Crossing, Path, cross, tcp};
use super::name::{Resolved, resolve};
use super::traveller::Traveller;
use super::{Finding, host_firewall};
use crate::code::Code;

/// Resolves a host and connects to its HTTPS port. `None` where it certainly does not work; the reasons are then named.
pub(super) fn visit(t: &Traveller<'_>, course: &mut Course, host: &str) -> Option<Path> {
    if let Some(note) = host_firewall::note(t) {
        course.note(note);
    }
    let (step, resolved) = resolve(t, host);
    if !course.take(step) {
        return None;
    }
    let (to, every, not_private) = match resolved? {
        Resolved::Endpoint(addresses) => (addresses, false, None),
        Resolved::Public { addresses, not_private } => (addresses, true, not_private),
    };
    let https = tcp(443);
    let Crossing { step, path, note } =
        cross(t, &Aim { to: &to, traffic: &https, every, answer: true, subject: host });
    course.witness(path.witness.clone());
    note.into_iter().for_each(|note| course.note(note));
    let finding = step.finding.clone();
    if course.take(step) {
        return Some(path);
    }
    course.blame(reasons(finding, not_private));
    None
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

//! Which workloads and which requirements are judged.

use engine::network::{Id, Network};
use engine::template::Stack;
use engine::verdict::Requirement;

use crate::problem::Problem;

/// The workloads asked for, else all of them.
pub(crate) fn sources(network: &Network, asked: &[String]) -> Result<Vec<Id>, Vec<Problem>> {
    if asked.is_empty() {
        return Ok(network.workloads.keys().copied().collect());
    }
    let names = || network.workloads.keys().map(|id| network.name(*id));
    let mut found = Vec::new();
    let mut problems = Vec::new();
    for name in asked {
        match network.find(name).filter(|id| network.workloads.contains_key(id)) {
            Some(id) => found.push(id),
            None => problems.push(Problem::no_such("workload", name, names().collect::<Vec<_>>())),
        }
    }
    if problems.is_empty() { Ok(found) } else { Err(problems) }
}

/// Requirements as text, read.
pub(crate) fn requirements(asked: &[String]) -> Result<Vec<Requirement>, Vec<Problem>> {
    let mut read = Vec::new();
    let mut problems = Vec::new();
    for text in asked {
        match text.parse::<Requirement>() {
            Ok(requirement) => read.push(requirement),
            Err(error) => problems.push(Problem::new(error.to_string())),
        }
    }
    if problems.is_empty() { Ok(read) } else { Err(problems) }
}

/// Destinations have to be addresses or resources of the template, on or off.
pub(crate) fn check_destinations(
    stack: &Stack,
    network: &Network,
    requirements: &[Requirement],
) -> Result<(), Vec<Problem>> {
    let ids = || stack.resources.iter().map(|resource| &*resource.id);
    let unknown = |requirement: &Requirement| match requirement {
        Requirement::Reach { destination, .. }
            if destination.parse::<std::net::IpAddr>().is_err()
                && network.find(destination).is_none()
                && !ids().any(|id| *id == **destination) =>
        {
            Some(Problem::no_such("resource", destination, ids().collect::<Vec<_>>()))
        }
        _ => None,
    };
    let problems: Vec<Problem> = requirements.iter().filter_map(unknown).collect();
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

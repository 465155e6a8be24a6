//! Which workloads and which requirements are judged.

use engine::journey::destinations;
use engine::network::{Id, Network};
use engine::template::Stack;
use engine::verdict::Requirement;

use crate::problem::Problem;

/// The workloads asked for, else those of the lesson that are there, else all of them. Without any there is nothing to judge, and a
/// silent "all hold" would be a lie.
pub(crate) fn sources(
    network: &Network,
    asked: &[String],
    of_lesson: &[Box<str>],
) -> Result<Vec<Id>, Vec<Problem>> {
    if network.workloads.is_empty() {
        let help = "a workload is a notebook, an instance, a network interface, a function in a VPC, a Studio domain or \
                    a model; where there is none, each subnet is asked about";
        let message = "there is nothing to ask about: the template has neither a workload nor a subnet";
        return Err(vec![Problem::new(message.to_owned()).with_help(help)]);
    }
    if asked.is_empty() {
        let all: Vec<Id> = network.workloads.keys().copied().collect();
        let meant = |id: &Id| of_lesson.iter().any(|name| **name == *network.name(*id));
        let own: Vec<Id> = all.iter().copied().filter(meant).collect();
        return Ok(if own.is_empty() { all } else { own });
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

/// Destinations have to be addresses, things with an address, or resources that are switched off.
pub(crate) fn check_destinations(
    stack: &Stack,
    network: &Network,
    requirements: &[Requirement],
) -> Result<(), Vec<Problem>> {
    let reachable: Vec<&str> = destinations(network).collect();
    let switched_off = |name: &str| stack.resource(name).is_some_and(|resource| !resource.enabled);
    let unknown = |requirement: &Requirement| match requirement {
        Requirement::Reach { destination, .. }
            if destination.parse::<std::net::IpAddr>().is_err()
                && !reachable.contains(&&**destination)
                && !network.find(destination).is_some_and(|id| network.workloads.contains_key(&id))
                && !switched_off(destination) =>
        {
            let exists = stack.resource(destination).is_some();
            let what = if exists { "address of" } else { "resource" };
            Some(Problem::no_such(what, destination, reachable.iter().copied()))
        }
        _ => None,
    };
    let problems: Vec<Problem> = requirements.iter().filter_map(unknown).collect();
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

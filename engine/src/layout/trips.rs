//! Which ways an answer has to show.

use super::{Diagram, Ending, Icon, Part, Trip};
use crate::journey::{Ecosystem, Gate, Outcome, Step, Store};
use crate::network::{Id, Network};
use crate::reach::Hop;
use crate::verdict::{Answer, Requirement};

/// The ways of an answer's network steps, each with the index of its step.
pub fn trips<'a>(diagram: &Diagram, network: &Network, source: Id, answer: &'a Answer) -> Vec<Trip<'a>> {
    let steps = answer.steps.iter().enumerate();
    steps
        .filter(|(_, step)| step.gate == Gate::Network && !step.hops.is_empty())
        .map(|(index, step)| Trip {
            step: index,
            from: source,
            hops: &step.hops,
            ending: ending(&answer.requirement, step),
            goal: goal(diagram, network, &answer.requirement, step),
        })
        .collect()
}

fn ending(requirement: &Requirement, step: &Step) -> Ending {
    match (requirement, &step.outcome) {
        // Isolation holds where nothing arrives.
        (Requirement::Isolated, Outcome::Works) => Ending::Blocked,
        (Requirement::Isolated, _) => Ending::Leaks,
        (_, Outcome::Works | Outcome::Partial(_) | Outcome::Unknown) => Ending::Arrives,
        (_, Outcome::Fails) => Ending::Blocked,
    }
}

/// What the packets are after, where no hop of theirs is an endpoint, which says so itself.
fn goal(diagram: &Diagram, network: &Network, requirement: &Requirement, step: &Step) -> Option<Part> {
    let at_endpoint = |hop: &Hop| {
        let owner = network.interfaces.get(&hop.at).map_or(hop.at, |interface| interface.owner);
        network.endpoints.contains_key(&owner)
    };
    if *requirement != Requirement::Isolated && step.hops.iter().any(at_endpoint) {
        return None;
    }
    let of_icon = |icon| diagram.components.iter().find(|c| c.icon == icon).map(|c| c.part.clone());
    let host = &step.finding.subject;
    match requirement {
        Requirement::Isolated => Some(Part::Internet),
        Requirement::Install(_) if host.contains("codeartifact") => of_icon(Icon::PackageRepository),
        Requirement::Install(_) if host.contains("codecommit") => of_icon(Icon::GitRepository),
        Requirement::Install(Ecosystem::Pypi) => Some(Part::Pypi),
        Requirement::Install(_) => Some(Part::Internet),
        Requirement::Read(Store::S3) => of_icon(Icon::Bucket),
        Requirement::Read(Store::DynamoDb) => of_icon(Icon::Table),
        Requirement::Call(service) => Some(Part::Service(service.clone())),
        Requirement::Reach { destination, .. } => {
            let named = diagram.component_of(destination).map(|c| c.part.clone());
            named.or(Some(Part::Internet))
        }
    }
}

//! The policy gate: the caller's identity policies, the policy of the endpoint on *this* path, the resource's policy.
//!
//! Within one account either the identity or the resource policy has to allow, no policy may deny, and an endpoint's
//! policy never grants but has to allow as well (IAM user guide, policy evaluation; `PrivateLink` guide, endpoint policies).
//! A policy on an endpoint that is not on the path blocks nobody.

use super::crossing::Path;
use super::request::Call;
use super::traveller::{Traveller, step};
use super::{Finding, Gate, Outcome, Step};
use crate::code::Code;
use crate::network::{Id, Identity, Role};
use crate::policy::{Decision, Document, Request, Statement};
use crate::reach::Compared;
use crate::template::Place;

/// What some documents together say.
enum Weight<'a> {
    Denies(Id, Place, &'a Document),
    Allows(Id, Place, &'a Document),
    Undecided(Id, Place, Box<str>, &'a Document),
    Silent,
}

/// Asks all policies on the way; the steps up to the first that refuses.
pub(super) fn ask(
    t: &Traveller<'_>,
    call: &Call<'_>,
    path: &Path,
    resource_policy: Option<&(Id, Document)>,
) -> Vec<Step> {
    let request = call.request(t, path);
    let policies = |id: &Id, document| weigh([(*id, document)].into_iter(), &request);
    let resource = resource_policy.map_or(Weight::Silent, |(id, document)| policies(id, document));
    let mut steps = vec![identity(t, &request, &resource)];
    if let Some(endpoint) = path.endpoint(t.network) {
        steps.push(at_endpoint(t, &request, endpoint));
    }
    if !matches!(resource, Weight::Silent) {
        steps.push(at_resource(t, &request, resource));
    }
    steps
}

/// The caller's own policies.
fn identity(t: &Traveller<'_>, request: &Request<'_>, resource: &Weight<'_>) -> Step {
    match t.workload.identity {
        Identity::None => {
            step(Gate::Policy, about(t, Code::NoCredentials, t.source, request), Outcome::Fails)
        }
        Identity::Assumed => {
            step(Gate::Policy, about(t, Code::IdentityAssumed, t.source, request), Outcome::Works)
        }
        Identity::Role(id) => match t.network.roles.get(&id) {
            Some(role) => of_role(t, request, id, role, resource),
            None => step(Gate::Policy, about(t, Code::IdentityAssumed, t.source, request), Outcome::Works),
        },
    }
}

fn of_role(t: &Traveller<'_>, request: &Request<'_>, id: Id, role: &Role, resource: &Weight<'_>) -> Step {
    let documents = role.policies.iter().map(|(id, document)| (*id, document));
    let unknown = |may: fn(&str) -> bool| role.unknown_policies.iter().find(|arn| may(arn.as_ref()));
    match weigh(documents, request) {
        Weight::Denies(at, place, document) => {
            decided(t, request, Code::IdentityPolicyDenies, Outcome::Fails, (at, place, document))
        }
        Weight::Allows(at, place, document) => match unknown(may_deny) {
            None => decided(t, request, Code::IdentityPolicyAllows, Outcome::Works, (at, place, document)),
            Some(arn) => undecided(t, id, arn),
        },
        Weight::Undecided(at, place, what, document) => {
            let step = decided(t, request, Code::PolicyUndecided, Outcome::Unknown, (at, place, document));
            Step { finding: Finding { subject: what, ..step.finding }, ..step }
        }
        // Within one account the resource's policy alone can allow.
        Weight::Silent if matches!(resource, Weight::Allows(..)) => {
            step(Gate::Policy, about(t, Code::IdentityPolicyAllows, id, request), Outcome::Works)
        }
        Weight::Silent => match unknown(|_| true) {
            Some(arn) => undecided(t, id, arn),
            None if matches!(resource, Weight::Undecided(..)) => undecided(t, id, request.action),
            None => step(Gate::Policy, about(t, Code::IdentityPolicyDenies, id, request), Outcome::Fails),
        },
    }
}

/// AWS's own managed policies only allow, but for a few with a telling name.
fn may_deny(arn: &str) -> bool {
    !arn.contains(":aws:policy/") || arn.contains("Deny") || arn.contains("Quarantine")
}

fn undecided(t: &Traveller<'_>, at: Id, what: &str) -> Step {
    step(Gate::Policy, t.finding(Code::PolicyUndecided, Some(at), what), Outcome::Unknown)
}

/// The policy of the endpoint on the path.
pub(super) fn at_endpoint(t: &Traveller<'_>, request: &Request<'_>, endpoint: Id) -> Step {
    let Some(document) = t.network.endpoints.get(&endpoint).and_then(|e| e.policy.as_ref()) else {
        // No policy is full access.
        return step(Gate::Policy, about(t, Code::EndpointPolicyAllows, endpoint, request), Outcome::Works);
    };
    match weigh([(endpoint, document)].into_iter(), request) {
        Weight::Allows(at, place, document) => {
            decided(t, request, Code::EndpointPolicyAllows, Outcome::Works, (at, place, document))
        }
        Weight::Denies(at, place, document) => {
            decided(t, request, Code::EndpointPolicyDenies, Outcome::Fails, (at, place, document))
        }
        Weight::Undecided(at, place, what, document) => {
            let step = decided(t, request, Code::PolicyUndecided, Outcome::Unknown, (at, place, document));
            Step { finding: Finding { subject: what, ..step.finding }, ..step }
        }
        Weight::Silent => {
            let finding = about(t, Code::EndpointPolicyDenies, endpoint, request);
            step(Gate::Policy, Finding { place: Some(document.place), ..finding }, Outcome::Fails)
        }
    }
}

fn at_resource(t: &Traveller<'_>, request: &Request<'_>, weight: Weight<'_>) -> Step {
    match weight {
        Weight::Denies(at, place, document) => {
            decided(t, request, Code::ResourcePolicyDenies, Outcome::Fails, (at, place, document))
        }
        Weight::Undecided(at, place, what, document)
            if document.statements.iter().any(|s| s.place == place && !s.allow) =>
        {
            let step = decided(t, request, Code::PolicyUndecided, Outcome::Unknown, (at, place, document));
            Step { finding: Finding { subject: what, ..step.finding }, ..step }
        }
        Weight::Allows(at, place, document) | Weight::Undecided(at, place, _, document) => {
            decided(t, request, Code::ResourcePolicyAllows, Outcome::Works, (at, place, document))
        }
        Weight::Silent => {
            step(Gate::Policy, about(t, Code::ResourcePolicyAllows, t.source, request), Outcome::Works)
        }
    }
}

/// What documents of one kind say together: a denial beats everything, then what may deny, then an allowance.
fn weigh<'a>(documents: impl Iterator<Item = (Id, &'a Document)>, request: &Request<'_>) -> Weight<'a> {
    let mut weight = Weight::Silent;
    for (id, document) in documents {
        match document.decide(request) {
            Decision::Deny { statement } => return Weight::Denies(id, statement, document),
            Decision::Undecided { statement, what } => {
                let may_deny = document.statements.iter().any(|s| s.place == statement && !s.allow);
                if may_deny || !matches!(weight, Weight::Allows(..)) {
                    weight = Weight::Undecided(id, statement, what, document);
                }
            }
            Decision::Allow { statement } => {
                let keep = match &weight {
                    Weight::Undecided(_, place, _, document) => {
                        document.statements.iter().any(|s| s.place == *place && !s.allow)
                    }
                    Weight::Allows(..) | Weight::Denies(..) => true,
                    Weight::Silent => false,
                };
                if !keep {
                    weight = Weight::Allows(id, statement, document);
                }
            }
            Decision::NoStatement => {}
        }
    }
    weight
}

/// A finding about a request, at the place of the thing that decided.
fn about(t: &Traveller<'_>, code: Code, at: Id, request: &Request<'_>) -> Finding {
    let mut finding = t.finding(code, Some(at), request.action);
    finding.compared.packet = format!("{} {}", request.action, request.resource).into();
    finding
}

/// A step that one statement decided.
fn decided(
    t: &Traveller<'_>,
    request: &Request<'_>,
    code: Code,
    outcome: Outcome,
    (at, place, document): (Id, Place, &Document),
) -> Step {
    let rule = document.statements.iter().find(|s| s.place == place).map(notation).unwrap_or_default();
    let finding = about(t, code, at, request);
    let compared = Compared { rule: rule.into(), packet: finding.compared.packet };
    step(Gate::Policy, Finding { place: Some(place), compared, ..finding }, outcome)
}

/// `Allow s3:GetObject on arn:aws:s3:::data/*`.
fn notation(statement: &Statement) -> String {
    let effect = if statement.allow { "Allow" } else { "Deny" };
    let not = |negated: bool| if negated { "not " } else { "" };
    let actions = format!("{}{}", not(statement.actions.negated), statement.actions.patterns.join(", "));
    match &statement.resources {
        Some(on) => format!("{effect} {actions} on {}{}", not(on.negated), on.patterns.join(", ")),
        None => format!("{effect} {actions}"),
    }
}

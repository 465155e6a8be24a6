//! Call a service of the region: one SDK call with its default host name.

use super::course::Course;
use super::crossing::Path;
use super::permission::ask;
use super::request::Call;
use super::traveller::Traveller;
use super::visit::visit;
use super::{Journey, Outcome, Step};
use crate::code::Code;
use crate::facts::services;
use crate::network::Identity;
use crate::policy::Statement;

/// Calls `service` (`sagemaker.api`).
pub(super) fn call(t: &Traveller<'_>, service: &str) -> Journey {
    let host = services::default_host(service, &t.network.region, &t.network.partition);
    let mut course = Course::default();
    let mut endpoint = None;
    if let Some(path) = visit(t, &mut course, &host) {
        endpoint = path.endpoint(t.network);
        course.take_all(permission(t, service, &path));
        if t.workload.identity == Identity::Assumed {
            course.note(t.finding(Code::IdentityAssumed, Some(t.source), service));
        }
    }
    course.finish(t.finding(Code::ServiceAnswers, endpoint, service))
}

/// The policies' answer to a read-only call, else to the first call that the caller's own policies name: one call is asked about,
/// and which one is the caller's choice.
fn permission(t: &Traveller<'_>, service: &str, path: &Path) -> Vec<Step> {
    let prefix = services::action_prefix(service);
    let asked = |action: &str, resource: &str| {
        ask(t, &Call { action, resource, owner: None, extra: &[] }, path, None)
    };
    let first = asked(&format!("{prefix}:{}", sample(service)), "*");
    let works = |steps: &[Step]| steps.iter().all(|step| step.outcome == Outcome::Works);
    if works(&first) {
        return first;
    }
    named(t, prefix)
        .into_iter()
        .map(|(action, resource)| asked(&action, &resource))
        .find(|steps| works(steps))
        .unwrap_or(first)
}

/// An action that only reads and needs no resource.
fn sample(service: &str) -> &'static str {
    match service {
        "sts" => "GetCallerIdentity",
        "codeartifact.api" => "ListDomains",
        "codeartifact.repositories" => "ReadFromRepository",
        "git-codecommit" => "GitPull",
        "codecommit" => "ListRepositories",
        "sagemaker.api" => "ListNotebookInstances",
        "sagemaker.runtime" => "InvokeEndpoint",
        "s3" => "ListAllMyBuckets",
        "dynamodb" => "ListTables",
        "logs" => "DescribeLogGroups",
        "monitoring" => "ListMetrics",
        "kms" => "ListKeys",
        "secretsmanager" => "ListSecrets",
        "ssm" => "DescribeParameters",
        "ecr.api" | "ecr.dkr" => "GetAuthorizationToken",
        "ec2" => "DescribeInstances",
        _ => "List",
    }
}

/// Actions of the service that the caller's identity policies allow by name, with their resources.
fn named(t: &Traveller<'_>, prefix: &str) -> Vec<(String, String)> {
    let role = match t.workload.identity {
        Identity::Role(id) => t.network.roles.get(&id),
        Identity::None | Identity::Assumed => None,
    };
    let positive = |s: &&Statement| s.allow && !s.actions.negated;
    let statements = role
        .into_iter()
        .flat_map(|role| &role.policies)
        .flat_map(|(_, document)| document.statements.iter().filter(positive));
    let mut named = Vec::new();
    for statement in statements {
        let of_service = |action: &str| {
            action.split_once(':').is_some_and(|(front, _)| front.eq_ignore_ascii_case(prefix))
        };
        let resource = statement.resources.as_ref().filter(|r| !r.negated).and_then(|r| r.patterns.first());
        for action in statement.actions.patterns.iter().filter(|action| of_service(action)) {
            let resource = resource.map_or_else(|| "*".to_owned(), ToString::to_string);
            named.push((action.replace(['*', '?'], "x"), resource));
        }
    }
    named
}

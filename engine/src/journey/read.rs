//! Read the template's own data: one call with default host names to its bucket or its table.

use super::course::Course;
use super::crossing::Path;
use super::permission::ask;
use super::request::Call;
use super::traveller::{Traveller, step};
use super::visit::visit;
use super::{Gate, Journey, Outcome, Partial, Step, Store};
use crate::code::Code;
use crate::facts::services;
use crate::network::{Bucket, EndpointKind, Id, Identity};
use crate::policy::{Document, Statement};
use crate::template::Unknown;

/// A bucket or a table.
struct Own<'a> {
    id: Option<Id>,
    /// Name in a sentence.
    name: Box<str>,
    /// What is read: an object of the bucket, the table.
    arn: String,
    /// ARN prefix of everything in it; patterns below it pick parts.
    within: String,
    policy: Option<&'a (Id, Document)>,
    /// What its name is, where it is not known.
    name_unknown: Option<&'a Unknown>,
}

/// Reads from every bucket or table of the template.
pub(super) fn read(t: &Traveller<'_>, store: Store) -> Journey {
    let owns = owns(t, store);
    let (service, action) = match store {
        Store::S3 => ("s3", "s3:GetObject"),
        Store::DynamoDb => ("dynamodb", "dynamodb:GetItem"),
    };
    let mut host = services::default_host(service, &t.network.region, &t.network.partition);
    if let (Store::S3, Some(Own { id: Some(_), name, .. })) = (store, owns.first()) {
        host = format!("{name}.{host}");
    }
    let mut course = Course::default();
    if let Some(path) = visit(t, &mut course, &host) {
        permissions(t, &mut course, action, &owns, &path);
        note_host_names(t, &mut course, &path);
    }
    let first = owns.first();
    let names = owns.iter().map(|own| &*own.name).collect::<Vec<_>>().join(", ");
    course.finish(t.finding(Code::ServiceAnswers, first.and_then(|own| own.id), &names))
}

fn owns<'a>(t: &Traveller<'a>, store: Store) -> Vec<Own<'a>> {
    let network = t.network;
    let partition = &network.partition;
    let bucket = |id, name: &str, policy| Own {
        id,
        name: name.into(),
        arn: format!("arn:{partition}:s3:::{name}/any-object"),
        within: format!("arn:{partition}:s3:::{name}"),
        policy,
        name_unknown: None,
    };
    let table = |id, arn: &str, policy| Own {
        id,
        name: arn.rsplit_once('/').map_or(arn, |(_, name)| name).into(),
        arn: arn.into(),
        within: arn.into(),
        policy,
        name_unknown: None,
    };
    let own: Vec<Own<'a>> = match store {
        Store::S3 => {
            let own = |(id, b): (&Id, &'a Bucket)| Own {
                name_unknown: b.name_unknown.as_ref(),
                ..bucket(Some(*id), &b.name, b.policy.as_ref())
            };
            network.buckets.iter().map(own).collect()
        }
        Store::DynamoDb => network
            .tables
            .iter()
            .map(|(id, table_)| table(Some(*id), &table_.arn, table_.policy.as_ref()))
            .collect(),
    };
    if !own.is_empty() {
        return own;
    }
    // None in the template: some bucket or table of the account, of which nothing more is known.
    let region = &network.region;
    let account = &network.account;
    let own = match store {
        Store::S3 => Own { within: format!("arn:{partition}:s3:::"), ..bucket(None, "any-bucket", None) },
        Store::DynamoDb => {
            let tables = format!("arn:{partition}:dynamodb:{region}:{account}:table/");
            Own { within: tables.clone(), ..table(None, &format!("{tables}any-table"), None) }
        }
    };
    vec![own]
}

/// Asks the policies about each; where they refuse one as a whole, about the parts they name.
fn permissions(t: &Traveller<'_>, course: &mut Course, action: &str, owns: &[Own<'_>], path: &Path) {
    let asked = |own: &Own<'_>, arn: &str| {
        let mut steps = ask(t, &Call { action, resource: arn, owner: None, extra: &[] }, path, own.policy);
        if let Some(unknown) = own.name_unknown {
            // A policy that names another bucket may mean this one.
            for step in steps.iter_mut().filter(|step| step.outcome == Outcome::Fails) {
                step.outcome = Outcome::Unknown;
                step.finding.code = Code::ValueUnknown;
                step.finding.subject = unknown.what.clone();
            }
        }
        steps
    };
    let refused = |steps: &[Step]| steps.iter().any(|step| step.outcome == Outcome::Fails);
    let mut answers = Vec::new();
    let mut allowed: Vec<Box<str>> = Vec::new();
    let mut whole = true;
    for own in owns {
        let steps = asked(own, &own.arn);
        if refused(&steps) {
            whole = false;
            let parts = parts(t, own, path).into_iter().filter(|part| !refused(&asked(own, part)));
            allowed.extend(parts.map(Into::into));
        } else {
            allowed.push(own.arn.replace("any-object", "*").into());
        }
        answers.push(steps);
    }
    if whole {
        if let Some(steps) = answers.into_iter().next() {
            course.take_all(steps);
        }
        note_assumed(t, course, action);
        return;
    }
    let Some(steps) = answers.into_iter().find(|steps| refused(steps)) else { return };
    if allowed.is_empty() {
        course.take_all(steps);
        return;
    }
    // What refuses the rest is the reason that only these work.
    for step in steps {
        let stop = step.outcome == Outcome::Fails;
        let outcome = if stop {
            Outcome::Partial(Partial::of_resources(allowed.clone()))
        } else {
            step.outcome.clone()
        };
        course.take(Step { outcome, ..step });
        if stop {
            break;
        }
    }
    note_assumed(t, course, action);
}

/// A gateway endpoint wants both DNS attributes of its VPC with Amazon's DNS. Source: `PrivateLink` guide, gateway endpoints.
fn note_host_names(t: &Traveller<'_>, course: &mut Course, path: &Path) {
    let Some(id) = path.endpoint(t.network) else { return };
    let gateway = t.network.endpoints.get(&id).filter(|e| matches!(e.kind, EndpointKind::Gateway { .. }));
    let off = gateway.and_then(|e| t.network.vpcs.get(&e.vpc)).is_some_and(|vpc| !vpc.dns_hostnames);
    if off {
        course.note(t.finding(Code::NoteDnsHostnamesOff, Some(id), ""));
    }
}

fn note_assumed(t: &Traveller<'_>, course: &mut Course, action: &str) {
    if t.workload.identity == Identity::Assumed {
        course.note(t.finding(Code::IdentityAssumed, Some(t.source), action));
    }
}

/// Resources below `own` that the policies on the way name: what they could pick out.
fn parts(t: &Traveller<'_>, own: &Own<'_>, path: &Path) -> Vec<String> {
    let endpoint = path.endpoint(t.network).and_then(|id| t.network.endpoints.get(&id)?.policy.as_ref());
    let role = match t.workload.identity {
        Identity::Role(id) => t.network.roles.get(&id),
        Identity::None | Identity::Assumed => None,
    };
    let identity = role.into_iter().flat_map(|role| role.policies.iter().map(|(_, document)| document));
    let named =
        |statement: &Statement| statement.allow && statement.resources.as_ref().is_some_and(|r| !r.negated);
    let mut parts: Vec<String> = endpoint
        .into_iter()
        .chain(identity)
        .flat_map(|document| document.statements.iter().filter(|s| named(s)))
        .flat_map(|statement| statement.resources.iter().flat_map(|r| r.patterns.iter()))
        .filter(|pattern| pattern.starts_with(&own.within) && pattern.contains('/'))
        .map(ToString::to_string)
        .collect();
    parts.sort();
    parts.dedup();
    parts
}

/// There is nothing to ask about.
pub(super) fn nothing(t: &Traveller<'_>, subject: &str) -> Journey {
    let finding = t.finding(Code::NothingToAskAbout, None, subject);
    let mut course = Course::default();
    course.take(step(Gate::Application, finding.clone(), Outcome::Fails));
    course.finish(finding)
}

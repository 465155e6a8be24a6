//! Requirements, and their verdicts in one sentence.

use crate::code::Code;
use crate::network::Id;
use crate::packet::Protocol;
use crate::verdict::{Answer, Requirement, Store, Verdict};
use crate::words::evidence::{destination, managed, says, through};
use crate::words::told::{Told, client, index};
use crate::words::{Naming, evidence};

use super::clauses::clause;
use super::names::{capital, noun, service};

pub(in crate::words) fn requirement(requirement: &Requirement) -> String {
    match requirement {
        Requirement::Isolated => "Isolated from the internet".to_owned(),
        Requirement::Install(ecosystem) => ["Packages from ", index(*ecosystem)].concat(),
        Requirement::Read(Store::S3) => "Data in S3".to_owned(),
        Requirement::Read(Store::DynamoDb) => "Data in DynamoDB".to_owned(),
        Requirement::Call(short) => {
            let name = service(short);
            capital(name.strip_prefix("the ").unwrap_or(&name))
        }
        Requirement::Reach { destination, protocol, port } => {
            ["Reach ", destination, &on(*protocol, *port)].concat()
        }
    }
}

pub(in crate::words) fn question(requirement: &Requirement) -> String {
    match requirement {
        Requirement::Isolated => "Is it isolated from the internet?".to_owned(),
        Requirement::Install(ecosystem) => {
            ["Can ", client(*ecosystem), " install packages from ", index(*ecosystem), "?"].concat()
        }
        Requirement::Read(Store::S3) => "Can it read the data in S3?".to_owned(),
        Requirement::Read(Store::DynamoDb) => "Can it read the data in DynamoDB?".to_owned(),
        Requirement::Call(short) => ["Can it call ", &service(short), "?"].concat(),
        Requirement::Reach { destination, protocol, port } => {
            ["Can it reach ", destination, &on(*protocol, *port), "?"].concat()
        }
    }
}

pub(in crate::words) fn journey(requirement: &Requirement) -> String {
    match requirement {
        Requirement::Isolated => "leaving for the internet".to_owned(),
        Requirement::Install(ecosystem) => [client(*ecosystem), " install"].concat(),
        Requirement::Read(Store::S3) => "reading the data in S3".to_owned(),
        Requirement::Read(Store::DynamoDb) => "reading the data in DynamoDB".to_owned(),
        Requirement::Call(short) => ["calling ", &service(short)].concat(),
        Requirement::Reach { destination, protocol, port } => {
            ["reaching ", destination, &on(*protocol, *port)].concat()
        }
    }
}

/// ` on TCP port 443`.
fn on(protocol: Protocol, port: u16) -> String {
    let what = if matches!(protocol, Protocol::Icmp | Protocol::Icmpv6) { " type " } else { " port " };
    [" on ", &evidence::protocol(protocol), what, &port.to_string()].concat()
}

pub(in crate::words) fn answer(source: Id, answer: &Answer, names: &dyn Naming) -> String {
    let who = noun(names.name(source));
    let reason = Told::reason(answer, names).map(|(code, told)| clause(code, told)).unwrap_or_default();
    let text = match answer.verdict {
        Verdict::Holds => holds(&who, answer, names),
        Verdict::Fails => fails(&who, &reason, answer, names),
        Verdict::Partial => match &answer.partial {
            Some(partial) => {
                let what = super::partial(partial);
                [&goal(&who, &answer.requirement), ", but ", &what].concat()
            }
            None => [&goal(&who, &answer.requirement), " only in part: ", &reason].concat(),
        },
        Verdict::Unknown => ["this cannot be decided: ", &reason].concat(),
        Verdict::Undeployable => ["AWS would refuse this template: ", &reason].concat(),
    };
    [&capital(&text), "."].concat()
}

/// `the notebook can reach 10.0.0.9 on TCP port 443`.
fn goal(who: &str, requirement: &Requirement) -> String {
    match requirement {
        Requirement::Isolated => [who, " is isolated from the internet"].concat(),
        Requirement::Install(ecosystem) => {
            [client(*ecosystem), " can install from ", index(*ecosystem)].concat()
        }
        Requirement::Read(Store::S3) => [who, " can read the data in S3"].concat(),
        Requirement::Read(Store::DynamoDb) => [who, " can read the data in DynamoDB"].concat(),
        Requirement::Call(short) => [who, " can call ", &service(short)].concat(),
        Requirement::Reach { destination, protocol, port } => {
            [who, " can reach ", destination, &on(*protocol, *port)].concat()
        }
    }
}

/// Whether an endpoint's name is the called service's own, so that naming it says nothing more.
fn is_own(requirement: &Requirement, name: &str) -> bool {
    matches!(requirement, Requirement::Call(short) if name.contains(service(short).trim_start_matches("the ")))
}

fn holds(who: &str, answer: &Answer, names: &dyn Naming) -> String {
    let through = match through(answer) {
        Some(id) if is_own(&answer.requirement, names.name(id).text) => {
            " through its VPC endpoint".to_owned()
        }
        Some(id) => [" through ", &noun(names.name(id))].concat(),
        None if managed(answer) => " through a network interface that SageMaker manages".to_owned(),
        None => String::new(),
    };
    match &answer.requirement {
        Requirement::Isolated => {
            match answer.findings.first().filter(|f| f.code == Code::IsolatedByFilterAlone) {
                Some(f) => {
                    let filter =
                        f.resource.map_or_else(|| "one filter".to_owned(), |id| noun(names.name(id)));
                    [who, " is isolated, but only because ", &filter, " closes an open route to the internet"]
                        .concat()
                }
                None => ["no packet from ", who, " can leave for the internet"].concat(),
            }
        }
        Requirement::Install(ecosystem) if says(answer, Code::ExternalConnectionFound) => [
            client(*ecosystem),
            " installs through CodeArtifact, which fetches from ",
            index(*ecosystem),
            " on its own side",
        ]
        .concat(),
        Requirement::Install(ecosystem) => {
            let shared = if says(answer, Code::NoteSharedAddresses) {
                ", at addresses shared with other sites"
            } else {
                ""
            };
            [client(*ecosystem), " reaches ", index(*ecosystem), &through, shared].concat()
        }
        other => [goal(who, other), through].concat(),
    }
}

fn fails(who: &str, reason: &str, answer: &Answer, names: &dyn Naming) -> String {
    let Requirement::Isolated = answer.requirement else {
        return [&cannot(&goal(who, &answer.requirement)), ": ", reason].concat();
    };
    let Some(finding) = answer.findings.first() else {
        return [who, " is not isolated from the internet"].concat();
    };
    let by = |kind: &str| finding.resource.map_or_else(|| kind.to_owned(), |id| noun(names.name(id)));
    let way = match finding.code {
        Code::EgressThroughNatGateway => by("a NAT gateway"),
        Code::EgressThroughNatInstance => by("a NAT instance"),
        Code::EgressThroughInternetGateway => by("an internet gateway"),
        Code::EgressThroughEgressOnlyGateway => by("an egress-only internet gateway"),
        Code::DirectInternetAccessEnabled => "a network interface that SageMaker manages".to_owned(),
        _ => return [who, " is not isolated from the internet: ", reason].concat(),
    };
    let what = answer.witness.as_ref().map_or_else(|| "the internet".to_owned(), destination);
    [who, " can reach ", &what, " through ", &way, ", so it is not isolated from the internet"].concat()
}

/// `can` → `cannot` in a goal.
fn cannot(goal: &str) -> String {
    goal.replacen(" can ", " cannot ", 1)
}

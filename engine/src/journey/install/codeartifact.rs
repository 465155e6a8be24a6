//! Install through `CodeArtifact`.
//!
//! `aws codeartifact login` makes two calls to the service's API (endpoint `codeartifact.api`); the client itself talks to
//! the repository's own host only (endpoint `codeartifact.repositories`), index and Python files alike. The service fetches
//! from the public index on its own side (`CodeArtifact` user guide: tokens, pip, external connections, VPC endpoints).

use super::super::crossing::Path;
use super::super::permission::ask;
use super::super::request::Call;
use super::super::visit::visit;
use super::super::{Gate, Outcome, traveller::step};
use super::{Course, Ecosystem, Finding, Traveller, assets, served, unreachable_index};
use crate::code::Code;
use crate::facts::services;
use crate::network::{Domain, Id, Identity, Network, Repository, Workload};

/// Repositories searched for one request, at most (`CodeArtifact` user guide, upstream behaviour).
const SEARCHED: usize = 25;

/// Where the client's token comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// From the login, so it is the workload's own.
    Login,
    /// It stands in the index's address, so it may be anybody's.
    Address,
    /// From nowhere that the template says; a keyring could hold it.
    Unsaid,
}

/// A package client pointed at a repository.
pub(super) struct Client<'a> {
    pub(super) ecosystem: Ecosystem,
    pub(super) domain: &'a str,
    pub(super) owner: &'a str,
    pub(super) repository: &'a str,
}

impl Client<'_> {
    /// Obtains a token, then installs.
    pub(super) fn log_in_and_install(&self, t: &Traveller<'_>, course: &mut Course) -> Finding {
        let host = self.host(t.network);
        if self.log_in(t, course) {
            return self.install(t, course, &host, Token::Login);
        }
        let api = services::default_host("codeartifact.api", &t.network.region, &t.network.partition);
        course.frame(None, Some(t.finding(Code::LoginFails, Some(t.source), &api)));
        served(t, course, &host)
    }

    /// The two calls of the login.
    fn log_in(&self, t: &Traveller<'_>, course: &mut Course) -> bool {
        let api = services::default_host("codeartifact.api", &t.network.region, &t.network.partition);
        let Some(path) = visit(t, course, &api) else { return false };
        let domain_policy = self.domain_of(t.network).and_then(|(_, domain)| domain.policy.as_ref());
        let repository_policy = self.find(t.network).and_then(|(_, repository)| repository.policy.as_ref());
        let domain_arn = self.arn(t.network, "domain", self.domain);
        let call = |action, resource, extra| Call { action, resource, owner: Some(self.owner), extra };
        let token = call("codeartifact:GetAuthorizationToken", &domain_arn, &[]);
        if !course.take_all(ask(t, &token, &path, domain_policy)) {
            return false;
        }
        // The service asks for the bearer token on the caller's behalf: a permission, no call of the client's.
        let service = [("sts:awsservicename", "codeartifact.amazonaws.com")];
        let bearer = call("sts:GetServiceBearerToken", "*", &service);
        if !course.take_all(ask(t, &bearer, &path, None).into_iter().take(1)) {
            return false;
        }
        let arn = self.repository_arn(t.network);
        let endpoint = call("codeartifact:GetRepositoryEndpoint", &arn, &[]);
        if !course.take_all(ask(t, &endpoint, &path, repository_policy)) {
            return false;
        }
        course.note(t.finding(Code::NoteTokenExpires, None, self.domain));
        course.take(step(
            Gate::Application,
            t.finding(Code::TokenObtained, None, self.domain),
            Outcome::Works,
        ))
    }

    /// Index and files from the repository's host, with a token at hand or in the index's address.
    pub(super) fn install(
        &self,
        t: &Traveller<'_>,
        course: &mut Course,
        host: &str,
        token: Token,
    ) -> Finding {
        let Some(path) = visit(t, course, host) else {
            unreachable_index(t, course, host);
            return served(t, course, host);
        };
        if token == Token::Unsaid {
            let finding = t.finding(Code::PolicyUndecided, Some(t.source), host);
            course.take(step(Gate::Policy, finding, Outcome::Unknown));
        }
        if self.read(t, course, &path, token) && self.ecosystem != Ecosystem::Pypi {
            assets::fetch(t, course);
        }
        served(t, course, host)
    }

    /// Permission, repository, external connection.
    fn read(&self, t: &Traveller<'_>, course: &mut Course, path: &Path, token: Token) -> bool {
        let found = self.find(t.network);
        let arn = self.repository_arn(t.network);
        let read = Call {
            action: "codeartifact:ReadFromRepository",
            resource: &arn,
            owner: Some(self.owner),
            extra: &[],
        };
        let policy = found.and_then(|(_, repository)| repository.policy.as_ref());
        let bearer;
        let holder = if token == Token::Login {
            *t
        } else {
            bearer = Workload { identity: Identity::Assumed, ..t.workload.clone() };
            Traveller { workload: &bearer, ..*t }
        };
        if !course.take_all(ask(&holder, &read, path, policy)) {
            return false;
        }
        let name = format!("{}/{}", self.domain, self.repository);
        let Some((id, _)) = found else {
            let elsewhere = self.owner != t.network.account;
            let outcome = if elsewhere { Outcome::Unknown } else { Outcome::Fails };
            return course.take(step(
                Gate::Application,
                t.finding(Code::NoSuchRepository, None, &name),
                outcome,
            ));
        };
        let connection = self.connection();
        let step = match self.connected(t.network, connection) {
            Some((at, place)) => {
                let finding = t.finding(Code::ExternalConnectionFound, Some(at), connection);
                step(Gate::Application, Finding { place: Some(place), ..finding }, Outcome::Works)
            }
            None => step(
                Gate::Application,
                t.finding(Code::NoExternalConnection, Some(id), connection),
                Outcome::Fails,
            ),
        };
        course.take(step)
    }

    /// The repository up the chain of upstreams that has the connection.
    fn connected(&self, network: &Network, connection: &str) -> Option<(Id, crate::template::Place)> {
        let mut queue: Vec<&str> = vec![self.repository];
        let mut next = 0;
        while let Some(name) = queue.get(next).copied().filter(|_| next < SEARCHED) {
            next += 1;
            let Some((id, repository)) = self.named(network, name) else { continue };
            if let Some((_, place)) = repository.external_connections.iter().find(|(c, _)| **c == *connection)
            {
                return Some((id, *place));
            }
            for upstream in &repository.upstreams {
                if !queue.contains(&&**upstream) {
                    queue.push(upstream);
                }
            }
        }
        None
    }

    fn connection(&self) -> &'static str {
        match self.ecosystem {
            Ecosystem::Pypi => "public:pypi",
            Ecosystem::Npm => "public:npmjs",
            Ecosystem::Maven => "public:maven-central",
        }
    }

    fn find<'n>(&self, network: &'n Network) -> Option<(Id, &'n Repository)> {
        self.named(network, self.repository)
    }

    fn named<'n>(&self, network: &'n Network, name: &str) -> Option<(Id, &'n Repository)> {
        if self.owner != network.account {
            return None;
        }
        let fits = |r: &Repository| *r.domain == *self.domain && *r.name == *name;
        network.repositories.iter().find(|(_, r)| fits(r)).map(|(id, r)| (*id, r))
    }

    fn domain_of<'n>(&self, network: &'n Network) -> Option<(Id, &'n Domain)> {
        network.domains.iter().find(|(_, d)| *d.name == *self.domain).map(|(id, d)| (*id, d))
    }

    fn host(&self, network: &Network) -> String {
        let suffix = services::default_host("codeartifact.repositories", &network.region, &network.partition);
        format!("{}-{}.{suffix}", self.domain, self.owner)
    }

    fn repository_arn(&self, network: &Network) -> String {
        self.arn(network, "repository", &format!("{}/{}", self.domain, self.repository))
    }

    fn arn(&self, network: &Network, kind: &str, name: &str) -> String {
        format!("arn:{}:codeartifact:{}:{}:{kind}/{name}", network.partition, network.region, self.owner)
    }
}

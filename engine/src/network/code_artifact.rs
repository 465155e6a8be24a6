//! `AWS::CodeArtifact::Domain` and `AWS::CodeArtifact::Repository`: a package index inside AWS.
//!
//! A repository asks its upstreams in order, then its external connection; the service fetches from the public index on its own side,
//! never through the customer's network. One external connection per repository. Without `public:pypi` anywhere up the chain only
//! what was published or cached is there (`CodeArtifact` guide, external connections).
//!
//! Refusals: `TOO_MANY_EXTERNAL_CONNECTIONS`, `REQUIRED_PROPERTY_MISSING`, `PROPERTY_INVALID`.

use super::build::Builder;
use super::{Id, Network};
use crate::code::Code;
use crate::policy::Document;
use crate::template::{Node, Place, Resource};

/// A `CodeArtifact` domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Domain {
    /// Name.
    pub name: Box<str>,
    /// Domain policy.
    pub policy: Option<(Id, Document)>,
}

/// A `CodeArtifact` repository.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repository {
    /// Its domain's name.
    pub domain: Box<str>,
    /// Name.
    pub name: Box<str>,
    /// `public:pypi` …, with the place of each.
    pub external_connections: Vec<(Box<str>, Place)>,
    /// Names of upstream repositories in the same domain, in order.
    pub upstreams: Vec<Box<str>>,
    /// Repository policy.
    pub policy: Option<(Id, Document)>,
}

/// Repositories that one request searches at most (`CodeArtifact` guide, upstream repositories).
const SEARCHED: usize = 25;

impl Network {
    /// A repository by its domain's name and its own.
    pub fn repository_by_name(&self, domain: &str, name: &str) -> Option<(Id, &Repository)> {
        let it = self.repositories.iter().find(|(_, r)| &*r.domain == domain && &*r.name == name);
        it.map(|(id, r)| (*id, r))
    }

    /// A domain by its name.
    pub fn domain_by_name(&self, name: &str) -> Option<(Id, &Domain)> {
        self.domains.iter().find(|(_, d)| &*d.name == name).map(|(id, d)| (*id, d))
    }

    /// The repositories that are searched when this one is asked: itself, then its upstreams depth first, at most 25.
    pub fn repository_chain(&self, repository: Id) -> Vec<Id> {
        let mut chain = Vec::new();
        let mut next = vec![repository];
        while let Some(id) = next.pop() {
            let Some(it) = self.repositories.get(&id) else { continue };
            if chain.contains(&id) || chain.len() >= SEARCHED {
                continue;
            }
            chain.push(id);
            let upstreams = it.upstreams.iter().rev();
            next.extend(
                upstreams.filter_map(|name| self.repository_by_name(&it.domain, name)).map(|(id, _)| id),
            );
        }
        chain
    }

    /// ARN of a domain.
    pub fn domain_arn(&self, domain: &str) -> String {
        format!("arn:{}:codeartifact:{}:{}:domain/{domain}", self.partition, self.region, self.account)
    }

    /// ARN of a repository.
    pub fn repository_arn(&self, repository: &Repository) -> String {
        format!(
            "arn:{}:codeartifact:{}:{}:repository/{}/{}",
            self.partition, self.region, self.account, repository.domain, repository.name
        )
    }
}

pub(super) fn read_domain<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let Some(name) = b.required_text(id, resource, "DomainName") else { return };
    let policy = policy(b, id, resource);
    b.network.domains.insert(id, Domain { name, policy });
}

pub(super) fn read_repository<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let domain = b.required(id, resource, "DomainName").map(|node| name_of(b, node, "DomainName"));
    let name = b.required_text(id, resource, "RepositoryName");
    let (Some(domain), Some(name)) = (domain, name) else { return };
    let mut external_connections = Vec::new();
    for node in resource.get("ExternalConnections").map_or(&[][..], Node::items) {
        if let Some(text) = b.text(node) {
            external_connections.push((text.into(), node.place));
        }
    }
    if let Some((second, place)) = external_connections.get(1) {
        let (second, place): (Box<str>, Place) = (Box::clone(second), *place);
        b.refuse(Code::TooManyExternalConnections, id, place, second);
    }
    let mut upstreams = Vec::new();
    for node in resource.get("Upstreams").map_or(&[][..], Node::items) {
        upstreams.push(name_of(b, node, "RepositoryName"));
    }
    let policy = policy(b, id, resource);
    b.network.repositories.insert(id, Repository { domain, name, external_connections, upstreams, policy });
}

fn policy(b: &mut Builder<'_>, id: Id, resource: &Resource) -> Option<(Id, Document)> {
    let node = resource.get("PermissionsPolicyDocument")?;
    b.document(id, node).map(|document| (id, document))
}

/// A name written as text, or as a reference: `Ref` gives the ARN, `GetAtt Name` the name, and both mean the same resource.
fn name_of(b: &Builder<'_>, node: &Node, property: &str) -> Box<str> {
    let written = node
        .reference()
        .and_then(|reference| b.resource(&reference.resource))
        .and_then(|resource| resource.get(property))
        .and_then(|node| b.text(node));
    let text = written.or_else(|| b.text(node)).or_else(|| node.unknown().map(|u| u.what.to_string()));
    text.unwrap_or_default().into()
}

//! AWS services beside the VPC, what is outside, and the quiet relations between them.

use std::collections::BTreeSet;

use super::{Inventory, Item, Link, Stand, of_kind};
use crate::layout::{Icon, Part};
use crate::network::Network;
use crate::template::{Resource, Stack};

/// More resources of a kind than this are drawn as one, under the service's name.
const APART: usize = 2;

pub(super) fn read(inventory: &mut Inventory, stack: &Stack, network: &Network) {
    let buckets = add(inventory, stack, "AWS::S3::Bucket", Icon::Bucket, "s3");
    let tables = add(inventory, stack, "AWS::DynamoDB::Table", Icon::Table, "dynamodb");
    let packages =
        add(inventory, stack, "AWS::CodeArtifact::Repository", Icon::PackageRepository, "codeartifact");
    let git = add(inventory, stack, "AWS::CodeCommit::Repository", Icon::GitRepository, "git-codecommit");
    let builds = add(inventory, stack, "AWS::CodeBuild::Project", Icon::BuildProject, "codebuild");
    let domains: Vec<Box<str>> = of_kind(stack, "AWS::CodeArtifact::Domain").map(|r| r.id.clone()).collect();
    if let Some(first) = packages.first().and_then(|part| item_mut(inventory, part)) {
        first.also.extend(domains);
    }

    let endpoints: Vec<(Part, Box<str>, bool)> = inventory
        .items
        .iter()
        .filter_map(|item| Some((item.part.clone(), item.service.clone()?, item.on)))
        .collect();
    for (endpoint, service, on) in endpoints {
        let family = service.split('.').next().unwrap_or_default();
        let own = match family {
            "s3" => buckets.clone(),
            "dynamodb" => tables.clone(),
            "codeartifact" => packages.clone(),
            "git-codecommit" | "codecommit" => git.clone(),
            _ => Vec::new(),
        };
        let targets = if own.is_empty() { vec![add_service(inventory, &service, on)] } else { own };
        for to in targets {
            let on = on && is_on(inventory, &to);
            inventory.relations.push(Link { from: endpoint.clone(), to, own_side: false, on });
        }
    }

    add_outside(inventory, Part::Internet, Icon::Internet);
    add_outside(inventory, Part::Pypi, Icon::PackageIndex);
    let upstreams: BTreeSet<Box<str>> =
        of_kind(stack, "AWS::CodeArtifact::Repository").filter_map(upstream_of).collect();
    for part in packages {
        let connected = fetches_from_pypi(inventory, network, &part);
        // With a chain of repositories only its far end fetches.
        let far_end = upstreams.is_empty() || names_any(stack, &part, &upstreams) || connected;
        if far_end {
            inventory.relations.push(Link { from: part, to: Part::Pypi, own_side: true, on: connected });
        }
    }
    for build in builds {
        let on = is_on(inventory, &build);
        for repository in &git {
            let on = on && is_on(inventory, repository);
            let link = Link { from: build.clone(), to: repository.clone(), own_side: true, on };
            inventory.relations.push(link);
        }
        inventory.relations.push(Link { from: build, to: Part::Pypi, own_side: true, on });
    }
}

/// Adds the resources of a kind, as one component under the service's name where there are many.
fn add(inventory: &mut Inventory, stack: &Stack, kind: &'static str, icon: Icon, service: &str) -> Vec<Part> {
    let all: Vec<&Resource> = of_kind(stack, kind).collect();
    let mut parts = Vec::new();
    if all.len() <= APART {
        for resource in all {
            inventory.add(resource, icon, Stand::Cloud, Vec::new());
            parts.push(Part::Resource(resource.id.clone()));
        }
    } else if let Some((first, rest)) = all.split_first() {
        let part = Part::Resource(first.id.clone());
        inventory.items.push(Item {
            part: part.clone(),
            icon,
            stand: Stand::Cloud,
            also: rest.iter().map(|r| r.id.clone()).collect(),
            on: all.iter().any(|r| r.enabled),
            service: None,
            called: Some(Part::Service(service.into())),
        });
        inventory.counted.extend(rest.iter().map(|r| (part.clone(), r.id.clone())));
        parts.push(part);
    }
    parts
}

/// Adds an AWS service that is no resource of the template, once; it stands out where a way leads to it.
fn add_service(inventory: &mut Inventory, service: &str, on: bool) -> Part {
    let part = Part::Service(service.into());
    if let Some(item) = item_mut(inventory, &part) {
        item.on |= on;
    } else {
        let item = Item {
            part: part.clone(),
            icon: Icon::Service,
            stand: Stand::Cloud,
            also: Vec::new(),
            on,
            service: None,
            called: None,
        };
        inventory.items.push(item);
    }
    part
}

fn add_outside(inventory: &mut Inventory, part: Part, icon: Icon) {
    inventory.items.push(Item {
        part,
        icon,
        stand: Stand::Outside,
        also: Vec::new(),
        on: true,
        service: None,
        called: None,
    });
}

fn item_mut<'a>(inventory: &'a mut Inventory, part: &Part) -> Option<&'a mut Item> {
    inventory.items.iter_mut().find(|item| item.part == *part)
}

fn is_on(inventory: &Inventory, part: &Part) -> bool {
    inventory.items.iter().any(|item| item.part == *part && item.on)
}

/// Whether the component's repositories, as built now, have the external connection.
fn fetches_from_pypi(inventory: &Inventory, network: &Network, part: &Part) -> bool {
    let item = inventory.items.iter().find(|item| item.part == *part);
    let own = match part {
        Part::Resource(id) => Some(id),
        _ => None,
    };
    own.into_iter()
        .chain(item.into_iter().flat_map(|item| &item.also))
        .filter_map(|id| network.repositories.get(&network.find(id)?))
        .any(|repository| repository.external_connections.iter().any(|(name, _)| &**name == "public:pypi"))
}

/// The first upstream a repository names.
fn upstream_of(repository: &Resource) -> Option<Box<str>> {
    repository.get("Upstreams")?.items().first()?.text().map(|text| text.as_ref().into())
}

/// Whether the part's resource has one of these repository names.
fn names_any(stack: &Stack, part: &Part, names: &BTreeSet<Box<str>>) -> bool {
    let Part::Resource(id) = part else { return false };
    super::find(stack, id)
        .and_then(|r| r.get("RepositoryName")?.text())
        .is_some_and(|name| names.contains(name.as_ref()))
}

//! `AWS::CodeCommit::Repository` and `AWS::CodeBuild::Project`: source code, and what keeps it in step.
//!
//! A Git host is no package index: it has no `/simple/` tree, no built files and no metadata of dependencies. Nothing managed copies an
//! index into it; a build project that does so runs outside the VPC unless it says otherwise, with internet access of its own.
//!
//! Refusals: `REQUIRED_PROPERTY_MISSING`, `REFERENCE_UNUSABLE`.

use super::Id;
use super::build::Builder;
use crate::template::{Node, Resource, Value};

/// A `CodeCommit` repository.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GitRepository {
    /// Name.
    pub name: Box<str>,
}

/// A build project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuildProject {
    /// Its VPC, if it runs in one.
    pub vpc: Option<Id>,
    /// Git repositories its source, policy or environment names.
    pub git_repositories: Vec<Id>,
}

pub(super) fn read<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    if let Some(name) = b.required_text(id, resource, "RepositoryName") {
        b.network.git_repositories.insert(id, GitRepository { name });
    }
}

pub(super) fn read_build_project<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let vpc = resource.get("VpcConfig").and_then(|node| node.get("VpcId")).and_then(|node| b.vpc(id, node));
    let mut git_repositories = Vec::new();
    for (repository, it) in &b.network.git_repositories {
        if mentions(b, &resource.properties, *repository, &it.name) {
            git_repositories.push(*repository);
        }
    }
    b.network.build_projects.insert(id, BuildProject { vpc, git_repositories });
}

/// Whether a value names a repository, by reference or by its name in a text.
fn mentions(b: &Builder<'_>, node: &Node, repository: Id, name: &str) -> bool {
    match &node.value {
        Value::Reference(reference) => b.id(&reference.resource) == Some(repository),
        Value::Text(text) => !name.is_empty() && text.split(|c: char| !is_name(c)).any(|word| word == name),
        Value::List(items) => items.iter().any(|item| mentions(b, item, repository, name)),
        Value::Map(entries) => entries.iter().any(|(_, item)| mentions(b, item, repository, name)),
        _ => false,
    }
}

/// Characters of repository names.
fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-')
}

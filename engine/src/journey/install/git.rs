//! Packages mirrored as Git repositories: the source can be cloned, and then the index is missing.
//!
//! `pip install "name @ git+https://…"` builds from source. Dependencies and build requirements still come from the index, because
//! a Git host has no `/simple/` tree, no wheels and no metadata (pip documentation, VCS support).

use super::super::permission::ask;
use super::super::request::Call;
use super::super::visit::visit;
use super::super::{Gate, Outcome, traveller::step};
use super::{Course, Traveller};
use crate::code::Code;
use crate::facts::services;

/// Where the index failed and the template mirrors packages in Git repositories that can be cloned: the clone comes first, and
/// that a Git host is no index becomes the reason.
pub(super) fn try_sources(t: &Traveller<'_>, index: Course) -> Course {
    let network = t.network;
    let Some((id, repository)) = network.git_repositories.iter().next() else { return index };
    let host = services::default_host("git-codecommit", &network.region, &network.partition);
    let mut course = Course::default();
    let Some(path) = visit(t, &mut course, &host) else { return index };
    let arn = format!(
        "arn:{}:codecommit:{}:{}:{}",
        network.partition, network.region, network.account, repository.name
    );
    let pull = Call { action: "codecommit:GitPull", resource: &arn, owner: None, extra: &[] };
    if !course.take_all(ask(t, &pull, &path, None)) {
        return index;
    }
    let cloned = t.finding(Code::GitSourceReached, Some(*id), &repository.name);
    course.take(step(Gate::Application, cloned, Outcome::Works));
    course.join(index);
    course.frame(Some(t.finding(Code::GitHostIsNotAnIndex, Some(*id), &host)), None);
    course
}

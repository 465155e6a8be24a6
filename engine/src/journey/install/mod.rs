//! Install a public package that has dependencies and is not cached yet, from name to last file.

mod assets;
mod codeartifact;
mod git;
mod index;
mod public_index;

use super::course::Course;
use super::traveller::{Traveller, step};
use super::{Ecosystem, Finding, Gate, Journey, Outcome};
use crate::code::Code;
use crate::network::PackageSource;
use crate::reach::Compared;
use crate::template::Place;
use index::Index;

/// Tries to install.
pub(super) fn install(t: &Traveller<'_>, ecosystem: Ecosystem) -> Journey {
    let source = match ecosystem {
        Ecosystem::Pypi => &t.host().pip,
        Ecosystem::Npm => &t.host().npm,
        // No start-up script line that configures Maven is modelled.
        Ecosystem::Maven => &PackageSource::Public,
    };
    let mut course = Course::default();
    let success = match source {
        PackageSource::Public => public_index::install(t, &mut course, ecosystem),
        PackageSource::CodeArtifactLogin { place, domain, owner, repository } => {
            configured(t, &mut course, *place, &format!("{domain}/{repository}"));
            let client = codeartifact::Client {
                ecosystem,
                domain,
                owner: owner.as_deref().unwrap_or(&t.network.account),
                repository,
            };
            client.log_in_and_install(t, &mut course)
        }
        PackageSource::Url { place, url } => {
            let index = Index::parse(url);
            configured(t, &mut course, *place, index.host);
            if ecosystem == Ecosystem::Pypi && !url.ends_with('/') {
                course.note(t.finding_at(Code::NoteTrailingSlash, *place, index.host));
            }
            index.install(t, &mut course, ecosystem)
        }
    };
    for (place, line) in &t.host().not_modelled {
        course.note(t.finding_at(Code::NoteScriptLineNotModelled, *place, line));
    }
    if course.failed() && ecosystem == Ecosystem::Pypi {
        course = git::try_sources(t, course);
    }
    course.finish(success)
}

/// The client is pointed at something by a line of the start-up script.
fn configured(t: &Traveller<'_>, course: &mut Course, place: Place, subject: &str) {
    let finding = t.finding_at(Code::ClientConfigured, place, subject);
    course.take(step(Gate::Application, finding, Outcome::Works));
}

/// The index and the files come from this host and are served; the reason a journey ends well.
fn served(t: &Traveller<'_>, course: &mut Course, host: &str) -> Finding {
    let finding = t.finding(Code::IndexServed, None, host);
    if !course.failed() {
        course.take(step(Gate::Application, finding.clone(), Outcome::Works));
    }
    finding
}

/// The index cannot be reached: said behind the reason.
fn unreachable_index(t: &Traveller<'_>, course: &mut Course, host: &str) {
    let finding = t.finding(Code::IndexUnreachable, Some(t.source), host);
    course.frame(None, Some(Finding { compared: Compared::default(), ..finding }));
}

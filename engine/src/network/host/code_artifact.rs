//! `aws codeartifact login`: asks the service for a token and the repository's address and points a client at it. It needs the
//! network when it runs; whether it gets through is the journey's question (AWS CLI, codeartifact login).

use super::{Host, PackageSource};
use crate::template::Place;

pub(super) fn login(flags: &[&str], place: Place, host: &mut Host) -> bool {
    let (mut tool, mut domain, mut owner, mut repository) = (None, None, None, None);
    let mut rest = flags.iter().copied();
    while let Some(flag) = rest.next() {
        let (flag, inline) = match flag.split_once('=') {
            Some((flag, value)) => (flag, Some(value)),
            None => (flag, None),
        };
        if flag == "--dry-run" {
            return true;
        }
        let Some(value) = inline.or_else(|| rest.next()) else { return false };
        match flag {
            "--tool" => tool = Some(value),
            "--domain" => domain = Some(value),
            "--domain-owner" => owner = Some(value),
            "--repository" => repository = Some(value),
            "--region" | "--duration-seconds" | "--duration" | "--namespace" | "--profile" | "--output" => {}
            _ => return false,
        }
    }
    let (Some(tool), Some(domain), Some(repository)) = (tool, domain, repository) else { return false };
    // A variable that only the run knows.
    if [domain, repository].iter().any(|text| text.contains("${")) {
        return false;
    }
    let source = PackageSource::CodeArtifactLogin {
        place,
        domain: domain.into(),
        owner: owner.filter(|owner| !owner.contains("${")).map(Into::into),
        repository: repository.into(),
    };
    match tool {
        "pip" => host.pip = source,
        "npm" => host.npm = source,
        // Other tools leave pip and npm as they are.
        "twine" | "dotnet" | "nuget" | "swift" => {}
        _ => return false,
    }
    true
}

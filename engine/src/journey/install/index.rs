//! An index given by its address: `https://user:token@host/path/`.

use super::super::visit::visit;
use super::super::{Gate, Outcome, traveller::step};
use super::codeartifact::{Client, Token};
use super::{Course, Ecosystem, Finding, Traveller, public_index, served, unreachable_index};
use crate::code::Code;

/// The parts of an index's address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Index<'a> {
    /// Whether a user and a token stand in it.
    pub(super) token: bool,
    /// The host's name.
    pub(super) host: &'a str,
    /// What follows the host, without the slash in between.
    pub(super) path: &'a str,
}

impl<'a> Index<'a> {
    /// Takes an address apart. A port is left out.
    pub(super) fn parse(url: &'a str) -> Self {
        let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
        let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
        let (token, host) = match authority.rsplit_once('@') {
            Some((_, host)) => (true, host),
            None => (false, authority),
        };
        let host = host.split_once(':').map_or(host, |(host, _)| host);
        Self { token, host, path }
    }

    /// Domain, owner and repository where this is a `CodeArtifact` repository: `DOMAIN-OWNER.d.codeartifact.…/pypi/REPO/` by
    /// the ordinary name, `vpce-….d.codeartifact.…/pypi/d/DOMAIN-OWNER/REPO/` by an endpoint's own.
    fn codeartifact(&self) -> Option<(&'a str, &'a str, &'a str)> {
        let (first, _) = self.host.split_once(".d.codeartifact.")?;
        let mut path = self.path.split('/').skip(1);
        let (domain_owner, repository) = if self.host.contains(".vpce.amazonaws.com") {
            (path.nth(1)?, path.next()?)
        } else {
            (first, path.next()?)
        };
        let (domain, owner) = domain_owner.rsplit_once('-')?;
        Some((domain, owner, repository))
    }

    /// Installs from it.
    pub(super) fn install(&self, t: &Traveller<'_>, course: &mut Course, ecosystem: Ecosystem) -> Finding {
        if public_index::is_public_index(ecosystem, self.host) {
            return public_index::install(t, course, ecosystem);
        }
        if let Some((domain, owner, repository)) = self.codeartifact() {
            let client = Client { ecosystem, domain, owner, repository };
            let token = if self.token { Token::Address } else { Token::Unsaid };
            return client.install(t, course, self.host, token);
        }
        if visit(t, course, self.host).is_none() {
            unreachable_index(t, course, self.host);
            return served(t, course, self.host);
        }
        // Somebody's own index: what it serves is not written in the template.
        let finding = t.finding(Code::ValueUnknown, Some(t.source), self.host);
        course.take(step(Gate::Application, finding.clone(), Outcome::Unknown));
        finding
    }
}

#[cfg(test)]
mod tests {
    use super::Index;

    #[track_caller]
    fn check(url: &str, host: &str, token: bool, codeartifact: Option<(&str, &str, &str)>) {
        let index = Index::parse(url);
        assert_eq!((index.host, index.token, index.codeartifact()), (host, token, codeartifact));
    }

    #[test]
    fn addresses_of_indexes() {
        check("https://pypi.org/simple/", "pypi.org", false, None);
        check("http://mirror.example:8080/simple", "mirror.example", false, None);
        let ordinary = "my-team-123456789012.d.codeartifact.eu-west-1.amazonaws.com";
        let parts = Some(("my-team", "123456789012", "python"));
        check(&format!("https://aws:${{TOKEN}}@{ordinary}/pypi/python/simple/"), ordinary, true, parts);
        check(&format!("https://{ordinary}/npm/python/"), ordinary, false, parts);
        let own = "vpce-0a1b.d.codeartifact.eu-west-1.vpce.amazonaws.com";
        check(&format!("https://aws:t@{own}/pypi/d/my-team-123456789012/python/simple/"), own, true, parts);
    }
}

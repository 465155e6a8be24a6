//! Requirements as they are written: in a lesson, on the command line, in links.

use std::fmt;

use super::{Ecosystem, Requirement, Store};
use crate::packet::Protocol;
use crate::template::nearest;

/// A requirement that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no requirement is called `{found}`; {help}")]
pub struct RequirementError {
    /// What was found.
    pub found: Box<str>,
    /// What is valid: the nearest requirement, or the form expected.
    pub help: Box<str>,
}

/// Those that are a fixed text.
const FIXED: [(&str, Requirement); 6] = [
    ("isolated", Requirement::Isolated),
    ("install:pypi", Requirement::Install(Ecosystem::Pypi)),
    ("install:npm", Requirement::Install(Ecosystem::Npm)),
    ("install:maven", Requirement::Install(Ecosystem::Maven)),
    ("read:s3", Requirement::Read(Store::S3)),
    ("read:dynamodb", Requirement::Read(Store::DynamoDb)),
];

const FORMS: &str = "one of isolated, install:pypi, install:npm, install:maven, read:s3, read:dynamodb, \
                     call:<service>, reach:<logical id or address>:<tcp|udp|icmp>/<port>";

impl Requirement {
    /// Reads `isolated`, `install:pypi`, `read:s3`, `call:sagemaker.api`, `reach:10.0.1.5:tcp/443` and the like.
    pub fn parse(text: &str) -> Result<Requirement, RequirementError> {
        let error = |help: String| RequirementError { found: text.into(), help: help.into() };
        if let Some((_, requirement)) = FIXED.iter().find(|(name, _)| *name == text) {
            return Ok(requirement.clone());
        }
        match text.split_once(':') {
            Some(("call", service)) if is_service(service) => Ok(Requirement::Call(service.into())),
            Some(("call", _)) => Err(error("expected a service, like call:sagemaker.api".to_owned())),
            Some(("reach", rest)) => reach(rest).ok_or_else(|| {
                error("expected a form like reach:Server:tcp/443 or reach:10.0.1.5:udp/53".to_owned())
            }),
            _ => Err(error(match nearest(text, FIXED.iter().map(|(name, _)| *name)) {
                Some(near) => format!("the nearest is `{near}`"),
                None => format!("expected {FORMS}"),
            })),
        }
    }
}

/// A service's short name, as in its endpoint's: `sagemaker.api`.
fn is_service(name: &str) -> bool {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-' | '_');
    name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(allowed)
}

/// An IPv6 address holds colons itself, so the last one counts.
fn reach(rest: &str) -> Option<Requirement> {
    let (destination, traffic) = rest.rsplit_once(':')?;
    let (protocol, port) = traffic.split_once('/')?;
    let protocol = match protocol {
        "tcp" => Protocol::Tcp,
        "udp" => Protocol::Udp,
        "icmp" => Protocol::Icmp,
        _ => return None,
    };
    let plain = port.bytes().all(|b| b.is_ascii_digit());
    let port = port.parse().ok().filter(|_| plain && !destination.is_empty())?;
    Some(Requirement::Reach { destination: destination.into(), protocol, port })
}

impl fmt::Display for Requirement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((name, _)) = FIXED.iter().find(|(_, requirement)| requirement == self) {
            return f.write_str(name);
        }
        match self {
            Requirement::Call(service) => write!(f, "call:{service}"),
            Requirement::Reach { destination, protocol, port } => {
                let protocol = match protocol {
                    Protocol::Tcp => "tcp",
                    Protocol::Udp => "udp",
                    Protocol::Icmp | Protocol::Icmpv6 => "icmp",
                    Protocol::Other(_) => "other",
                };
                write!(f, "reach:{destination}:{protocol}/{port}")
            }
            Requirement::Isolated | Requirement::Install(_) | Requirement::Read(_) => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str) {
        let requirement = Requirement::parse(text).expect("a requirement");
        assert_eq!(requirement.to_string(), text);
    }

    #[track_caller]
    fn check_error(text: &str, expect: Expect) {
        let error = Requirement::parse(text).expect_err("not a requirement");
        expect.assert_eq(&error.to_string());
    }

    #[test]
    fn reads_and_writes_every_form() {
        for (text, _) in FIXED {
            check(text);
        }
        check("call:sagemaker.api");
        check("reach:Server:tcp/443");
        check("reach:10.0.1.5:udp/53");
        check("reach:2001:db8::5:icmp/8");
    }

    #[test]
    fn says_what_is_valid() {
        check_error("isolatd", expect!["no requirement is called `isolatd`; the nearest is `isolated`"]);
        check_error(
            "install:pipy",
            expect!["no requirement is called `install:pipy`; the nearest is `install:pypi`"],
        );
        check_error(
            "call:",
            expect!["no requirement is called `call:`; expected a service, like call:sagemaker.api"],
        );
        check_error(
            "reach:Server:tcp/https",
            expect![
                "no requirement is called `reach:Server:tcp/https`; expected a form like reach:Server:tcp/443 or reach:10.0.1.5:udp/53"
            ],
        );
        check_error(
            "",
            expect![
                "no requirement is called ``; expected one of isolated, install:pypi, install:npm, install:maven, read:s3, read:dynamodb, call:<service>, reach:<logical id or address>:<tcp|udp|icmp>/<port>"
            ],
        );
    }

    proptest! {
        #[test]
        fn what_is_read_is_written_back(text in "(reach|call|read|install)?:?[a-z0-9:./]{0,20}") {
            if let Ok(requirement) = Requirement::parse(&text) {
                prop_assert_eq!(Requirement::parse(&requirement.to_string()), Ok(requirement));
            }
        }
    }
}

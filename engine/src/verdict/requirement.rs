//! Requirements as text: `isolated`, `install:pypi`, `read:s3`, `call:sagemaker.api`, `reach:Server:tcp/22`.

use std::fmt;
use std::str::FromStr;

use super::{Ecosystem, Requirement, Store};
use crate::packet::Protocol;

/// A requirement that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{found}` is no requirement; the nearest is `{nearest}`")]
pub struct NoSuchRequirement {
    /// What was found.
    pub found: String,
    /// The nearest form.
    pub nearest: &'static str,
}

/// The forms a requirement has, for messages.
pub const FORMS: [&str; 8] = [
    "isolated",
    "install:pypi",
    "install:npm",
    "install:maven",
    "read:s3",
    "read:dynamodb",
    "call:sagemaker.api",
    "reach:<logical id or address>:<tcp|udp|icmp>/<port>",
];

impl Requirement {
    /// What is asked where neither a lesson nor a person asks for anything else.
    pub fn defaults() -> Vec<Requirement> {
        vec![
            Self::Isolated,
            Self::Install(Ecosystem::Pypi),
            Self::Read(Store::S3),
            Self::Call("sagemaker.api".into()),
        ]
    }
}

impl fmt::Display for Requirement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Isolated => f.write_str("isolated"),
            Self::Install(Ecosystem::Pypi) => f.write_str("install:pypi"),
            Self::Install(Ecosystem::Npm) => f.write_str("install:npm"),
            Self::Install(Ecosystem::Maven) => f.write_str("install:maven"),
            Self::Read(Store::S3) => f.write_str("read:s3"),
            Self::Read(Store::DynamoDb) => f.write_str("read:dynamodb"),
            Self::Call(service) => write!(f, "call:{service}"),
            Self::Reach { destination, protocol, port } => write!(f, "reach:{destination}:{protocol}/{port}"),
        }
    }
}

impl FromStr for Requirement {
    type Err = NoSuchRequirement;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        read(text).ok_or_else(|| NoSuchRequirement { found: text.to_owned(), nearest: nearest(text) })
    }
}

fn read(text: &str) -> Option<Requirement> {
    let Some((kind, what)) = text.split_once(':') else {
        return (text == "isolated").then_some(Requirement::Isolated);
    };
    match (kind, what) {
        ("install", "pypi") => Some(Requirement::Install(Ecosystem::Pypi)),
        ("install", "npm") => Some(Requirement::Install(Ecosystem::Npm)),
        ("install", "maven") => Some(Requirement::Install(Ecosystem::Maven)),
        ("read", "s3") => Some(Requirement::Read(Store::S3)),
        ("read", "dynamodb") => Some(Requirement::Read(Store::DynamoDb)),
        ("call", service) if is_service(service) => Some(Requirement::Call(service.into())),
        ("reach", what) => reach(what),
        _ => None,
    }
}

fn is_service(service: &str) -> bool {
    let label = |label: &str| {
        !label.is_empty() && label.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    service.split('.').all(label)
}

/// `<logical id or address>:<tcp|udp|icmp>/<port>`; an IPv6 address may hold colons, so the last one counts.
fn reach(what: &str) -> Option<Requirement> {
    let (destination, traffic) = what.rsplit_once(':')?;
    let (protocol, port) = traffic.split_once('/')?;
    let protocol = match protocol {
        "tcp" => Protocol::Tcp,
        "udp" => Protocol::Udp,
        "icmp" => Protocol::Icmp,
        _ => return None,
    };
    let destination = destination.trim_start_matches('[').trim_end_matches(']');
    let port = port.parse().ok()?;
    (!destination.is_empty()).then(|| Requirement::Reach { destination: destination.into(), protocol, port })
}

/// The form of the kind that was probably meant; of several, the one that shares most of its beginning.
fn nearest(text: &str) -> &'static str {
    let kind = |form: &'static str| form.split(':').next().unwrap_or(form);
    let found = text.split(':').next().unwrap_or(text);
    let meant = crate::template::nearest(found, FORMS.into_iter().map(kind));
    let shared = |form: &str| rest(form).chars().zip(rest(text).chars()).take_while(|(a, b)| a == b).count();
    let mut best = None;
    for form in FORMS.into_iter().filter(|form| meant.is_none_or(|meant| kind(form) == meant)) {
        if best.is_none_or(|best| shared(form) > shared(best)) {
            best = Some(form);
        }
    }
    best.unwrap_or("isolated")
}

/// What stands after the kind.
fn rest(text: &str) -> &str {
    text.split_once(':').map_or("", |(_, rest)| rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, reads: bool) {
        let read = text.parse::<Requirement>();
        assert_eq!(read.is_ok(), reads, "{text}");
        if let Ok(requirement) = read {
            assert_eq!(requirement.to_string(), text);
        }
    }

    #[test]
    fn requirements_read_as_they_are_written() {
        for requirement in Requirement::defaults() {
            check(&requirement.to_string(), true);
        }
        for text in [
            "install:npm",
            "install:maven",
            "read:dynamodb",
            "call:sts",
            "reach:10.0.0.1:udp/53",
            "reach:Db:tcp/5432",
            "reach:2001:db8::1:icmp/8",
        ] {
            check(text, true);
        }
        for text in [
            "",
            "Isolated",
            "install:",
            "install:cargo",
            "call:",
            "call:a b",
            "reach:Db",
            "reach:Db:tcp",
            "reach:Db:sctp/1",
            "reach::tcp/1",
            "reach:Db:tcp/65536",
        ] {
            check(text, false);
        }
    }

    #[test]
    fn the_nearest_form_is_named() {
        let nearest = |text: &str| text.parse::<Requirement>().unwrap_err().nearest;
        assert_eq!(nearest("install:pip"), "install:pypi");
        assert_eq!(nearest("isolate"), "isolated");
        assert_eq!(nearest("nonsense"), "isolated");
        assert!(nearest("reech:Db:tcp/443").starts_with("reach:"));
        assert_eq!(nearest("instal:npn"), "install:npm");
    }
}

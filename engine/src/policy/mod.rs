//! Who may do what: policy documents and their three-valued evaluation.

use std::collections::BTreeMap;

use crate::template::{Node, Place, Stack, Unknown};

/// A policy document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Where it is written.
    pub place: Place,
    /// Its statements.
    pub statements: Vec<Statement>,
}

/// One statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Where it is written.
    pub place: Place,
    /// `Sid`, if any.
    pub sid: Option<Box<str>>,
    /// `Effect: Allow`.
    pub allow: bool,
    /// `Principal` or `NotPrincipal`; `None` in identity policies.
    pub principals: Option<Patterns>,
    /// `Action` or `NotAction`.
    pub actions: Patterns,
    /// `Resource` or `NotResource`; `None` where the policy kind has none.
    pub resources: Option<Patterns>,
    /// `Condition`.
    pub conditions: Vec<Condition>,
    /// A part that could not be resolved.
    pub unknown: Option<Unknown>,
}

/// Patterns with `*` and `?`, or everything but them. Principals are written `AWS:<arn or account or *>`,
/// `Service:<name>`, or `*`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Patterns {
    /// The patterns.
    pub patterns: Vec<Box<str>>,
    /// `NotAction`, `NotResource`, `NotPrincipal`.
    pub negated: bool,
}

/// One condition: operator, key, values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// `StringEquals` … with its suffixes, as written.
    pub operator: Box<str>,
    /// `aws:SourceVpce` … as written.
    pub key: Box<str>,
    /// The values.
    pub values: Vec<Box<str>>,
    /// Where it is written.
    pub place: Place,
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// ARN of the calling role; `None` for an anonymous caller.
    pub principal: Option<Box<str>>,
    /// Account of the caller.
    pub principal_account: Box<str>,
    /// `s3:GetObject` …
    pub action: Box<str>,
    /// ARN of the resource.
    pub resource: Box<str>,
    /// Condition keys in lower case (`aws:sourcevpce`) whose value is known. A key that is certainly absent from the request
    /// has the value `None`; a key not in the map is not modelled.
    pub context: BTreeMap<Box<str>, Option<Box<str>>>,
}

/// What a document says of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// A statement allows it and none denies it.
    Allow {
        /// Place of the deciding statement.
        statement: Place,
    },
    /// A statement denies it.
    Deny {
        /// Place of the deciding statement.
        statement: Place,
    },
    /// No statement applies: denied unless another policy of the same kind allows.
    NoStatement,
    /// A statement may or may not apply.
    Undecided {
        /// Place of the statement.
        statement: Place,
        /// The condition key, value or operator that is not modelled.
        what: Box<str>,
    },
}

impl Document {
    /// Reads a document: a map, a JSON string, or a `!Sub` string of JSON. What cannot be read is an `Err` with the place.
    pub fn read(_stack: &Stack, _node: &Node) -> Result<Document, ReadError> {
        Err(ReadError { place: Place::default(), what: "not written yet".into() })
    }

    /// What the document says of the request.
    pub fn decide(&self, _request: &Request) -> Decision {
        Decision::NoStatement
    }
}

/// A policy document that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{what}")]
pub struct ReadError {
    /// Where.
    pub place: Place,
    /// What is wrong.
    pub what: Box<str>,
}

/// A policy that AWS keeps, as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AwsManaged {
    /// The statements known.
    pub known: Document,
    /// Whether they are all of it, as far as any journey asks.
    pub complete: bool,
}

/// The policy with this ARN, where it is known. `place` is where it was attached.
pub fn aws_managed(_arn: &str, _place: Place) -> Option<AwsManaged> {
    None
}

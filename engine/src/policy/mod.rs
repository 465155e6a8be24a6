//! Who may do what: policy documents and their three-valued evaluation.

mod aws_managed;
mod condition;
mod decide;
mod pattern;
mod principal;
mod read;

use std::borrow::Cow;

use litemap::LiteMap;

pub use aws_managed::{AwsManaged, aws_managed};

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
pub struct Request<'a> {
    /// ARN of the calling role; `None` for an anonymous caller.
    pub principal: Option<Cow<'a, str>>,
    /// Account of the caller.
    pub principal_account: &'a str,
    /// `s3:GetObject` …
    pub action: &'a str,
    /// ARN of the resource.
    pub resource: &'a str,
    /// Condition keys in lower case (`aws:sourcevpce`) whose value is known. A key that is certainly absent from the request
    /// has the value `None`; a key not in the map is not modelled.
    pub context: LiteMap<&'a str, Option<Cow<'a, str>>>,
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
    /// Reads a document: a map, a JSON string, or a `!Sub` string of JSON. A document that is not known has one statement that
    /// may allow or deny anything.
    ///
    /// # Errors
    /// What cannot be read, with its place.
    pub fn read(stack: &Stack, node: &Node) -> Result<Document, ReadError> {
        read::document(stack, node)
    }

    /// What the document says of the request. A denial beats everything, then a statement that may deny, then one that allows.
    ///
    /// An allowance for an account or its root hands the decision to the identity's own policies and so does not count as an
    /// allowance here (IAM user guide, principals: account principals).
    pub fn decide(&self, request: &Request<'_>) -> Decision {
        decide::document(self, request)
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

//! What is wrong with a lesson's files, and where.

use crate::template::{Place, TemplateErrorKind};
use crate::verdict::NoSuchRequirement;

/// What is wrong with a lesson's files, and where. Displayed as `file:line:column: …`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{}:{}: {kind}", place.line, place.column)]
pub struct LessonError {
    /// The file's name.
    pub file: String,
    /// Where in the file.
    pub place: Place,
    /// What is wrong.
    pub kind: LessonErrorKind,
}

/// The kinds of errors in lesson files.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LessonErrorKind {
    /// The template, or YAML itself; also parameter values that the template does not allow.
    #[error("{0}")]
    Template(#[from] TemplateErrorKind),
    /// An entry that must be there.
    #[error("`{0}` is missing")]
    Missing(String),
    /// A value of the wrong shape.
    #[error("expected {expected}, found {found}")]
    Expected {
        /// What was expected.
        expected: String,
        /// What was found.
        found: String,
    },
    /// A name that does not exist.
    #[error("{what} `{found}` does not exist{}", nearest.as_deref().map(|n| format!("; the nearest is `{n}`")).unwrap_or_default())]
    NoSuchName {
        /// What was looked for.
        what: &'static str,
        /// The name found.
        found: String,
        /// The nearest existing name.
        nearest: Option<String>,
    },
    /// A name used twice.
    #[error("{what} `{name}` is there twice")]
    Twice {
        /// What it names.
        what: &'static str,
        /// The name.
        name: String,
    },
    /// A requirement that cannot be read.
    #[error("{0}")]
    Requirement(#[from] NoSuchRequirement),
}

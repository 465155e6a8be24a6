//! Why AWS would refuse the template.

use super::Id;
use crate::code::Code;
use crate::template::Place;

/// Why AWS would refuse the template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The rule broken.
    pub code: Code,
    /// The resource.
    pub id: Id,
    /// Where.
    pub place: Place,
    /// The property or value at fault, in technical notation.
    pub detail: Box<str>,
}

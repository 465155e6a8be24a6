//! Names of things: what a verdict can point at.

use std::rc::Rc;

use crate::template::Place;

/// One thing of the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(pub u32);

/// What every thing has: a name, a type, a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Logical id; for implicit things `<owner's id>/<what>`, e.g. `Vpc/default-acl`, `S3Endpoint/EndpointSubnet`.
    pub name: Rc<str>,
    /// `AWS::EC2::Subnet` … the type the thing has or would have.
    pub kind: Rc<str>,
    /// Where it is written; for implicit things where its owner is.
    pub place: Place,
    /// Whether AWS makes it without being told.
    pub implicit: bool,
}

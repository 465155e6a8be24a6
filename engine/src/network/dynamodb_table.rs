//! `AWS::DynamoDB::Table`: a table reached through its service, by a gateway or an interface endpoint.
//!
//! Refusals: `PROPERTY_INVALID` for a policy that cannot be read.

use super::Id;
use super::build::Builder;
use crate::policy::Document;
use crate::template::Resource;

/// A `DynamoDB` table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// ARN, with the placeholder of an unnamed table.
    pub arn: Box<str>,
    /// Resource policy.
    pub policy: Option<(Id, Document)>,
}

pub(super) fn read<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let arn = b.attribute(&resource.id, Some("Arn"));
    let policy = resource.get("ResourcePolicy").and_then(|node| node.get("PolicyDocument"));
    let policy = policy.and_then(|node| b.document(id, node)).map(|document| (id, document));
    b.network.tables.insert(id, Table { arn, policy });
}

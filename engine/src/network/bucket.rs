//! `AWS::S3::Bucket` and `AWS::S3::BucketPolicy`: where the data is.
//!
//! A bucket is reached through the service, not through an address of its own. Its policy can deny what an identity may do, for
//! example to all who do not come through one endpoint. Encryption with a key of its own needs permission for the key too, which is
//! not modelled here.
//!
//! Refusals: `REQUIRED_PROPERTY_MISSING`, `PROPERTY_INVALID`.

use super::build::Builder;
use super::read::Named;
use super::{Id, Network};
use crate::policy::Document;
use crate::template::Resource;

/// An S3 bucket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bucket {
    /// Name, or the placeholder `${LogicalId}`.
    pub name: Box<str>,
    /// Bucket policy, with the resource that holds it.
    pub policy: Option<(Id, Document)>,
}

impl Network {
    /// ARN of a bucket.
    pub fn bucket_arn(&self, bucket: &Bucket) -> String {
        format!("arn:{}:s3:::{}", self.partition, bucket.name)
    }
}

pub(super) fn read<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let name = b.attribute(&resource.id, None);
    b.network.buckets.insert(id, Bucket { name, policy: None });
}

pub(super) fn read_policy<'a>(b: &mut Builder<'a>, id: Id, resource: &'a Resource) {
    let bucket = b.required(id, resource, "Bucket");
    let document = b.required(id, resource, "PolicyDocument");
    let (Some(bucket), Some(document)) = (bucket, document) else { return };
    let named = if let Named::Thing(thing) = b.named(bucket) {
        Some(thing)
    } else {
        let name = b.text(bucket);
        b.network.buckets.iter().find(|(_, it)| Some(&*it.name) == name.as_deref()).map(|(id, _)| *id)
    };
    let Some(document) = b.document(id, document) else { return };
    if let Some(bucket) = named.and_then(|named| b.network.buckets.get_mut(&named)) {
        bucket.policy = Some((id, document));
    }
}

//! Values as text: references become physical names or placeholders, so that equal text means the same thing.

use crate::template::{Node, Stack, Value};

/// Properties that give a resource its physical name.
const NAMES: [(&str, &str); 10] = [
    ("AWS::S3::Bucket", "BucketName"),
    ("AWS::IAM::Role", "RoleName"),
    ("AWS::IAM::ManagedPolicy", "ManagedPolicyName"),
    ("AWS::IAM::InstanceProfile", "InstanceProfileName"),
    ("AWS::DynamoDB::Table", "TableName"),
    ("AWS::CodeArtifact::Domain", "DomainName"),
    ("AWS::CodeArtifact::Repository", "RepositoryName"),
    ("AWS::CodeCommit::Repository", "RepositoryName"),
    ("AWS::SageMaker::NotebookInstanceLifecycleConfig", "NotebookInstanceLifecycleConfigName"),
    ("AWS::SageMaker::NotebookInstance", "NotebookInstanceName"),
];

/// A node as text.
pub fn text(stack: &Stack, node: &Node) -> Option<String> {
    match &node.value {
        Value::Reference(reference) => Some(match reference.attribute.as_deref() {
            Some(name) => attribute(stack, &reference.resource, name),
            None => physical(stack, &reference.resource),
        }),
        _ => node.text().map(std::borrow::Cow::into_owned),
    }
}

/// The physical name of a resource.
pub fn physical(stack: &Stack, resource: &str) -> String {
    let named = stack.resources.iter().find(|r| &*r.id == resource).and_then(|r| {
        let (_, property) = NAMES.iter().find(|(kind, _)| *kind == &*r.kind)?;
        r.get(property)?.text()
    });
    named.map_or_else(|| format!("${{{resource}}}"), std::borrow::Cow::into_owned)
}

/// An attribute of a resource.
pub fn attribute(stack: &Stack, resource: &str, attribute: &str) -> String {
    let Stack { partition, region, account, .. } = stack;
    let name = physical(stack, resource);
    let kind = stack.resources.iter().find(|r| &*r.id == resource).map_or("", |r| &*r.kind);
    match (kind, attribute) {
        ("AWS::S3::Bucket", "Arn") => format!("arn:{partition}:s3:::{name}"),
        ("AWS::IAM::Role", "Arn") => format!("arn:{partition}:iam::{account}:role/{name}"),
        ("AWS::DynamoDB::Table", "Arn") => format!("arn:{partition}:dynamodb:{region}:{account}:table/{name}"),
        _ => format!("${{{resource}.{attribute}}}"),
    }
}

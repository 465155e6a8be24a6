//! Names as nouns and labels.

use crate::words::{Implicit, Name, Thing};

/// Names that keep their capital inside a sentence though they look like ordinary words.
const PROPER: [&str; 4] = ["Amazon", "Git", "Python", "Windows"];

/// A name inside a sentence: `the notebook`, `NatGateway`, `the default network ACL of Vpc`.
pub(super) fn noun(name: Name<'_>) -> String {
    let owner = if name.display {
        ["the ", &lower(name.text), endpoint(name)].concat()
    } else {
        name.text.to_owned()
    };
    let Some(implicit) = name.implicit else { return owner };
    ["the ", implicit_thing(implicit), " ", &owner].concat()
}

/// A name standing alone.
pub(in crate::words) fn label(name: Name<'_>) -> String {
    match name.implicit {
        None => [name.text, endpoint(name)].concat(),
        Some(implicit) => capital(&[implicit_thing(implicit), " ", name.text].concat()),
    }
}

/// The word that a short display name of an endpoint leaves out.
fn endpoint(name: Name<'_>) -> &'static str {
    if name.display && name.endpoint && !name.text.contains("ndpoint") { " endpoint" } else { "" }
}

fn implicit_thing(implicit: Implicit) -> &'static str {
    match implicit {
        Implicit::MainTable => "main route table of",
        Implicit::DefaultAcl => "default network ACL of",
        Implicit::DefaultGroup => "default security group of",
        Implicit::OwnTable => "own route table of",
        Implicit::Probe => "probe in",
    }
}

/// With a small first letter, unless the first word has capitals of its own or is a proper name.
fn lower(text: &str) -> String {
    let word = text.split(' ').next().unwrap_or_default();
    let mut letters = text.chars();
    match letters.next() {
        Some(first)
            if !PROPER.contains(&word)
                && word.len() > 1
                && word.chars().skip(1).all(|c| c.is_lowercase() || c == '-') =>
        {
            [&first.to_lowercase().to_string(), letters.as_str()].concat()
        }
        _ => text.to_owned(),
    }
}

/// With a capital first letter, unless the first word is a name written small: a host name, a code.
pub(super) fn capital(text: &str) -> String {
    let word = text.split(' ').next().unwrap_or_default();
    let mut letters = text.chars();
    match letters.next() {
        Some(first) if !word.contains(['.', ':', '_', '/']) && !matches!(word, "pip" | "npm") => {
            [&first.to_uppercase().to_string(), letters.as_str()].concat()
        }
        _ => text.to_owned(),
    }
}

pub(in crate::words) fn service(short: &str) -> String {
    match short {
        "s3" => "S3",
        "dynamodb" => "DynamoDB",
        "sagemaker.api" => "the SageMaker API",
        "sagemaker.runtime" => "SageMaker Runtime",
        "aws.sagemaker.notebook" => "SageMaker notebooks",
        "codeartifact.api" => "the CodeArtifact API",
        "codeartifact.repositories" => "CodeArtifact repositories",
        "git-codecommit" => "CodeCommit",
        "codecommit" => "the CodeCommit API",
        "sts" => "STS",
        "logs" => "CloudWatch Logs",
        "ecr.api" => "the ECR API",
        "ecr.dkr" => "ECR",
        "kms" => "KMS",
        "ssm" => "Systems Manager",
        "secretsmanager" => "Secrets Manager",
        "public:pypi" => "PyPI",
        "public:npmjs" => "npm",
        "public:maven-central" => "Maven Central",
        // What CloudFormation would name is known by its logical id: `${DataBucket}`.
        other => return other.replace("${", "").replace('}', ""),
    }
    .to_owned()
}

/// Several short names, `a, b`: `the CodeArtifact API, S3 and STS`.
pub(super) fn services(listed: &str, otherwise: &str) -> String {
    let names: Vec<String> = listed.split(", ").filter(|short| !short.is_empty()).map(service).collect();
    match names.split_last() {
        None => otherwise.to_owned(),
        Some((last, [])) => last.clone(),
        Some((last, before)) => [&before.join(", "), " and ", last].concat(),
    }
}

pub(in crate::words) fn thing(thing: Thing) -> &'static str {
    match thing {
        Thing::Notebook => "Notebook",
        Thing::Instance => "Instance",
        Thing::NatInstance => "NAT instance",
        Thing::Interface => "Network interface",
        Thing::NatGateway => "NAT gateway",
        Thing::InternetGateway => "Internet gateway",
        Thing::EgressOnlyGateway => "Egress-only internet gateway",
        Thing::InterfaceEndpoint => "Interface endpoint",
        Thing::GatewayEndpoint => "Gateway endpoint",
        Thing::Endpoint => "VPC endpoint",
        Thing::Peering => "VPC peering connection",
        Thing::Bucket => "S3 bucket",
        Thing::Table => "DynamoDB table",
        Thing::PackageRepository => "CodeArtifact repository",
        Thing::GitRepository => "CodeCommit repository",
        Thing::BuildProject => "CodeBuild project",
        Thing::Service => "AWS service",
        Thing::Vpc => "VPC",
        Thing::Subnet => "Subnet",
        Thing::RouteTable => "Route table",
        Thing::NetworkAcl => "Network ACL",
        Thing::SecurityGroup => "Security group",
        Thing::Role => "IAM role",
        Thing::Internet => "Internet",
        Thing::PackageIndex => "Package index",
        Thing::Resource => "Resource",
    }
}

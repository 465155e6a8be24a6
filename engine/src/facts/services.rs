//! AWS services by the name of their endpoint service: host names, action prefix, kinds of endpoints.
//!
//! Sources: `PrivateLink` guide, services that integrate (2026); `CodeArtifact` guide, VPC endpoints (2026); SageMaker developer
//! guide, notebook interface endpoint (2023).

use super::{Certainty, Fact};

/// Sources of this file.
pub const FACTS: &[Fact] = &[
    Fact {
        what: "codeartifact.api, codeartifact.repositories",
        source: "CodeArtifact user guide, create VPC endpoints",
        date: "2026-11",
        certainty: Certainty::Documented,
    },
    Fact {
        what: "*.d.codeartifact.<region>.amazonaws.com as the private name",
        source: "public Terraform code",
        date: "2026-11",
        certainty: Certainty::SecondHand,
    },
    Fact {
        what: "aws.sagemaker.<region>.notebook, aws.sagemaker.<region>.studio",
        source: "PrivateLink guide, services that integrate",
        date: "2026-11",
        certainty: Certainty::Documented,
    },
];

/// The short name of an endpoint service in this region: `com.amazonaws.us-east-1.s3` → `s3`,
/// `aws.sagemaker.us-east-1.notebook` → `aws.sagemaker.notebook`. A service of another region or of a customer keeps its
/// whole name.
pub fn short_name(service_name: &str, region: &str) -> String {
    let in_region = |prefix: &str| {
        let rest = service_name.strip_prefix(prefix)?;
        rest.strip_prefix(region)?.strip_prefix('.')
    };
    if let Some(short) = in_region("com.amazonaws.").or_else(|| in_region("cn.com.amazonaws."))
        && !short.starts_with("vpce-svc-")
    {
        return short.to_owned();
    }
    in_region("aws.sagemaker.")
        .map_or_else(|| service_name.to_owned(), |kind| format!("aws.sagemaker.{kind}"))
}

/// The labels in front of region and suffix in the ordinary host names that a service's private DNS covers, `*` standing for one or
/// more labels. Empty where they are the service's own, turned round: `sagemaker.api` → `api.sagemaker`, `ecr.api` → `api.ecr`.
fn fronts(service: &str) -> &'static [&'static str] {
    match service {
        "s3" => &["s3", "*.s3", "*.s3-accesspoint", "*.s3-control"],
        "codeartifact.api" => &["codeartifact"],
        "codeartifact.repositories" => &["*.d.codeartifact"],
        "ecr.dkr" => &["*.dkr.ecr"],
        "execute-api" => &["*.execute-api"],
        "kinesis-streams" => &["kinesis"],
        "elasticfilesystem" => &["elasticfilesystem", "*.efs"],
        _ => &[],
    }
}

/// What AWS's host names end with.
fn suffix(partition: &str) -> &'static str {
    if partition == "aws-cn" { "amazonaws.com.cn" } else { "amazonaws.com" }
}

/// The kind of `SageMaker` service whose names end otherwise: `aws.sagemaker.notebook` → `notebook`.
fn of_sagemaker(service: &str) -> Option<&str> {
    service.strip_prefix("aws.sagemaker.").filter(|kind| matches!(*kind, "notebook" | "studio"))
}

/// The names of the hidden zones that an endpoint's private DNS brings into its VPC.
pub fn zone_names(service: &str, region: &str, partition: &str) -> Vec<String> {
    let fronts = fronts(service);
    if fronts.is_empty() || of_sagemaker(service).is_some() {
        return vec![default_host(service, region, partition)];
    }
    let whole = |front: &&str| {
        [front.strip_prefix("*.").unwrap_or(front), ".", region, ".", suffix(partition)].concat()
    };
    fronts.iter().map(whole).collect()
}

/// The host a client calls by default: the first of a service's names without its wildcard.
pub fn default_host(service: &str, region: &str, partition: &str) -> String {
    if let Some(kind) = of_sagemaker(service) {
        return [kind, ".", region, ".sagemaker.aws"].concat();
    }
    let end = [".", region, ".", suffix(partition)].concat();
    match fronts(service).first() {
        Some(front) => [front.strip_prefix("*.").unwrap_or(front), &end].concat(),
        None => service.rsplit('.').collect::<Vec<_>>().join(".") + &end,
    }
}

/// What stands in front of the region in a host name of AWS: `d.codeartifact` of `d.codeartifact.eu-west-1.amazonaws.com`.
pub fn front<'h>(region: &str, partition: &str, host: &'h str) -> Option<&'h str> {
    let labels = host.strip_suffix(suffix(partition))?.strip_suffix('.')?;
    labels.strip_suffix(region)?.strip_suffix('.')
}

/// Whether one of the service's private names covers this host name.
pub fn covers(service: &str, region: &str, partition: &str, host: &str) -> bool {
    let below = |front: &str, parent: &str| {
        front.strip_suffix(parent).is_some_and(|labels| labels.len() > 1 && labels.ends_with('.'))
    };
    if let Some(kind) = of_sagemaker(service) {
        let front = host.strip_suffix(".sagemaker.aws").and_then(|labels| labels.strip_suffix(region));
        return front.and_then(|front| front.strip_suffix('.')).is_some_and(|front| below(front, kind));
    }
    let Some(front) = front(region, partition, host) else { return false };
    let fronts = fronts(service);
    if fronts.is_empty() {
        return service.rsplit('.').eq(front.split('.'));
    }
    fronts.iter().any(|name| match name.strip_prefix("*.") {
        Some(parent) => below(front, parent),
        None => *name == front,
    })
}

/// The prefix of the service's actions in policies: `sagemaker.api` → `sagemaker`, `git-codecommit` → `codecommit`.
pub fn action_prefix(service: &str) -> &str {
    match service {
        "git-codecommit" => "codecommit",
        "monitoring" => "cloudwatch",
        "aws.sagemaker.notebook" | "aws.sagemaker.studio" => "sagemaker",
        "kinesis-streams" => "kinesis",
        "bedrock-runtime" => "bedrock",
        other => other.split('.').next().unwrap_or(other),
    }
}

/// Whether the service has gateway endpoints.
pub fn has_gateway_endpoint(service: &str) -> bool {
    matches!(service, "s3" | "dynamodb" | "s3express")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(service_name: &str, short: &str, host: &str, prefix: &str) {
        let region = "eu-west-1";
        assert_eq!(short_name(service_name, region), short);
        assert_eq!(default_host(short, region, "aws"), host);
        assert_eq!(action_prefix(short), prefix);
    }

    #[test]
    fn names_of_services() {
        check("com.amazonaws.eu-west-1.s3", "s3", "s3.eu-west-1.amazonaws.com", "s3");
        check(
            "com.amazonaws.eu-west-1.sagemaker.api",
            "sagemaker.api",
            "api.sagemaker.eu-west-1.amazonaws.com",
            "sagemaker",
        );
        check(
            "com.amazonaws.eu-west-1.codeartifact.api",
            "codeartifact.api",
            "codeartifact.eu-west-1.amazonaws.com",
            "codeartifact",
        );
        check(
            "com.amazonaws.eu-west-1.codeartifact.repositories",
            "codeartifact.repositories",
            "d.codeartifact.eu-west-1.amazonaws.com",
            "codeartifact",
        );
        check(
            "com.amazonaws.eu-west-1.git-codecommit",
            "git-codecommit",
            "git-codecommit.eu-west-1.amazonaws.com",
            "codecommit",
        );
        check(
            "aws.sagemaker.eu-west-1.notebook",
            "aws.sagemaker.notebook",
            "notebook.eu-west-1.sagemaker.aws",
            "sagemaker",
        );
    }

    #[test]
    fn a_service_elsewhere_keeps_its_whole_name() {
        assert_eq!(short_name("com.amazonaws.us-east-1.s3", "eu-west-1"), "com.amazonaws.us-east-1.s3");
        let own = "com.amazonaws.vpce.eu-west-1.vpce-svc-0123";
        assert_eq!(short_name(own, "eu-west-1"), own);
    }

    #[test]
    fn wildcards_cover_labels_in_front_only() {
        let covers = |service, host| covers(service, "eu-west-1", "aws", host);
        assert!(covers("codeartifact.repositories", "dom-1.d.codeartifact.eu-west-1.amazonaws.com"));
        assert!(!covers("codeartifact.repositories", "codeartifact.eu-west-1.amazonaws.com"));
        assert!(covers("s3", "data.s3.eu-west-1.amazonaws.com"));
        assert!(covers("s3", "s3.eu-west-1.amazonaws.com"));
        assert!(!covers("s3", "s3.amazonaws.com"));
        assert!(!covers("s3", "xs3.eu-west-1.amazonaws.com"));
    }
}

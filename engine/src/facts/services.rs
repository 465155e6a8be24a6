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

/// The ordinary host names of a service that its private DNS covers, `*` standing for one or more labels.
pub fn host_names(service: &str, region: &str, partition: &str) -> Vec<String> {
    let suffix = if partition == "aws-cn" { "amazonaws.com.cn" } else { "amazonaws.com" };
    let names: Vec<String> = match service {
        "s3" => ["s3", "*.s3", "*.s3-accesspoint", "*.s3-control"].map(String::from).to_vec(),
        "codeartifact.api" => vec!["codeartifact".into()],
        "codeartifact.repositories" => vec!["*.d.codeartifact".into()],
        "ecr.dkr" => vec!["*.dkr.ecr".into()],
        "execute-api" => vec!["*.execute-api".into()],
        "kinesis-streams" => vec!["kinesis".into()],
        "elasticfilesystem" => vec!["elasticfilesystem".into(), "*.efs".into()],
        "aws.sagemaker.notebook" => return vec![format!("*.notebook.{region}.sagemaker.aws")],
        "aws.sagemaker.studio" => return vec![format!("*.studio.{region}.sagemaker.aws")],
        // `sagemaker.api` → `api.sagemaker`, `ecr.api` → `api.ecr`; one label stays itself.
        other => vec![other.rsplit('.').collect::<Vec<_>>().join(".")],
    };
    names.into_iter().map(|name| format!("{name}.{region}.{suffix}")).collect()
}

/// The names of the hidden zones that an endpoint's private DNS brings into its VPC.
pub fn zone_names(service: &str, region: &str, partition: &str) -> Vec<String> {
    let names = host_names(service, region, partition);
    names.into_iter().map(|name| name.strip_prefix("*.").map(str::to_owned).unwrap_or(name)).collect()
}

/// The host a client calls by default: the first of [`host_names`] without its wildcard.
pub fn default_host(service: &str, region: &str, partition: &str) -> String {
    let names = host_names(service, region, partition);
    let first = names.into_iter().next().unwrap_or_default();
    first.strip_prefix("*.").map_or(first.clone(), str::to_owned)
}

/// Whether one of the service's private names covers this host name.
pub fn covers(service: &str, region: &str, partition: &str, host: &str) -> bool {
    host_names(service, region, partition).iter().any(|name| match name.strip_prefix("*.") {
        Some(parent) => {
            host.strip_suffix(parent).is_some_and(|front| front.len() > 1 && front.ends_with('.'))
        }
        None => name == host,
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

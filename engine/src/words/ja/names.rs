//! 名前。

use crate::words::{Implicit, Name, Thing};

use super::say;

/// 文の中の名前。日本語ではそのまま使える。
pub(super) fn noun(name: Name<'_>) -> String {
    match name.implicit {
        // 図の上の短い表示名では、エンドポイントという語が省かれることがある。
        None if name.display && name.endpoint && !name.text.contains("エンドポイント") => {
            say(&[name.text, "エンドポイント"])
        }
        None => name.text.to_owned(),
        Some(implicit) => say(&[name.text, implicit_thing(implicit)]),
    }
}

fn implicit_thing(implicit: Implicit) -> &'static str {
    match implicit {
        Implicit::MainTable => "のメインルートテーブル",
        Implicit::DefaultAcl => "のデフォルトネットワーク ACL",
        Implicit::DefaultGroup => "のデフォルトセキュリティグループ",
        Implicit::OwnTable => "専用のルートテーブル",
        Implicit::Probe => "に置いた仮の送信元",
    }
}

pub(in crate::words) fn service(short: &str) -> String {
    match short {
        "s3" => "S3",
        "dynamodb" => "DynamoDB",
        "sagemaker.api" => "SageMaker API",
        "sagemaker.runtime" => "SageMaker Runtime",
        "aws.sagemaker.notebook" => "SageMaker ノートブック",
        "codeartifact.api" => "CodeArtifact API",
        "codeartifact.repositories" => "CodeArtifact リポジトリ",
        "git-codecommit" => "CodeCommit",
        "codecommit" => "CodeCommit API",
        "sts" => "STS",
        "logs" => "CloudWatch Logs",
        "ecr.api" => "ECR API",
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

/// いくつかの短い名前。
pub(super) fn services(listed: &str, otherwise: &str) -> String {
    let names: Vec<String> = listed.split(", ").filter(|short| !short.is_empty()).map(service).collect();
    if names.is_empty() { otherwise.to_owned() } else { names.join("、") }
}

pub(in crate::words) fn thing(thing: Thing) -> &'static str {
    match thing {
        Thing::Notebook => "ノートブック",
        Thing::Instance => "インスタンス",
        Thing::NatInstance => "NAT インスタンス",
        Thing::Interface => "ネットワークインターフェイス",
        Thing::NatGateway => "NAT ゲートウェイ",
        Thing::InternetGateway => "インターネットゲートウェイ",
        Thing::EgressOnlyGateway => "Egress-Only インターネットゲートウェイ",
        Thing::InterfaceEndpoint => "インターフェイスエンドポイント",
        Thing::GatewayEndpoint => "ゲートウェイエンドポイント",
        Thing::Endpoint => "VPC エンドポイント",
        Thing::Peering => "VPC ピアリング接続",
        Thing::Bucket => "S3 バケット",
        Thing::Table => "DynamoDB テーブル",
        Thing::PackageRepository => "CodeArtifact リポジトリ",
        Thing::GitRepository => "CodeCommit リポジトリ",
        Thing::BuildProject => "CodeBuild プロジェクト",
        Thing::Service => "AWS サービス",
        Thing::Vpc => "VPC",
        Thing::Subnet => "サブネット",
        Thing::RouteTable => "ルートテーブル",
        Thing::NetworkAcl => "ネットワーク ACL",
        Thing::SecurityGroup => "セキュリティグループ",
        Thing::Role => "IAM ロール",
        Thing::Internet => "インターネット",
        Thing::PackageIndex => "パッケージインデックス",
        Thing::Resource => "リソース",
    }
}

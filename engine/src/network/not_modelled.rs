//! What is not modelled, and what of the answers it could change.
//!
//! A type that no reader knows never passes silently: it is listed with the aspects it could change. Types that can change nothing
//! a requirement asks are named one by one; anything else of AWS counts by its service, and an unknown service counts for all.

use super::build::Builder;
use super::{Id, hosted_zone, record_set, vpc_endpoint};
use crate::template::Resource;

/// A resource that is not modelled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotModelled {
    /// The resource.
    pub id: Id,
    /// What it could change.
    pub could_change: Aspects,
}

/// Aspects that an unmodelled resource could change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Aspects {
    /// Where packets go, and so every requirement.
    pub network: bool,
    /// What names resolve to.
    pub names: bool,
    /// Who may do what.
    pub policies: bool,
    /// Whether objects can be read (encryption keys, access points).
    pub data: bool,
}

impl Aspects {
    const NONE: Self = Self { network: false, names: false, policies: false, data: false };
    const NETWORK: Self = Self { network: true, ..Self::NONE };
    const NAMES: Self = Self { names: true, ..Self::NONE };
    const POLICIES: Self = Self { policies: true, ..Self::NONE };
    const DATA: Self = Self { data: true, ..Self::NONE };
    const ALL: Self = Self { network: true, names: true, policies: true, data: true };

    /// Whether it can change nothing.
    pub fn is_none(self) -> bool {
        self == Self::NONE
    }
}

/// Longest matching prefix of the type's name decides.
const BY_PREFIX: &[(&str, Aspects)] = &[
    // Told apart below: what runs in a VPC without filtering others' packets changes nothing for the workloads asked about.
    ("AWS::EC2::", Aspects::NETWORK),
    ("AWS::EC2::CapacityReservation", Aspects::NONE),
    ("AWS::EC2::FlowLog", Aspects::NONE),
    ("AWS::EC2::KeyPair", Aspects::NONE),
    ("AWS::EC2::NetworkInsights", Aspects::NONE),
    ("AWS::EC2::PlacementGroup", Aspects::NONE),
    ("AWS::EC2::TrafficMirror", Aspects::NONE),
    ("AWS::EC2::VPCEndpointConnectionNotification", Aspects::NONE),
    ("AWS::EC2::VPCEndpointService", Aspects::NONE),
    ("AWS::EC2::Volume", Aspects::NONE),
    ("AWS::EC2::VPCEncryptionControl", Aspects::NETWORK),
    ("AWS::NetworkFirewall::", Aspects::NETWORK),
    ("AWS::NetworkFirewall::LoggingConfiguration", Aspects::NONE),
    ("AWS::NetworkManager::", Aspects::NETWORK),
    ("AWS::DirectConnect::", Aspects::NETWORK),
    ("AWS::VpcLattice::", Aspects { network: true, names: true, ..Aspects::NONE }),
    ("AWS::RAM::", Aspects::NETWORK),
    ("AWS::Route53", Aspects::NAMES),
    ("AWS::Route53::HealthCheck", Aspects::NONE),
    ("AWS::Route53Resolver::ResolverQueryLoggingConfig", Aspects::NONE),
    ("AWS::ServiceDiscovery::", Aspects::NAMES),
    ("AWS::IAM::", Aspects::POLICIES),
    ("AWS::IAM::AccessKey", Aspects::NONE),
    ("AWS::IAM::Group", Aspects::NONE),
    ("AWS::IAM::ServiceLinkedRole", Aspects::NONE),
    ("AWS::IAM::User", Aspects::NONE),
    ("AWS::Organizations::", Aspects::POLICIES),
    ("AWS::KMS::", Aspects::DATA),
    ("AWS::S3::", Aspects::DATA),
    ("AWS::S3::StorageLens", Aspects::NONE),
    ("AWS::S3ObjectLambda::", Aspects::DATA),
    ("AWS::CloudFormation::", Aspects::NONE),
    // Another template that is not at hand could make anything.
    ("AWS::CloudFormation::CustomResource", Aspects::ALL),
    ("AWS::CloudFormation::Stack", Aspects::ALL),
    ("AWS::CloudFormation::Macro", Aspects::ALL),
    ("Custom::", Aspects::ALL),
    ("AWS::ApplicationAutoScaling::", Aspects::NONE),
    ("AWS::Athena::", Aspects::NONE),
    ("AWS::Backup::", Aspects::NONE),
    ("AWS::Budgets::", Aspects::NONE),
    ("AWS::CDK::Metadata", Aspects::NONE),
    ("AWS::CertificateManager::", Aspects::NONE),
    ("AWS::Chatbot::", Aspects::NONE),
    ("AWS::CloudTrail::", Aspects::NONE),
    ("AWS::CloudWatch::", Aspects::NONE),
    ("AWS::CodeArtifact::PackageGroup", Aspects::DATA),
    ("AWS::CodeBuild::", Aspects::NONE),
    ("AWS::CodeCommit::", Aspects::NONE),
    ("AWS::CodePipeline::", Aspects::NONE),
    ("AWS::Cognito::", Aspects::NONE),
    ("AWS::Config::", Aspects::NONE),
    ("AWS::ECR::", Aspects::NONE),
    ("AWS::Events::", Aspects::NONE),
    ("AWS::GuardDuty::", Aspects::NONE),
    ("AWS::Logs::", Aspects::NONE),
    ("AWS::ResourceGroups::", Aspects::NONE),
    ("AWS::SNS::", Aspects::NONE),
    ("AWS::SQS::", Aspects::NONE),
    ("AWS::Scheduler::", Aspects::NONE),
    ("AWS::SecretsManager::", Aspects::NONE),
    ("AWS::ServiceCatalog", Aspects::NONE),
    ("AWS::StepFunctions::", Aspects::NONE),
    // These run something that sends or receives packets of its own, which nobody asks about here.
    ("AWS::AutoScaling::", Aspects::NONE),
    ("AWS::AutoScaling::AutoScalingGroup", Aspects::NETWORK),
    ("AWS::AutoScaling::LaunchConfiguration", Aspects::NETWORK),
    ("AWS::Batch::", Aspects::NETWORK),
    ("AWS::ECS::", Aspects::NETWORK),
    ("AWS::ECS::CapacityProvider", Aspects::NONE),
    ("AWS::ECS::Cluster", Aspects::NONE),
    ("AWS::EFS::", Aspects::NONE),
    ("AWS::EFS::MountTarget", Aspects::NETWORK),
    ("AWS::EKS::", Aspects::NETWORK),
    ("AWS::EKS::AccessEntry", Aspects::NONE),
    ("AWS::ElastiCache::", Aspects::NETWORK),
    ("AWS::ElastiCache::ParameterGroup", Aspects::NONE),
    ("AWS::ElastiCache::SubnetGroup", Aspects::NONE),
    ("AWS::ElasticLoadBalancing::", Aspects::NETWORK),
    ("AWS::ElasticLoadBalancingV2::", Aspects::NETWORK),
    ("AWS::Glue::", Aspects::NONE),
    ("AWS::Glue::Connection", Aspects::NETWORK),
    ("AWS::Glue::DevEndpoint", Aspects::NETWORK),
    ("AWS::Lambda::", Aspects::NONE),
    ("AWS::Lambda::CapacityProvider", Aspects::NETWORK),
    ("AWS::RDS::", Aspects::NONE),
    ("AWS::RDS::DBCluster", Aspects::NETWORK),
    ("AWS::RDS::DBClusterParameterGroup", Aspects::NONE),
    ("AWS::RDS::DBInstance", Aspects::NETWORK),
    ("AWS::RDS::DBProxy", Aspects::NETWORK),
    ("AWS::SageMaker::", Aspects::NONE),
    ("AWS::SageMaker::Cluster", Aspects::NETWORK),
    ("AWS::SageMaker::DataQualityJobDefinition", Aspects::NETWORK),
    ("AWS::SageMaker::ModelBiasJobDefinition", Aspects::NETWORK),
    ("AWS::SageMaker::ModelExplainabilityJobDefinition", Aspects::NETWORK),
    ("AWS::SageMaker::ModelQualityJobDefinition", Aspects::NETWORK),
    ("AWS::SageMaker::MonitoringSchedule", Aspects::NETWORK),
    ("AWS::SageMaker::Space", Aspects::NETWORK),
    ("AWS::SSM::", Aspects::NONE),
    // What is run on a machine later can change its routes and its firewall.
    ("AWS::SSM::Association", Aspects::NETWORK),
];

/// What a type without a reader could change.
pub fn aspects_of(kind: &str) -> Aspects {
    let matching = BY_PREFIX.iter().filter(|(prefix, _)| kind.starts_with(prefix));
    matching.max_by_key(|(prefix, _)| prefix.len()).map_or(Aspects::ALL, |(_, aspects)| *aspects)
}

pub(super) fn read(b: &mut Builder<'_>, id: Id, resource: &Resource, is_known: bool) {
    let could_change = if is_known { only_partly(b, id, resource) } else { aspects_of(&resource.kind) };
    if !could_change.is_none() {
        b.network.not_modelled.push(NotModelled { id, could_change });
    }
}

/// What the part of a modelled type that is not modelled could change.
fn only_partly(b: &Builder<'_>, id: Id, resource: &Resource) -> Aspects {
    match &*resource.kind {
        "AWS::EC2::VPCEndpoint" if vpc_endpoint::is_other_type(resource) => Aspects::NETWORK,
        // Outside any VPC: it has the internet, and no requirement is asked of it.
        "AWS::Lambda::Function" if !b.network.workloads.contains_key(&id) => Aspects::NETWORK,
        "AWS::CodeBuild::Project" if resource.get("VpcConfig").is_some() => Aspects::NETWORK,
        "AWS::EC2::VPCGatewayAttachment" if resource.get("VpnGatewayId").is_some() => Aspects::NETWORK,
        "AWS::Route53::HostedZone" if hosted_zone::may_answer_more(b, resource) => Aspects::NAMES,
        "AWS::Route53::RecordSet" | "AWS::Route53::RecordSetGroup"
            if record_set::may_be_elsewhere(b, resource) =>
        {
            Aspects::NAMES
        }
        _ => Aspects::NONE,
    }
}

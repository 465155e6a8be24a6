//! Which file reads which type. The order is the order of reading: a reader may look at what the lines above it made.

use super::build::Builder;
use super::{
    Id, block_public_access, bucket, code_artifact, code_commit, dhcp_options, dynamodb_table,
    egress_only_gateway, elastic_ip, hosted_zone, instance, internet_gateway, managed, nat_gateway,
    network_acl, network_acl_entry, network_interface, notebook_instance, peering, prefix_list, record_set,
    role, route, route_table, security_group, security_group_rule, subnet, vpc, vpc_cidr_block, vpc_endpoint,
};
use crate::template::Resource;

type Reader = for<'a> fn(&mut Builder<'a>, Id, &'a Resource);

/// One line per type; a type that is read in two steps has two lines.
pub(super) const READERS: &[(&str, Reader)] = &[
    ("AWS::EC2::VPC", vpc::read),
    ("AWS::EC2::VPCCidrBlock", vpc_cidr_block::read),
    ("AWS::EC2::DHCPOptions", dhcp_options::read),
    ("AWS::EC2::VPCDHCPOptionsAssociation", dhcp_options::read_association),
    ("AWS::EC2::InternetGateway", internet_gateway::read),
    ("AWS::EC2::VPCGatewayAttachment", internet_gateway::read_attachment),
    ("AWS::EC2::EgressOnlyInternetGateway", egress_only_gateway::read),
    ("AWS::EC2::PrefixList", prefix_list::read),
    ("AWS::EC2::VPCPeeringConnection", peering::read),
    ("AWS::EC2::RouteTable", route_table::read),
    ("AWS::EC2::NetworkAcl", network_acl::read),
    ("AWS::EC2::NetworkAclEntry", network_acl_entry::read),
    ("AWS::EC2::Subnet", subnet::read),
    ("AWS::EC2::SubnetCidrBlock", subnet::read_cidr_block),
    ("AWS::EC2::SubnetRouteTableAssociation", route_table::read_association),
    ("AWS::EC2::SubnetNetworkAclAssociation", network_acl::read_association),
    ("AWS::EC2::VPCBlockPublicAccessOptions", block_public_access::read),
    ("AWS::EC2::VPCBlockPublicAccessExclusion", block_public_access::read_exclusion),
    ("AWS::EC2::SecurityGroup", security_group::make),
    ("AWS::EC2::SecurityGroup", security_group::read),
    ("AWS::EC2::SecurityGroupIngress", security_group_rule::read_ingress),
    ("AWS::EC2::SecurityGroupEgress", security_group_rule::read_egress),
    ("AWS::EC2::EIP", elastic_ip::read),
    ("AWS::EC2::NatGateway", nat_gateway::read),
    ("AWS::IAM::ManagedPolicy", role::read_managed_policy),
    ("AWS::IAM::Role", role::read),
    ("AWS::IAM::ManagedPolicy", role::attach_managed_policy),
    ("AWS::IAM::Policy", role::read_policy),
    ("AWS::IAM::RolePolicy", role::read_policy),
    ("AWS::IAM::InstanceProfile", role::read_profile),
    ("AWS::EC2::NetworkInterface", network_interface::read),
    ("AWS::EC2::Instance", instance::read),
    ("AWS::EC2::NetworkInterfaceAttachment", network_interface::read_attachment),
    ("AWS::EC2::EIP", elastic_ip::read_instance),
    ("AWS::EC2::EIPAssociation", elastic_ip::read_association),
    ("AWS::SageMaker::NotebookInstanceLifecycleConfig", notebook_instance::read_lifecycle_config),
    ("AWS::SageMaker::NotebookInstance", notebook_instance::read),
    ("AWS::SageMaker::Domain", managed::domain::read),
    ("AWS::SageMaker::UserProfile", managed::user_profile::read),
    ("AWS::SageMaker::Model", managed::model::read),
    ("AWS::SageMaker::ProcessingJob", managed::processing_job::read),
    ("AWS::Lambda::Function", managed::function::read),
    ("AWS::EC2::Route", route::read),
    ("AWS::EC2::VPCEndpoint", vpc_endpoint::read),
    ("AWS::Route53::HostedZone", hosted_zone::read),
    ("AWS::Route53::RecordSet", record_set::read),
    ("AWS::Route53::RecordSetGroup", record_set::read_group),
    ("AWS::S3::Bucket", bucket::read),
    ("AWS::S3::BucketPolicy", bucket::read_policy),
    ("AWS::DynamoDB::Table", dynamodb_table::read),
    ("AWS::CodeArtifact::Domain", code_artifact::read_domain),
    ("AWS::CodeArtifact::Repository", code_artifact::read_repository),
    ("AWS::CodeCommit::Repository", code_commit::read),
    ("AWS::CodeBuild::Project", code_commit::read_build_project),
];

/// Whether a reader knows the type.
pub(super) fn is_known(kind: &str) -> bool {
    READERS.iter().any(|(known, _)| *known == kind)
}

/// The types that readers know, in the order of reading, each once.
pub fn modelled() -> Vec<&'static str> {
    let mut types: Vec<&str> = Vec::new();
    for (kind, _) in READERS {
        if !types.contains(kind) {
            types.push(kind);
        }
    }
    types
}

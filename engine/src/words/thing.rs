/// The kinds of components that have a name of their own in each language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Thing {
    /// A SageMaker notebook.
    Notebook,
    /// An EC2 instance.
    Instance,
    /// An instance that does network address translation.
    NatInstance,
    /// A network interface.
    Interface,
    /// A NAT gateway.
    NatGateway,
    /// An internet gateway.
    InternetGateway,
    /// An egress-only internet gateway.
    EgressOnlyGateway,
    /// An interface endpoint.
    InterfaceEndpoint,
    /// A gateway endpoint.
    GatewayEndpoint,
    /// An endpoint of either kind.
    Endpoint,
    /// A peering connection.
    Peering,
    /// A bucket.
    Bucket,
    /// A table.
    Table,
    /// A package repository.
    PackageRepository,
    /// A Git repository.
    GitRepository,
    /// A build project.
    BuildProject,
    /// An AWS service.
    Service,
    /// A VPC.
    Vpc,
    /// A subnet.
    Subnet,
    /// A route table.
    RouteTable,
    /// A network ACL.
    NetworkAcl,
    /// A security group.
    SecurityGroup,
    /// A role.
    Role,
    /// The internet.
    Internet,
    /// A public package index.
    PackageIndex,
    /// Anything else.
    Resource,
}

impl Thing {
    /// Every kind.
    pub const ALL: [Thing; 26] = [
        Thing::Notebook,
        Thing::Instance,
        Thing::NatInstance,
        Thing::Interface,
        Thing::NatGateway,
        Thing::InternetGateway,
        Thing::EgressOnlyGateway,
        Thing::InterfaceEndpoint,
        Thing::GatewayEndpoint,
        Thing::Endpoint,
        Thing::Peering,
        Thing::Bucket,
        Thing::Table,
        Thing::PackageRepository,
        Thing::GitRepository,
        Thing::BuildProject,
        Thing::Service,
        Thing::Vpc,
        Thing::Subnet,
        Thing::RouteTable,
        Thing::NetworkAcl,
        Thing::SecurityGroup,
        Thing::Role,
        Thing::Internet,
        Thing::PackageIndex,
        Thing::Resource,
    ];

    /// The kind of a resource by its `CloudFormation` type.
    pub fn of_type(kind: &str) -> Thing {
        match kind {
            "AWS::SageMaker::NotebookInstance" => Thing::Notebook,
            "AWS::EC2::Instance" => Thing::Instance,
            "AWS::EC2::NetworkInterface" => Thing::Interface,
            "AWS::EC2::NatGateway" => Thing::NatGateway,
            "AWS::EC2::InternetGateway" => Thing::InternetGateway,
            "AWS::EC2::EgressOnlyInternetGateway" => Thing::EgressOnlyGateway,
            "AWS::EC2::VPCEndpoint" => Thing::Endpoint,
            "AWS::EC2::VPCPeeringConnection" => Thing::Peering,
            "AWS::S3::Bucket" => Thing::Bucket,
            "AWS::DynamoDB::Table" => Thing::Table,
            "AWS::CodeArtifact::Repository" => Thing::PackageRepository,
            "AWS::CodeCommit::Repository" => Thing::GitRepository,
            "AWS::CodeBuild::Project" => Thing::BuildProject,
            "AWS::EC2::VPC" => Thing::Vpc,
            "AWS::EC2::Subnet" => Thing::Subnet,
            "AWS::EC2::RouteTable" => Thing::RouteTable,
            "AWS::EC2::NetworkAcl" => Thing::NetworkAcl,
            "AWS::EC2::SecurityGroup" => Thing::SecurityGroup,
            "AWS::IAM::Role" => Thing::Role,
            _ => Thing::Resource,
        }
    }
}

//! What `Ref` and `Fn::GetAtt` give as text, per resource type. Source: `CloudFormation` template reference, "Return values" of
//! each type.

/// Where the stack is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Setting<'a> {
    /// `us-east-1`.
    pub(super) region: &'a str,
    /// Twelve digits.
    pub(super) account: &'a str,
    /// `aws`.
    pub(super) partition: &'a str,
}

impl Setting<'_> {
    /// `amazonaws.com`, or China's.
    pub(super) fn url_suffix(self) -> &'static str {
        if self.partition == "aws-cn" { "amazonaws.com.cn" } else { "amazonaws.com" }
    }

    fn arn(self, service: &str, resource: &str) -> String {
        format!("arn:{}:{service}:{}:{}:{resource}", self.partition, self.region, self.account)
    }
}

/// The resource asked about.
pub(super) struct Subject<'a> {
    /// Its type.
    pub(super) kind: &'a str,
    /// Its id, for the placeholder.
    pub(super) id: &'a str,
    /// Where it is.
    pub(super) setting: Setting<'a>,
    /// The text of one of its properties.
    pub(super) property: &'a dyn Fn(&str) -> Option<String>,
}

impl Subject<'_> {
    /// What `Ref` (no attribute) or `GetAtt` gives inside text. `None` where only the deployed stack knows.
    pub(super) fn text(&self, attribute: Option<&str>) -> Option<String> {
        match attribute {
            None => self.reference(),
            Some("Arn") => self.arn(),
            Some(attribute) => self.attribute(attribute),
        }
    }

    /// The placeholder for what only the deployed stack knows.
    pub(super) fn placeholder(id: &str, attribute: Option<&str>) -> String {
        match attribute {
            None => format!("${{{id}}}"),
            Some(attribute) => format!("${{{id}.{attribute}}}"),
        }
    }

    /// The name the template gives.
    fn name(&self) -> Option<String> {
        (self.property)(name_property(self.kind)?)
    }

    /// The name, or the placeholder for the one `CloudFormation` makes up.
    fn name_or_placeholder(&self) -> String {
        self.name().unwrap_or_else(|| Subject::placeholder(self.id, None))
    }

    fn reference(&self) -> Option<String> {
        match self.kind {
            // `Ref` gives the ARN for these.
            "AWS::CodeArtifact::Domain"
            | "AWS::CodeArtifact::Repository"
            | "AWS::IAM::ManagedPolicy"
            | "AWS::SageMaker::NotebookInstance"
            | "AWS::SageMaker::NotebookInstanceLifecycleConfig"
            | "AWS::SNS::Topic" => self.arn(),
            // `Ref` gives an id or address that only the deployed stack knows.
            "AWS::CodeCommit::Repository" | "AWS::SQS::Queue" => None,
            _ => self.name(),
        }
    }

    fn arn(&self) -> Option<String> {
        let Setting { account, partition, .. } = self.setting;
        let name = self.name_or_placeholder();
        let path = || (self.property)("Path").unwrap_or_else(|| "/".to_owned());
        Some(match self.kind {
            "AWS::S3::Bucket" => format!("arn:{partition}:s3:::{name}"),
            "AWS::IAM::Role" => format!("arn:{partition}:iam::{account}:role{}{name}", path()),
            "AWS::IAM::User" => format!("arn:{partition}:iam::{account}:user{}{name}", path()),
            "AWS::IAM::Group" => format!("arn:{partition}:iam::{account}:group{}{name}", path()),
            "AWS::IAM::ManagedPolicy" => format!("arn:{partition}:iam::{account}:policy{}{name}", path()),
            "AWS::IAM::InstanceProfile" => {
                format!("arn:{partition}:iam::{account}:instance-profile{}{name}", path())
            }
            "AWS::DynamoDB::Table" | "AWS::DynamoDB::GlobalTable" => {
                self.setting.arn("dynamodb", &format!("table/{name}"))
            }
            "AWS::CodeArtifact::Domain" => self.setting.arn("codeartifact", &format!("domain/{name}")),
            "AWS::CodeArtifact::Repository" => {
                let domain = (self.property)("DomainName")
                    .unwrap_or_else(|| Subject::placeholder(self.id, Some("DomainName")));
                let owner = (self.property)("DomainOwner").unwrap_or_else(|| account.to_owned());
                let setting = Setting { account: &owner, ..self.setting };
                setting.arn("codeartifact", &format!("repository/{domain}/{name}"))
            }
            "AWS::CodeCommit::Repository" => self.setting.arn("codecommit", &name),
            "AWS::CodeBuild::Project" => self.setting.arn("codebuild", &format!("project/{name}")),
            "AWS::Logs::LogGroup" => self.setting.arn("logs", &format!("log-group:{name}:*")),
            "AWS::SNS::Topic" => self.setting.arn("sns", &name),
            "AWS::SQS::Queue" => self.setting.arn("sqs", &name),
            "AWS::Lambda::Function" => self.setting.arn("lambda", &format!("function:{name}")),
            "AWS::KMS::Key" => self.setting.arn("kms", &format!("key/{name}")),
            "AWS::SageMaker::NotebookInstance" => {
                self.setting.arn("sagemaker", &format!("notebook-instance/{name}"))
            }
            "AWS::SageMaker::NotebookInstanceLifecycleConfig" => {
                self.setting.arn("sagemaker", &format!("notebook-instance-lifecycle-config/{name}"))
            }
            _ => return None,
        })
    }

    fn attribute(&self, attribute: &str) -> Option<String> {
        let Setting { region, .. } = self.setting;
        let suffix = self.setting.url_suffix();
        let property = self.property;
        match (self.kind, attribute) {
            ("AWS::EC2::VPC" | "AWS::EC2::Subnet", "CidrBlock")
            | ("AWS::EC2::Subnet" | "AWS::EC2::Instance", "AvailabilityZone") => property(attribute),
            ("AWS::EC2::Subnet", "Ipv6CidrBlocks") => property("Ipv6CidrBlock"),
            ("AWS::EC2::NetworkInterface", "PrimaryPrivateIpAddress")
            | ("AWS::EC2::Instance", "PrivateIp") => property("PrivateIpAddress"),
            ("AWS::S3::Bucket", "DomainName") => Some(format!("{}.s3.{suffix}", self.name_or_placeholder())),
            ("AWS::S3::Bucket", "RegionalDomainName") => {
                Some(format!("{}.s3.{region}.{suffix}", self.name_or_placeholder()))
            }
            (
                "AWS::CodeArtifact::Domain" | "AWS::CodeArtifact::Repository" | "AWS::CodeCommit::Repository",
                "Name",
            ) => self.name(),
            ("AWS::CodeArtifact::Repository", "DomainName") => property("DomainName"),
            ("AWS::CodeArtifact::Domain", "Owner") => Some(self.setting.account.to_owned()),
            ("AWS::CodeArtifact::Repository", "DomainOwner") => {
                Some(property("DomainOwner").unwrap_or_else(|| self.setting.account.to_owned()))
            }
            ("AWS::CodeCommit::Repository", "CloneUrlHttp") => Some(format!(
                "https://git-codecommit.{region}.{suffix}/v1/repos/{}",
                self.name_or_placeholder()
            )),
            ("AWS::CodeCommit::Repository", "CloneUrlSsh") => Some(format!(
                "ssh://git-codecommit.{region}.{suffix}/v1/repos/{}",
                self.name_or_placeholder()
            )),
            ("AWS::SageMaker::NotebookInstance", "NotebookInstanceName")
            | ("AWS::SageMaker::NotebookInstanceLifecycleConfig", "NotebookInstanceLifecycleConfigName")
            | ("AWS::SNS::Topic", "TopicName")
            | ("AWS::SQS::Queue", "QueueName") => self.name(),
            _ => None,
        }
    }
}

/// The property that names a resource of this type.
fn name_property(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "AWS::CodeArtifact::Domain" => "DomainName",
        "AWS::CodeArtifact::Repository" | "AWS::CodeCommit::Repository" | "AWS::ECR::Repository" => {
            "RepositoryName"
        }
        "AWS::CodeBuild::Project" | "AWS::SSM::Parameter" | "AWS::Events::Rule" => "Name",
        "AWS::DynamoDB::GlobalTable" | "AWS::DynamoDB::Table" => "TableName",
        "AWS::IAM::Group" => "GroupName",
        "AWS::IAM::InstanceProfile" => "InstanceProfileName",
        "AWS::IAM::ManagedPolicy" => "ManagedPolicyName",
        "AWS::IAM::Role" => "RoleName",
        "AWS::IAM::User" => "UserName",
        "AWS::KMS::Alias" => "AliasName",
        "AWS::Lambda::Function" => "FunctionName",
        "AWS::Logs::LogGroup" => "LogGroupName",
        "AWS::S3::Bucket" => "BucketName",
        "AWS::SNS::Topic" => "TopicName",
        "AWS::SQS::Queue" => "QueueName",
        "AWS::SageMaker::NotebookInstance" => "NotebookInstanceName",
        "AWS::SageMaker::NotebookInstanceLifecycleConfig" => "NotebookInstanceLifecycleConfigName",
        _ => return None,
    })
}

/// Every attribute of a type, for the types whose list is complete here.
pub(super) fn known(kind: &str) -> Option<&'static [&'static str]> {
    Some(match kind {
        "AWS::CodeArtifact::Domain" => &["Arn", "EncryptionKey", "Name", "Owner"],
        "AWS::CodeArtifact::Repository" => &["Arn", "DomainName", "DomainOwner", "Name"],
        "AWS::CodeCommit::Repository" => &["Arn", "CloneUrlHttp", "CloneUrlSsh", "Name", "RepositoryId"],
        "AWS::DynamoDB::Table" => &["Arn", "StreamArn"],
        "AWS::EC2::EIP" => &["AllocationId", "PublicIp"],
        "AWS::EC2::EgressOnlyInternetGateway" | "AWS::EC2::NetworkAcl" => &["Id"],
        "AWS::EC2::Instance" => &[
            "AvailabilityZone",
            "InstanceId",
            "PrivateDnsName",
            "PrivateIp",
            "PublicDnsName",
            "PublicIp",
            "State.Code",
            "State.Name",
            "VpcId",
        ],
        "AWS::EC2::InternetGateway" => &["InternetGatewayId"],
        "AWS::EC2::NatGateway" => {
            &["AutoProvisionZones", "AutoScalingIps", "EniId", "NatGatewayId", "RouteTableId"]
        }
        "AWS::EC2::NetworkInterface" => &[
            "Id",
            "PrimaryIpv6Address",
            "PrimaryPrivateIpAddress",
            "PublicIpDnsNameOptions.DnsHostnameType",
            "SecondaryPrivateIpAddresses",
            "VpcId",
        ],
        "AWS::EC2::RouteTable" => &["RouteTableId"],
        "AWS::EC2::SecurityGroup" => &["GroupId", "Id", "VpcId"],
        "AWS::EC2::Subnet" => &[
            "AvailabilityZone",
            "AvailabilityZoneId",
            "BlockPublicAccessStates.InternetGatewayBlockMode",
            "CidrBlock",
            "Ipv6CidrBlocks",
            "NetworkAclAssociationId",
            "OutpostArn",
            "SubnetId",
            "VpcId",
        ],
        "AWS::EC2::VPC" => &[
            "CidrBlock",
            "CidrBlockAssociations",
            "DefaultNetworkAcl",
            "DefaultSecurityGroup",
            "Ipv6CidrBlocks",
            "VpcId",
        ],
        "AWS::EC2::VPCEndpoint" => &["CreationTimestamp", "DnsEntries", "Id", "NetworkInterfaceIds"],
        "AWS::IAM::Role" => &["Arn", "RoleId"],
        _ => return None,
    })
}

/// The IPv6 block assumed for the VPC with this number (from 1, in written order): Amazon's choice is only known once
/// deployed. Documentation addresses, RFC 3849.
pub(super) fn assumed_ipv6_block(number: usize) -> String {
    format!("2001:db8:{:x}::/56", number & 0xffff)
}

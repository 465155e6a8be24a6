//! Policies that AWS keeps, as far as they are known and as far as a journey asks.
//!
//! Their real text is long and changes. Only statements that certainly are in them stand here; where a policy allows more under
//! conditions of its own it is marked as not complete, so that an answer that would rest on the rest is unknown. Source: AWS managed
//! policy reference guide, 2026.

use super::{Document, Patterns, Statement};
use crate::template::Place;

/// A policy that AWS keeps, as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AwsManaged {
    /// The statements known.
    pub known: Document,
    /// Whether they are all of it, as far as any journey asks.
    pub complete: bool,
}

struct Known {
    name: &'static str,
    /// Actions and resources of each allowing statement.
    allows: &'static [(&'static [&'static str], &'static [&'static str])],
    /// The statement's actions are exceptions: all but these.
    all_but: bool,
    complete: bool,
}

const ANY: &[&str] = &["*"];
const WRITES_LOGS: &[&str] = &["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"];

const KNOWN: &[Known] = &[
    Known { name: "AdministratorAccess", allows: &[(&["*"], ANY)], all_but: false, complete: true },
    Known {
        name: "PowerUserAccess",
        allows: &[(&["iam:*", "organizations:*", "account:*"], ANY)],
        all_but: true,
        complete: true,
    },
    Known {
        name: "AmazonS3FullAccess",
        allows: &[(&["s3:*", "s3-object-lambda:*"], ANY)],
        all_but: false,
        complete: true,
    },
    Known {
        name: "AmazonS3ReadOnlyAccess",
        allows: &[(&["s3:Get*", "s3:List*", "s3:Describe*"], ANY)],
        all_but: false,
        complete: true,
    },
    Known {
        name: "AmazonDynamoDBFullAccess",
        allows: &[(&["dynamodb:*"], ANY)],
        all_but: false,
        complete: false,
    },
    Known {
        name: "AmazonDynamoDBReadOnlyAccess",
        allows: &[(
            &[
                "dynamodb:BatchGetItem",
                "dynamodb:Describe*",
                "dynamodb:List*",
                "dynamodb:GetItem",
                "dynamodb:Query",
                "dynamodb:Scan",
            ],
            ANY,
        )],
        all_but: false,
        complete: false,
    },
    Known {
        // Buckets are covered only where their name holds `sagemaker`, or their objects carry a tag.
        name: "AmazonSageMakerFullAccess",
        allows: &[
            (&["sagemaker:*"], ANY),
            (
                &["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload"],
                &[
                    "arn:aws:s3:::*SageMaker*",
                    "arn:aws:s3:::*Sagemaker*",
                    "arn:aws:s3:::*sagemaker*",
                    "arn:aws:s3:::*aws-glue*",
                ],
            ),
            (&["s3:CreateBucket", "s3:GetBucketLocation", "s3:ListBucket", "s3:ListAllMyBuckets"], ANY),
        ],
        all_but: false,
        complete: false,
    },
    Known {
        name: "AmazonSageMakerReadOnly",
        allows: &[(
            &["sagemaker:Describe*", "sagemaker:List*", "sagemaker:Get*", "sagemaker:BatchGet*"],
            ANY,
        )],
        all_but: false,
        complete: false,
    },
    Known {
        name: "AWSCodeArtifactReadOnlyAccess",
        allows: &[
            (
                &[
                    "codeartifact:Describe*",
                    "codeartifact:Get*",
                    "codeartifact:List*",
                    "codeartifact:ReadFromRepository",
                ],
                ANY,
            ),
            (&["sts:GetServiceBearerToken"], ANY),
        ],
        all_but: false,
        complete: true,
    },
    Known {
        name: "AWSCodeArtifactAdminAccess",
        allows: &[(&["codeartifact:*"], ANY), (&["sts:GetServiceBearerToken"], ANY)],
        all_but: false,
        complete: true,
    },
    Known {
        name: "AWSCodeCommitReadOnly",
        allows: &[(
            &["codecommit:BatchGet*", "codecommit:Get*", "codecommit:List*", "codecommit:GitPull"],
            ANY,
        )],
        all_but: false,
        complete: false,
    },
    Known {
        name: "AmazonSSMManagedInstanceCore",
        allows: &[(
            &[
                "ssm:DescribeAssociation",
                "ssm:DescribeDocument",
                "ssm:GetDeployablePatchSnapshotForInstance",
                "ssm:GetDocument",
                "ssm:GetManifest",
                "ssm:GetParameter",
                "ssm:GetParameters",
                "ssm:ListAssociations",
                "ssm:ListInstanceAssociations",
                "ssm:PutComplianceItems",
                "ssm:PutConfigurePackageResult",
                "ssm:PutInventory",
                "ssm:UpdateAssociationStatus",
                "ssm:UpdateInstanceAssociationStatus",
                "ssm:UpdateInstanceInformation",
                "ssmmessages:CreateControlChannel",
                "ssmmessages:CreateDataChannel",
                "ssmmessages:OpenControlChannel",
                "ssmmessages:OpenDataChannel",
                "ec2messages:AcknowledgeMessage",
                "ec2messages:DeleteMessage",
                "ec2messages:FailMessage",
                "ec2messages:GetEndpoint",
                "ec2messages:GetMessages",
                "ec2messages:SendReply",
            ],
            ANY,
        )],
        all_but: false,
        complete: true,
    },
    Known {
        name: "AWSLambdaBasicExecutionRole",
        allows: &[(WRITES_LOGS, ANY)],
        all_but: false,
        complete: true,
    },
    Known {
        name: "AWSLambdaVPCAccessExecutionRole",
        allows: &[
            (WRITES_LOGS, ANY),
            (
                &[
                    "ec2:AssignPrivateIpAddresses",
                    "ec2:CreateNetworkInterface",
                    "ec2:DeleteNetworkInterface",
                    "ec2:DescribeNetworkInterfaces",
                    "ec2:DescribeSecurityGroups",
                    "ec2:DescribeSubnets",
                    "ec2:DescribeVpcs",
                    "ec2:GetSecurityGroupsForVpc",
                    "ec2:UnassignPrivateIpAddresses",
                ],
                ANY,
            ),
        ],
        all_but: false,
        complete: true,
    },
    Known {
        name: "ReadOnlyAccess",
        allows: &[(
            &[
                "s3:Get*",
                "s3:List*",
                "dynamodb:BatchGet*",
                "dynamodb:Describe*",
                "dynamodb:Get*",
                "dynamodb:List*",
                "dynamodb:Query",
                "dynamodb:Scan",
                "sagemaker:Describe*",
                "sagemaker:List*",
                "codeartifact:DescribeDomain",
                "codeartifact:DescribeRepository",
                "codeartifact:List*",
                "codeartifact:GetRepositoryEndpoint",
                "codeartifact:ReadFromRepository",
            ],
            ANY,
        )],
        all_but: false,
        complete: false,
    },
];

/// The policy with this ARN, where it is known. `place` is where it was attached.
pub fn aws_managed(arn: &str, place: Place) -> Option<AwsManaged> {
    let (owner, path) = arn.split_once(":policy/")?;
    if !owner.ends_with(":aws") {
        return None;
    }
    let name = path.rsplit('/').next()?;
    let known = KNOWN.iter().find(|known| known.name == name)?;
    let patterns =
        |list: &[&str], negated| Patterns { patterns: list.iter().map(|p| (*p).into()).collect(), negated };
    let statements = known.allows.iter().map(|(actions, resources)| Statement {
        place,
        sid: None,
        allow: true,
        principals: None,
        actions: patterns(actions, known.all_but),
        resources: Some(patterns(resources, false)),
        conditions: Vec::new(),
        unknown: None,
    });
    Some(AwsManaged { known: Document { place, statements: statements.collect() }, complete: known.complete })
}

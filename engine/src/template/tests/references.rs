//! What names a resource: alone it stays a reference, inside text it becomes the name that the template gives.

use expect_test::expect;

use super::{check, resolve};
use crate::template::{Place, Reference};

const RESOURCES: &str = "\
Parameters:
  On: {Type: String, Default: 'false'}
Conditions:
  IsOn: !Equals [!Ref On, 'true']
Resources:
  Bucket: {Type: AWS::S3::Bucket, Properties: {BucketName: !Sub 'data-${AWS::AccountId}'}}
  Unnamed: {Type: AWS::S3::Bucket}
  Role: {Type: AWS::IAM::Role, Properties: {Path: /team/}}
  Named: {Type: AWS::IAM::Role, Properties: {RoleName: reader}}
  Table: {Type: AWS::DynamoDB::Table}
  Domain: {Type: AWS::CodeArtifact::Domain, Properties: {DomainName: pkgs}}
  Repository:
    Type: AWS::CodeArtifact::Repository
    Properties: {RepositoryName: pypi, DomainName: !GetAtt Domain.Name}
  Git: {Type: AWS::CodeCommit::Repository, Properties: {RepositoryName: mirror}}
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Vpc2: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.1.0.0/16}}
  Off: {Type: AWS::EC2::InternetGateway, Condition: IsOn, Properties: {A: !Select [9, [x]]}}
  Loop: {Type: AWS::S3::Bucket, Properties: {BucketName: !Sub '${Loop}-x'}}
  Probe:
    Type: A::B::C
    DependsOn: Bucket
    Properties:
";

#[test]
fn alone() {
    check(
        &format!(
            "{RESOURCES}{}",
            "\
      A: !Ref Bucket
      B: !GetAtt Bucket.Arn
      C: !GetAtt [Role, Arn]
      D: !GetAtt Vpc.CidrBlock
      E: !GetAtt Vpc2.Ipv6CidrBlocks
      F: !GetAtt Vpc.DefaultSecurityGroup
      G: !Ref Off
      H: !GetAtt Repository.Arn
      I: {'Fn::GetAtt': [Git, CloneUrlHttp]}
      J: {'Fn::GetAtt': 'Table.StreamArn'}
"
        ),
        &[],
        expect![[r#"
            t.yaml:25:8: cannot be read as YAML or JSON: mapping values are not allowed in this context
        "#]],
    );
}

#[test]
fn inside_text() {
    check(
        &format!(
            "{RESOURCES}{}",
            "\
      A: !Sub 'arn:aws:s3:::${Bucket}/*'
      B: !Sub '${Unnamed.Arn}/*'
      C: !Sub '${Role} ${Role.Arn} ${Named} ${Named.Arn}'
      D: !Sub '${Table.Arn}'
      E: !Sub '${Domain} ${Domain.Name} ${Repository}'
      F: !Join [',', [!Ref Vpc, !Ref Vpc2]]
      G: !Sub '${Vpc.DefaultSecurityGroup}'
      H: !Sub '${Git}-${Git.Name}'
"
        ),
        &[],
        expect![[r#"
            t.yaml:25:7: cannot be read as YAML or JSON: while parsing a block mapping, did not find expected key
        "#]],
    );
}

#[test]
fn a_stack_gives_the_text_of_references() {
    let stack = resolve(&[("t.yaml", &format!("{RESOURCES}      A: 1\n"))], &[]).expect("resolves");
    let name = |resource: &str, attribute: Option<&str>| {
        stack.physical_name(&Reference { resource: resource.into(), attribute: attribute.map(Into::into) })
    };
    assert_eq!(name("Bucket", None).as_deref(), Some("data-111122223333"));
    assert_eq!(name("Unnamed", None), None);
    assert_eq!(name("Unnamed", Some("Arn")).as_deref(), Some("arn:aws:s3:::${Unnamed}"));
    assert_eq!(name("Nobody", None), None);
    let node = |resource: &str| crate::template::Node {
        place: Place::default(),
        value: crate::template::Value::Reference(Reference { resource: resource.into(), attribute: None }),
    };
    assert_eq!(stack.text_of(&node("Named")).as_deref(), Some("reader"));
    assert_eq!(stack.text_of(&node("Vpc")).as_deref(), Some("${Vpc}"));
    assert_eq!(stack.assumed_ipv6_block("Vpc2"), "2001:db8:2::/56");
}

#[test]
fn names_made_of_each_other_end() {
    let chain: String = (0..60)
        .map(|n| {
            format!(
                "  V{n}: {{Type: AWS::EC2::VPC, Properties: {{CidrBlock: !Sub '${{V{}.CidrBlock}}'}}}}\n",
                (n + 1) % 60
            )
        })
        .collect();
    let stack = resolve(&[("t.yaml", &format!("Resources:\n{chain}"))], &[]).expect("resolves");
    assert_eq!(stack.resources.len(), 60);
}

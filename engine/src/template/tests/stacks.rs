//! Several files: exports and imports, nested stacks.

use expect_test::expect;

use super::check_files;

const NETWORK: &str = "\
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Subnet: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc}}
Outputs:
  VpcId: {Value: !Ref Vpc, Export: {Name: !Sub '${AWS::StackName}-Vpc'}}
  SubnetId: {Value: !Ref Subnet, Export: {Name: !Sub '${AWS::StackName}-Subnet'}}
  Range: {Value: !GetAtt Vpc.CidrBlock, Export: {Name: fixed-range}}
";

const USER: &str = "\
Parameters:
  Parent: {Type: String}
Resources:
  Vpc: {Type: A::B::C, Properties: {A: !ImportValue {'Fn::Sub': '${Parent}-Vpc'}, B: !ImportValue fixed-range}}
  Other: {Type: A::B::C, Properties: {A: {'Fn::ImportValue': !Sub '${Parent}-Nothing'}, B: !Ref Vpc}}
";

#[test]
fn imports_are_joined_by_name() {
    let files = [("net.yaml", NETWORK), ("user.yaml", USER)];
    check_files(
        &files,
        &[("Parent", "net")],
        expect![[r#"
        2 Vpc AWS::EC2::VPC
          CidrBlock: "10.0.0.0/16" @2
        3 Subnet AWS::EC2::Subnet
          VpcId: &Vpc @3
        4 user.Vpc A::B::C
          A: &Vpc @4
          B: "10.0.0.0/16" @4
        5 Other A::B::C
          A: ?Fn::ImportValue net-Nothing ImportNotGiven @5
          B: &user.Vpc @5
    "#]],
    );
}

#[test]
fn imports_are_joined_when_one_export_fits() {
    let files = [("user.yaml", USER), ("net.yaml", NETWORK)];
    check_files(
        &files,
        &[],
        expect![[r#"
        4 Vpc A::B::C
          A: &net.Vpc @4
          B: "10.0.0.0/16" @4
        5 Other A::B::C
          A: ?Fn::ImportValue ${Parent}-Nothing ImportNotGiven @5
          B: &Vpc @5
        2 net.Vpc AWS::EC2::VPC
          CidrBlock: "10.0.0.0/16" @2
        3 Subnet AWS::EC2::Subnet
          VpcId: &net.Vpc @3
    "#]],
    );
    check_files(
        &files,
        &[("Parent", "production")],
        expect![[r#"
        4 Vpc A::B::C
          A: &net.Vpc @4
          B: "10.0.0.0/16" @4
        5 Other A::B::C
          A: ?Fn::ImportValue production-Nothing ImportNotGiven @5
          B: &Vpc @5
        2 net.Vpc AWS::EC2::VPC
          CidrBlock: "10.0.0.0/16" @2
        3 Subnet AWS::EC2::Subnet
          VpcId: &net.Vpc @3
    "#]],
    );
}

#[test]
fn imports_stay_open_alone() {
    check_files(
        &[("user.yaml", USER)],
        &[("Parent", "net")],
        expect![[r#"
        4 Vpc A::B::C
          A: ?Fn::ImportValue net-Vpc ImportNotGiven @4
          B: ?Fn::ImportValue fixed-range ImportNotGiven @4
        5 Other A::B::C
          A: ?Fn::ImportValue net-Nothing ImportNotGiven @5
          B: &Vpc @5
    "#]],
    );
}

#[test]
fn nested_stacks_get_parameters_and_give_outputs() {
    let parent = "\
Parameters:
  On: {Type: String, Default: 'true'}
Conditions:
  IsOn: !Equals [!Ref On, 'true']
Resources:
  Net:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: https://example.com/a/net.yaml
  App:
    Type: AWS::CloudFormation::Stack
    Condition: IsOn
    Properties:
      TemplateURL: !Sub 'https://${AWS::Region}.example.com/app.yaml'
      Parameters:
        Subnets: !Join [',', [!GetAtt Net.Outputs.SubnetId, !GetAtt Net.Outputs.SubnetId]]
        Vpc: !GetAtt Net.Outputs.VpcId
        Size: 3
  Elsewhere:
    Type: AWS::CloudFormation::Stack
    Properties: {TemplateURL: https://example.com/unknown.yaml}
  Probe: {Type: A::B::C, Properties: {A: !GetAtt Elsewhere.Outputs.X, B: !GetAtt Net.Outputs.Range}}
";
    let app = "\
Parameters:
  Subnets: {Type: 'List<AWS::EC2::Subnet::Id>'}
  Vpc: {Type: 'AWS::EC2::VPC::Id'}
  Size: {Type: Number}
  Name: {Type: String, Default: app}
Resources:
  Group: {Type: A::B::C, Properties: {A: !Ref Subnets, B: !Ref Vpc, C: !Ref Size, D: !Sub '${AWS::StackName} ${Name}'}}
";
    let files = [("parent.yaml", parent), ("net.yaml", NETWORK), ("app.yaml", app)];
    check_files(
        &files,
        &[],
        expect![[r#"
        6 Net AWS::CloudFormation::Stack
          TemplateURL: "https://example.com/a/net.yaml" @9
        10 App AWS::CloudFormation::Stack
          TemplateURL: "https://us-east-1.example.com/app.yaml" @14
          Parameters: {Subnets: "${Subnet},${Subnet}", Vpc: &Vpc, Size: 3} @16
        19 Elsewhere AWS::CloudFormation::Stack
          TemplateURL: "https://example.com/unknown.yaml" @21
        22 Probe A::B::C
          A: ?Elsewhere.Outputs.X OnlyWhenDeployed @22
          B: "10.0.0.0/16" @22
        2 Vpc AWS::EC2::VPC
          CidrBlock: "10.0.0.0/16" @2
        3 Subnet AWS::EC2::Subnet
          VpcId: &Vpc @3
        7 Group A::B::C
          A: [&Subnet, &Subnet] @7
          B: &Vpc @7
          C: 3 @7
          D: "parent-App app" @7
    "#]],
    );
    check_files(
        &files,
        &[("On", "false")],
        expect![[r#"
        6 Net AWS::CloudFormation::Stack
          TemplateURL: "https://example.com/a/net.yaml" @9
        10 App AWS::CloudFormation::Stack (off)
          TemplateURL: "https://us-east-1.example.com/app.yaml" @14
          Parameters: {Subnets: "${Subnet},${Subnet}", Vpc: &Vpc, Size: 3} @16
        19 Elsewhere AWS::CloudFormation::Stack
          TemplateURL: "https://example.com/unknown.yaml" @21
        22 Probe A::B::C
          A: ?Elsewhere.Outputs.X OnlyWhenDeployed @22
          B: "10.0.0.0/16" @22
        2 Vpc AWS::EC2::VPC
          CidrBlock: "10.0.0.0/16" @2
        3 Subnet AWS::EC2::Subnet
          VpcId: &Vpc @3
        7 Group A::B::C (off)
          A: [&Subnet, &Subnet] @7
          B: &Vpc @7
          C: 3 @7
          D: "parent-App app" @7
    "#]],
    );
    check_files(
        &files,
        &[("Size", "3")],
        expect![[r#"
        parent.yaml:2:3: parameter `Size` does not exist
    "#]],
    );
}

#[test]
fn nested_stacks_are_checked() {
    let parent = "\
Resources:
  Net:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: ./net.yaml
      Parameters: {Rang: x}
  Probe: {Type: A::B::C, Properties: {A: !GetAtt Net.Outputs.Vpc}}
";
    check_files(
        &[("parent.yaml", parent), ("net.yaml", NETWORK)],
        &[],
        expect![[r#"
        parent.yaml:6:20: parameter `Rang` does not exist
        parent.yaml:7:42: output `Vpc` does not exist; the nearest is `VpcId`
    "#]],
    );
}

#[test]
fn files_that_nest_each_other_end() {
    let a = "Resources: {B: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: b.yaml}}}";
    let b = "Resources: {A: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: a.yaml}}}";
    check_files(
        &[("a.yaml", a), ("b.yaml", b)],
        &[],
        expect![[r#"
        1 B AWS::CloudFormation::Stack
          TemplateURL: "b.yaml" @1
        1 A AWS::CloudFormation::Stack
          TemplateURL: "a.yaml" @1
        1 b.A AWS::CloudFormation::Stack
          TemplateURL: "a.yaml" @1
        1 a.B AWS::CloudFormation::Stack
          TemplateURL: "b.yaml" @1
    "#]],
    );
}

//! Templates of any size. Of every twenty resources five are instances, the others the subnet, table and group around them and rules of
//! the group.

#![expect(clippy::unwrap_used, reason = "writing to a text cannot fail")]

use std::fmt::Write as _;

/// A template of so many resources, and a few around them.
pub(crate) fn template(resources: usize) -> String {
    let mut t = String::from(
        "Parameters: { Open: { Type: String, Default: 'true' } }
Conditions: { Open: !Equals [!Ref Open, 'true'] }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Gateway: { Type: AWS::EC2::InternetGateway }
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Gateway }
  Exit:
    Type: AWS::EC2::Route
    Condition: Open
    Properties: { RouteTableId: !Ref Table0, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway }
",
    );
    for n in 0..resources / 20 {
        let (third, fourth) = (n / 4, n % 4 * 64);
        write!(
            t,
            "  Subnet{n}:
    Type: AWS::EC2::Subnet
    Properties: {{ VpcId: !Ref Vpc, CidrBlock: 10.0.{third}.{fourth}/26, MapPublicIpOnLaunch: true }}
  Table{n}: {{ Type: AWS::EC2::RouteTable, Properties: {{ VpcId: !Ref Vpc }} }}
  Association{n}:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties: {{ SubnetId: !Ref Subnet{n}, RouteTableId: !Ref Table{n} }}
  Group{n}:
    Type: AWS::EC2::SecurityGroup
    Properties: {{ GroupDescription: group, VpcId: !Ref Vpc }}
"
        )
        .unwrap();
        for m in 0..11 {
            write!(
                t,
                "  Rule{n}x{m}:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      GroupId: !Ref Group{n}
      IpProtocol: tcp
      FromPort: {port}
      ToPort: {port}
      CidrIp: 10.0.{m}.0/24
",
                port = 400 + m * 43
            )
            .unwrap();
        }
        for m in 0..5 {
            write!(
                t,
                "  Instance{n}x{m}:
    Type: AWS::EC2::Instance
    Properties: {{ SubnetId: !Ref Subnet{n}, SecurityGroupIds: [!Ref Group{n}] }}
"
            )
            .unwrap();
        }
    }
    t
}

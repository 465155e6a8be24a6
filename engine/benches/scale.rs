//! How cost grows with the number of resources in a template.
//!
//! Of every twenty resources five are instances, the others the subnet, table and group around them and rules of the group.

#![expect(clippy::unwrap_used, reason = "a bench may stop")]

use std::fmt::Write as _;

use divan::Bencher;
use divan::counter::ItemsCount;
use engine::network::{self, Network};
use engine::template::{Parameters, Source, Templates};
use engine::verdict::{Requirement, judge};

const RESOURCES: [usize; 4] = [20, 200, 2_000, 20_000];

fn main() {
    divan::main();
}

/// A template of so many resources, and a few around them.
fn template(resources: usize) -> String {
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

fn parsed(resources: usize) -> Templates {
    let text = template(resources);
    Templates::parse(&[Source { name: "template.yaml", text: &text }]).unwrap()
}

fn built(resources: usize) -> Network {
    let network = network::build(&parsed(resources).resolve(&Parameters::new()).unwrap());
    assert_eq!(network.refusals, []);
    network
}

fn requirements() -> Vec<Requirement> {
    ["isolated", "reach:Instance0x0:tcp/443"].iter().map(|text| text.parse().unwrap()).collect()
}

/// Isolation of every instance, and that each reaches one of them.
fn verdicts_of_all(network: &Network) {
    let sources: Vec<_> = network.workloads.keys().copied().collect();
    divan::black_box(judge(network, &sources, &requirements()));
}

/// From text to a template.
#[divan::bench(args = RESOURCES, max_time = 2)]
fn parse(bencher: Bencher<'_, '_>, resources: usize) {
    let text = template(resources);
    bencher
        .counter(ItemsCount::new(resources))
        .bench_local(|| Templates::parse(&[Source { name: "template.yaml", text: &text }]));
}

/// From parameters to a stack.
#[divan::bench(args = RESOURCES, max_time = 2)]
fn resolve(bencher: Bencher<'_, '_>, resources: usize) {
    let templates = parsed(resources);
    bencher.counter(ItemsCount::new(resources)).bench_local(|| templates.resolve(&Parameters::new()));
}

/// From a stack to the model.
#[divan::bench(args = RESOURCES, max_time = 2)]
fn build(bencher: Bencher<'_, '_>, resources: usize) {
    let stack = parsed(resources).resolve(&Parameters::new()).unwrap();
    bencher.counter(ItemsCount::new(resources)).bench_local(|| network::build(&stack));
}

/// The verdicts of one workload.
#[divan::bench(args = RESOURCES, max_time = 2)]
fn verdicts_of_one(bencher: Bencher<'_, '_>, resources: usize) {
    let network = built(resources);
    let source = *network.workloads.keys().next_back().unwrap();
    bencher.counter(ItemsCount::new(resources)).bench_local(|| judge(&network, &[source], &requirements()));
}

/// The verdicts of all workloads, a quarter of the resources.
#[divan::bench(args = RESOURCES, max_time = 2)]
fn verdicts(bencher: Bencher<'_, '_>, resources: usize) {
    let network = built(resources);
    bencher.counter(ItemsCount::new(resources)).bench_local(|| verdicts_of_all(&network));
}

/// From text to all verdicts.
#[divan::bench(args = RESOURCES, max_time = 2)]
fn whole(bencher: Bencher<'_, '_>, resources: usize) {
    let text = template(resources);
    bencher.counter(ItemsCount::new(resources)).bench_local(|| {
        let templates = Templates::parse(&[Source { name: "template.yaml", text: &text }]).unwrap();
        verdicts_of_all(&network::build(&templates.resolve(&Parameters::new()).unwrap()));
    });
}

//! Edits held against the template: what is said of a rule or a fix of the model is done in the text, read anew and judged.
//!
//! - A rule, route or association of which it is said that nothing asked rests on it is taken out of the text: no verdict changes.
//! - A fix is written into the text: the requirement holds; with any part of it alone it does not; with none it is as before.

#![cfg(not(target_arch = "wasm32"))]
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop where its own data is wrong"
)]

use std::fmt::Write as _;

use engine::explain::{Edit, Fix, Knowledge, fixes, rules};
use engine::network::{self, Network};
use engine::packet::{Addresses, Traffic};
use engine::template::{Parameters, Source, Templates};
use engine::verdict::{Requirement, Verdict, judge};

/// A template as lines, one resource a line, so that one can be taken out or put in.
#[derive(Clone)]
struct Text {
    resources: Vec<(String, String)>,
}

impl Text {
    fn add(&mut self, name: impl Into<String>, body: impl Into<String>) {
        self.resources.push((name.into(), body.into()));
    }

    fn without(&self, name: &str) -> Option<Self> {
        let left: Vec<_> = self.resources.iter().filter(|(other, _)| other != name).cloned().collect();
        (left.len() < self.resources.len()).then_some(Self { resources: left })
    }

    fn templates(&self) -> Templates {
        let mut text = String::from("Resources:\n");
        for (name, body) in &self.resources {
            let _ = writeln!(text, "  {name}: {{ {body} }}");
        }
        Templates::parse(&[Source { name: "template.yaml", text: &text }]).unwrap()
    }

    fn network(&self) -> Network {
        let network = network::build(&self.templates().resolve(&Parameters::new()).unwrap());
        assert_eq!(network.refusals, [], "the template could exist");
        network
    }
}

/// Numbers that look random and are the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }

    fn of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }
}

const RANGES: [&str; 6] =
    ["10.0.1.0/24", "10.0.2.0/24", "10.0.0.0/16", "0.0.0.0/0", "10.0.1.0/25", "192.0.2.0/24"];
const PORTS: [(u16, u16); 5] = [(443, 443), (0, 65535), (1024, 65535), (22, 443), (53, 53)];
const REQUIREMENTS: [&str; 4] = ["isolated", "reach:B:tcp/443", "reach:B:udp/53", "reach:8.8.8.8:tcp/443"];

/// Two machines in two subnets with a table, an ACL and a group each, an internet gateway, and a few rules of every kind.
fn template(random: &mut Random) -> Text {
    let mut t = Text { resources: Vec::new() };
    t.add("Vpc", "Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 }");
    t.add("Gateway", "Type: AWS::EC2::InternetGateway");
    t.add(
        "Attached",
        "Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Gateway }",
    );
    for (n, name) in ["A", "B"].into_iter().enumerate() {
        let public = if random.below(2) == 0 { ", MapPublicIpOnLaunch: true" } else { "" };
        let range = format!("10.0.{}.0/24", n + 1);
        t.add(
            format!("Subnet{name}"),
            format!("Type: AWS::EC2::Subnet, Properties: {{ VpcId: !Ref Vpc, CidrBlock: {range}{public} }}"),
        );
        t.add(format!("Table{name}"), "Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc }");
        t.add(
            format!("TableOf{name}"),
            format!(
                "Type: AWS::EC2::SubnetRouteTableAssociation, Properties: {{ SubnetId: !Ref Subnet{name}, RouteTableId: !Ref Table{name} }}"
            ),
        );
        if random.below(2) == 0 {
            t.add(
                format!("Out{name}"),
                format!(
                    "Type: AWS::EC2::Route, Properties: {{ RouteTableId: !Ref Table{name}, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway }}"
                ),
            );
        }
        t.add(format!("Acl{name}"), "Type: AWS::EC2::NetworkAcl, Properties: { VpcId: !Ref Vpc }");
        t.add(
            format!("AclOf{name}"),
            format!(
                "Type: AWS::EC2::SubnetNetworkAclAssociation, Properties: {{ SubnetId: !Ref Subnet{name}, NetworkAclId: !Ref Acl{name} }}"
            ),
        );
        // Often something lets most packets through, so that not every question fails.
        for egress in [false, true].into_iter().filter(|_| random.below(3) > 0).collect::<Vec<_>>() {
            let body = entry(&format!("Acl{name}"), 200, egress, "allow", "-1", "0.0.0.0/0", (0, 65535));
            t.add(format!("Most{name}{}", if egress { "Out" } else { "In" }), body);
        }
        for egress in [false, true] {
            for n in 0..random.below(4) {
                let (protocol, ports) =
                    (random.of(&["6", "6", "17", "-1"]), PORTS[random.below(PORTS.len())]);
                let action = random.of(&["allow", "allow", "deny"]);
                let body = entry(
                    &format!("Acl{name}"),
                    100 + 10 * n,
                    egress,
                    action,
                    protocol,
                    random.of(&RANGES),
                    ports,
                );
                t.add(format!("Entry{name}{}{n}", if egress { "Out" } else { "In" }), body);
            }
        }
        t.add(
            format!("Group{name}"),
            // A rule that says nothing, in place of the one that AWS would give.
            "Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: group, VpcId: !Ref Vpc, SecurityGroupEgress: [{ IpProtocol: icmp, FromPort: 252, ToPort: 86, CidrIp: 255.255.255.255/32 }] }",
        );
        for egress in [false, true].into_iter().filter(|_| random.below(3) > 0).collect::<Vec<_>>() {
            let range = random.of(&["10.0.0.0/16", "0.0.0.0/0"]);
            let body = rule(&format!("Group{name}"), egress, random.of(&["tcp", "-1"]), range, (0, 65535));
            t.add(format!("Open{name}{}", if egress { "Out" } else { "In" }), body);
        }
        for egress in [false, true] {
            for n in 0..random.below(3) {
                let (protocol, ports) =
                    (random.of(&["tcp", "tcp", "udp", "-1"]), PORTS[random.below(PORTS.len())]);
                let body = rule(&format!("Group{name}"), egress, protocol, random.of(&RANGES), ports);
                t.add(format!("Rule{name}{}{n}", if egress { "Out" } else { "In" }), body);
            }
        }
        t.add(
            name,
            format!(
                "Type: AWS::EC2::Instance, Properties: {{ SubnetId: !Ref Subnet{name}, SecurityGroupIds: [!Ref Group{name}], PrivateIpAddress: 10.0.{}.10 }}",
                n + 1
            ),
        );
    }
    t
}

fn entry(
    acl: &str,
    number: usize,
    egress: bool,
    action: &str,
    protocol: &str,
    range: &str,
    (from, to): (u16, u16),
) -> String {
    let cidr = if range.contains(':') { "Ipv6CidrBlock" } else { "CidrBlock" };
    let ports = match protocol {
        "-1" => String::new(),
        _ => format!(", PortRange: {{ From: {from}, To: {to} }}"),
    };
    format!(
        "Type: AWS::EC2::NetworkAclEntry, Properties: {{ NetworkAclId: !Ref {acl}, RuleNumber: {number}, Egress: {egress}, RuleAction: {action}, Protocol: {protocol}, {cidr}: '{range}'{ports} }}"
    )
}

fn rule(group: &str, egress: bool, protocol: &str, range: &str, (from, to): (u16, u16)) -> String {
    let kind = if egress { "Egress" } else { "Ingress" };
    let cidr = if range.contains(':') { "CidrIpv6" } else { "CidrIp" };
    format!(
        "Type: AWS::EC2::SecurityGroup{kind}, Properties: {{ GroupId: !Ref {group}, IpProtocol: '{protocol}', FromPort: {from}, ToPort: {to}, {cidr}: '{range}' }}"
    )
}

fn requirements() -> Vec<Requirement> {
    REQUIREMENTS.iter().map(|text| text.parse().unwrap()).collect()
}

fn verdicts(text: &Text) -> Vec<Verdict> {
    let network = text.network();
    let sources: Vec<_> = ["A", "B"].iter().map(|name| network.find(name).unwrap()).collect();
    let report = judge(&network, &sources, &requirements());
    report.sources.iter().flat_map(|source| source.answers.iter().map(|answer| answer.verdict)).collect()
}

/// Protocol, ports and ranges as a rule is written; `None` where they are more than one rule can say.
fn written(traffic: &Traffic, to: &Addresses) -> Option<(&'static str, &'static str, (u16, u16), String)> {
    let [range] = to.prefixes().try_into().ok()?;
    let one = |ports: &engine::packet::Ranges<u16>| match ports.ranges() {
        [one] => Some(*one),
        _ => None,
    };
    if *traffic == Traffic::tcp(traffic.tcp.clone()) {
        return Some(("tcp", "6", one(&traffic.tcp)?, range.to_string()));
    }
    if *traffic == Traffic::udp(traffic.udp.clone()) {
        return Some(("udp", "17", one(&traffic.udp)?, range.to_string()));
    }
    None
}

/// The text with these edits; `None` where one is of a kind that is not written here.
fn edited(text: &Text, edits: &[&Edit]) -> Option<Text> {
    let mut text = text.clone();
    for (n, edit) in edits.iter().enumerate() {
        match edit {
            Edit::Admit { group, ingress, traffic, peer, .. } => {
                let (protocol, _, ports, range) = written(traffic, peer)?;
                text.add(format!("Added{n}"), rule(group, !ingress, protocol, &range, ports));
            }
            Edit::Allow { acl, ingress, number, traffic, addresses, .. } => {
                let (_, protocol, ports, range) = written(traffic, addresses)?;
                let body = entry(acl, usize::from(*number), !ingress, "allow", protocol, &range, ports);
                text.add(format!("Added{n}"), body);
            }
            Edit::Route { table, destination, to } if &**to == "Gateway" => text.add(
                format!("Added{n}"),
                format!(
                    "Type: AWS::EC2::Route, Properties: {{ RouteTableId: !Ref {table}, DestinationCidrBlock: {destination}, GatewayId: !Ref Gateway }}"
                ),
            ),
            Edit::Remove(element) => text = text.without(&element.resource)?,
            _ => return None,
        }
    }
    Some(text)
}

#[test]
fn what_nothing_rests_on_can_be_taken_out() {
    let (mut idle, mut needed) = (0, 0);
    for seed in 0..60 {
        let text = template(&mut Random(seed));
        let now = verdicts(&text);
        for used in rules(&text.network(), &requirements()) {
            let Some(less) = text.without(&used.element.resource) else { continue };
            // A group, an ACL or a subnet cannot be taken out alone.
            if used.element.resource == used.element.of {
                continue;
            }
            let then = verdicts(&less);
            if used.is_idle() {
                idle += 1;
                assert_eq!(now, then, "seed {seed}: {} was said not to matter", used.element);
            } else {
                needed += usize::from(now != then);
            }
            if !used.covered_by.is_empty() {
                assert!(now == then, "seed {seed}: {} is covered by others", used.element);
            }
        }
    }
    assert!(idle > 200 && needed > 50, "{idle} idle rules and {needed} that changed a verdict");
}

#[test]
fn a_fix_written_into_the_template_fixes_and_no_part_of_it_does() {
    let (mut written, mut of_several) = (0, 0);
    for seed in 0..80 {
        let text = template(&mut Random(seed));
        let templates = text.templates();
        let given = Parameters::new();
        let mut knowledge = Knowledge::new(&templates, &[], &given, &requirements(), Some("A")).unwrap();
        for (at, asked) in REQUIREMENTS.iter().enumerate() {
            let holds = |text: &Text| verdicts(text)[at] == Verdict::Holds;
            for fix in fixes(&mut knowledge, 0, at).unwrap() {
                let Fix { edits, .. } = &fix;
                let all: Vec<&Edit> = edits.iter().collect();
                let Some(fixed) = edited(&text, &all) else { continue };
                written += 1;
                of_several += usize::from(edits.len() > 1);
                let told = || edits.iter().map(ToString::to_string).collect::<Vec<_>>().join(" & ");
                assert!(holds(&fixed), "seed {seed} {asked}: {} does not help", told());
                assert!(!holds(&text), "seed {seed} {asked} holds already");
                for part in 1..(1_usize << edits.len()) - 1 {
                    let some: Vec<&Edit> =
                        (0..edits.len()).filter(|n| part >> n & 1 == 1).map(|n| &edits[n]).collect();
                    let Some(some) = edited(&text, &some) else { continue };
                    assert!(!holds(&some), "seed {seed} {asked}: a part of {} is enough", told());
                }
            }
        }
    }
    assert!(written > 40 && of_several > 10, "{written} fixes written, {of_several} of several edits");
}

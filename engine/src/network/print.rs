//! For tests: a template in, the model as short text out.

use std::fmt::Write as _;

use super::{Destination, EndpointKind, Id, Identity, Network, PackageSource, Peer, Target, build};
use crate::packet::Addresses;
use crate::template::{Parameters, Source, Templates};

/// Builds the model of a template.
#[track_caller]
pub(crate) fn model(text: &str) -> Network {
    let source = Source { name: "t.yaml", text };
    let templates = Templates::parse(&[source]).unwrap_or_else(|e| panic!("{e:?}"));
    build(&templates.resolve(&Parameters::new()).unwrap_or_else(|e| panic!("{e:?}")))
}

/// Builds the model of these resources (YAML below `Resources:`) in a VPC `Vpc` 10.0.0.0/16 with subnets `A` 10.0.1.0/24 and `B`
/// 10.0.2.0/24, and compares the lines of the printed model that name one of `about` (all where it is empty).
#[track_caller]
pub(crate) fn check(resources: &str, about: &[&str], expect: expect_test::Expect) {
    let base = "
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16, EnableDnsHostnames: true}}
  A: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24}}
  B: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.2.0/24}}
";
    let network = model(&format!("{base}{resources}"));
    expect.assert_eq(&lines(&network, about));
}

pub(crate) fn lines(network: &Network, about: &[&str]) -> String {
    let wanted = |line: &&str| about.is_empty() || about.iter().any(|word| line.contains(word));
    print(network).lines().filter(wanted).fold(String::new(), |all, line| all + line + "\n")
}

/// The whole model, one thing per line, sorted by name so that the order of resources does not show.
pub(crate) fn print(n: &Network) -> String {
    let mut out = Vec::new();
    let name = |id: &Id| n.name(*id).to_owned();
    let names = |ids: &[Id]| ids.iter().map(|id| n.name(*id)).collect::<Vec<_>>().join(" ");
    for (id, v) in &n.vpcs {
        let dns = (v.dns_support, v.dns_hostnames, v.other_name_servers.map(|o| name(&o)));
        out.push(format!("vpc {} {:?} {:?} dns {dns:?}", name(id), v.v4, v.v6));
    }
    for (id, s) in &n.subnets {
        let mut line = format!("subnet {} in {}", name(id), name(&s.vpc));
        s.v4.iter().for_each(|net| write!(line, " {net}").unwrap());
        s.v6.iter().for_each(|net| write!(line, " {net}").unwrap());
        write!(line, " table {} acl {}", name(&s.route_table), name(&s.acl)).unwrap();
        let public = if n.is_public_subnet(*id) { " public" } else { "" };
        let maps = if s.map_public_ip { " maps" } else { "" };
        out.push(line + public + maps);
    }
    for (id, t) in &n.route_tables {
        for r in &t.routes {
            let destination = match &r.destination {
                Destination::V4(net) => net.to_string(),
                Destination::V6(net) => net.to_string(),
                Destination::PrefixList { name, .. } => name.to_string(),
                Destination::Unknown(u) => format!("? {}", u.what),
            };
            let target = match &r.target {
                Target::Local => "local".into(),
                Target::Blackhole => "blackhole".into(),
                Target::Unknown(u) => format!("? {}", u.what),
                Target::InternetGateway(t) => format!("igw {}", name(t)),
                Target::EgressOnlyGateway(t) => format!("eigw {}", name(t)),
                Target::NatGateway(t) => format!("nat {}", name(t)),
                Target::Interface(t) => format!("interface {}", name(t)),
                Target::GatewayEndpoint(t) => format!("endpoint {}", name(t)),
                Target::Peering(t) => format!("peering {}", name(t)),
                Target::NotModelled(t) => format!("not modelled {}", name(t)),
            };
            out.push(format!("route {} {destination} -> {target}", name(id)));
        }
    }
    for (id, acl) in &n.acls {
        for (word, entries) in [("in", &acl.ingress), ("out", &acl.egress)] {
            for e in entries {
                let unknown = e.unknown.as_ref().map_or(String::new(), |u| format!(" ?{}", u.what));
                out.push(format!("acl {} {word} {}{unknown}", name(id), e.text));
            }
        }
    }
    for (id, group) in &n.groups {
        for (word, rules) in [("in", &group.ingress), ("out", &group.egress)] {
            for r in rules {
                let unknown = r.unknown.as_ref().map_or(String::new(), |u| format!(" ?{}", u.what));
                let wide = match &r.peer {
                    Peer::Addresses(a) if *a == Addresses::full() => " (anywhere)",
                    Peer::Addresses(_) => "",
                    Peer::Group(_) => " (group)",
                };
                let by = if r.id == *id { String::new() } else { format!(" by {}", name(&r.id)) };
                out.push(format!("group {} {word} {}{wide}{unknown}{by}", name(id), r.text));
            }
        }
    }
    for (id, vpc) in &n.internet_gateways {
        out.push(format!("igw {} of {}", name(id), vpc.map_or("nothing".into(), |v| name(&v))));
    }
    for (id, vpc) in &n.egress_only_gateways {
        out.push(format!("eigw {} of {}", name(id), name(vpc)));
    }
    for (id, g) in &n.nat_gateways {
        let at = g.subnet.map_or("regional".into(), |s| name(&s));
        let (private, public) = (g.private_address, g.public_address);
        out.push(format!("nat {} {at} public {} {private:?} {public:?}", name(id), g.public));
    }
    for (id, i) in &n.interfaces {
        let mut line = format!("interface {} of {} in {}", name(id), name(&i.owner), name(&i.subnet));
        i.v4.iter().for_each(|a| write!(line, " {a}").unwrap());
        i.v6.iter().for_each(|a| write!(line, " {a}").unwrap());
        let assumed = if i.assumed { " assumed" } else { "" };
        let public = i.public_v4.map_or(String::new(), |a| format!(" public {a}"));
        let check = if i.source_dest_check { "" } else { " unchecked" };
        out.push(format!("{line}{assumed}{public}{check} wears {}", names(&i.groups)));
    }
    for (id, z) in &n.zones {
        out.push(format!("zone {} {:?} in {}", name(id), z.name, names(&z.vpcs)));
        out.extend(z.records.iter().map(|r| format!("record {:?} {:?}", r.name, r.answer)));
    }
    for (id, p) in &n.peerings {
        out.push(format!("peering {} {} {:?}", name(id), name(&p.requester), p.accepter.map(|a| name(&a))));
    }
    for (id, list) in &n.prefix_lists {
        out.push(format!("list {} {list:?}", name(id)));
    }
    for (id, e) in &n.endpoints {
        let kind = match &e.kind {
            EndpointKind::Gateway { route_tables } => format!("gateway in {}", names(route_tables)),
            EndpointKind::Interface { interfaces, private_dns } => {
                format!("interface at {} private dns {private_dns}", names(interfaces))
            }
        };
        let policy = e.policy.as_ref().map_or(String::new(), |p| format!(" policy {}", p.statements.len()));
        out.push(format!("endpoint {} {} in {} {kind}{policy}", name(id), e.service, name(&e.vpc)));
    }
    for (id, w) in &n.workloads {
        let identity = match &w.identity {
            Identity::Role(role) => format!("role {}", name(role)),
            Identity::None => "nobody".into(),
            Identity::Assumed => "assumed".into(),
        };
        let direct = if w.direct_internet_access { " direct" } else { "" };
        out.push(format!("{:?} {} at {} as {identity}{direct}", w.kind, name(id), names(&w.interfaces)));
        for (client, source) in [("pip", &w.host.pip), ("npm", &w.host.npm)] {
            match source {
                PackageSource::Public => {}
                other => out.push(format!("host {} {client} {other:?}", name(id))),
            }
        }
        for (place, line) in &w.host.not_modelled {
            out.push(format!("host {} line {} not modelled: {line}", name(id), place.line));
        }
        if let Some(f) = &w.host.firewall {
            let rules: Vec<_> = f.rules.iter().map(|r| r.text.to_string()).collect();
            out.push(format!("host {} firewall {rules:?} else {}", name(id), f.default_allow));
        }
    }
    for (id, r) in &n.roles {
        let policies: Vec<_> =
            r.policies.iter().map(|(held, d)| format!("{}:{}", n.name(*held), d.statements.len())).collect();
        out.push(format!("role {} {} {policies:?} unknown {:?}", name(id), r.arn, r.unknown_policies));
    }
    for (id, bucket) in &n.buckets {
        let policy = bucket.policy.as_ref().map(|(held, _)| name(held));
        out.push(format!("bucket {} {} policy {policy:?}", name(id), bucket.name));
    }
    for (id, t) in &n.tables {
        out.push(format!("table {} {}", name(id), t.arn));
    }
    for (id, d) in &n.domains {
        out.push(format!("domain {} {}", name(id), d.name));
    }
    for (id, r) in &n.repositories {
        let connections: Vec<_> = r.external_connections.iter().map(|(c, _)| c).collect();
        let chain = names(&n.repository_chain(*id));
        let (domain, own) = (&r.domain, &r.name);
        out.push(format!("repository {} {domain}/{own} {connections:?} searches {chain}", name(id)));
    }
    for (id, g) in &n.git_repositories {
        out.push(format!("git {} {}", name(id), g.name));
    }
    for (id, p) in &n.build_projects {
        out.push(format!("build {} {:?} {}", name(id), p.vpc.map(|v| name(&v)), names(&p.git_repositories)));
    }
    if let Some(block) = &n.block_public_access {
        let exclusions: Vec<_> = block.exclusions.iter().map(|(id, both)| (name(id), both)).collect();
        out.push(format!("block {} both {} {exclusions:?}", name(&block.id), block.bidirectional));
    }
    for it in &n.not_modelled {
        out.push(format!("not modelled {} {:?}", name(&it.id), it.could_change));
    }
    for r in &n.refusals {
        out.push(format!("refused {} {} {}", r.code, name(&r.id), r.detail));
    }
    out.sort();
    out.join("\n")
}

#[test]
fn everything_about_a_small_vpc() {
    check(
        "",
        &[],
        expect_test::expect![[r#"
            Probe A at A/probe as assumed
            Probe B at B/probe as assumed
            acl Vpc/default-acl in 100 allow all
            acl Vpc/default-acl out 100 allow all
            group Vpc/default-group in all from Vpc/default-group (group)
            group Vpc/default-group out all to 0.0.0.0/0, ::/0 (anywhere)
            interface A/probe of A in A 10.0.1.4 assumed wears Vpc/default-group
            interface B/probe of B in B 10.0.2.4 assumed wears Vpc/default-group
            route Vpc/main-table 10.0.0.0/16 -> local
            subnet A in Vpc 10.0.1.0/24 table Vpc/main-table acl Vpc/default-acl
            subnet B in Vpc 10.0.2.0/24 table Vpc/main-table acl Vpc/default-acl
            vpc Vpc [10.0.0.0/16] [] dns (true, true, None)
        "#]],
    );
}

#[test]
fn a_route_to_a_gateway_that_is_not_attached_is_refused() {
    check(
        "
  Igw: {Type: AWS::EC2::InternetGateway}
  Table: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Vpc}}
  Out: {Type: AWS::EC2::Route, Properties: {RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Igw}}
",
        &["Table", "Igw"],
        expect_test::expect![[r#"
            igw Igw of nothing
            refused REFERENCE_UNUSABLE Out Igw is not attached to Vpc
            route Table 0.0.0.0/0 -> igw Igw
            route Table 10.0.0.0/16 -> local
        "#]],
    );
}

#[test]
fn standalone_egress_leaves_the_default_rule_and_inline_egress_replaces_it() {
    check(
        "
  Open: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: d, VpcId: !Ref Vpc}}
  More: {Type: AWS::EC2::SecurityGroupEgress, Properties: {GroupId: !Ref Open, IpProtocol: tcp, FromPort: 443, ToPort: '443', DestinationSecurityGroupId: !Ref Closed}}
  Closed:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: d
      VpcId: !Ref Vpc
      SecurityGroupEgress: [{IpProtocol: '-1', FromPort: 1, ToPort: 2, CidrIp: 10.0.0.9/24}]
      SecurityGroupIngress: [{IpProtocol: icmp, FromPort: 8, ToPort: -1, CidrIpv6: '::/0'}]
",
        &["group Open", "group Closed", "probe"],
        expect_test::expect![[r#"
            Probe A at A/probe as assumed
            Probe B at B/probe as assumed
            group Closed in icmp 8 from ::/0
            group Closed out all to 10.0.0.0/24
            group Open out all to 0.0.0.0/0, ::/0 (anywhere)
            group Open out tcp 443 to Closed (group) by More
            interface A/probe of A in A 10.0.1.4 assumed wears Open Closed
            interface B/probe of B in B 10.0.2.4 assumed wears Open Closed
        "#]],
    );
}

#[test]
fn private_dns_of_s3_defaults_to_inbound_resolvers() {
    let endpoints = |gateway: &str| {
        format!("
  S3: {{Type: AWS::EC2::VPCEndpoint, Properties: {{VpcId: !Ref Vpc, VpcEndpointType: Interface, ServiceName: !Sub 'com.amazonaws.${{AWS::Region}}.s3', SubnetIds: [!Ref A], PrivateDnsEnabled: true}}}}
{gateway}")
    };
    check(
        &endpoints(""),
        &["endpoint", "refused"],
        expect_test::expect![[r#"
        endpoint S3 s3 in Vpc interface at S3/A private dns true
        refused S3_PRIVATE_DNS_NEEDS_GATEWAY_ENDPOINT S3 PrivateDnsOnlyForInboundResolverEndpoint
    "#]],
    );
    let gateway = "  G: {Type: AWS::EC2::VPCEndpoint, Properties: {VpcId: !Ref Vpc, ServiceName: !Sub 'com.amazonaws.${AWS::Region}.s3'}}";
    check(
        &endpoints(gateway),
        &["endpoint", "refused"],
        expect_test::expect![[r#"
        endpoint G s3 in Vpc gateway in 
        endpoint S3 s3 in Vpc interface at S3/A private dns false
    "#]],
    );
}

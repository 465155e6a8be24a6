//! What breaks when one piece of the founding lesson is taken away or turned: each case is an option, some toggles, and
//! edits of the template; what is expected is what AWS's documents say, not what the engine happened to answer.

use engine::verdict::Answer;

use crate::folder::{Folder, answers, judge, lines};

/// Judges the edited template and looks for `requirement verdict [CODE]` among the answers; the code is that of a finding
/// or of a step.
#[track_caller]
fn check(option: char, toggles: &[(&str, &str)], edits: &[(&str, &str)], expect: &[&str]) {
    let mut folder = Folder::founding();
    for (from, to) in edits {
        assert!(folder.template.contains(from), "the template has no {from:?}");
        folder.template = folder.template.replace(from, to);
    }
    let lesson = folder.lesson();
    let mut parameters = lesson.parameters(Some(option));
    parameters.extend(toggles.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    let judged = judge(&lesson, &parameters);
    let found: Vec<String> = answers(&judged).iter().map(reasons).collect();
    for wanted in expect {
        let met = |line: &String| wanted.split(' ').all(|word| line.split(' ').any(|found| found == word));
        assert!(found.iter().any(met), "{option} {toggles:?}\nwanted:\n{wanted}\nfound:\n{}", lines(&found));
    }
}

/// `requirement verdict CODE…`: every finding's code, then every step's.
fn reasons(answer: &Answer) -> String {
    let steps = answer.steps.iter().map(|step| &step.finding);
    let codes = answer.findings.iter().chain(steps).map(|finding| finding.code.as_str());
    let verdict = answer.verdict.as_str();
    [answer.requirement.to_string().as_str(), verdict].into_iter().chain(codes).collect::<Vec<_>>().join(" ")
}

/// Resources added to the template.
fn added(resources: &str) -> [(&'static str, String); 1] {
    [("\nOutputs:", format!("\n{resources}\nOutputs:"))]
}

#[track_caller]
fn check_added(option: char, resources: &str, edits: &[(&str, &str)], expect: &[&str]) {
    let added = added(resources);
    let mut all: Vec<(&str, &str)> = added.iter().map(|(from, to)| (*from, to.as_str())).collect();
    all.extend(edits);
    check(option, &[], &all, expect);
}

const HOLDS: [&str; 4] =
    ["isolated holds", "install:pypi holds", "read:s3 holds", "call:sagemaker.api holds"];

#[test]
fn codeartifact_needs_both_endpoints() {
    check('D', &[], &[], &HOLDS);
    check(
        'D',
        &[("CodeArtifactApiEndpoint", "false")],
        &[],
        &["install:pypi fails LOGIN_FAILS", "isolated holds"],
    );
    check(
        'D',
        &[("CodeArtifactRepositoriesEndpoint", "false")],
        &[],
        &["install:pypi fails", "isolated holds"],
    );
}

#[test]
fn an_endpoint_must_admit_the_notebook() {
    let group = "      SecurityGroupIds: [!Ref EndpointGroup]\n";
    check(
        'D',
        &[],
        &[(group, "")],
        &["install:pypi fails ENI_SG_RULES_MISMATCH", "read:s3 fails ENI_SG_RULES_MISMATCH"],
    );
    let off = [("EndpointAdmitsNotebook", "false")];
    check(
        'D',
        &off,
        &[],
        &["isolated holds", "install:pypi fails", "read:s3 fails", "call:sagemaker.api fails"],
    );
}

#[test]
fn private_dns_needs_the_attributes_and_the_ordinary_name_needs_private_dns() {
    let edit = [("EnableDnsHostnames: true", "EnableDnsHostnames: false")];
    check('D', &[], &edit, &["install:pypi undeployable PRIVATE_DNS_NEEDS_DNS_ATTRIBUTES"]);
    check('D', &[("PrivateDns", "false")], &[], &["install:pypi fails", "isolated holds", "read:s3 holds"]);
}

#[test]
fn an_uncached_package_needs_the_external_connection() {
    check('D', &[("ExternalConnection", "false")], &[], &["install:pypi fails NO_EXTERNAL_CONNECTION"]);
    // An upstream with the connection does as well.
    let upstream = "  PackageStore:\n    Type: AWS::CodeArtifact::Repository\n    Condition: CodeArtifactOn\n    Properties:\n      \
                    DomainName: !GetAtt PackageDomain.Name\n      RepositoryName: pypi-store\n      ExternalConnections: [\"public:pypi\"]\n";
    let edit = [(
        "ExternalConnections: !If [ExternalConnectionOn, [\"public:pypi\"], !Ref AWS::NoValue]",
        "Upstreams: [!GetAtt PackageStore.Name]",
    )];
    check_added('D', upstream, &edit, &["install:pypi holds"]);
}

#[test]
fn python_needs_no_s3_gateway_endpoint_but_npm_does() {
    check('D', &[("S3GatewayEndpoint", "false")], &[], &["install:pypi holds"]);
    check('D', &[("S3GatewayEndpoint", "true")], &[], &HOLDS);
    let npm = [
        ("--tool pip", "--tool npm"),
        ("\"public:pypi\"", "\"public:npmjs\""),
        // Without private DNS on the S3 interface endpoint, as in a VPC that has none.
        (
            "      PrivateDnsEnabled: true\n      # S3's default",
            "      PrivateDnsEnabled: false\n      # S3's default",
        ),
        ("      DnsOptions:\n        PrivateDnsOnlyForInboundResolverEndpoint: AllResolvers\n", ""),
    ];
    check('D', &[], &npm, &["install:npm fails ASSET_BUCKET_UNREACHABLE"]);
    check('D', &[("S3GatewayEndpoint", "true")], &npm, &["install:npm holds", "read:s3 holds"]);
}

#[test]
fn a_nat_gateway_needs_a_public_subnet_to_stand_in() {
    let no_route = [(
        "RouteTableId: !Ref PublicRouteTable\n      SubnetId",
        "RouteTableId: !Ref EndpointRouteTable\n      SubnetId",
    )];
    check('B', &[], &no_route, &["install:pypi fails NO_ROUTE_TO_DESTINATION", "isolated holds"]);
    let private = [("PrivateNatGateway", "true")];
    check('B', &private, &[], &["install:pypi fails PRIVATE_NAT_GATEWAY_NO_INTERNET", "isolated holds"]);
    let regional = [
        (
            "      ConnectivityType: !If [PrivateNatGatewayOn, private, public]\n      SubnetId: !Ref PublicSubnet\n      \
             AllocationId: !If [NatGatewayAddressOn, !GetAtt NatGatewayAddress.AllocationId, !Ref AWS::NoValue]",
            "      VpcId: !Ref Vpc\n      AvailabilityMode: regional",
        ),
        no_route[0],
    ];
    check('B', &[], &regional, &["install:pypi holds", "isolated fails EGRESS_THROUGH_NAT_GATEWAY"]);
}

#[test]
fn an_acl_is_stateless_and_stands_between_subnets() {
    let off = [("AclAdmitsReplies", "false")];
    check(
        'B',
        &off,
        &[],
        &["install:pypi fails SUBNET_ACL_RESTRICTION", "isolated fails EGRESS_THROUGH_NAT_GATEWAY"],
    );
    let off = [("AclAdmitsVpc", "false")];
    check(
        'B',
        &off,
        &[],
        &[
            "install:pypi holds",
            "read:s3 fails SUBNET_ACL_RESTRICTION",
            "call:sagemaker.api fails SUBNET_ACL_RESTRICTION",
        ],
    );
}

#[test]
fn an_open_route_that_an_acl_closes_is_one_rule_away() {
    let ranges = ["151.101.0.0/16", "146.75.0.0/17", "199.232.0.0/16", "104.156.80.0/20"];
    let others = ["140.248.64.0/18", "140.248.128.0/17", "157.52.64.0/18", "167.82.0.0/17"];
    let closed: Vec<(&str, &str)> =
        ranges.into_iter().chain(others).map(|range| (range, "10.0.0.0/16")).collect();
    check(
        'B',
        &[],
        &closed,
        &[
            "isolated holds ISOLATED_BY_FILTER_ALONE",
            "install:pypi fails SUBNET_ACL_RESTRICTION",
            "read:s3 holds",
        ],
    );
}

#[test]
fn a_nat_instance_forwards_only_without_its_check() {
    let on = [("SourceDestCheck", "true")];
    check('C', &on, &[], &["install:pypi fails ENI_SOURCE_DEST_CHECK_RESTRICTION", "isolated holds"]);
}

#[test]
fn a_host_firewall_can_break_an_installation_but_never_isolates() {
    let nothing = [("-p tcp --dport 443 -j ACCEPT", "-p tcp --dport 8443 -j ACCEPT")];
    check(
        'C',
        &[],
        &nothing,
        &["install:pypi fails HOST_FIREWALL_BLOCKS", "isolated fails EGRESS_THROUGH_NAT_INSTANCE"],
    );
}

#[test]
fn direct_internet_access_passes_every_filter() {
    for option in ['A', 'B', 'C', 'D'] {
        check(option, &[("DirectInternetAccess", "true")], &[], &["isolated fails"]);
    }
    check('D', &[("DirectInternetAccess", "true")], &[], &["isolated fails DIRECT_INTERNET_ACCESS_ENABLED"]);
}

#[test]
fn an_unused_internet_gateway_is_harmless() {
    check('D', &[("PublicSubnetAndGateway", "true")], &[], &HOLDS);
}

#[test]
fn ipv6_has_a_way_out_of_its_own() {
    let egress_only = "  Range6:\n    Type: AWS::EC2::VPCCidrBlock\n    Properties: { VpcId: !Ref Vpc, AmazonProvidedIpv6CidrBlock: true }\n  \
                       Gateway6:\n    Type: AWS::EC2::EgressOnlyInternetGateway\n    Properties: { VpcId: !Ref Vpc }\n  \
                       Route6:\n    Type: AWS::EC2::Route\n    Properties:\n      RouteTableId: !Ref NotebookRouteTable\n      \
                       DestinationIpv6CidrBlock: ::/0\n      EgressOnlyInternetGatewayId: !Ref Gateway6\n";
    let subnet = [
        (
            "      CidrBlock: 10.0.1.0/24\n",
            "      CidrBlock: 10.0.1.0/24\n      AssignIpv6AddressOnCreation: true\n      Ipv6CidrBlock: !Select [0, !Cidr [!Select [0, !GetAtt Vpc.Ipv6CidrBlocks], 1, 64]]\n    DependsOn: Range6\n",
        ),
        (
            "          CidrIp: 0.0.0.0/0\n  EndpointGroup:",
            "          CidrIp: 0.0.0.0/0\n        - IpProtocol: \"-1\"\n          CidrIpv6: ::/0\n  EndpointGroup:",
        ),
    ];
    check_added(
        'D',
        egress_only,
        &subnet,
        &["isolated fails EGRESS_THROUGH_EGRESS_ONLY_GATEWAY", "install:pypi holds"],
    );
}

#[test]
fn block_public_access_closes_the_gateways_and_leaves_the_endpoints() {
    let block = "  Block:\n    Type: AWS::EC2::VPCBlockPublicAccessOptions\n    Properties: { InternetGatewayBlockMode: block-bidirectional }\n";
    check_added('B', block, &[], &["isolated holds", "install:pypi fails VPC_BLOCK_PUBLIC_ACCESS_ENABLED"]);
    check_added('D', block, &[], &HOLDS);
}

#[test]
fn private_dns_of_an_s3_interface_endpoint_is_for_inbound_resolvers_unless_told() {
    let default =
        [("      DnsOptions:\n        PrivateDnsOnlyForInboundResolverEndpoint: AllResolvers\n", "")];
    check('D', &[], &default, &["read:s3 undeployable S3_PRIVATE_DNS_NEEDS_GATEWAY_ENDPOINT"]);
    check('D', &[("S3GatewayEndpoint", "true")], &default, &["read:s3 holds"]);
}

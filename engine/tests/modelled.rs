//! The page *What is modelled*, from the registry, the codes and the sizes of the tests. `UPDATE=1` writes it.

#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "a test may stop where its own data is wrong")]

#[path = "kernel/size.rs"]
mod kernel;
#[path = "oracle/size.rs"]
mod oracle;

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use engine::code::Code;
use engine::network::{aspects_of, modelled};
use engine::verdict::FORMS;

/// Types people meet that no reader knows; the test holds them against the registry.
const LEFT_OUT: &[&str] = &[
    "AWS::EC2::CarrierGateway",
    "AWS::EC2::ClientVpnEndpoint",
    "AWS::EC2::GatewayRouteTableAssociation",
    "AWS::EC2::LocalGatewayRoute",
    "AWS::EC2::TransitGateway",
    "AWS::EC2::TransitGatewayAttachment",
    "AWS::EC2::VPNConnection",
    "AWS::EC2::VPNGateway",
    "AWS::AutoScaling::AutoScalingGroup",
    "AWS::ECS::Service",
    "AWS::ElasticLoadBalancingV2::LoadBalancer",
    "AWS::IAM::UserPolicy",
    "AWS::KMS::Key",
    "AWS::NetworkFirewall::Firewall",
    "AWS::Organizations::Policy",
    "AWS::RDS::DBInstance",
    "AWS::Route53Resolver::FirewallRuleGroup",
    "AWS::Route53Resolver::ResolverRule",
    "AWS::S3::AccessPoint",
    "AWS::SageMaker::Cluster",
    "AWS::SageMaker::MonitoringSchedule",
    "AWS::VpcLattice::Service",
];

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn page() -> String {
    let mut page = String::from(
        "<!-- Written by `UPDATE=1 cargo test --package vpc-explainer-engine --test modelled`; do not edit. -->\n\n\
         # What is modelled\n\n\
         An answer is exact for the part of AWS listed here, and only for it. What is not listed is never taken to be harmless: where a\n\
         packet meets it the answer is *unknown*, and elsewhere it is named beside the answers it could change.\n\n",
    );
    types(&mut page);
    left_out(&mut page);
    questions(&mut page);
    checks(&mut page);
    page
}

fn types(page: &mut String) {
    let mut services: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for kind in modelled() {
        let (service, name) = kind.trim_start_matches("AWS::").split_once("::").unwrap();
        services.entry(service).or_default().push(name);
    }
    let count: usize = services.values().map(Vec::len).sum();
    let _ = writeln!(page, "## Resource types\n\n{count} types are read:\n\n| Service | Types |\n|---|---|");
    for (service, names) in &mut services {
        names.sort_unstable();
        let _ = writeln!(page, "| {service} | {} |", names.join(", "));
    }
}

fn left_out(page: &mut String) {
    page.push_str("\n## Left out\n\nSome types people meet that are not read, and what they could change:\n\n| Type | Could change |\n|---|---|\n");
    for kind in LEFT_OUT.iter().filter(|kind| !modelled().contains(*kind)) {
        let aspects = aspects_of(kind);
        let named = [
            (aspects.network, "where packets go"),
            (aspects.names, "what names resolve to"),
            (aspects.policies, "who may do what"),
            (aspects.data, "whether data can be read"),
        ];
        let words: Vec<&str> = named.iter().filter(|(is, _)| *is).map(|(_, word)| *word).collect();
        let words = if words.is_empty() { "nothing asked about".to_owned() } else { words.join(", ") };
        let _ = writeln!(page, "| `{kind}` | {words} |");
    }
    page.push_str(
        "\nAlso left out: idle times and limits of tracked connections, untracked flows, fragments, path MTU, quotas, prices of traffic, health of\n\
         targets, anything that changes with time, and what a host runs beyond the lines of its start-up script that are read.\n\
         Training jobs are no resources of `CloudFormation`; processing jobs and models, which run by the same rules, are read.\n",
    );
}

fn questions(page: &mut String) {
    page.push_str("\n## Questions\n\n");
    for form in FORMS {
        let _ = writeln!(page, "- `{form}`");
    }
    let all = Code::ALL.len();
    let aws = Code::ALL.iter().filter(|code| code.is_aws()).count();
    let _ = writeln!(
        page,
        "\nAn answer is told with {all} codes; {aws} of them are VPC Reachability Analyzer's own names, so that it can be held against the\nconsole."
    );
}

/// The cases of a folder and their lines of expectation.
fn cases(folder: &str) -> (usize, usize) {
    let paths = fs::read_dir(here(folder)).unwrap().map(|entry| entry.unwrap().path());
    let texts = paths.filter(|path| path.extension().is_some_and(|e| e == "yaml" || e == "json"));
    texts.map(|path| fs::read_to_string(path).unwrap()).fold((0, 0), |(files, lines), text| {
        (
            files + 1,
            lines
                + text
                    .lines()
                    .filter(|line| line.starts_with("# expect: ") || line.contains("\"expect: "))
                    .count(),
        )
    })
}

fn checks(page: &mut String) {
    let (cases, expectations) = cases("tests/cases");
    let (smallest, _) = self::cases("tests/cases/codes");
    let (strangers, theirs) = self::cases("tests/strangers");
    let (networks, packets, least) = (oracle::NETWORKS, oracle::PACKETS, oracle::AT_LEAST);
    let (real, shots) = (kernel::NETWORKS, kernel::NETWORKS * kernel::SHOTS);
    let _ = write!(
        page,
        "\n## How we know\n\n\
         In every ordinary run of the tests:\n\n\
         - **A second evaluator**, slow and obvious, that follows one packet and shares no code with the engine: {networks} random networks with\n  \
         nasty numbers, {packets} packets at boundaries from each interface, more than {least} in all, exact agreement. IPv4 and IPv6.\n\
         - **Real packets** through the Linux kernel, in namespaces: {real} random networks, {shots} TCP and UDP connections; each succeeds exactly when\n  \
         the engine says so. IPv4; groups, ACLs, tables, NAT gateways and instances, internet gateways, source/destination checks. Skipped, and\n  \
         said so, where the machine has no namespaces.\n\
         - **Cases**: {cases} templates with {expectations} expected answers, each with its source, and {smallest} smallest templates for codes that no\n  \
         other case raises. A code without a template fails the tests unless the reason is written down.\n\
         - **Whole templates**, {strangers} written as somebody else would write them, with {theirs} answers worked out by hand before the first run.\n\
         - **Laws**: halves of a range, names, the order of resources, the numbers of ACL entries, an unrelated subnet, and YAML or JSON say nothing; a\n  \
         further allowing rule never takes reach away; what is not known bounds what is.\n\
         - **Any bytes** for templates, lessons, policies, requirements and parameters: no panic and no endless work.\n"
    );
}

#[test]
fn the_page_is_current() {
    let (file, page) = (here("../docs/what-is-modelled.md"), page());
    if env::var_os("UPDATE").is_some() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, &page).unwrap();
    }
    let found = fs::read_to_string(&file).unwrap_or_default();
    assert_eq!(found, page, "docs/what-is-modelled.md is not current: run this test with UPDATE=1");
}

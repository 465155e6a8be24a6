//! Data-driven cases: a template with what it must come to in its first comment lines.
//!
//! ```text
//! # expect: <source> <requirement> <verdict> <code of the first finding, or *> [also CODE] [via CODE] [note CODE]
//! ```
//!
//! `also`: a further finding; `via`: a step or a hop of the way; `note`: a note; `about`: a word of the first finding's subject;
//! `lists`: a resource listed as not modelled that could change the requirement. A line `# given: Key=Value` gives a parameter.
//! JSON has no comments: there the lines are texts of the template's `Metadata`, `"expect: …"`.
//!
//! `tests/cases` holds small templates for one thing each, `tests/strangers` whole ones as somebody else would write them.
#![cfg(not(target_arch = "wasm32"))]
#![expect(
    clippy::panic,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop where its own data is wrong"
)]

#[path = "cases/codes.rs"]
mod codes;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use engine::network::{self, Id, Network};
use engine::template::{Parameters, Source, Stack, Templates};
use engine::verdict::{Answer, Judged, Requirement, judge_worlds};

/// A line of expectation.
struct Expectation<'a> {
    source: &'a str,
    requirement: Requirement,
    verdict: &'a str,
    code: &'a str,
    further: Vec<(&'a str, &'a str)>,
}

impl<'a> Expectation<'a> {
    fn read(line: &'a str) -> Self {
        let words: Vec<&str> = line.split_whitespace().collect();
        let [source, requirement, verdict, code, further @ ..] = words.as_slice() else {
            panic!("not an expectation: {line}")
        };
        let requirement = requirement.parse().unwrap_or_else(|error| panic!("{line}: {error}"));
        let further = further.chunks(2).map(|pair| (pair[0], pair[1])).collect();
        Self { source, requirement, verdict, code, further }
    }

    fn is_met(&self, judged: &Judged, answer: &Answer) -> bool {
        let first = answer.findings.first().map(|finding| finding.code.as_str());
        let has = |kind: &str, word: &str| match kind {
            "about" => answer.findings.iter().any(|finding| finding.subject.contains(word)),
            "lists" => judged.report.not_modelled.iter().any(|(unmodelled, could_change)| {
                judged.network.name(unmodelled.id) == word && could_change.contains(&answer.requirement)
            }),
            kind => codes_of(answer, kind).contains(&word),
        };
        answer.verdict.as_str() == self.verdict
            && (self.code == "*" || first == Some(self.code))
            && self.further.iter().all(|(kind, word)| has(kind, word))
    }
}

/// The codes of an answer of one kind.
fn codes_of(answer: &Answer, kind: &str) -> Vec<&'static str> {
    let of = |findings: &[engine::journey::Finding]| findings.iter().map(|f| f.code.as_str()).collect();
    match kind {
        "also" => of(answer.findings.get(1..).unwrap_or_default()),
        "note" => of(&answer.notes),
        "via" => answer
            .steps
            .iter()
            .flat_map(|step| std::iter::once(step.finding.code).chain(step.hops.iter().map(|hop| hop.code)))
            .map(engine::code::Code::as_str)
            .collect(),
        other => panic!("`{other}` is neither also, via nor note"),
    }
}

/// A template with what it is given.
struct Case {
    templates: Templates,
    given: Parameters,
    stack: Stack,
    network: Network,
}

impl Case {
    fn new(files: &[(String, String)], given: &[(&str, &str)]) -> Self {
        let sources: Vec<Source<'_>> = files.iter().map(|(name, text)| Source { name, text }).collect();
        let templates = Templates::parse(&sources).unwrap_or_else(|errors| panic!("{errors:#?}"));
        let given: Parameters =
            given.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
        let stack = templates.resolve(&given).unwrap_or_else(|errors| panic!("{errors:#?}"));
        let network = network::build(&stack);
        Self { templates, given, stack, network }
    }

    fn judge(&self, source: Id, requirement: &Requirement) -> Judged {
        let base = (self.stack.clone(), self.network.clone());
        judge_worlds(&self.templates, &self.given, base, &[source], std::slice::from_ref(requirement))
    }
}

/// What is wrong with one expectation; empty where nothing is.
fn difference(case: &Case, line: &str) -> String {
    let expected = Expectation::read(line);
    let Some(source) = case.network.find(expected.source) else {
        return format!("  {line}\n    there is no {}\n", expected.source);
    };
    let judged = case.judge(source, &expected.requirement);
    let answer = judged.report.sources.first().and_then(|source| source.answers.first()).expect("one answer");
    assert!(!answer.findings.is_empty(), "{line}: an answer without a finding");
    if expected.is_met(&judged, answer) {
        return String::new();
    }
    let found: Vec<&str> = answer.findings.iter().map(|f| f.code.as_str()).collect();
    let mut text = format!("  {line}\n    came to {} {}\n", answer.verdict.as_str(), found.join(" "));
    for finding in &answer.findings {
        let _ = writeln!(text, "      {} {} {:?}", finding.code, finding.subject, finding.compared);
    }
    let _ = writeln!(text, "    via {}", codes_of(answer, "via").join(" "));
    let _ = writeln!(text, "    note {}", codes_of(answer, "note").join(" "));
    text
}

/// The lines of expectation of a case.
fn expectations(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| {
        let in_json = line.trim().strip_prefix("\"expect: ");
        let in_json = in_json.map(|rest| rest.trim_end_matches(',').trim_end_matches('"'));
        line.strip_prefix("# expect: ").or(in_json)
    })
}

/// The cases of a folder, in order.
fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(folder);
    let entries = fs::read_dir(folder).expect("the cases").map(|entry| entry.expect("an entry").path());
    let mut files: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|e| e == "yaml" || e == "json")).collect();
    files.sort();
    files
}

#[track_caller]
fn check(path: &Path) -> (usize, String) {
    let text = fs::read_to_string(path).expect("a readable case");
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let expected: Vec<String> = expectations(&text).map(str::to_owned).collect();
    assert!(!expected.is_empty(), "{name} expects nothing");
    let given: Vec<(String, String)> = text
        .lines()
        .filter_map(|line| line.strip_prefix("# given: ")?.split_once('='))
        .map(|(key, value)| (key.to_owned(), value.to_owned()))
        .collect();
    let given: Vec<(&str, &str)> = given.iter().map(|(key, value)| (&**key, &**value)).collect();
    let case = Case::new(&[(name.clone(), text)], &given);
    let differences: String = expected.iter().map(|line| difference(&case, line)).collect();
    let text = if differences.is_empty() { differences } else { format!("{name}\n{differences}") };
    (expected.len(), text)
}

#[test]
fn every_case_comes_to_what_it_says() {
    let folders = ["", "codes", "../strangers"];
    let files: Vec<PathBuf> = folders.into_iter().flat_map(files).collect();
    let results: Vec<(usize, String)> = files.iter().map(|path| check(path)).collect();
    let expectations: usize = results.iter().map(|(count, _)| count).sum();
    assert!(expectations > 100, "only {expectations} expectations were read");
    let failures: String = results.into_iter().map(|(_, text)| text).collect();
    assert!(failures.is_empty(), "\n{failures}");
}

#[test]
fn the_last_of_many_machines_is_judged_as_the_first() {
    const MACHINES: usize = 1_200;
    let mut text = String::from(
        "Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Gateway: { Type: AWS::EC2::InternetGateway }
  Here: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Gateway } }
  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/20, MapPublicIpOnLaunch: true } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Has: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref Subnet, RouteTableId: !Ref Table } }
  Out: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway } }
",
    );
    for n in 0..MACHINES {
        let _ =
            writeln!(text, "  M{n}: {{ Type: AWS::EC2::Instance, Properties: {{ SubnetId: !Ref Subnet }} }}");
    }
    let case = Case::new(&[("many.yaml".to_owned(), text)], &[]);
    let mut differences = String::new();
    for n in [0, 1, MACHINES / 2, MACHINES - 1] {
        for rest in
            ["isolated fails EGRESS_THROUGH_INTERNET_GATEWAY", "reach:M7:tcp/443 holds INTERFACE_REACHED"]
        {
            differences += &difference(&case, &format!("M{n} {rest}"));
        }
    }
    assert!(differences.is_empty(), "\n{differences}");
}

/// Real public templates, read from the folder that `VPC_EXPLAINER_TEMPLATES` names; none of them is in the project.
#[test]
fn real_templates_come_to_the_right_answer() {
    let Some(folder) = std::env::var_os("VPC_EXPLAINER_TEMPLATES").map(PathBuf::from) else {
        eprintln!("SKIPPED: VPC_EXPLAINER_TEMPLATES names no folder of real templates");
        return;
    };
    let mut failures = String::new();
    let mut check = |files: &[&str], given: &[(&str, &str)], expected: &[&str]| {
        let read = |file: &&str| {
            let text = fs::read_to_string(folder.join(file)).unwrap_or_else(|why| panic!("{file}: {why}"));
            ((*file).to_owned(), text)
        };
        let case = Case::new(&files.iter().map(read).collect::<Vec<_>>(), given);
        let workloads: Vec<&str> = case.network.workloads.keys().map(|id| case.network.name(*id)).collect();
        for line in expected {
            // `*` asks about every workload.
            let asked: Vec<String> = match line.strip_prefix("* ") {
                Some(rest) => workloads.iter().map(|name| format!("{name} {rest}")).collect(),
                None => vec![(*line).to_owned()],
            };
            assert!(!asked.is_empty(), "{files:?} has no workload");
            for line in asked {
                let difference = difference(&case, &line);
                if !difference.is_empty() {
                    let _ = write!(failures, "{}\n{difference}", files.join(" + "));
                }
            }
        }
    };
    let studio =
        [("VpcCIDR", "10.2.0.0/16"), ("PrivateSubnetCIDR", "10.2.1.0/24"), ("ProjectName", "studio")];
    check(
        &["studio-vpc-blog/vpc_template.yaml"],
        &studio,
        &[
            "* isolated holds NO_WAY_TO_THE_INTERNET",
            "* install:pypi fails NO_ROUTE_TO_DESTINATION",
            "* read:s3 partial ENDPOINT_POLICY_DENIES",
            "* call:sagemaker.api holds SERVICE_ANSWERS",
        ],
    );
    // Without its ranges nothing can be said.
    check(&["studio-vpc-blog/vpc_template.yaml"], &[], &["* isolated unknown VALUE_UNKNOWN"]);
    for file in ["yaml", "json"] {
        let file = format!("aws-cfn-templates/VPC_With_Managed_NAT_And_Private_Subnet.{file}");
        check(
            &[&file],
            &[],
            &[
                "PrivateSubnet0 isolated fails EGRESS_THROUGH_NAT_GATEWAY",
                "PublicSubnet0 isolated fails EGRESS_THROUGH_INTERNET_GATEWAY",
            ],
        );
    }
    check(
        &["aws-cfn-templates/cfn-endpoint-creationpolicy.yaml"],
        &[],
        &[
            "PrivateInstance isolated holds NO_WAY_TO_THE_INTERNET",
            "BastionInstance isolated fails EGRESS_THROUGH_INTERNET_GATEWAY",
        ],
    );
    check(
        &["widdix/vpc-2azs.yaml"],
        &[],
        &["SubnetAPrivate isolated fails EGRESS_THROUGH_EGRESS_ONLY_GATEWAY"],
    );
    check(
        &["widdix/vpc-2azs.yaml", "widdix/vpc-nat-gateway.yaml"],
        &[],
        &["SubnetAPrivate isolated fails EGRESS_THROUGH_NAT_GATEWAY also EGRESS_THROUGH_EGRESS_ONLY_GATEWAY"],
    );
    assert!(failures.is_empty(), "\n{failures}");
}

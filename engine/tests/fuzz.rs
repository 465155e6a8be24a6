//! Whatever bytes come in: no panic, no endless work, no memory without bound.

#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "a test may stop where its own data is wrong")]

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use engine::lesson::{Lesson, LessonText};
use engine::network;
use engine::policy::Document;
use engine::template::{Parameters, Source, Stack, Templates, read_plain};
use engine::verdict::{Requirement, judge};
use proptest::prelude::*;

fn lesson(file: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../static/lessons/sap-349");
    fs::read_to_string(folder.join(file)).unwrap()
}

static TEMPLATE: LazyLock<String> = LazyLock::new(|| lesson("template.yaml"));
static LESSON: LazyLock<String> = LazyLock::new(|| lesson("lesson.yaml"));
static TEXT: LazyLock<String> = LazyLock::new(|| lesson("text.en.yaml"));

const JSON: &str = r#"{"Parameters": {"Range": {"Type": "String", "Default": "10.0.0.0/16"}},
"Conditions": {"Yes": {"Fn::Equals": [{"Ref": "Range"}, "10.0.0.0/16"]}},
"Resources": {"Vpc": {"Type": "AWS::EC2::VPC", "Properties": {"CidrBlock": {"Ref": "Range"}}},
"Subnet": {"Type": "AWS::EC2::Subnet", "Condition": "Yes", "Properties": {"VpcId": {"Ref": "Vpc"},
"CidrBlock": {"Fn::Select": [1, {"Fn::Cidr": [{"Fn::GetAtt": ["Vpc", "CidrBlock"]}, 4, 8]}]}}},
"Server": {"Type": "AWS::EC2::Instance", "Properties": {"ImageId": "ami-0", "SubnetId": {"Ref": "Subnet"},
"UserData": {"Fn::Base64": {"Fn::Sub": "\u0023!/bin/sh\npip config set global.index-url https://${Vpc}.example/"}}}}}}"#;

const POLICY: &str = r#"{"Version": "2012-10-17", "Statement": [{"Sid": "One", "Effect": "Deny",
"NotPrincipal": {"AWS": ["arn:aws:iam::123456789012:role/*", "*"]}, "Action": ["s3:Get*", "s3:?utObject"],
"NotResource": "arn:aws:s3:::data/${aws:username}/*", "Condition": {"StringNotEqualsIfExists": {"aws:SourceVpce":
["vpce-1", "vpce-2"]}, "ForAllValues:StringLike": {"aws:TagKeys": "a*b?c"}, "Bool": {"aws:SecureTransport": "false"}}}]}"#;

/// Words that mean something somewhere.
const WORDS: [&str; 34] = [
    "!Ref ",
    "!Sub ",
    "!GetAtt ",
    "!Select ",
    "!Cidr ",
    "!If ",
    "!FindInMap ",
    "!ImportValue ",
    "Fn::ForEach::x",
    "{\"Ref\": ",
    "${",
    "}",
    "[",
    "]",
    "{",
    "\"",
    "'",
    "&a ",
    "*a",
    "<<: ",
    "---\n",
    "\n  ",
    "\t",
    "|\n",
    "::/0",
    "10.0.0.0/33",
    "-1",
    "4294967296",
    "65535",
    "\u{0}",
    "\u{feff}",
    "\u{1f600}",
    "AWS::EC2::",
    "Type: ",
];

/// One change of a text: where (in parts of its length), how many bytes go, and what comes instead.
#[derive(Clone, Debug)]
enum Change {
    Cut(usize, usize),
    Put(usize, String),
    Copy(usize, usize, usize),
}

fn change() -> impl Strategy<Value = Change> {
    let at = 0_usize..60_000;
    prop_oneof![
        (at.clone(), 0_usize..60).prop_map(|(from, count)| Change::Cut(from, count)),
        (at.clone(), prop::sample::select(WORDS.to_vec()))
            .prop_map(|(to, word)| Change::Put(to, word.to_owned())),
        (at.clone(), any::<char>()).prop_map(|(to, c)| Change::Put(to, c.to_string())),
        (at.clone(), 0_usize..400, at).prop_map(|(from, count, to)| Change::Copy(from, count, to)),
    ]
}

fn changed(text: &str, changes: &[Change]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for change in changes {
        let place = |at: &usize| at % (bytes.len() + 1);
        let range = |from: &usize, count: &usize| place(from)..(place(from) + count).min(bytes.len());
        match change {
            Change::Cut(from, count) => drop(bytes.drain(range(from, count))),
            Change::Put(to, word) => {
                let to = place(to);
                drop(bytes.splice(to..to, word.bytes()));
            }
            Change::Copy(from, count, to) => {
                let (part, to) = (bytes.get(range(from, count)).unwrap_or_default().to_vec(), place(to));
                drop(bytes.splice(to..to, part));
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// All the way from a text to answers, as far as it goes.
fn walk(text: &str, given: &Parameters) {
    let Ok(templates) = Templates::parse(&[Source { name: "t", text }]) else { return };
    let _ = templates.toggles();
    let Ok(stack) = templates.resolve(given) else { return };
    let network = network::build(&stack);
    let sources: Vec<_> = network.workloads.keys().copied().take(2).collect();
    let mut asked = Requirement::defaults();
    asked.push("reach:8.8.8.8:tcp/443".parse().unwrap());
    let _ = judge(&network, &sources, &asked);
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    prop::collection::vec(change(), 1..4)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn templates_in_yaml(changes in changes()) {
        walk(&changed(&TEMPLATE, &changes), &Parameters::default());
    }

    #[test]
    fn templates_in_json(changes in changes()) {
        walk(&changed(JSON, &changes), &Parameters::default());
    }

    #[test]
    fn any_text(text in "\\PC{0,200}") {
        walk(&text, &Parameters::default());
        let _ = text.parse::<Requirement>();
    }

    #[test]
    fn lessons(changes in changes()) {
        let text = changed(&LESSON, &changes);
        let template = Source { name: "template.yaml", text: &TEMPLATE };
        let _ = Lesson::read("x", Source { name: "lesson.yaml", text: &text }, template);
    }

    #[test]
    fn texts_of_lessons(changes in changes()) {
        let _ = LessonText::read(Source { name: "text.yaml", text: &changed(&TEXT, &changes) });
    }

    #[test]
    fn policies(changes in changes()) {
        if let Ok(node) = read_plain(Source { name: "policy", text: &changed(POLICY, &changes) }) {
            let _ = Document::read(&Stack::default(), &node);
        }
    }

    #[test]
    fn requirements(text in "(isolated|install:|read:|call:|reach:)?[a-z0-9.:/\\[\\]-]{0,40}") {
        if let Ok(requirement) = text.parse::<Requirement>() {
            // What is read is written so that it is read again.
            prop_assert_eq!(requirement.to_string().parse::<Requirement>().ok(), Some(requirement));
        }
    }

    #[test]
    fn parameters(which in 0_usize..200, value in "\\PC{0,60}") {
        let templates = Templates::parse(&[Source { name: "t", text: &TEMPLATE }]).unwrap();
        let names: Vec<&str> = templates.parameter_names().collect();
        let name = names.get(which % names.len()).copied().unwrap_or_default();
        let _ = templates.check_parameter(name, &value);
        walk(&TEMPLATE, &std::iter::once((name.to_owned(), value)).collect());
    }
}

/// Must come back, and say no.
#[track_caller]
fn check_refused(text: &str) {
    assert!(Templates::parse(&[Source { name: "t", text }]).is_err());
}

#[test]
fn aliases_multiply_nothing() {
    let mut text = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for n in 1..60 {
        let last = n - 1;
        text += &format!("a{n}: &a{n} [{}]\n", vec![format!("*a{last}"); 10].join(", "));
    }
    check_refused(&text);
    check_refused("Resources: &a\n  X: *a\n");
}

#[test]
fn depth_is_bounded() {
    for open in ["[", "{\"a\":", "- ", "{a: ", "!Sub ["] {
        check_refused(&open.repeat(20_000));
        check_refused(&format!("Resources: {}", open.repeat(20_000)));
    }
}

#[test]
fn substitutions_multiply_within_bounds() {
    // Each doubles the one before.
    let mut text = String::from(
        "Parameters:\n  P: { Type: String, Default: xxxxxxxxxxxxxxxx }\nResources:\n  Vpc:\n    Type: AWS::EC2::VPC\n    Properties:\n      CidrBlock: ",
    );
    for _ in 0..40 {
        text += "!Join [\"\", [!Ref P, ";
    }
    text += "!Ref P";
    text += &"]]".repeat(40);
    text.push('\n');
    walk(&text, &Parameters::default());
    let many = "${P}".repeat(50_000);
    let text = format!(
        "Parameters:\n  P: {{ Type: String, Default: {} }}\nResources:\n  Vpc:\n    Type: AWS::EC2::VPC\n    Properties: {{ CidrBlock: !Sub \"{many}\" }}\n",
        "x".repeat(4_000)
    );
    walk(&text, &Parameters::default());
}

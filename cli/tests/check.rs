//! The command as people and programs meet it: output, error messages, exit codes.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use expect_test::{Expect, expect};

struct Ran {
    code: Option<i32>,
    out: String,
    err: String,
}

/// Runs the command in the folder of the test data.
fn run(arguments: &[&str], input: Option<&str>) -> Ran {
    let mut child = Command::new(env!("CARGO_BIN_EXE_vpc-explainer"))
        .args(arguments)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data"))
        .env("NO_COLOR", "1")
        .env("COLUMNS", "100")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    // A command that reads nothing may be gone already.
    let _ = stdin.write_all(input.unwrap_or_default().as_bytes());
    drop(stdin);
    let output = child.wait_with_output().expect("the command ends");
    Ran {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).expect("text"),
        err: String::from_utf8(output.stderr).expect("text"),
    }
}

#[track_caller]
fn check_text(arguments: &[&str], code: i32, expect: &Expect) {
    let ran = run(arguments, None);
    assert_eq!((ran.code, ran.err.as_str()), (Some(code), ""));
    expect.assert_eq(&ran.out);
}

#[track_caller]
fn check_error(arguments: &[&str], expect: &Expect) {
    let ran = run(arguments, None);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    // A first line without indentation keeps the message's own indentation comparable.
    expect.assert_eq(&format!("error:\n{}", ran.err));
}

#[test]
fn what_holds_is_short() {
    check_text(
        &["check", "isolated.yaml", "--require", "isolated"],
        0,
        &expect![[r#"
        isolated.yaml

        Notebook AWS::SageMaker::NotebookInstance

        ✓ holds  isolated
          No packet from Notebook can leave for the internet.
          NO_WAY_TO_THE_INTERNET (line 12)
          NotebookGroup → Default network ACL of Vpc → NotebookTable
          · DNS queries through the VPC's resolver can still carry data out; DNS Firewall can limit them.

        1 of 1 requirement holds.
    "#]],
    );
}

#[test]
fn what_fails_shows_its_way() {
    check_text(
        &["check", "nat.yaml", "--require", "isolated", "--require", "install:pypi"],
        1,
        &expect![[r#"
            nat.yaml

            Notebook AWS::SageMaker::NotebookInstance

            ✗ fails  isolated
              Notebook can reach 8.8.8.8:443 through Nat, so it is not isolated from the internet.
              EGRESS_THROUGH_NAT_GATEWAY (line 47)
                0.0.0.0/0 → Nat
                tcp 10.0.1.4 → 8.8.8.8:443
                 1  NotebookGroup: lets it out (line 23)
                    all to 0.0.0.0/0, ::/0
                 2  Default network ACL of Vpc: lets it out (line 7)
                    100 allow all
                 3  NotebookTable: sends it on (line 53)
                    0.0.0.0/0 → Nat
                 4  Default network ACL of Vpc: lets it in (line 7)
                    100 allow all
                 5  Nat: rewrites the source address (line 47)
                    10.0.1.4 → 10.0.0.4
                tcp 10.0.0.4 → 8.8.8.8:443
                 6  Default network ACL of Vpc: lets it out (line 7)
                    100 allow all
                 7  PublicTable: sends it on (line 44)
                    0.0.0.0/0 → Gateway
                tcp 203.0.113.4 → 8.8.8.8:443
                 8  Gateway: sends it out (line 28)
                    10.0.0.4 → 203.0.113.4
              For example: TCP from 10.0.1.4:32768 to 8.8.8.8:443
              · DNS queries through the VPC's resolver can still carry data out; DNS Firewall can limit them.

            ✓ holds  install:pypi
              pip reaches PyPI through Nat.
              INDEX_SERVED
              NotebookGroup → Default network ACL of Vpc → NotebookTable → Default network ACL of Vpc → Nat → Default network ACL of Vpc → PublicTable → Gateway

            1 of 2 requirements holds.
        "#]],
    );
}

#[test]
fn explained_on_demand() {
    check_text(
        &["check", "nat.yaml", "--require", "isolated", "--explain"],
        1,
        &expect![[r#"
        nat.yaml

        Notebook AWS::SageMaker::NotebookInstance

        ✗ fails  isolated
          Notebook can reach 8.8.8.8:443 through Nat, so it is not isolated from the internet.
          EGRESS_THROUGH_NAT_GATEWAY (line 47)
            0.0.0.0/0 → Nat
            tcp 10.0.1.4 → 8.8.8.8:443
             1  NotebookGroup: lets it out (line 23)
                all to 0.0.0.0/0, ::/0
             2  Default network ACL of Vpc: lets it out (line 7)
                100 allow all
             3  NotebookTable: sends it on (line 53)
                0.0.0.0/0 → Nat
             4  Default network ACL of Vpc: lets it in (line 7)
                100 allow all
             5  Nat: rewrites the source address (line 47)
                10.0.1.4 → 10.0.0.4
            tcp 10.0.0.4 → 8.8.8.8:443
             6  Default network ACL of Vpc: lets it out (line 7)
                100 allow all
             7  PublicTable: sends it on (line 44)
                0.0.0.0/0 → Gateway
            tcp 203.0.113.4 → 8.8.8.8:443
             8  Gateway: sends it out (line 28)
                10.0.0.4 → 203.0.113.4
          For example: TCP from 10.0.1.4:32768 to 8.8.8.8:443
          · DNS queries through the VPC's resolver can still carry data out; DNS Firewall can limit them.
          Everything that has to change on the way
            1. Packets leave for the internet through Nat. EGRESS_THROUGH_NAT_GATEWAY
               Take away the route 0.0.0.0/0 → Nat of NotebookTable.
          What would fix it
            - Take away the route 0.0.0.0/0 → Nat of NotebookTable.
            - Take away the route 0.0.0.0/0 → Gateway of PublicTable.
          Ask AWS the same question: aws ec2 create-network-insights-path --source "<network interface of Notebook>" --destination "<id of Gateway>" --destination-ip 8.8.8.8 --protocol tcp --destination-port 443

        0 of 1 requirement holds.
    "#]],
    );
    check_text(
        &["check", "isolated.yaml", "--require", "install:pypi", "--explain", "--lang", "ja"],
        1,
        &expect![[r#"
            isolated.yaml

            Notebook AWS::SageMaker::NotebookInstance

            ✗ 満たさない  install:pypi
              pip でインストールできません。NotebookTable に pypi.org へのルートがありません。
              NO_ROUTE_TO_DESTINATION (12 行目)
              + pypi.org に到達できません。 INDEX_UNREACHABLE (35 行目)
                tcp 10.0.1.4 → 151.101.0.223:443
                 1  NotebookGroup: 送信を許可 (18 行目)
                    all to 0.0.0.0/0, ::/0
                 2  Vpc のデフォルトネットワーク ACL: 送信を許可 (2 行目)
                    100 allow all
                 3  NotebookTable: 宛先へのルートなし (12 行目)
              経路上で変更が必要な箇所
                1. NotebookTable に pypi.org へのルートがありません。 NO_ROUTE_TO_DESTINATION
                   インターネットゲートウェイと NAT ゲートウェイを追加し、NotebookTable にそこへのデフォルトルートを追加します。
              直す方法
                - インターネットゲートウェイと NAT ゲートウェイを追加し、NotebookTable にそこへのデフォルトルートを追加します。 隔離が失われます。インターネットの 3,702,258,688 個のアドレスへ新たにパケットを送れるようになります。 1 時間あたり約 0.05 米ドル増えます。
              同じことを AWS に尋ねる: aws ec2 create-network-insights-path --source "<network interface of Notebook>" --destination-ip 151.101.0.223 --protocol tcp --destination-port 443

            要件 1 件中 0 件を満たしています。
        "#]],
    );
    let arguments = ["check", "isolated.yaml", "--require", "install:pypi", "--explain", "--format", "json"];
    let json: serde_json::Value = serde_json::from_str(&run(&arguments, None).out).expect("JSON");
    let answer = &json["sources"][0]["requirements"][0];
    assert_eq!(answer["blocked_path"]["complete"], true);
    assert_eq!(answer["fixes"][0]["changes"][0]["kind"], "nat-gateway");
    assert!(answer["causes"]["complete"].as_bool().expect("a boolean"));
}

#[test]
fn japanese() {
    check_text(
        &["check", "isolated.yaml", "--require", "install:pypi", "--lang", "ja"],
        1,
        &expect![[r#"
        isolated.yaml

        Notebook AWS::SageMaker::NotebookInstance

        ✗ 満たさない  install:pypi
          pip でインストールできません。NotebookTable に pypi.org へのルートがありません。
          NO_ROUTE_TO_DESTINATION (12 行目)
          + pypi.org に到達できません。 INDEX_UNREACHABLE (35 行目)
            tcp 10.0.1.4 → 151.101.0.223:443
             1  NotebookGroup: 送信を許可 (18 行目)
                all to 0.0.0.0/0, ::/0
             2  Vpc のデフォルトネットワーク ACL: 送信を許可 (2 行目)
                100 allow all
             3  NotebookTable: 宛先へのルートなし (12 行目)

        要件 1 件中 0 件を満たしています。
    "#]],
    );
}

#[test]
fn json_is_the_contract() {
    let arguments = ["check", "nat.yaml", "--require", "isolated", "--format", "json"];
    check_text(
        &arguments,
        1,
        &expect![[r#"
            {"version":1,"parameters":{"Direct":"Disabled"},"not_modelled":[],"sources":[{"resource":"Notebook","type":"AWS::SageMaker::NotebookInstance","requirements":[{"requirement":"isolated","verdict":"fails","findings":[{"code":"EGRESS_THROUGH_NAT_GATEWAY","resource":"Nat","line":47,"compared":{"rule":"0.0.0.0/0 → Nat","packet":"tcp 10.0.1.4:32768 → 8.8.8.8:443"}}],"path":[{"resource":"NotebookGroup","line":23,"code":"SG_EGRESS_ALLOWED","compared":{"rule":"all to 0.0.0.0/0, ::/0","packet":"tcp 10.0.1.4 → 8.8.8.8:443"},"reply":false},{"resource":"Vpc/default-acl","line":7,"code":"ACL_EGRESS_ALLOWED","compared":{"rule":"100 allow all","packet":"tcp 10.0.1.4 → 8.8.8.8:443"},"reply":false},{"resource":"NotebookTable","line":53,"code":"ROUTE_SELECTED","compared":{"rule":"0.0.0.0/0 → Nat","packet":"tcp 10.0.1.4 → 8.8.8.8:443"},"reply":false},{"resource":"Vpc/default-acl","line":7,"code":"ACL_INGRESS_ALLOWED","compared":{"rule":"100 allow all","packet":"tcp 10.0.1.4 → 8.8.8.8:443"},"reply":false},{"resource":"Nat","line":47,"code":"NAT_GATEWAY_TRANSLATES","compared":{"rule":"10.0.1.4 → 10.0.0.4","packet":"tcp 10.0.1.4 → 8.8.8.8:443"},"reply":false},{"resource":"Vpc/default-acl","line":7,"code":"ACL_EGRESS_ALLOWED","compared":{"rule":"100 allow all","packet":"tcp 10.0.0.4 → 8.8.8.8:443"},"reply":false},{"resource":"PublicTable","line":44,"code":"ROUTE_SELECTED","compared":{"rule":"0.0.0.0/0 → Gateway","packet":"tcp 10.0.0.4 → 8.8.8.8:443"},"reply":false},{"resource":"Gateway","line":28,"code":"INTERNET_GATEWAY_FORWARDS","compared":{"rule":"10.0.0.4 → 203.0.113.4","packet":"tcp 203.0.113.4 → 8.8.8.8:443"},"reply":false}],"witness":{"source":"10.0.1.4","destination":"8.8.8.8","protocol":"tcp","source_port":32768,"destination_port":443},"notes":[{"code":"NOTE_DNS_REMAINS","resource":"Vpc","line":7,"compared":{"rule":"","packet":""}}]}]}]}
        "#]],
    );
    let json: serde_json::Value = serde_json::from_str(&run(&arguments, None).out).expect("JSON");
    assert_eq!(json["version"], 1);
    assert_eq!(json["sources"][0]["requirements"][0]["findings"][0]["code"], "EGRESS_THROUGH_NAT_GATEWAY");
}

#[test]
fn parameters_and_standard_input() {
    let text = include_str!("data/nat.yaml");
    let asked = ["check", "-", "--require", "isolated", "--parameter", "Direct=Enabled", "--format", "json"];
    let ran = run(&asked, Some(text));
    assert_eq!(ran.code, Some(1));
    let json: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(json["parameters"]["Direct"], "Enabled");
    let finding = &json["sources"][0]["requirements"][0]["findings"][0];
    assert_eq!(finding["code"], "DIRECT_INTERNET_ACCESS_ENABLED");
}

#[test]
fn an_option_of_a_lesson() {
    let lesson = "../../../static/lessons/sap-349/lesson.yaml";
    let ran = run(&["check", "--lesson", lesson, "--option", "b", "--format", "json"], None);
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""));
    let json: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    let answers = json["sources"][0]["requirements"].as_array().expect("answers");
    let told: Vec<(&str, &str)> = answers
        .iter()
        .map(|a| (a["requirement"].as_str().expect("text"), a["verdict"].as_str().expect("text")))
        .collect();
    let expected = [
        ("isolated", "fails"),
        ("install:pypi", "holds"),
        ("read:s3", "holds"),
        ("call:sagemaker.api", "holds"),
    ];
    assert_eq!(told, expected);
}

#[test]
fn mistakes_in_a_template_are_shown_where_they_stand() {
    check_error(
        &["check", "broken.yaml"],
        &expect![[r#"
            error:
              × broken.yaml:9:14: parameter or resource `Vcp` does not exist; the nearest
              │ is `Vpc`
                ╭─[broken.yaml:9:14]
              8 │     Properties:
              9 │       VpcId: !Ref Vcp
                ·              ────
             10 │       CidrBlock: !GetAtt Vpc.CidrBlok
                ╰────

              × broken.yaml:10:18: attribute `CidrBlok` does not exist; the nearest is
              │ `CidrBlock`
                ╭─[broken.yaml:10:18]
              9 │       VpcId: !Ref Vcp
             10 │       CidrBlock: !GetAtt Vpc.CidrBlok
                ·                  ───────
                ╰────

        "#]],
    );
}

#[test]
fn names_that_do_not_exist() {
    check_error(
        &["check", "nat.yaml", "--source", "Notbook"],
        &expect![[r#"
            error:
              × there is no workload `Notbook`
              help: the nearest is `Notebook`

        "#]],
    );
    check_error(
        &["check", "nat.yaml", "--require", "install:pip"],
        &expect![[r#"
            error:
              × `install:pip` is no requirement; the nearest is `install:pypi`

        "#]],
    );
    check_error(
        &["check", "nat.yaml", "--require", "reach:Notebok:tcp/22"],
        &expect![[r#"
            error:
              × there is no resource `Notebok`
              help: the nearest is `Notebook`

        "#]],
    );
    check_error(
        &["check", "nat.yaml", "--parameter", "Direct=On"],
        &expect![[r#"
            error:
              × nat.yaml:2:3: parameter `Direct` may not be `On`; allowed: `Enabled`,
              │ `Disabled`
               ╭─[nat.yaml:2:3]
             1 │ Parameters:
             2 │   Direct:
               ·   ───────
             3 │     Type: String
               ╰────

        "#]],
    );
    check_error(
        &["check", "gone.yaml"],
        &expect![[r#"
            error:
              × gone.yaml cannot be read: No such file or directory (os error 2)

        "#]],
    );
    let lesson = "../../../static/lessons/sap-349/lesson.yaml";
    check_error(
        &["check", "--lesson", lesson, "--option", "Z"],
        &expect![[r#"
            error:
              × there is no option `Z`
              help: there are: A, B, C, D

        "#]],
    );
}

#[test]
fn the_command_line_itself() {
    assert_eq!(run(&["check"], None).code, Some(2));
    assert_eq!(run(&["check", "nat.yaml", "--format", "xml"], None).code, Some(2));
    assert_eq!(run(&["check", "nat.yaml", "--lang", "tlh"], None).code, Some(2));
    assert_eq!(run(&["check", "nat.yaml", "--parameter", "Direct"], None).code, Some(2));
    assert_eq!(run(&["--help"], None).code, Some(0));
}

const LESSON: &str = "../../../static/lessons/sap-349/lesson.yaml";

#[test]
fn a_lesson_asks_about_another_template() {
    let template = "../../../static/lessons/sap-349/template.yaml";
    let own = run(&["check", "--lesson", LESSON, "--option", "C", "--format", "json"], None);
    let given = run(&["check", template, "--lesson", LESSON, "--option", "C", "--format", "json"], None);
    assert_eq!((own.code, own.err.as_str()), (Some(1), ""));
    assert_eq!(own.out, given.out);
    // The lesson asks about the notebook, not about the NAT instance that the option adds.
    assert!(own.out.contains(r#""sources":[{"resource":"Notebook","#), "{}", own.out);
    assert_eq!(own.out.matches(r#""requirement":"isolated""#).count(), 1, "{}", own.out);
}

#[test]
fn nothing_to_ask_about_is_no_success() {
    let ran = run(&["check", "-"], Some("Resources: { Topic: { Type: AWS::SNS::Topic } }"));
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("there is nothing to ask about"), "{}", ran.err);
    for text in ["", "just words", "[1, 2"] {
        let ran = run(&["check", "-"], Some(text));
        assert_eq!(ran.code, Some(2), "{text}: {}", ran.err);
        assert!(ran.err.contains("<stdin>"), "{text}: {}", ran.err);
    }
}

#[test]
fn what_has_no_address_cannot_be_reached() {
    let text = "Resources:\n  Bucket: { Type: AWS::S3::Bucket }\n  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }\n  \
                Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }\n  \
                Machine: { Type: AWS::EC2::Instance, Properties: { SubnetId: !Ref Subnet } }\n";
    let ran = run(&["check", "-", "--require", "reach:Bucket:tcp/443"], Some(text));
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("no address of `Bucket`"), "{}", ran.err);
    assert!(ran.err.contains("Machine"), "{}", ran.err);
}

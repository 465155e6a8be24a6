use expect_test::{Expect, expect};

use crate::code::Code;
use crate::journey::{Finding, Gate, Outcome, Step};
use crate::network::{Aspects, Entity, Id, Network, NotModelled, Refusal};
use crate::reach::{Compared, Hop};
use crate::template::{Place, TemplateErrorKind, Unknown, UnknownWhy};
use crate::verdict::{Answer, Requirement, Store, Verdict};

use super::super::{Lang, Names, Thing};

fn network() -> Network {
    let entity = |name: &str, kind: &str| Entity {
        name: name.into(),
        kind: kind.into(),
        place: Place::default(),
        implicit: name.contains('/'),
    };
    Network {
        entities: vec![
            entity("Vpc", "AWS::EC2::VPC"),
            entity("Vpc/main-table", "AWS::EC2::RouteTable"),
            entity("Peering", "AWS::EC2::TransitGateway"),
        ],
        ..Network::default()
    }
}

fn finding(code: Code, resource: Option<Id>, subject: &str) -> Finding {
    Finding { code, resource, place: None, compared: Compared::default(), subject: subject.into() }
}

/// What both languages say.
#[track_caller]
pub(super) fn check(say: impl Fn(Lang, &Names<'_>) -> String, expect: &Expect) {
    let network = network();
    let names = Names::logical(&network);
    expect.assert_eq(&Lang::ALL.map(|lang| say(lang, &names)).join("\n"));
}

#[test]
fn hops() {
    let hop = |code, by| Hop { code, by, at: by, rule: None, compared: Compared::default(), reply: false };
    let line = |hop: Hop| {
        move |lang: Lang, names: &Names<'_>| {
            let line = lang.hop(&hop, names);
            [line.title, line.says].join(" | ")
        }
    };
    check(
        line(hop(Code::RouteSelected, Id(1))),
        &expect![[r#"
        Main route table of Vpc | sends it on
        Vpc のメインルートテーブル | ルートに従って転送"#]],
    );
    check(
        line(hop(Code::NgwRequiresSourceInVpc, Id(2))),
        &expect![[r#"
        Peering | Peering serves only senders in its own VPC
        Peering | Peering を使えるのは同じ VPC の送信元だけです"#]],
    );
    check(
        line(hop(Code::ManagedInterfaceForwards, Id(2))),
        &expect![[r#"
        SageMaker's own interface | sends it out
        SageMaker が管理するインターフェイス | 外へ送信"#]],
    );
}

#[test]
fn steps() {
    let step = |gate, finding| Step { gate, finding, outcome: Outcome::Works, hops: Vec::new() };
    let line = |step: Step| {
        move |lang: Lang, names: &Names<'_>| {
            let line = lang.step(&step, names);
            [line.title, line.says].join(" | ")
        }
    };
    check(
        line(step(Gate::Name, finding(Code::NameResolvesToPublic, None, "pypi.org"))),
        &expect![[r#"
        Name | pypi.org resolves to public addresses
        名前解決 | pypi.org はパブリックアドレスに解決されます"#]],
    );
    check(
        line(step(Gate::Application, finding(Code::TokenObtained, None, "team"))),
        &expect![[r#"
        Login | The login to CodeArtifact obtains a token
        ログイン | CodeArtifact にログインしてトークンを取得できます"#]],
    );
    check(
        line(step(Gate::Application, finding(Code::ExternalConnectionFound, None, "public:pypi"))),
        &expect![[r#"
            Repository | CodeArtifact fetches packages from PyPI on its own side
            リポジトリ | CodeArtifact がサービス側で PyPI からパッケージを取得します"#]],
    );
}

#[test]
fn a_stopped_reply() {
    let hop = Hop {
        code: Code::SubnetAclRestriction,
        by: Id(2),
        at: Id(2),
        rule: None,
        compared: Compared::default(),
        reply: true,
    };
    let step = Step {
        gate: Gate::Network,
        finding: finding(Code::SubnetAclRestriction, Some(Id(2)), "pypi.org"),
        outcome: Outcome::Fails,
        hops: vec![hop],
    };
    check(
        |lang, names| {
            let line = lang.step(&step, names);
            [line.title, line.says].join(" | ")
        },
        &expect![[r#"
            Network | Peering stops the reply at the edge of the subnet
            ネットワーク | Peering がサブネットの境界で応答を拒否します"#]],
    );
}

#[test]
fn notes() {
    let services = "codeartifact.api, s3, sagemaker.api";
    let open = finding(Code::NoteEndpointPolicyOpen, Some(Id(0)), services);
    check(
        |lang, names| lang.finding(&open, names),
        &expect![[r#"
        The policies of the endpoints for the CodeArtifact API, S3 and the SageMaker API accept any caller and any resource, so data could go to a stranger's account through them.
        CodeArtifact API、S3、SageMaker API のエンドポイントポリシーは呼び出し元もリソースも限定していないため、他人のアカウントへデータを送る余地があります。"#]],
    );
    let bucket = finding(Code::NameResolvesToEndpoint, None, "${DataBucket}.s3.us-east-1.amazonaws.com");
    check(
        |lang, names| lang.finding(&bucket, names),
        &expect![[r#"
        DataBucket.s3.us-east-1.amazonaws.com resolves to private addresses of the endpoint.
        DataBucket.s3.us-east-1.amazonaws.com はエンドポイントのプライベートアドレスに解決されます。"#]],
    );
}

#[test]
fn changes() {
    let answer = Answer {
        requirement: Requirement::Isolated,
        verdict: Verdict::Fails,
        findings: vec![finding(Code::EgressThroughNatGateway, Some(Id(2)), "")],
        notes: Vec::new(),
        steps: Vec::new(),
        witness: None,
        partial: None,
    };
    check(
        |lang, names| lang.flipped(Verdict::Holds, &answer, names),
        &expect![[r#"
        Isolated from the internet: holds → fails, because packets leave for the internet through Peering.
        インターネットからの隔離：満たす → 満たさない。パケットが Peering を通ってインターネットへ出ます。"#]],
    );
    check(
        |lang, _| lang.component(Thing::NatGateway, "Egress", false),
        &expect![[r#"
        Egress, NAT gateway, off, but possible
        Egress、NAT ゲートウェイ、オフ（追加できます）"#]],
    );
    check(
        |lang, _| lang.tally(2, 4),
        &expect![[r#"
        2 of 4 requirements hold.
        要件 4 件中 2 件を満たしています。"#]],
    );
}

#[test]
fn limits() {
    let unmodelled = NotModelled { id: Id(2), could_change: Aspects::default() };
    let kind = "AWS::EC2::TransitGateway";
    check(
        |lang, names| {
            lang.not_modelled(
                &unmodelled,
                kind,
                &[Requirement::Isolated, Requirement::Read(Store::S3)],
                names,
            )
        },
        &expect![[r#"
            Peering (AWS::EC2::TransitGateway) is not modelled. It could change: Isolated from the internet; Data in S3.
            Peering（AWS::EC2::TransitGateway）はここで扱っていません。判定が変わる可能性のある要件：インターネットからの隔離、S3 のデータ。"#]],
    );
    check(
        |lang, names| lang.not_modelled(&unmodelled, kind, &[], names),
        &expect![[r#"
        Peering (AWS::EC2::TransitGateway) is not modelled. It changes no verdict here.
        Peering（AWS::EC2::TransitGateway）はここで扱っていません。判定には影響しません。"#]],
    );
    let refusal = Refusal {
        code: Code::RequiredPropertyMissing,
        id: Id(0),
        place: Place::default(),
        detail: "CidrBlock".into(),
    };
    check(
        |lang, names| lang.refusal(&refusal, names),
        &expect![[r#"
        Vpc lacks a required property: CidrBlock.
        Vpc に必須のプロパティがありません（CidrBlock）。"#]],
    );
    let unknown = Unknown { what: "ParentVPCStack".into(), why: UnknownWhy::ParameterNotGiven };
    check(
        |lang, _| lang.unknown(&unknown),
        &expect![[r#"
        ParentVPCStack: this parameter has no default and was not given.
        ParentVPCStack：既定値のないパラメータで、値が指定されていません。"#]],
    );
}

#[test]
fn wrong_templates() {
    let name = TemplateErrorKind::NoSuchName {
        what: "parameter",
        found: "NatGatway".to_owned(),
        nearest: Some("NatGateway".to_owned()),
    };
    check(
        |lang, _| lang.template_error(&name),
        &expect![[r#"
        parameter `NatGatway` does not exist; the nearest is `NatGateway`
        パラメータ `NatGatway` はありません。最も近い名前は `NatGateway` です"#]],
    );
    check(
        |lang, _| lang.template_error(&TemplateErrorKind::Circular("A".to_owned())),
        &expect![[r#"
        `A` leads back to itself
        `A` の定義が循環しています"#]],
    );
}

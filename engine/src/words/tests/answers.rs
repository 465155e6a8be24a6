use std::collections::BTreeMap;

use expect_test::{Expect, expect};

use crate::code::Code;
use crate::journey::{Finding, Gate, Outcome, Partial, Step};
use crate::network::{Entity, Id, Network};
use crate::packet::{Flows, Protocol, Ranges};
use crate::reach::{Compared, Hop};
use crate::template::Place;
use crate::verdict::{Answer, Ecosystem, Requirement, Store, Verdict, Witness};

use super::super::{Lang, Names};

const NOTEBOOK: Id = Id(0);
const NAT: Id = Id(1);
const ENDPOINT: Id = Id(2);
const ACL: Id = Id(3);
const DEFAULT_ACL: Id = Id(4);
const TABLE: Id = Id(5);

fn network() -> Network {
    let entity = |name: &str, kind: &str| Entity {
        name: name.into(),
        kind: kind.into(),
        place: Place::default(),
        implicit: name.contains('/'),
    };
    Network {
        entities: vec![
            entity("Notebook", "AWS::SageMaker::NotebookInstance"),
            entity("NatGateway", "AWS::EC2::NatGateway"),
            entity("S3Endpoint", "AWS::EC2::VPCEndpoint"),
            entity("PypiAcl", "AWS::EC2::NetworkAcl"),
            entity("Vpc/default-acl", "AWS::EC2::NetworkAcl"),
            entity("PrivateTable", "AWS::EC2::RouteTable"),
            entity("Vpc", "AWS::EC2::VPC"),
        ],
        ..Network::default()
    }
}

fn display(lang: Lang) -> BTreeMap<String, String> {
    let names: &[(&str, &str)] = match lang {
        Lang::En => &[
            ("Notebook", "Notebook"),
            ("NatGateway", "NAT gateway"),
            ("S3Endpoint", "S3"),
            ("PypiAcl", "PyPI-only ACL"),
            ("PrivateTable", "Private route table"),
            ("Vpc", "VPC"),
        ],
        Lang::Ja => &[
            ("Notebook", "ノートブック"),
            ("NatGateway", "NAT ゲートウェイ"),
            ("S3Endpoint", "S3"),
            ("PypiAcl", "PyPI 専用 ACL"),
            ("PrivateTable", "プライベートルートテーブル"),
            ("Vpc", "VPC"),
        ],
    };
    names.iter().map(|(id, name)| ((*id).to_owned(), (*name).to_owned())).collect()
}

fn finding(code: Code, resource: Option<Id>, subject: &str) -> Finding {
    Finding { code, resource, place: None, compared: Compared::default(), subject: subject.into() }
}

fn answer(requirement: Requirement, verdict: Verdict, first: Finding) -> Answer {
    Answer {
        requirement,
        verdict,
        findings: vec![first],
        notes: Vec::new(),
        steps: Vec::new(),
        witness: None,
        partial: None,
    }
}

fn through(by: Id, code: Code) -> Vec<Step> {
    let hop = Hop { code, by, at: by, rule: None, compared: Compared::default(), reply: false };
    vec![Step {
        gate: Gate::Network,
        finding: finding(code, Some(by), ""),
        outcome: Outcome::Works,
        hops: vec![hop],
    }]
}

/// The sentence in both languages with display names, and in English with logical ids.
#[track_caller]
fn check(answer: &Answer, expect: &Expect) {
    let network = network();
    let mut lines = Vec::new();
    for lang in Lang::ALL {
        let names = display(lang);
        let line = lang.answer(NOTEBOOK, answer, &Names::displayed(&network, &names));
        let longest = match lang {
            Lang::En => 150,
            Lang::Ja => 95,
        };
        assert!(line.chars().count() <= longest, "too long: {line}");
        lines.push(line);
    }
    lines.push(Lang::En.answer(NOTEBOOK, answer, &Names::logical(&network)));
    expect.assert_eq(&lines.join("\n"));
}

fn witness() -> Witness {
    Witness {
        source: std::net::IpAddr::from([10, 0, 1, 10]),
        destination: std::net::IpAddr::from([151, 101, 0, 223]),
        protocol: Protocol::Tcp,
        source_port: Some(32768),
        destination_port: Some(443),
    }
}

#[test]
fn a_leak() {
    let mut leak =
        answer(Requirement::Isolated, Verdict::Fails, finding(Code::EgressThroughNatGateway, Some(NAT), ""));
    check(
        &leak,
        &expect![[r#"
        The notebook can reach the internet through the NAT gateway, so it is not isolated from the internet.
        ノートブックは NAT ゲートウェイを通って外へ出られるため、インターネットから隔離されていません。
        Notebook can reach the internet through NatGateway, so it is not isolated from the internet."#]],
    );
    leak.witness = Some(witness());
    check(
        &leak,
        &expect![[r#"
        The notebook can reach 151.101.0.223:443 through the NAT gateway, so it is not isolated from the internet.
        ノートブックは NAT ゲートウェイを通って 151.101.0.223:443 に到達できるため、インターネットから隔離されていません。
        Notebook can reach 151.101.0.223:443 through NatGateway, so it is not isolated from the internet."#]],
    );
}

#[test]
fn direct_internet_access() {
    check(
        &answer(
            Requirement::Isolated,
            Verdict::Fails,
            finding(Code::DirectInternetAccessEnabled, Some(NOTEBOOK), ""),
        ),
        &expect![[r#"
            The notebook can reach the internet through a network interface that SageMaker manages, so it is not isolated from the internet.
            ノートブックは SageMaker が管理するネットワークインターフェイスを通って外へ出られるため、インターネットから隔離されていません。
            Notebook can reach the internet through a network interface that SageMaker manages, so it is not isolated from the internet."#]],
    );
}

#[test]
fn isolated() {
    check(
        &answer(Requirement::Isolated, Verdict::Holds, finding(Code::NoWayToTheInternet, None, "")),
        &expect![[r#"
        No packet from the notebook can leave for the internet.
        ノートブックからインターネットへ出られるパケットはありません。
        No packet from Notebook can leave for the internet."#]],
    );
    check(
        &answer(Requirement::Isolated, Verdict::Holds, finding(Code::IsolatedByFilterAlone, Some(ACL), "")),
        &expect![[r#"
            The notebook is isolated, but only because the PyPI-only ACL closes an open route to the internet.
            ノートブックは隔離されていますが、開いているルートを塞いでいるのは PyPI 専用 ACL だけです。
            Notebook is isolated, but only because PypiAcl closes an open route to the internet."#]],
    );
    check(
        &answer(
            Requirement::Isolated,
            Verdict::Holds,
            finding(Code::IsolatedByFilterAlone, Some(DEFAULT_ACL), ""),
        ),
        &expect![[r#"
            The notebook is isolated, but only because the default network ACL of the VPC closes an open route to the internet.
            ノートブックは隔離されていますが、開いているルートを塞いでいるのは VPC のデフォルトネットワーク ACL だけです。
            Notebook is isolated, but only because the default network ACL of Vpc closes an open route to the internet."#]],
    );
}

#[test]
fn packages() {
    let pypi = Requirement::Install(Ecosystem::Pypi);
    check(
        &answer(pypi.clone(), Verdict::Holds, finding(Code::ExternalConnectionFound, None, "public:pypi")),
        &expect![[r#"
            pip installs through CodeArtifact, which fetches from PyPI on its own side.
            pip は CodeArtifact からインストールします。PyPI からの取得は CodeArtifact の側で行われます。
            pip installs through CodeArtifact, which fetches from PyPI on its own side."#]],
    );
    let mut nat = answer(pypi, Verdict::Holds, finding(Code::IndexServed, None, "pypi.org"));
    nat.steps = through(NAT, Code::NatGatewayTranslates);
    nat.notes = vec![finding(Code::NoteSharedAddresses, None, "")];
    check(
        &nat,
        &expect![[r#"
        pip reaches PyPI through the NAT gateway, at addresses shared with other sites.
        pip は NAT ゲートウェイを通って PyPI に到達できます。宛先のアドレスはほかのサイトと共有されています。
        pip reaches PyPI through NatGateway, at addresses shared with other sites."#]],
    );
}

#[test]
fn packages_that_do_not_come() {
    let pypi = Requirement::Install(Ecosystem::Pypi);
    check(
        &answer(pypi.clone(), Verdict::Fails, finding(Code::NoRouteToDestination, Some(TABLE), "pypi.org")),
        &expect![[r#"
            pip cannot install from PyPI: the private route table has no route to pypi.org.
            pip でインストールできません。プライベートルートテーブルに pypi.org へのルートがありません。
            pip cannot install from PyPI: PrivateTable has no route to pypi.org."#]],
    );
    check(
        &answer(pypi.clone(), Verdict::Fails, finding(Code::GitHostIsNotAnIndex, None, "")),
        &expect![[r#"
        pip cannot install from PyPI: CodeCommit is no package index, so dependencies and build tools are not found.
        pip でインストールできません。CodeCommit はパッケージインデックスではないため、依存パッケージとビルドツールが見つかりません。
        pip cannot install from PyPI: CodeCommit is no package index, so dependencies and build tools are not found."#]],
    );
    check(
        &answer(pypi.clone(), Verdict::Fails, finding(Code::NoEndpointForService, None, "codeartifact.api")),
        &expect![[r#"
            pip cannot install from PyPI: the VPC has no endpoint for the CodeArtifact API.
            pip でインストールできません。VPC に CodeArtifact API のエンドポイントがありません。
            pip cannot install from PyPI: the VPC has no endpoint for the CodeArtifact API."#]],
    );
    check(
        &answer(pypi.clone(), Verdict::Fails, finding(Code::NoExternalConnection, None, "public:pypi")),
        &expect![[r#"
            pip cannot install from PyPI: the repository and its upstreams have no external connection to PyPI, so packages not yet cached are not found.
            pip でインストールできません。リポジトリにもアップストリームにも PyPI への外部接続がないため、未取得のパッケージは見つかりません。
            pip cannot install from PyPI: the repository and its upstreams have no external connection to PyPI, so packages not yet cached are not found."#]],
    );
    check(
        &answer(pypi.clone(), Verdict::Fails, finding(Code::SubnetAclRestriction, Some(DEFAULT_ACL), "")),
        &expect![[r#"
            pip cannot install from PyPI: the default network ACL of the VPC stops the packet at the edge of the subnet.
            pip でインストールできません。VPC のデフォルトネットワーク ACL がサブネットの境界でパケットを拒否します。
            pip cannot install from PyPI: the default network ACL of Vpc stops the packet at the edge of the subnet."#]],
    );
}

#[test]
fn services() {
    let mut data =
        answer(Requirement::Read(Store::S3), Verdict::Holds, finding(Code::ServiceAnswers, None, "s3"));
    data.steps = through(ENDPOINT, Code::InterfaceEndpointReached);
    check(
        &data,
        &expect![[r#"
            The notebook can read the data in S3 through the S3 endpoint.
            ノートブックは S3 エンドポイントを通って S3 のデータを読めます。
            Notebook can read the data in S3 through S3Endpoint."#]],
    );
    let mut call =
        answer(Requirement::Call("s3".into()), Verdict::Holds, finding(Code::ServiceAnswers, None, "s3"));
    call.steps = through(ENDPOINT, Code::InterfaceEndpointReached);
    check(
        &call,
        &expect![[r#"
        The notebook can call S3 through its VPC endpoint.
        ノートブックは専用の VPC エンドポイントを通って S3 を呼び出せます。
        Notebook can call S3 through its VPC endpoint."#]],
    );
    check(
        &answer(
            Requirement::Call("sagemaker.api".into()),
            Verdict::Fails,
            finding(Code::PrivateDnsDisabled, Some(ENDPOINT), "sagemaker.api"),
        ),
        &expect![[r#"
            The notebook cannot call the SageMaker API: private DNS is off on the S3 endpoint, so the ordinary name of the SageMaker API stays public.
            ノートブックは SageMaker API を呼び出せません。S3 エンドポイントのプライベート DNS が無効なため、SageMaker API の通常の名前はパブリックなままです。
            Notebook cannot call the SageMaker API: private DNS is off on S3Endpoint, so the ordinary name of the SageMaker API stays public."#]],
    );
}

#[test]
fn partial_unknown_and_undeployable() {
    let reach = Requirement::Reach { destination: "10.0.0.9".into(), protocol: Protocol::Tcp, port: 22 };
    let mut part =
        answer(reach.clone(), Verdict::Partial, finding(Code::SubnetAclRestriction, Some(ACL), ""));
    part.partial = Some(Partial {
        works: Flows::empty(),
        source_ports: Ranges::range(49152, 60999),
        resources: Vec::new(),
    });
    check(
        &part,
        &expect![[r#"
            The notebook can reach 10.0.0.9 on TCP port 22, but only from source ports 49152–60999.
            ノートブックが 10.0.0.9 の TCP ポート 22 に到達できるのは、送信元ポート 49152–60999 に限られます。
            Notebook can reach 10.0.0.9 on TCP port 22, but only from source ports 49152–60999."#]],
    );
    check(
        &answer(reach, Verdict::Unknown, finding(Code::ValueUnknown, None, "ParentVPCStack")),
        &expect![[r#"
            This cannot be decided: the template does not tell enough about ParentVPCStack.
            判定できません。ParentVPCStack の内容がテンプレートからはわかりません。
            This cannot be decided: the template does not tell enough about ParentVPCStack."#]],
    );
    check(
        &answer(
            Requirement::Isolated,
            Verdict::Undeployable,
            finding(Code::PublicNatGatewayNeedsInternetGateway, Some(NAT), ""),
        ),
        &expect![[r#"
            AWS would refuse this template: the NAT gateway needs an internet gateway attached to its VPC.
            このテンプレートは AWS で受け付けられません。NAT ゲートウェイには、VPC にアタッチされたインターネットゲートウェイが必要です。
            AWS would refuse this template: NatGateway needs an internet gateway attached to its VPC."#]],
    );
}

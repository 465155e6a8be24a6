//! 要件と、判定の一文。

use crate::code::Code;
use crate::network::Id;
use crate::packet::Protocol;
use crate::verdict::{Answer, Requirement, Store, Verdict};
use crate::words::Naming;
use crate::words::evidence::{self, destination, managed, says, through};
use crate::words::told::{Told, client, index};

use super::clauses::clause;
use super::names::{noun, service};
use super::say;

pub(in crate::words) fn requirement(requirement: &Requirement) -> String {
    match requirement {
        Requirement::Isolated => "インターネットからの隔離".to_owned(),
        Requirement::Install(ecosystem) => say(&[index(*ecosystem), "のパッケージ"]),
        Requirement::Read(Store::S3) => "S3 のデータ".to_owned(),
        Requirement::Read(Store::DynamoDb) => "DynamoDB のデータ".to_owned(),
        Requirement::Call(short) => say(&[&service(short), "の呼び出し"]),
        Requirement::Reach { destination, protocol, port } => {
            say(&[destination, &on(*protocol, *port), "への接続"])
        }
    }
}

pub(in crate::words) fn question(requirement: &Requirement) -> String {
    match requirement {
        Requirement::Isolated => "インターネットから隔離されていますか？".to_owned(),
        Requirement::Install(ecosystem) => {
            say(&[client(*ecosystem), "で", index(*ecosystem), "のパッケージをインストールできますか？"])
        }
        Requirement::Read(Store::S3) => "S3 のデータを読めますか？".to_owned(),
        Requirement::Read(Store::DynamoDb) => "DynamoDB のデータを読めますか？".to_owned(),
        Requirement::Call(short) => say(&[&service(short), "を呼び出せますか？"]),
        Requirement::Reach { destination, protocol, port } => {
            say(&[destination, &on(*protocol, *port), "に到達できますか？"])
        }
    }
}

pub(in crate::words) fn journey(requirement: &Requirement) -> String {
    match requirement {
        Requirement::Isolated => "インターネットへ出る".to_owned(),
        Requirement::Install(ecosystem) => [client(*ecosystem), " install"].concat(),
        Requirement::Read(Store::S3) => "S3 のデータを読む".to_owned(),
        Requirement::Read(Store::DynamoDb) => "DynamoDB のデータを読む".to_owned(),
        Requirement::Call(short) => say(&[&service(short), "を呼び出す"]),
        Requirement::Reach { destination, protocol, port } => {
            say(&[destination, &on(*protocol, *port), "に接続する"])
        }
    }
}

/// `の TCP ポート 443`。
fn on(protocol: Protocol, port: u16) -> String {
    let what = if matches!(protocol, Protocol::Icmp | Protocol::Icmpv6) { "タイプ" } else { "ポート" };
    say(&["の", &evidence::protocol(protocol), what, &port.to_string()])
}

pub(in crate::words) fn answer(source: Id, answer: &Answer, names: &dyn Naming) -> String {
    let who = noun(names.name(source));
    let reason = Told::reason(answer, names).map(|(code, told)| clause(code, told)).unwrap_or_default();
    let text = match answer.verdict {
        Verdict::Holds => holds(&who, answer, names),
        Verdict::Fails => fails(&who, &reason, answer, names),
        Verdict::Partial => match &answer.partial {
            Some(partial) => {
                let what = super::partial(partial);
                say(&[&goal(&who, &answer.requirement), "のは、", &what])
            }
            None => say(&[&goal(&who, &answer.requirement), "のは一部だけです。", &reason]),
        },
        Verdict::Unknown => say(&["判定できません。", &reason]),
        Verdict::Undeployable => say(&["このテンプレートは AWS で受け付けられません。", &reason]),
    };
    say(&[&text, "。"])
}

/// できること、辞書形: 「ノートブックが S3 のデータを読める」。
fn goal(who: &str, requirement: &Requirement) -> String {
    match requirement {
        Requirement::Isolated => say(&[who, "がインターネットから隔離されている"]),
        Requirement::Install(ecosystem) => {
            say(&[client(*ecosystem), "で", index(*ecosystem), "のパッケージをインストールできる"])
        }
        Requirement::Read(Store::S3) => say(&[who, "が S3 のデータを読める"]),
        Requirement::Read(Store::DynamoDb) => say(&[who, "が DynamoDB のデータを読める"]),
        Requirement::Call(short) => say(&[who, "が", &service(short), "を呼び出せる"]),
        Requirement::Reach { destination, protocol, port } => {
            say(&[who, "が", destination, &on(*protocol, *port), "に到達できる"])
        }
    }
}

/// エンドポイントの名前が、呼び出すサービスの名前そのものかどうか。
fn is_own(requirement: &Requirement, name: &str) -> bool {
    matches!(requirement, Requirement::Call(short) if name.contains(&service(short)))
}

fn holds(who: &str, answer: &Answer, names: &dyn Naming) -> String {
    let through = match through(answer) {
        Some(id) if is_own(&answer.requirement, names.name(id).text) => {
            "専用の VPC エンドポイントを通って".to_owned()
        }
        Some(id) => say(&[&noun(names.name(id)), "を通って"]),
        None if managed(answer) => "SageMaker が管理するネットワークインターフェイスを通って".to_owned(),
        None => String::new(),
    };
    match &answer.requirement {
        Requirement::Isolated => {
            match answer.findings.first().filter(|f| f.code == Code::IsolatedByFilterAlone) {
                Some(f) => {
                    let filter =
                        f.resource.map_or_else(|| "フィルター 1 つ".to_owned(), |id| noun(names.name(id)));
                    say(&[who, "は隔離されていますが、開いているルートを塞いでいるのは", &filter, "だけです"])
                }
                None => say(&[who, "からインターネットへ出られるパケットはありません"]),
            }
        }
        Requirement::Install(ecosystem) if says(answer, Code::ExternalConnectionFound) => say(&[
            client(*ecosystem),
            "は CodeArtifact からインストールします。",
            index(*ecosystem),
            "からの取得は CodeArtifact の側で行われます",
        ]),
        Requirement::Install(ecosystem) => {
            let shared = if says(answer, Code::NoteSharedAddresses) {
                "。宛先のアドレスはほかのサイトと共有されています"
            } else {
                ""
            };
            say(&[client(*ecosystem), "は", &through, index(*ecosystem), "に到達できます", shared])
        }
        Requirement::Read(Store::S3) => say(&[who, "は", &through, "S3 のデータを読めます"]),
        Requirement::Read(Store::DynamoDb) => say(&[who, "は", &through, "DynamoDB のデータを読めます"]),
        Requirement::Call(short) => say(&[who, "は", &through, &service(short), "を呼び出せます"]),
        Requirement::Reach { destination, protocol, port } => {
            say(&[who, "は", &through, destination, &on(*protocol, *port), "に到達できます"])
        }
    }
}

fn fails(who: &str, reason: &str, answer: &Answer, names: &dyn Naming) -> String {
    let lead = match &answer.requirement {
        Requirement::Isolated => return leaks(who, reason, answer, names),
        Requirement::Install(ecosystem) => say(&[client(*ecosystem), "でインストールできません。"]),
        Requirement::Read(Store::S3) => say(&[who, "は S3 のデータを読めません。"]),
        Requirement::Read(Store::DynamoDb) => say(&[who, "は DynamoDB のデータを読めません。"]),
        Requirement::Call(short) => say(&[who, "は", &service(short), "を呼び出せません。"]),
        Requirement::Reach { destination, protocol, port } => {
            say(&[who, "は", destination, &on(*protocol, *port), "に到達できません。"])
        }
    };
    say(&[&lead, reason])
}

fn leaks(who: &str, reason: &str, answer: &Answer, names: &dyn Naming) -> String {
    let Some(finding) = answer.findings.first() else {
        return say(&[who, "はインターネットから隔離されていません"]);
    };
    let by = |kind: &str| finding.resource.map_or_else(|| kind.to_owned(), |id| noun(names.name(id)));
    let way = match finding.code {
        Code::EgressThroughNatGateway => by("NAT ゲートウェイ"),
        Code::EgressThroughNatInstance => by("NAT インスタンス"),
        Code::EgressThroughInternetGateway => by("インターネットゲートウェイ"),
        Code::EgressThroughEgressOnlyGateway => by("Egress-Only インターネットゲートウェイ"),
        Code::DirectInternetAccessEnabled => "SageMaker が管理するネットワークインターフェイス".to_owned(),
        _ => return say(&[who, "はインターネットから隔離されていません。", reason]),
    };
    match &answer.witness {
        Some(witness) => say(&[
            who,
            "は",
            &way,
            "を通って",
            &destination(witness),
            "に到達できるため、インターネットから隔離されていません",
        ]),
        None => say(&[who, "は", &way, "を通って外へ出られるため、インターネットから隔離されていません"]),
    }
}

use expect_test::expect;

use super::lines::check;
use crate::explain::{Edit, Effect, Element, ElementKind, Opens, Parting, Setting};
use crate::packet::{Addresses, Traffic};
use crate::template::Place;
use crate::verdict::{Requirement, Verdict};

fn element(kind: ElementKind, text: &str) -> Element {
    Element { kind, of: "Table".into(), resource: "Table".into(), text: text.into(), place: Place::default() }
}

#[test]
fn changes_are_said() {
    let edits = [
        Edit::Turn(Setting { parameter: "NatGateway".into(), on: true, value: "true".into() }),
        Edit::Admit {
            group: "EndpointGroup".into(),
            ingress: true,
            traffic: Traffic::full(),
            peer: Addresses::full(),
            text: "tcp 443 from 10.0.1.0/24".into(),
        },
        Edit::Allow {
            acl: "Acl".into(),
            ingress: false,
            number: 90,
            traffic: Traffic::full(),
            addresses: Addresses::full(),
            text: "90 allow tcp 443 10.0.2.0/24".into(),
        },
        Edit::Route {
            table: "Vpc/main-table".into(),
            destination: ipnet::Ipv4Net::default().into(),
            to: "Nat".into(),
        },
        Edit::NatGateway { table: "Vpc/main-table".into() },
        Edit::Endpoint { service: "sagemaker.api".into(), subnet: "Subnet".into(), groups: Vec::new() },
        Edit::GatewayEndpoint { service: "s3".into(), table: "Table".into() },
        Edit::PrivateDns { endpoint: "Endpoint".into() },
        Edit::Resolver { vpc: "Vpc".into() },
        Edit::PublicAddress { interface: "Server".into() },
        Edit::Attach { gateway: "Gateway".into(), vpc: "Vpc".into() },
        Edit::NoCheck { interface: "Server".into() },
        Edit::NoBlock,
        Edit::NoHostFirewall { workload: "Notebook".into() },
        Edit::NoDirectAccess { workload: "Notebook".into() },
        Edit::Permit { of: "Role".into(), action: "s3:GetObject".into(), resource: "*".into() },
        Edit::DropStatement { of: "Role".into(), place: Place::default(), text: "Deny s3:*".into() },
        Edit::Connect { repository: "Python".into(), connection: "public:pypi".into() },
        Edit::Remove(element(ElementKind::Route, "0.0.0.0/0 → Nat")),
        Edit::Remove(element(ElementKind::TableAssociation, "Vpc/main-table")),
    ];
    check(
        |lang, names| edits.iter().map(|edit| lang.edit(edit, names)).collect::<Vec<_>>().join("\n"),
        &expect![[r#"
            Set NatGateway to true.
            Add an inbound rule to EndpointGroup: tcp 443 from 10.0.1.0/24.
            Add an outbound entry to Acl: 90 allow tcp 443 10.0.2.0/24.
            Add a route to the main route table of Vpc: 0.0.0.0/0 to Nat.
            Add a NAT gateway with an internet gateway, and a default route to it in the main route table of Vpc.
            Add an interface endpoint for the SageMaker API in Subnet.
            Add a gateway endpoint for S3 to Table.
            Switch private DNS of Endpoint on.
            Switch DNS support of Vpc on.
            Give Server a public IP address.
            Attach Gateway to Vpc.
            Switch the source/destination check of Server off.
            Switch VPC block public access off.
            Take the firewall on Notebook away.
            Switch direct internet access of Notebook off.
            Allow s3:GetObject on * in the policy of Role.
            Take this statement out of the policy of Role: Deny s3:*.
            Give Python the external connection public:pypi.
            Take away the route 0.0.0.0/0 → Nat of Table.
            Take away the association of Table with the main route table of Vpc.
            NatGateway を true にします。
            EndpointGroup にインバウンドルール「tcp 443 from 10.0.1.0/24」を追加します。
            Acl にアウトバウンドのエントリ「90 allow tcp 443 10.0.2.0/24」を追加します。
            Vpc のメインルートテーブルに 0.0.0.0/0 を Nat に向けるルートを追加します。
            インターネットゲートウェイと NAT ゲートウェイを追加し、Vpc のメインルートテーブルにそこへのデフォルトルートを追加します。
            Subnet に SageMaker API のインターフェイスエンドポイントを追加します。
            Table に S3 のゲートウェイエンドポイントを追加します。
            Endpoint のプライベート DNS を有効にします。
            Vpc の DNS 解決を有効にします。
            Server にパブリック IP アドレスを割り当てます。
            Gateway を Vpc にアタッチします。
            Server の送信元/送信先チェックを無効にします。
            VPC ブロックパブリックアクセスを無効にします。
            Notebook のホストのファイアウォールを取り除きます。
            Notebook の直接インターネットアクセスを無効にします。
            Role のポリシーで、* に対する s3:GetObject を許可します。
            Role のポリシーからステートメント「Deny s3:*」を削除します。
            Python に外部接続 public:pypi を追加します。
            Table のルート「0.0.0.0/0 → Nat」を取り除きます。
            Table と Vpc のメインルートテーブルの関連付けを取り除きます。"#]],
    );
}

#[test]
fn consequences_are_said() {
    let effect = Effect { requirement: Requirement::Isolated, before: Verdict::Holds, after: Verdict::Fails };
    let opens = |isolation_lost, destinations| Opens { isolation_lost, destinations };
    check(
        |lang, names| {
            let parting = Parting { common: 2, before: None, after: None };
            [
                lang.effect(&effect),
                lang.opens(opens(true, 3_702_258_688)),
                lang.opens(opens(false, 12)),
                lang.opens(opens(true, 0)),
                lang.hourly(50_000),
                lang.hourly(-1_000_000),
                lang.setting("NAT", true),
                lang.space(960, 1_048_576),
                lang.way(Some(4)),
                lang.way(Some(0)),
                lang.way(None),
                lang.judged(100, 1_024),
                lang.parted(&parting, names, names),
            ]
            .join("\n")
        },
        &expect![[r#"
            Isolated from the internet: holds → fails
            Isolation is lost: packets can go to 3,702,258,688 more addresses of the internet.
            Packets can go to 12 more addresses of the internet.
            Isolation is lost.
            About 0.05 USD an hour more.
            About 1 USD an hour less.
            NAT: on
            Of 1,048,576 configurations 960 satisfy everything.
            From here it takes 4 switches.
            This one does.
            No configuration of these switches satisfies everything.
            100 of 1,024 configurations are judged.
            From hop 3 the ways are different. Before: the way ends. Now: the way ends.
            インターネットからの隔離：満たす → 満たさない
            隔離が失われます。インターネットの 3,702,258,688 個のアドレスへ新たにパケットを送れるようになります。
            インターネットの 12 個のアドレスへ新たにパケットを送れるようになります。
            隔離が失われます。
            1 時間あたり約 0.05 米ドル増えます。
            1 時間あたり約 1 米ドル減ります。
            NAT：オン
            1,048,576 通りの構成のうち、すべての要件を満たすのは 960 通りです。
            ここからはスイッチ 4 個で到達できます。
            今の構成はすべての要件を満たしています。
            これらのスイッチでは、すべての要件を満たす構成はありません。
            1,024 通りのうち 100 通りを判定しました。
            3 番目から経路が変わります。変更前は「経路の終わり」、変更後は「経路の終わり」です。"#]],
    );
}

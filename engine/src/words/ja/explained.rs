//! 理由、直す方法、変わったこと、すべての構成。

use crate::explain::{Edit, Effect, Element, ElementKind, Opens, Parting};
use crate::words::Naming;
use crate::words::evidence::grouped;

use super::hops::hop;
use super::names::{noun, service};
use super::say;

pub(in crate::words) fn edit(edit: &Edit, names: &dyn Naming) -> String {
    let of = |text: &str| noun(names.called(text));
    let said = match edit {
        Edit::Turn(setting) => say(&[&setting.parameter, "を", &setting.value, "にします"]),
        Edit::Admit { group, ingress, text, .. } => {
            let way =
                if *ingress { "にインバウンドルール" } else { "にアウトバウンドルール" };
            say(&[&of(group), way, "「", text, "」を追加します"])
        }
        Edit::Allow { acl, ingress, text, .. } => {
            let way = if *ingress {
                "にインバウンドのエントリ"
            } else {
                "にアウトバウンドのエントリ"
            };
            say(&[&of(acl), way, "「", text, "」を追加します"])
        }
        Edit::Route { table, destination, to } => {
            say(&[&of(table), "に", &destination.to_string(), "を", &of(to), "に向けるルートを追加します"])
        }
        Edit::NatGateway { table } => say(&[
            "インターネットゲートウェイと NAT ゲートウェイを追加し、",
            &of(table),
            "にそこへのデフォルトルートを追加します",
        ]),
        Edit::Endpoint { service: short, subnet, .. } => {
            say(&[&of(subnet), "に", &service(short), "のインターフェイスエンドポイントを追加します"])
        }
        Edit::GatewayEndpoint { service: short, table } => {
            say(&[&of(table), "に", &service(short), "のゲートウェイエンドポイントを追加します"])
        }
        Edit::PrivateDns { endpoint } => say(&[&of(endpoint), "のプライベート DNS を有効にします"]),
        Edit::Resolver { vpc } => say(&[&of(vpc), "の DNS 解決を有効にします"]),
        Edit::PublicAddress { interface } => say(&[&of(interface), "にパブリック IP アドレスを割り当てます"]),
        Edit::Attach { gateway, vpc } => say(&[&of(gateway), "を", &of(vpc), "にアタッチします"]),
        Edit::NoCheck { interface } => say(&[&of(interface), "の送信元/送信先チェックを無効にします"]),
        Edit::NoBlock => "VPC ブロックパブリックアクセスを無効にします".to_owned(),
        Edit::NoHostFirewall { workload } => {
            say(&[&of(workload), "のホストのファイアウォールを取り除きます"])
        }
        Edit::NoDirectAccess { workload } => {
            say(&[&of(workload), "の直接インターネットアクセスを無効にします"])
        }
        Edit::Permit { of: whose, action, resource } => {
            say(&[&of(whose), "のポリシーで、", resource, "に対する", action, "を許可します"])
        }
        Edit::DropStatement { of: whose, text, .. } => {
            say(&[&of(whose), "のポリシーからステートメント「", text, "」を削除します"])
        }
        Edit::Connect { repository, connection } => {
            say(&[&of(repository), "に外部接続", connection, "を追加します"])
        }
        Edit::Remove(element) => say(&[&self::element(element, names), "を取り除きます"]),
    };
    say(&[&said, "。"])
}

pub(in crate::words) fn element(element: &Element, names: &dyn Naming) -> String {
    let of = noun(names.called(&element.of));
    let text = &*element.text;
    let kind = match element.kind {
        ElementKind::Route => "のルート",
        ElementKind::GroupIngress => "のインバウンドルール",
        ElementKind::GroupEgress => "のアウトバウンドルール",
        ElementKind::AclIngress => "のインバウンドのエントリ",
        ElementKind::AclEgress => "のアウトバウンドのエントリ",
        ElementKind::TableAssociation | ElementKind::AclAssociation => {
            return say(&[&of, "と", &noun(names.called(text)), "の関連付け"]);
        }
    };
    say(&[&of, kind, "「", text, "」"])
}

pub(in crate::words) fn setting(label: &str, on: bool) -> String {
    say(&[label, if on { "：オン" } else { "：オフ" }])
}

pub(in crate::words) fn effect(effect: &Effect) -> String {
    let title = super::requirement(&effect.requirement);
    say(&[&title, "：", super::verdict(effect.before), " → ", super::verdict(effect.after)])
}

pub(in crate::words) fn opens(opens: Opens) -> String {
    let more = grouped(opens.destinations);
    let packets = say(&["インターネットの", &more, "個のアドレスへ新たにパケットを送れるようになります。"]);
    match (opens.isolation_lost, opens.destinations) {
        (false, 0) => String::new(),
        (true, 0) => "隔離が失われます。".to_owned(),
        (false, _) => packets,
        (true, _) => say(&["隔離が失われます。", &packets]),
    }
}

pub(in crate::words) fn hourly(micro_usd: i64) -> String {
    let amount = crate::words::evidence::dollars(micro_usd);
    match micro_usd {
        0 => String::new(),
        1.. => say(&["1 時間あたり約", &amount, "米ドル増えます。"]),
        _ => say(&["1 時間あたり約", &amount, "米ドル減ります。"]),
    }
}

pub(in crate::words) fn parted(parting: &Parting, before: &dyn Naming, after: &dyn Naming) -> String {
    let line = |told: Option<&crate::reach::Hop>, names| {
        told.map_or_else(
            || "経路の終わり".to_owned(),
            |told| {
                let line = hop(told, names);
                say(&[&line.title, "：", &line.says])
            },
        )
    };
    let (was, is) = (line(parting.before.as_ref(), before), line(parting.after.as_ref(), after));
    let place = (parting.common + 1).to_string();
    say(&[&place, "番目から経路が変わります。変更前は「", &was, "」、変更後は「", &is, "」です。"])
}

pub(in crate::words) fn space(holding: u64, states: u64) -> String {
    say(&[&grouped(states), "通りの構成のうち、すべての要件を満たすのは", &grouped(holding), "通りです。"])
}

pub(in crate::words) fn way(switches: Option<usize>) -> String {
    match switches {
        None => "これらのスイッチでは、すべての要件を満たす構成はありません。".to_owned(),
        Some(0) => "今の構成はすべての要件を満たしています。".to_owned(),
        Some(count) => say(&["ここからはスイッチ", &count.to_string(), "個で到達できます。"]),
    }
}

pub(in crate::words) fn judged(known: u64, of: u64) -> String {
    say(&[&grouped(of), "通りのうち", &grouped(known), "通りを判定しました。"])
}

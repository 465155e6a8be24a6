//! 経路の各段階と手順の短い行。

use crate::code::Code as C;
use crate::journey::{Gate, Step};
use crate::reach::Hop;
use crate::words::evidence::reached;
use crate::words::told::Told;
use crate::words::{Line, Naming};

use super::clauses::clause;
use super::names::{noun, service};
use super::say;

/// 段階: 何が、どうしたか。
pub(in crate::words) fn hop(hop: &Hop, names: &dyn Naming) -> Line {
    let name = names.name(hop.by);
    let title = match hop.code {
        C::ManagedInterfaceForwards => "SageMaker が管理するインターフェイス".to_owned(),
        C::HostFirewallAllowed | C::HostFirewallBlocks => "ホストのファイアウォール".to_owned(),
        C::VpcBlockPublicAccessEnabled => "VPC ブロックパブリックアクセス".to_owned(),
        _ => noun(name),
    };
    let says = match hop.code {
        C::SgEgressAllowed | C::AclEgressAllowed | C::HostFirewallAllowed => "送信を許可",
        C::SgIngressAllowed | C::AclIngressAllowed => "受信を許可",
        C::RouteSelected => "ルートに従って転送",
        C::NatGatewayTranslates | C::NatInstanceTranslates if hop.reply => "応答を元の送信元へ戻す",
        C::NatGatewayTranslates | C::NatInstanceTranslates => "送信元アドレスを変換",
        C::InternetGatewayForwards | C::EgressOnlyGatewayForwards | C::ManagedInterfaceForwards => "外へ送信",
        C::InterfaceReached | C::ResolverReached => "到着",
        C::GatewayEndpointReached | C::InterfaceEndpointReached => "サービスへ転送",
        C::PeeringForwards => "相手の VPC へ転送",
        C::ReplyTracked => "追跡中の接続なので許可",
        C::NoRouteToDestination => "宛先へのルートなし",
        C::MoreSpecificRoute => "応答が別のルートに向かう",
        C::BadStateRoute => "ルートの先に何もない",
        C::EniSgRulesMismatch => "許可するルールなし",
        C::SgHasNoRules => "ルールが 1 つもない",
        C::SubnetAclRestriction | C::HostFirewallBlocks | C::VpcBlockPublicAccessEnabled => "拒否",
        C::EniSourceDestCheckRestriction => "送信元/送信先チェックで破棄",
        C::IgwPublicIpAssociationForEgress => "パブリック IP アドレスが必要",
        C::IgwDestinationAddressNotInRfc1918Egress | C::IgwDestinationAddressNotInRfc6598Egress => {
            "この宛先のパケットを破棄"
        }
        C::PrivateNatGatewayNoInternet => "プライベートなので外へ出られない",
        C::GatewayNotAttached => "アタッチされていない",
        C::EgressOnlyGatewayIpv6Only => "IPv6 のみ",
        // まれな停止は文で言う。
        other => {
            let told = Told { by: Some(name), subject: "", reply: hop.reply };
            return Line { title, says: clause(other, told) };
        }
    };
    Line { title, says: says.to_owned() }
}

/// 手順: どの関門で、何がわかったか。
pub(in crate::words) fn step(step: &Step, names: &dyn Naming) -> Line {
    let title = match step.finding.code {
        C::ClientConfigured => "クライアント設定",
        C::TokenObtained | C::LoginFails => "ログイン",
        C::IndexServed | C::IndexUnreachable => "インデックス",
        C::ExternalConnectionFound | C::NoExternalConnection | C::NoSuchRepository => "リポジトリ",
        C::GitHostIsNotAnIndex | C::GitSourceReached => "ソースコード",
        C::AssetBucketReached | C::AssetBucketUnreachable => "ファイル",
        C::IdentityPolicyAllows | C::IdentityPolicyDenies | C::NoCredentials | C::IdentityAssumed => {
            "実行者の権限"
        }
        C::EndpointPolicyAllows | C::EndpointPolicyDenies => "エンドポイントポリシー",
        C::ResourcePolicyAllows | C::ResourcePolicyDenies => "リソースポリシー",
        C::ServiceAnswers => "サービス",
        _ => gate(step.gate),
    };
    let says = match reached(step) {
        Some((host, way)) => say(&[&noun(names.name(way)), "を通って", &service(host), "に届きます"]),
        None => clause(step.finding.code, Told::step(step, names)),
    };
    Line { title: title.to_owned(), says }
}

pub(in crate::words) fn gate(gate: Gate) -> &'static str {
    match gate {
        Gate::Name => "名前解決",
        Gate::Network => "ネットワーク",
        Gate::Policy => "アクセス許可",
        Gate::Application => "アプリケーション",
    }
}

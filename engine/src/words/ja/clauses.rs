//! コードごとの文。句点は付けない。与えられた引数だけで文になる。

use crate::code::Code as C;
use crate::words::told::Told;

use super::names::{noun, service, services};
use super::say;

pub(super) fn clause(code: C, told: Told<'_>) -> String {
    let by = |otherwise: &str| told.by.map_or_else(|| otherwise.to_owned(), noun);
    let subject = |otherwise: &str| match told.subject {
        "" => otherwise.to_owned(),
        subject => service(subject),
    };
    let packet = if told.reply { "応答" } else { "パケット" };
    let detail = || if told.subject.is_empty() { String::new() } else { say(&["（", told.subject, "）"]) };
    match code {
        C::SgEgressAllowed => say(&[&by("セキュリティグループ"), "が送信を許可します"]),
        C::SgIngressAllowed => say(&[&by("セキュリティグループ"), "が受信を許可します"]),
        C::AclEgressAllowed => say(&[&by("ネットワーク ACL"), "がサブネットから出る", packet, "を許可します"]),
        C::AclIngressAllowed => say(&[&by("ネットワーク ACL"), "がサブネットに入る", packet, "を許可します"]),
        C::RouteSelected => say(&[&by("ルートテーブル"), "に一致するルートがあります"]),
        C::NatGatewayTranslates => say(&[&by("NAT ゲートウェイ"), "が送信元を自分のアドレスに変えて送り出します"]),
        C::NatInstanceTranslates => say(&[&by("NAT インスタンス"), "が送信元を自分のアドレスに変えて転送します"]),
        C::InternetGatewayForwards => say(&[&by("インターネットゲートウェイ"), "がインターネットへ送り出します"]),
        C::EgressOnlyGatewayForwards => {
            say(&[&by("Egress-Only インターネットゲートウェイ"), "が IPv6 パケットをインターネットへ送り出します"])
        }
        C::InterfaceReached => say(&["パケットが", &by("ネットワークインターフェイス"), "に届きます"]),
        C::ResolverReached => "クエリが VPC のリゾルバーに届きます。セキュリティグループと ACL では止められません".to_owned(),
        C::GatewayEndpointReached => say(&["パケットが", &by("ゲートウェイエンドポイント"), "を通ってサービスに届きます"]),
        C::InterfaceEndpointReached => {
            say(&["パケットが", &by("インターフェイスエンドポイント"), "を通ってサービスに届きます"])
        }
        C::PeeringForwards => say(&[&by("ピアリング接続"), "が相手の VPC へ運びます"]),
        C::ManagedInterfaceForwards => {
            "SageMaker が管理するネットワークインターフェイスから外へ出ます。VPC のルールは適用されません".to_owned()
        }
        C::ReplyTracked => say(&[&by("セキュリティグループ"), "は接続を追跡しているため、応答を通します"]),
        C::HostFirewallAllowed => "ホストのファイアウォールが送信を許可します".to_owned(),

        C::NoRouteToDestination => say(&[&by("ルートテーブル"), "に", &subject("宛先"), "へのルートがありません"]),
        C::MoreSpecificRoute => {
            say(&["応答が", &by("ルートテーブル"), "のより詳細なルートに従うため、元の接続に戻れません"])
        }
        C::BadStateRoute => say(&[&by("ルートテーブル"), "で一致するルートの先に何もありません"]),
        C::VpcLocalRouteCidrRestriction => {
            say(&[&subject("宛先のアドレス"), "は VPC の範囲内ですが、使っているものがありません"])
        }
        C::EniSgRulesMismatch => say(&[&by("セキュリティグループ"), "に、このパケットを許可するルールがありません"]),
        C::SgHasNoRules => say(&[&by("セキュリティグループ"), "にこの向きのルールがないため、何も通れません"]),
        C::SubnetAclRestriction => say(&[&by("ネットワーク ACL"), "がサブネットの境界で", packet, "を拒否します"]),
        C::EniSourceDestCheckRestriction => {
            say(&[&by("インスタンス"), "は送信元/送信先チェックが有効なため、自分宛てでないパケットを破棄します"])
        }
        C::IgwPublicIpAssociationForEgress => {
            "インターネットゲートウェイを通るにはパブリック IP アドレスが必要ですが、送信元にはありません".to_owned()
        }
        C::IgwDestinationAddressNotInRfc1918Egress => {
            say(&[&by("インターネットゲートウェイ"), "はプライベートアドレス宛てのパケットを破棄します"])
        }
        C::IgwDestinationAddressNotInRfc6598Egress => {
            say(&[&by("インターネットゲートウェイ"), "は共有アドレス（100.64.0.0/10）宛てのパケットを破棄します"])
        }
        C::NgwRequiresSourceInVpc => say(&[&by("NAT ゲートウェイ"), "を使えるのは同じ VPC の送信元だけです"]),
        C::PrivateNatGatewayNoInternet => {
            say(&[&by("NAT ゲートウェイ"), "はプライベートなので、インターネットゲートウェイがパケットを破棄します"])
        }
        C::NatGatewayProtocolRestriction => say(&[&by("NAT ゲートウェイ"), "が運ぶのは IPv4 の TCP、UDP、ICMP だけです"]),
        C::VpceGatewayProtocolRestriction => say(&[&by("ゲートウェイエンドポイント"), "が運ぶのは TCP と ping だけです"]),
        C::InterfaceEndpointProtocolRestriction => {
            say(&[&by("インターフェイスエンドポイント"), "が応答するのはサービスの TCP ポートだけで、ping には応答しません"])
        }
        C::GatewayNotAttached => say(&[&by("ゲートウェイ"), "がこの VPC にアタッチされていません"]),
        C::EgressOnlyGatewayIpv6Only => say(&[&by("Egress-Only インターネットゲートウェイ"), "が運ぶのは IPv6 だけです"]),
        C::VpcBlockPublicAccessEnabled => {
            "VPC ブロックパブリックアクセスが、VPC とインターネットの間の通信を止めています".to_owned()
        }
        C::PcxRequiresAddressInVpcCidr => say(&[&by("ピアリング接続"), "が運ぶのは相手の VPC のアドレス宛てだけです"]),
        C::EniAddressRestriction => say(&[&subject("宛先のアドレス"), "を持つネットワークインターフェイスがありません"]),
        C::NoAddressOfFamily => say(&[&by("ネットワークインターフェイス"), "にこの IP バージョンのアドレスがありません"]),
        C::HostFirewallBlocks => "ホストのファイアウォールがパケットを破棄します".to_owned(),
        C::NoPath => say(&[&by("ワークロード"), "は VPC にネットワークインターフェイスがなく、ほかに外へ出る経路もありません"]),

        C::EgressThroughNatGateway => say(&["パケットが", &by("NAT ゲートウェイ"), "を通ってインターネットへ出ます"]),
        C::EgressThroughNatInstance => say(&["パケットが", &by("NAT インスタンス"), "を通ってインターネットへ出ます"]),
        C::EgressThroughInternetGateway => {
            say(&["パケットが", &by("インターネットゲートウェイ"), "を通って直接インターネットへ出ます"])
        }
        C::EgressThroughEgressOnlyGateway => {
            say(&["IPv6 パケットが", &by("Egress-Only インターネットゲートウェイ"), "を通ってインターネットへ出ます"])
        }
        C::DirectInternetAccessEnabled => {
            "直接インターネットアクセスが有効です。SageMaker が管理するネットワークインターフェイスから、VPC のルールを通らずに外へ出ます".to_owned()
        }
        C::NoWayToTheInternet => "インターネットへ出る経路はありません".to_owned(),
        C::IsolatedByFilterAlone => {
            say(&["インターネットへのルートは開いていて、", &by("フィルター 1 つ"), "だけが塞いでいます"])
        }

        C::NameResolvesToEndpoint => say(&[&subject("名前"), "は", &by("エンドポイント"), "のプライベートアドレスに解決されます"]),
        C::NameResolvesToPublic => say(&[&subject("名前"), "はパブリックアドレスに解決されます"]),
        C::NameResolvesInPrivateZone => {
            say(&["VPC 内では ", &subject("この名前"), " の問い合わせに", &by("プライベートホストゾーン"), "が答えます"])
        }
        C::NameNotInPrivateZone => say(&[
            &by("プライベートホストゾーン"),
            "が ",
            &subject("この名前"),
            " を担当していますがレコードがないため、VPC 内ではこの名前を解決できません",
        ]),
        C::OtherHostAnswers => say(&[
            "プライベートホストゾーンが ",
            &subject("この名前"),
            " を自前のホストに向けています。そのホストが何を返すかはテンプレートからはわかりません",
        ]),
        C::OtherNameServers => say(&[
            &by("DHCP オプションセット"),
            "が Amazon 以外のネームサーバーを指定しているため、",
            &subject("この名前"),
            " がどこに解決されるかはテンプレートからはわかりません",
        ]),
        C::DnsSupportDisabled => "enableDnsSupport が無効なため、VPC に DNS リゾルバーがありません".to_owned(),
        C::PrivateDnsDisabled => say(&[
            &by("エンドポイント"),
            "のプライベート DNS が無効なため、",
            &subject("サービス"),
            "の通常の名前はパブリックなままです",
        ]),
        C::NoEndpointForService => say(&["VPC に", &subject("このサービス"), "のエンドポイントがありません"]),

        C::IdentityPolicyAllows => say(&[&by("ロール"), "が", &subject("呼び出し"), "を許可しています"]),
        C::IdentityPolicyDenies => say(&[&by("ロール"), "では", &subject("呼び出し"), "が許可されていません"]),
        C::EndpointPolicyAllows => say(&[&by("エンドポイント"), "のポリシーが", &subject("呼び出し"), "を許可しています"]),
        C::EndpointPolicyDenies => say(&[&by("エンドポイント"), "のポリシーでは", &subject("呼び出し"), "が許可されていません"]),
        C::ResourcePolicyAllows => say(&[&by("リソース"), "の側で", &subject("呼び出し"), "が許可されます"]),
        C::ResourcePolicyDenies => say(&[&by("リソース"), "のポリシーが", &subject("呼び出し"), "を拒否します"]),
        C::NoCredentials => say(&[&by("ワークロード"), "にロールがないため、呼び出しの認証情報がありません"]),
        C::IdentityAssumed => "呼び出しが許可された実行者を仮定しています".to_owned(),
        C::PolicyUndecided => say(&["呼び出しが許可されるかどうかは、ここで扱っていない条件によります", &detail()]),

        C::ClientConfigured => say(&["パッケージの取得先が設定されています", &detail()]),
        C::TokenObtained => "CodeArtifact にログインしてトークンを取得できます".to_owned(),
        C::LoginFails => "CodeArtifact にログインできないため、トークンもインデックスの URL も得られません".to_owned(),
        C::IndexServed => say(&[&subject("1 つのホスト"), "のインデックスから、依存パッケージも含めて取得できます"]),
        C::IndexUnreachable => say(&[&subject("パッケージインデックス"), "に到達できません"]),
        C::ExternalConnectionFound => {
            say(&["CodeArtifact がサービス側で", &subject("公開インデックス"), "からパッケージを取得します"])
        }
        C::NoExternalConnection => say(&[
            &by("リポジトリ"),
            "にもアップストリームにも",
            &subject("公開インデックス"),
            "への外部接続がないため、未取得のパッケージは見つかりません",
        ]),
        C::NoSuchRepository => say(&["テンプレートにリポジトリ", &detail(), "がありません"]),
        C::GitHostIsNotAnIndex => {
            "CodeCommit はパッケージインデックスではないため、依存パッケージとビルドツールが見つかりません".to_owned()
        }
        C::GitSourceReached => say(&["同期したソースコードは", &by("CodeCommit"), "からクローンできます"]),
        C::AssetBucketUnreachable => "パッケージのファイルがある CodeArtifact の S3 バケットに到達できません".to_owned(),
        C::AssetBucketReached => "パッケージのファイルがある CodeArtifact の S3 バケットに到達できます".to_owned(),

        C::ServiceAnswers => say(&[&by(&subject("サービス")), "が呼び出しに応答します"]),
        C::NothingToAskAbout => "テンプレートに、この要件の対象となるリソースがありません".to_owned(),

        C::NoteDnsRemains => {
            "VPC のリゾルバーへの DNS クエリにデータを載せて持ち出す余地は残ります。DNS Firewall で制限できます".to_owned()
        }
        C::NoteEndpointPolicyOpen => say(&[
            &services(told.subject, "一部のサービス"),
            "のエンドポイントポリシーは呼び出し元もリソースも限定していないため、他人のアカウントへデータを送る余地があります",
        ]),
        C::NoteHostFirewallNoControl => {
            "ホストのファイアウォールは隔離の根拠になりません。利用者は root なので解除できます".to_owned()
        }
        C::NoteUnusedInternetGateway => {
            say(&[&by("インターネットゲートウェイ"), "はアタッチされていますが、ここからのルートがないため、それだけでは外へ出られません"])
        }
        C::NoteDnsHostnamesOff => {
            "VPC の DNS ホスト名が無効です。Amazon の DNS でゲートウェイエンドポイントを使う場合、AWS は有効にするよう求めています".to_owned()
        }
        C::NoteTrailingSlash => "インデックスの URL の末尾にスラッシュがありませんが、pip が補います".to_owned(),
        C::NoteScriptLineNotModelled => say(&["起動スクリプトに、ここで扱っていない行があります", &detail()]),
        C::NoteSharedAddresses => say(&[
            "許可しているアドレスは",
            &subject("CDN"),
            "のもので、多くのサイトが共有しているため、PyPI 以外にも到達できます",
        ]),
        C::NoteAddressAssumed => say(&[
            &by("片方の端"),
            "のアドレスは AWS が決めるため、ここでは ",
            &subject("サブネット内の 1 つ"),
            " と仮定しています。経路上のルールは、同じサブネットの別のアドレスを違う扱いにします",
        ]),
        C::NoteTokenExpires => "トークンの有効期間は最長 12 時間です。切れたら再度ログインが必要です".to_owned(),

        C::ValueUnknown => say(&[&subject("値"), "の内容がテンプレートからはわかりません"]),
        C::Nat64NotModelled => say(&[
            &by("NAT ゲートウェイ"),
            "は 64:ff9b::/96 宛ての IPv6 パケットを IPv4 に変換します（NAT64）。変換後の行き先はここで扱っていません",
        ]),
        C::UnknownResource => say(&[&by("経路上のリソース"), "はここで扱っていません"]),

        C::S3PrivateDnsNeedsGatewayEndpoint => say(&[
            &by("S3 のインターフェイスエンドポイント"),
            "のプライベート DNS は、既定ではインバウンドリゾルバー専用で、S3 のゲートウェイエンドポイントも必要です",
        ]),
        C::PrivateDnsNeedsDnsAttributes => say(&[
            &by("エンドポイント"),
            "のプライベート DNS には、VPC の enableDnsSupport と enableDnsHostnames の両方が必要です",
        ]),
        C::PublicNatGatewayNeedsInternetGateway => {
            say(&[&by("パブリック NAT ゲートウェイ"), "には、VPC にアタッチされたインターネットゲートウェイが必要です"])
        }
        C::PublicNatGatewayNeedsElasticIp => say(&[&by("パブリック NAT ゲートウェイ"), "には Elastic IP アドレスが必要です"]),
        C::DirectInternetAccessNeedsSubnet => {
            say(&["直接インターネットアクセスを無効にするにはサブネットが必要ですが、", &by("ノートブック"), "にはありません"])
        }
        C::CircularDependency => {
            say(&["リソースが互いに相手を先に必要としているため、CloudFormation は作成できません", &detail()])
        }
        C::RequiredPropertyMissing => say(&[&by("リソース"), "に必須のプロパティがありません", &detail()]),
        C::PropertyInvalid => say(&[&by("リソース"), "に AWS が受け付けない値があります", &detail()]),
        C::ReferenceUnusable => say(&[&by("リソース"), "の参照先が、違う種類かオフになっているリソースです", &detail()]),
        C::CidrConflict => say(&[&by("サブネット"), "のアドレス範囲が、VPC の外にあるか別のサブネットと重なっています", &detail()]),
        C::DuplicateRoute => say(&["1 つのルートテーブルに同じ宛先のルートが 2 つあります", &detail()]),
        C::AclRuleNumberConflict => {
            say(&[&by("ネットワーク ACL のエントリ"), "のルール番号が重複しているか範囲外です", &detail()])
        }
        C::PeeringOverlap => say(&[&by("ピアリング接続"), "でつなぐ VPC のアドレス範囲が重なっています", &detail()]),
        C::GroupInOtherVpc => say(&[&by("リソース"), "が別の VPC のセキュリティグループを使っています", &detail()]),
        C::TooManyExternalConnections => say(&[&by("リポジトリ"), "に外部接続が 2 つ以上あります。AWS では 1 つまでです"]),
    }
}

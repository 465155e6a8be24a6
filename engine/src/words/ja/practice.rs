//! 実践と比較。

use crate::explain::Symptom;
use crate::words::Practice;

static PRACTICE: Practice = Practice {
    intro: "このネットワークを手元に持ち帰りましょう。テンプレートとして、コマンドとして、そして部品を 1 つ外した姿で。",
    this_state: "今の状態：",
    own_mix: "自分で組み合わせた構成",
    base: "変更を加える前のネットワーク",
    template: "テンプレート",
    template_is: "このレッスンの CloudFormation テンプレートです。今のスイッチの状態がそのままデフォルト値になっていて、このままデプロイできます。",
    copy: "コピー",
    copied: "コピーしました。",
    not_copied: "ブラウザでコピーが許可されませんでした。テキストを選択してコピーしてください。",
    download: "ダウンロード",
    show_template: "テキストを表示",
    commands: "コマンド",
    commands_are: "この状態で入力するコマンドと、モデルから予想される結果です。",
    on_yours: "手元のマシンで",
    in_the_notebook: "ノートブックのターミナルで",
    costs: "デプロイした時点から料金がかかります。",
    costs_besides: "ノートブックは起動しているあいだ時間単位で課金されます。データ転送やリクエストにも料金がかかります。金額は 2026 年 11 月に確認した us-east-1 のものです。お使いのリージョンの料金を確かめてください。",
    clean_up_in_time: "確認が済んだらスタックを削除してください。先にバケットを空にする必要があります。",
    expect: "予想される結果：",
    expect_addresses: "パブリックアドレスが表示されます。パケットを送る経路がなくても、VPC のリゾルバーは応答します。",
    expect_no_way_out: "5 秒後に「Connection timed out」と表示されます。拒否されるのではなく、パケットの行き先がありません。",
    expect_way_out: "ステータスが何であれ、応答が返ります。パケットが外へ出たということです。",
    expect_no_public_index: "タイムアウトします。それが望ましい結果です。リポジトリを通らない経路はありません。",
    token_expires: "トークンの有効期間は最長 12 時間です。pip が「401 Unauthorized」と表示したら、もう一度ログインしてください。",

    deploy: "デプロイする",
    open: "ノートブックを開く",
    log_in: "pip で CodeArtifact にログインする",
    install: "依存パッケージのあるパッケージをインストールする",
    install_git: "複製したリポジトリからインストールする",
    resolve: "外部の名前を調べる",
    leave: "外へ出られるか試す",
    public_index: "リポジトリを通さずに PyPI を試す",
    bucket: "バケットの名前を調べる",
    read: "データを読む",
    call: "SageMaker API を呼び出す",
    clean_up: "すべて削除する",

    take_away: "1 つ外してみる",
    take_away_is: "この状態の部品を 1 つずつオフにした結果です。どのネットワークも、たった今エンジンが判定しました。",
    without: "外すもの",
    breaks: "満たされなくなる要件",
    at_step: "止まる段階",
    seen: "目に見える症状",
    nothing_breaks: "ここで尋ねている要件に影響しないもの：",
    look: "見る",
    nothing_holds: "この状態で満たされている要件はないので、外して壊れるものもありません。",

    compare: "並べて比べる",
    compare_is: "同じ問いを、別々のネットワークに投げかけます。行に沿って読んでみてください。違いを生んでいるのは何でしょうか。",
    compared: "比べる状態",
    present_state: "今の状態",
    requirement: "要件",
    two_to_four: "2 つから 4 つまで選んでください。",
    one_idea: "すべてを説明できる、たった 1 つの考え方は何でしょうか。",
    one_idea_hint: "ヒント：それぞれのネットワークで、インターネットと話しているのは誰か、誰の言葉で話しているかを考えてみましょう。",
    open_in_explorer: "図で開く",
    paths_of: "図に示す経路：",
};

pub(in crate::words) fn practice() -> &'static Practice {
    &PRACTICE
}

pub(in crate::words) fn symptom(symptom: Symptom) -> &'static str {
    match symptom {
        Symptom::Timeout => "タイムアウト（応答がなく、クライアントがあきらめる）",
        Symptom::NoAddress => "「Could not resolve host」（名前を解決できない）",
        Symptom::AccessDenied => "403（アクセス拒否）",
        Symptom::NoCredentials => "「Unable to locate credentials」（認証情報がない）",
        Symptom::NotFound => "404（見つからない）",
        Symptom::NoMatch => "「No matching distribution found」（該当するものがない）",
        Symptom::Silent => "何も起こらない（パケットが気づかれずに外へ出る）",
        Symptom::Refused => "CloudFormation がテンプレートを拒否する",
        Symptom::Open => "判断できない",
    }
}

pub(in crate::words) fn costs(micro_usd: u64) -> String {
    let amount = crate::words::evidence::dollars(i64::try_from(micro_usd).unwrap_or(i64::MAX));
    [
        "エンドポイント、ゲートウェイ、アドレス、インスタンスに、1 時間あたりおよそ ",
        &amount,
        " USD かかります。",
    ]
    .concat()
}

pub(in crate::words) fn seen(says: &str, seen: Symptom) -> String {
    [says, "症状：", symptom(seen), "。"].concat()
}

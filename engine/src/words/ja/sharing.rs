//! 状態の共有。

use crate::words::Sharing;

static SHARING: Sharing = Sharing {
    share: "共有",
    target: "共有先",
    looks: "読者への見せ方",
    snippet: "コピーして貼り付け",
    preview: "プレビュー",
    no_preview: "ここではプレビューを表示できません。リンクを開くと、読者と同じ画面を確かめられます。",
    not_published: "このページは手元のファイルから開かれているため、アドレスはこのコンピューターでしか使えません。共有するには、公開されているサイトで開いてください。",
    link: "リンク",
    frame: "HTML（iframe）",
    hatena: "はてなブログ",
    height: "高さ（px）",
    lang: "言語",
    theme: "配色",
    embed: "表示する範囲",
    mode: "最初に開く場所",
    lock: "固定するスイッチ",
    hide: "隠す部分",
    readers_own: "読者の設定に従う",
    full: "すべて",
    compact: "構成図と判定（スイッチはボタンで開く）",
    figure: "構成図と判定のみ",
    verdicts: "判定（読者が求めるまで）",
    all_switches: "すべてのスイッチ",
    on_its_own: "構成図を単独のページで開く",
    code: "QR コード",
    no_code: "アドレスが長すぎるため、QR コードにできません。",
    hint_link: "今の状態がそのまま開きます。",
    hint_frame: "HTML を書けるページならどこでも使えます。フレームの下の 1 行は、フィードやメール、印刷で読む人のためのものです。",
    hint_markdown: "README、Issue、学習メモに使えます。",
    hint_zenn: "Zenn では任意のフレームを埋め込めません。リンクはカードになり、Mermaid のテキストは図として表示されます。",
    hint_qiita: "Qiita で埋め込めるのは一部のサイトのフレームだけです。リンクはカードになり、Mermaid のテキストは図として表示されます。",
    hint_hatena: "HTML 編集モードで貼り付けます。高さは指定した値のままです。",
    hint_notion: "埋め込み（/embed）として貼り付けます。NotionNext でも同じアドレスを使えます。高さはドラッグで調整できます。",
    hint_wordpress: "コードエディターに貼り付けるか、カスタム HTML ブロックとして使います。",
    hint_mermaid: "経路と判定をテキストにしたものです。GitHub、Zenn、Qiita で図になります。",
};

pub(in crate::words) fn sharing() -> &'static Sharing {
    &SHARING
}

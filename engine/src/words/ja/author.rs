//! What an author sets for readers.

use crate::words::{Author, Files, Parameters};

static AUTHOR: Author = Author {
    show_verdicts: "判定を表示",
    verdicts_hidden: "判定は、このページの作成者が非表示にしています。自分で考えてから表示してみましょう。",
    locked: "このページの作成者が固定しています",
    theme_projector: "プロジェクター",
};

static FILES: Files = Files {
    title: "図と判定の書き出し",
    says: "今の状態を、図またはテキストとして書き出します。記事や Issue、学習メモなどに使えます。埋め込み先などでダウンロードがブロックされる場合は、テキストをコピーするか、図を右クリックや長押しのメニューから保存してください。",
    svg: "図（SVG）",
    png: "図（PNG）",
    png_twice: "図（PNG・2 倍）",
    not_painted: "このブラウザでは PNG を描画できませんでした。SVG をお使いください。",
    markdown: "テキスト（Markdown）",
    json: "データ（JSON）",
    mermaid: "図のテキスト（Mermaid）",
};

static PARAMETERS: Parameters = Parameters {
    title: "リンク",
    intro: "*English: [parameters.md](parameters.md)*\n\nページに表示する内容はリンクで指定できます（例：`https://YOUR.HOST/#s=1.ABZgywAJCQ&lang=ja&theme=dark`）。キーはフラグメント（`#` の後）にもクエリ（`?` の後）にも書けます。両方に書いた場合はフラグメントが優先されます。ページは表示中の状態を自分のフラグメントに書き込むため、その内容がサーバーに送られることはありません。",
    name: "キー",
    values: "値",
    default: "既定値",
    since: "バージョン",
    meaning: "意味",
    outro: "キーに対応しない値は、書かれていないものとして扱います。その場合はページに控えめな注意が表示され、最も近い有効な値がわかります。存在しないキーも同じように知らせます。途中で付け加えられるもの（`utm_…`、`…clid`、WordPress の `secret`）には触れません。一度公開したリンクは使い続けられます。キーや値が増えることはあっても、なくなることはありません。",
    lesson: "レッスン。",
    s: "オンになっているスイッチと、経路を表示している要件。「リンクをコピー」で書き込まれます。指定しなければレッスンの最初の状態を表示します。",
    lang: "言語。指定しなければブラウザの言語になります。",
    theme: "配色。`projector` は明るい配色に大きな文字の表示です。",
    embed: "ほかのページに埋め込んだときに表示する範囲。すべて（`full`）、構成図と判定を表示してスイッチはボタンで開く（`compact`）、構成図と判定のみ（`figure`）から選べます。`1` は `compact` と同じです。",
    mode: "レッスンの中で表示する場所。`lesson` は `theory` と同じです。",
    chapter: "理論の章（1 から）。",
    lock: "読者が切り替えられないスイッチ。`lesson.yaml` での名前をコンマで区切って並べます。固定したスイッチを切り替えることになる選択肢なども、一緒に固定されます。",
    hide: "表示しない部分。コンマで区切って並べます。隠した判定は、読者の操作や埋め込み元のページからの指示で表示できます。",
    step: "経路の中で指し示す段階（1 から）。",
    present: "授業で映すスライド（1 から）。章、問題、その結果、各選択肢の順に並びます。判定は、求められるまで表示しません。",
    iframe: "フレームに付ける名前。すべての[メッセージ](messages.ja.md)に `id` として返ります。",
    targetorigin: "[メッセージ](messages.ja.md)をやり取りする唯一のオリジン。",
};

pub(in crate::words) fn author() -> &'static Author {
    &AUTHOR
}

pub(in crate::words) fn parameters() -> &'static Parameters {
    &PARAMETERS
}

pub(in crate::words) fn files() -> &'static Files {
    &FILES
}

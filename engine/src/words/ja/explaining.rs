//! ページで判定を説明する言葉。

use super::say;
use crate::verdict::Requirement;
use crate::words::Explaining;

pub(in crate::words) static TEXTS: Explaining = Explaining {
    aspects: "判定の説明",
    path: "経路",
    fixes: "直す方法",
    breaks: "崩れる変更",
    reasons: "理由",
    working: "調べています…",
    apply: "適用",
    try_it: "試す",
    breaks_nothing: "ほかの要件は崩れません。",
    in_the_template: "テンプレートを書き換える方法",
    no_switch_mends: "少数のスイッチでは満たせません。",
    no_switch_breaks: "どのスイッチを切り替えても崩れません。",
    settings: "ほかの設定に関係なく、これだけで決まります",
    and_one_of: "さらに、次のどれか一つ",
    any_of: "ほかの設定に関係なく、どれか一つで決まります",
    no_switch_matters: "どのスイッチでもこの判定は変わりません。",
    rules: "根拠になっているルール",
    not_alone: "それだけでは足りません。次も変更が必要です",
    further_unknown: "最後の箇所を直す方法は見つかっていません。",
    before: "変更前：",
    ended: "経路はここまででした",
    copy: "コピー",
    copied: "コピーしました",
    not_copied: "ブラウザがコピーを許可しませんでした。コマンドを選択してあります。",
    slice: "これらのスイッチの全組み合わせです。ほかのスイッチは今のままです。マスを押すとその構成に切り替わります。",
    stop: "中止",
    go_on: "続ける",
    everything: "すべて満たす",
    nothing: "どちらも満たさない",
    here: "今の構成",
};

pub(in crate::words) fn breaking(requirement: &Requirement) -> String {
    say(&["「", &super::requirement(requirement), "」を満たさなくなります"])
}

pub(in crate::words) fn mending(requirement: &Requirement) -> String {
    say(&["「", &super::requirement(requirement), "」も満たすようになります"])
}

pub(in crate::words) fn further(count: usize) -> String {
    say(&["ほか", &count.to_string(), "件"])
}

//! レッスンの各場面。

use crate::verdict::Requirement;
use crate::words::Learn;

use super::{option, question};

static LEARN: Learn = Learn {
    places: "レッスンの構成",
    explore: "図で試す",
    theory: "理論",
    practice: "実践",
    compare: "比較",
    skip_to_place: "本文へ移動",
    question: "一問道場",

    predict_first: "まず自分で予想し、それから確かめましょう。答え合わせをするまで、判定はどこにも表示されません。",
    before_any_change: "変更を加える前のネットワーク",
    your_answer: "あなたの答え",
    your_guesses: "それぞれの選択肢で、要件は満たされると思いますか。",
    guesses_needed: "少なくとも、選んだ選択肢について予想してください。ほかの選択肢も予想してみると、理解が深まります。",
    how_sure: "どのくらい自信がありますか。",
    sure_low: "勘です",
    sure_middle: "たぶん",
    sure_high: "自信あり",
    reveal: "答え合わせ",
    missing_pick: "先に選択肢を 1 つ選んでください。",
    missing_guess: "選んだ選択肢について、要件を満たすかどうかを予想してください。",
    missing_confidence: "自信の度合いを選んでください。",

    outcome: "答え合わせ",
    again: "もう一度予想する",
    your_pick: "あなたの答え",
    you_guessed: "あなたの予想：",
    no_guess: "予想なし",
    as_guessed: "予想どおり",
    not_as_guessed: "予想とは違いました",
    ideas: "もう一度考えてみたいこと",
    other_ideas: "よくある思い込み",
    consequence: "この考えの行き着く先を見る",
    engine_finds: "ネットワークでは：",
    every_option: "すべての選択肢とその理由",

    chapters: "章",
    tried: "試しました",
    try_it: "試してみましょう",
    task_done: "できました。エンジンの判定は次のとおりです。",
    task_open: "まだです。エンジンの判定は次のとおりです。",
    mistaken: "よく書かれているが、実際には違うこと",
    often_written: "よく書かれていること：",
    facts: "事実とその出典",
    terms: "用語",
    chapter_before: "前の章",
    chapter_after: "次の章",

    hint: "ヒント",
    another_hint: "次のヒント",
    look_here: "ここを見てください：",
    this_rule: "決め手になるルール：",
    no_rule_there: "そこには一致するルールがありません。",
    compares: "比べられるパケット：",
    compares_nothing: "ここでパケットは比べられません。そこに何があるかで決まります。",
    whole_way: "全体の流れ：",

    steps_taken: "変更の履歴",
    beginning: "最初の状態",
    another_state: "別の状態",
    what_if: "もし……だったら？",

    loading: "読み込んでいます…",
    not_loaded: "この部分を読み込めませんでした。ほかの部分はそのまま使えます。",
    try_again: "もう一度読み込む",
};

pub(in crate::words) fn learn() -> &'static Learn {
    &LEARN
}

pub(in crate::words) fn meets_all(letters: &[char]) -> String {
    let letters: Vec<String> = letters.iter().map(ToString::to_string).collect();
    if letters.is_empty() {
        return "すべての要件を満たす選択肢はありません。".to_owned();
    }
    ["すべての要件を満たすのは選択肢 ", &letters.join("、"), " です。"].concat()
}

pub(in crate::words) fn picked(letter: char, meets_all: bool) -> String {
    let what = if meets_all {
        " を選びました。すべての要件を満たしています。"
    } else {
        " を選びました。迷いやすい選択肢です。どの要件が満たされないのかを、下で確かめましょう。"
    };
    [option(letter).as_str(), what].concat()
}

pub(in crate::words) fn guessed(right: usize, of: usize) -> String {
    ["予想 ", &of.to_string(), " 件のうち ", &right.to_string(), " 件が当たりました。"].concat()
}

pub(in crate::words) fn guess_about(letter: char, requirement: &Requirement) -> String {
    [&option(letter), "：", &question(requirement)].concat()
}

pub(in crate::words) fn hidden_picture(components: &[&str]) -> String {
    ["判定と経路は表示していません。図にあるもの：", &components.join("、"), "。"].concat()
}

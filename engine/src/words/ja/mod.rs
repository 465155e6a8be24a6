//! 日本語: です・ます、AWS の公式用語、製品名はラテン文字。

mod answers;
mod author;
mod classroom;
mod clauses;
mod examples;
mod explained;
pub(super) mod explaining;
mod hops;
mod learn;
mod limits;
mod names;
mod practice;
mod reading;
mod sharing;
mod stepper;
mod ui;

use crate::code::Code;
use crate::journey::{Finding, Outcome};
use crate::lesson::SourceCertainty;
use crate::verdict::{Answer, Verdict};

use super::told::Told;
use super::{BadLink, Name, Naming, Thing, Ui};

pub(super) use answers::{answer, journey, question, requirement};
pub(super) use author::{author, files, parameters};
pub(super) use classroom::{classroom, nearest_count, share_of_votes, vote_for, votes_counted};
pub(super) use examples::examples;
pub(super) use explained::{edit, effect, element, hourly, judged, opens, parted, setting, space, way};
pub(super) use hops::{gate, hop, step};
pub(super) use learn::{guess_about, guessed, hidden_picture, learn, meets_all, picked};
pub(super) use limits::{
    lesson_error, no_such_requirement, not_modelled, partial, refusal, template_error, unknown, witness,
};
pub(super) use names::{service, thing};
pub(super) use practice::{costs, practice, seen, symptom};
pub(super) use reading::reading;
pub(super) use sharing::sharing;
pub(super) use stepper::{
    component_in, component_name, connections_of, picture_of, stepper, stop_name, way_of,
};

/// Joins pieces; where Latin and Japanese letters meet, a half-width space goes between, as AWS's own pages set it.
fn say(pieces: &[&str]) -> String {
    let mut text = String::with_capacity(pieces.iter().map(|p| p.len() + 1).sum());
    for piece in pieces {
        if let (Some(last), Some(first)) = (text.chars().next_back(), piece.chars().next())
            && (is_latin(last) && is_japanese(first) || is_japanese(last) && is_latin(first))
        {
            text.push(' ');
        }
        text.push_str(piece);
    }
    text
}

fn is_latin(c: char) -> bool {
    c.is_ascii_graphic()
}

/// Kana and kanji, not punctuation.
fn is_japanese(c: char) -> bool {
    matches!(c, 'ぁ'..='ヿ' | '一'..='鿿' | '々')
}

pub(super) fn ui() -> &'static Ui {
    &ui::UI
}

pub(super) fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Holds => "満たす",
        Verdict::Fails => "満たさない",
        Verdict::Partial => "一部のみ",
        Verdict::Unknown => "判定不能",
        Verdict::Undeployable => "デプロイ不可",
    }
}

pub(super) fn was(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Holds => "直前は「満たす」",
        Verdict::Fails => "直前は「満たさない」",
        Verdict::Partial => "直前は「一部のみ」",
        Verdict::Unknown => "直前は「判定不能」",
        Verdict::Undeployable => "直前は「デプロイ不可」",
    }
}

pub(super) fn outcome(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Works => "成功",
        Outcome::Fails => "失敗",
        Outcome::Partial(_) => "一部成功",
        Outcome::Unknown => "判定不能",
    }
}

pub(super) fn finding(finding: &Finding, names: &dyn Naming) -> String {
    say(&[&clauses::clause(finding.code, Told::finding(finding, names)), "。"])
}

pub(super) fn meaning(code: Code) -> String {
    say(&[&clauses::clause(code, Told::default()), "。"])
}

pub(super) fn label(name: Name<'_>) -> String {
    names::noun(name)
}

pub(super) fn switched(label: &str, on: bool) -> String {
    say(&[label, if on { "をオンにしました。" } else { "をオフにしました。" }])
}

pub(super) fn option(letter: char) -> String {
    say(&["選択肢", letter.encode_utf8(&mut [0; 4])])
}

pub(super) fn option_applied(letter: char) -> String {
    say(&[&option(letter), "に切り替えました。"])
}

pub(super) fn flipped(before: Verdict, answer: &Answer, names: &dyn Naming) -> String {
    let title = requirement(&answer.requirement);
    let because = Told::reason(answer, names).map(|(code, told)| clauses::clause(code, told));
    let because = because.map(|clause| say(&["。", &clause])).unwrap_or_default();
    say(&[&title, "：", verdict(before), " → ", verdict(answer.verdict), &because, "。"])
}

pub(super) fn no_change() -> &'static str {
    "判定は変わりませんでした。"
}

pub(super) fn step_of(step: usize, of: usize) -> String {
    ["ステップ ", &step.to_string(), " / ", &of.to_string()].concat()
}

pub(super) fn more_switches(count: usize) -> String {
    ["その他のスイッチ（", &count.to_string(), "）"].concat()
}

pub(super) fn facts_as_of(date: &str) -> String {
    [date, " 時点の情報"].concat()
}

pub(super) fn at_line(file: Option<&str>, line: u32) -> String {
    match file {
        Some(file) => say(&[file, "の", &line.to_string(), "行目"]),
        None => say(&[&line.to_string(), "行目"]),
    }
}

pub(super) fn bad_link(why: BadLink) -> &'static str {
    match why {
        BadLink::Unreadable => "リンクの状態を読み取れなかったため、レッスンの最初の状態を表示しています。",
        BadLink::TooNew => "新しいバージョンで作られたリンクのため、レッスンの最初の状態を表示しています。",
        BadLink::NoSuchLesson => "リンクのレッスンが見つからないため、最初のレッスンを表示しています。",
    }
}

pub(super) fn bad_value(key: &str, found: &str, nearest: &str) -> String {
    say(&[
        "リンクの「",
        key,
        "」に「",
        found,
        "」は指定できないため、標準の表示にしています。最も近い値は「",
        nearest,
        "」です。",
    ])
}

pub(super) fn bad_key(found: &str, nearest: &str) -> String {
    say(&["リンクの「", found, "」は使われません。最も近い語は「", nearest, "」です。"])
}

pub(super) fn certainty(certainty: SourceCertainty) -> &'static str {
    match certainty {
        SourceCertainty::Documented => "公式文書に記載",
        SourceCertainty::Derived => "公式文書から導かれる",
        SourceCertainty::SecondHand => "第三者の情報",
    }
}

pub(super) fn component(kind: Thing, name: &str, on: bool) -> String {
    let kind = thing(kind);
    let state = if on { "" } else { "、オフ（追加できます）" };
    if name == kind {
        return say(&[name, state]);
    }
    say(&[name, "、", kind, state])
}

pub(super) fn tally(hold: usize, of: usize) -> String {
    ["要件 ", &of.to_string(), " 件中 ", &hold.to_string(), " 件を満たしています。"].concat()
}

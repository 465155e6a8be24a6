//! 一部のみ、判定不能、対象外、デプロイ不可、入力の誤り。

use crate::journey::Partial;
use crate::lesson::LessonErrorKind;
use crate::network::{NotModelled, Refusal};
use crate::template::{TemplateErrorKind, Unknown, UnknownWhy};
use crate::verdict::{NoSuchRequirement, Requirement, Witness};
use crate::words::Naming;
use crate::words::evidence::{destination, protocol, ranges, source};
use crate::words::told::Told;

use super::clauses::clause;
use super::say;

pub(in crate::words) fn witness(witness: &Witness) -> String {
    say(&[&source(witness), "から", &destination(witness), "への", &protocol(witness.protocol), "パケット"])
}

pub(in crate::words) fn partial(partial: &Partial) -> String {
    let mut parts = Vec::new();
    if !partial.source_ports.is_empty() && !partial.source_ports.is_full() {
        parts.push(say(&["送信元ポート", &ranges(&partial.source_ports)]));
    }
    for segment in partial.works.segments().iter().take(2) {
        for (name, ports) in [("TCP", &segment.traffic.tcp), ("UDP", &segment.traffic.udp)] {
            if !ports.is_empty() && !ports.is_full() {
                parts.push(say(&["宛先の", name, "ポート", &ranges(ports)]));
            }
        }
    }
    if let Some((first, more)) = partial.resources.split_first() {
        let rest =
            if more.is_empty() { String::new() } else { say(&["ほか", &more.len().to_string(), "件"]) };
        parts.push(say(&[first, &rest]));
    }
    if parts.is_empty() {
        parts.push("一部のパケット".to_owned());
    }
    say(&[&parts.join("、"), "に限られます"])
}

pub(in crate::words) fn unknown(unknown: &Unknown) -> String {
    let why = match unknown.why {
        UnknownWhy::ParameterNotGiven => "既定値のないパラメータで、値が指定されていません",
        UnknownWhy::ImportNotGiven => "渡されたテンプレートの中に、このエクスポートがありません",
        UnknownWhy::OnlyWhenDeployed => "値はデプロイして初めて決まります",
        UnknownWhy::FunctionNotEvaluated => "この関数はここでは評価しません",
        UnknownWhy::LookedUpOutside => "値はテンプレートの外から取得されます",
    };
    say(&[&unknown.what, "：", why, "。"])
}

pub(in crate::words) fn not_modelled(
    unmodelled: &NotModelled,
    kind: &str,
    could_change: &[Requirement],
    names: &dyn Naming,
) -> String {
    let name = super::label(names.name(unmodelled.id));
    let change = if could_change.is_empty() {
        "判定には影響しません。".to_owned()
    } else {
        let titles: Vec<String> = could_change.iter().map(super::requirement).collect();
        say(&["判定が変わる可能性のある要件：", &titles.join("、"), "。"])
    };
    say(&[&name, "（", kind, "）はここで扱っていません。", &change])
}

pub(in crate::words) fn refusal(refusal: &Refusal, names: &dyn Naming) -> String {
    say(&[&clause(refusal.code, Told::refusal(refusal, names)), "。"])
}

pub(in crate::words) fn no_such_requirement(error: &NoSuchRequirement) -> String {
    say(&["`", &error.found, "` という要件はありません。最も近いのは `", error.nearest, "` です"])
}

pub(in crate::words) fn lesson_error(kind: &LessonErrorKind) -> String {
    match kind {
        LessonErrorKind::Template(kind) => template_error(kind),
        LessonErrorKind::Missing(name) => say(&["`", name, "` がありません"]),
        LessonErrorKind::Expected { expected, found } => unexpected(expected, found),
        LessonErrorKind::NoSuchName { what, found, nearest } => no_such_name(what, found, nearest.as_deref()),
        LessonErrorKind::Twice { what, name } => say(&[kind_of_name(what), " `", name, "` が 2 つあります"]),
        LessonErrorKind::Requirement(error) => no_such_requirement(error),
    }
}

fn no_such_name(what: &str, found: &str, nearest: Option<&str>) -> String {
    let nearest = nearest.map(|n| say(&["。最も近い名前は `", n, "` です"])).unwrap_or_default();
    say(&[kind_of_name(what), " `", found, "` はありません", &nearest])
}

/// What was expected and found is technical notation, in English.
fn unexpected(expected: &str, found: &str) -> String {
    say(&["ここに書ける形ではありません（期待：", expected, "、実際：", found, "）"])
}

/// What a missing name would name.
fn kind_of_name(what: &str) -> &str {
    match what {
        "resource" | "the logical id of a resource" => "リソース",
        "parameter" => "パラメータ",
        "parameter or resource" => "パラメータまたはリソース",
        "condition" => "条件",
        "mapping" => "マッピング",
        "function" => "関数",
        "section" => "セクション",
        "output" => "出力",
        "attribute" | "output attribute" | "parameter attribute" | "resource attribute" => "属性",
        "option" => "選択肢",
        "switch" => "スイッチ",
        "toggle" => "トグル",
        "group" => "グループ",
        "code" => "コード",
        "verdict" => "判定",
        "entry" => "項目",
        "requirement" => "要件",
        "two-valued parameter" => "2 値のパラメータ",
        "certainty" => "確かさ",
        "among `requirements`," => "`requirements` の中に",
        other => other,
    }
}

pub(in crate::words) fn template_error(kind: &TemplateErrorKind) -> String {
    match kind {
        TemplateErrorKind::Syntax(what) => say(&["YAML としても JSON としても読めません：", what]),
        TemplateErrorKind::NoSuchName { what, found, nearest } => {
            no_such_name(what, found, nearest.as_deref())
        }
        TemplateErrorKind::Expected { expected, found } => unexpected(expected, found),
        TemplateErrorKind::ParameterNotAllowed { name, found, allowed } => {
            say(&["パラメータ `", name, "` に `", found, "` は指定できません。指定できる値：", allowed])
        }
        TemplateErrorKind::Circular(name) => say(&["`", name, "` の定義が循環しています"]),
    }
}

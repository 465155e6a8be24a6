//! 一部のみ、判定不能、対象外、デプロイ不可、入力の誤り。

use crate::journey::Partial;
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

pub(in crate::words) fn template_error(kind: &TemplateErrorKind) -> String {
    match kind {
        TemplateErrorKind::Syntax(what) => say(&["YAML としても JSON としても読めません：", what]),
        TemplateErrorKind::NoSuchName { what, found, nearest } => {
            let what = match *what {
                "resource" | "the logical id of a resource" => "リソース",
                "parameter" => "パラメータ",
                "parameter or resource" => "パラメータまたはリソース",
                "condition" => "条件",
                "mapping" => "マッピング",
                "function" => "関数",
                "section" => "セクション",
                "output" => "出力",
                "attribute" | "output attribute" | "parameter attribute" | "resource attribute" => "属性",
                other => other,
            };
            let nearest =
                nearest.as_deref().map(|n| say(&["。最も近い名前は `", n, "` です"])).unwrap_or_default();
            say(&[what, " `", found, "` はありません", &nearest])
        }
        TemplateErrorKind::Expected { expected, found } => {
            // What was expected and found is technical notation, in English.
            say(&["ここに書ける形ではありません（期待：", expected, "、実際：", found, "）"])
        }
        TemplateErrorKind::ParameterNotAllowed { name, found, allowed } => {
            say(&["パラメータ `", name, "` に `", found, "` は指定できません。指定できる値：", allowed])
        }
        TemplateErrorKind::Circular(name) => say(&["`", name, "` の定義が循環しています"]),
    }
}

//! What can be taken away of every lesson, every option, in every language: well-formed, complete, and no markup of its own.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop where its own data is wrong"
)]

use std::collections::BTreeSet;
use std::fs;

use engine::export::{Account, json, markdown, mermaid};
use engine::layout::{Form, Setting, arrange, part_name, route, trips};
use engine::lesson::{Lesson, LessonText};
use engine::template::Source;
use engine::words::{Lang, Names};
use expect_test::expect_file;

/// The three texts of an option; the base state for none. The path of the second requirement is drawn.
fn exported(option: Option<char>, lang: Lang, title: &str) -> [String; 3] {
    let file = |name: &str| fs::read_to_string(format!("../static/lessons/sap-349/{name}")).unwrap();
    let (lesson, template) = (file("lesson.yaml"), file("template.yaml"));
    let source = |name, text| Source { name, text };
    let lesson = Lesson::read("sap-349", source("lesson.yaml", &lesson), source("template.yaml", &template));
    let lesson = lesson.unwrap_or_else(|errors| panic!("{errors:?}"));
    let text = file(&format!("text.{}.yaml", lang.tag()));
    let text = LessonText::read(source("text.yaml", &text)).unwrap_or_else(|errors| panic!("{errors:?}"));
    let judged = lesson.judge(&lesson.parameters(option)).unwrap_or_else(|errors| panic!("{errors:?}"));
    let report = &judged.report.sources[0];
    let setting = Setting {
        toggles: &lesson.toggles,
        name: &|part| part_name(lang, &judged.network, &text.components, part),
        form: Form::Wide,
    };
    let diagram = arrange(&judged.stack, &judged.network, &setting);
    let trips = trips(&diagram, &judged.network, report.source, &report.answers[1]);
    let path = route(&diagram, &judged.network, &trips);
    let account = Account {
        lang,
        title,
        link: "https://example.org/#s=1.ABZgywAJCQ",
        source: report.source,
        answers: &report.answers,
        judged: &judged,
        names: &Names::displayed(&judged.network, &text.components),
    };
    [markdown(&account), json(&account), mermaid(&account, &diagram, &path)]
}

fn every(mut check: impl FnMut(&str, [String; 3])) {
    for lang in Lang::ALL {
        for option in [None, Some('A'), Some('B'), Some('C'), Some('D')] {
            check(&format!("{option:?} {}", lang.tag()), exported(option, lang, "A lesson"));
        }
    }
}

#[test]
fn the_texts_are_as_reviewed() {
    let [markdown, json, mermaid] = exported(Some('A'), Lang::En, "An isolated VPC that needs PyPI");
    expect_file!["export/option-a.en.md"].assert_eq(&markdown);
    expect_file!["export/option-a.en.json"].assert_eq(&json);
    expect_file!["export/option-a.en.mmd"].assert_eq(&mermaid);
    let [markdown, _, mermaid] = exported(Some('B'), Lang::Ja, "隔離された VPC から PyPI を使うには");
    expect_file!["export/option-b.ja.md"].assert_eq(&markdown);
    expect_file!["export/option-b.ja.mmd"].assert_eq(&mermaid);
}

#[test]
fn json_is_json_and_tells_every_verdict() {
    every(|what, [_, json, _]| {
        let read: serde_json::Value =
            serde_json::from_str(&json).unwrap_or_else(|error| panic!("{what}: {error}"));
        let requirements = read["requirements"].as_array().unwrap();
        assert_eq!(requirements.len(), 4, "{what}");
        for requirement in requirements {
            assert!(
                requirement["says"].as_str().is_some_and(|says| !says.is_empty()),
                "{what}: {requirement}"
            );
            assert!(
                requirement["steps"].as_array().is_some_and(|steps| !steps.is_empty()),
                "{what}: {requirement}"
            );
        }
        assert!(read["parameters"].as_object().is_some_and(|all| all.len() >= 20), "{what}");
    });
}

#[test]
fn mermaid_opens_and_closes_and_joins_what_there_is() {
    every(|what, [_, _, mermaid]| {
        let lines: Vec<&str> = mermaid.lines().map(str::trim).collect();
        let opened = lines.iter().filter(|line| line.starts_with("subgraph ")).count();
        assert_eq!(opened, lines.iter().filter(|line| **line == "end").count(), "{what}:\n{mermaid}");
        let named: BTreeSet<&str> = lines.iter().filter_map(|line| Some(line.split_once("[\"")?.0)).collect();
        for line in &lines {
            for arrow in [" -.- ", " ==> ", " ==>|!| ", " --> "] {
                let Some((from, to)) = line.split_once(arrow) else { continue };
                assert!(
                    named.contains(from) && named.contains(to),
                    "{what}: {line} joins what is not there:\n{mermaid}"
                );
            }
            assert_eq!(line.matches('"').count() % 2, 0, "{what}: {line}");
        }
        let verdicts = lines.iter().filter(|line| line.contains(":::") && line.starts_with('v')).count();
        assert_eq!(verdicts, 4, "{what}:\n{mermaid}");
    });
}

#[test]
fn a_title_with_markup_is_text_everywhere() {
    let [markdown, json, mermaid] = exported(None, Lang::En, "<b>\"#1\"</b> `x` [y](z)\n# no");
    assert!(markdown.starts_with("# \\<b\\>\"\\#1\"\\</b\\> \\`x\\` \\[y\\](z) \\# no\n"), "{markdown}");
    assert!(json.contains("<b>\\\"#1\\\"</b> `x` [y](z)\\n# no"), "{json}");
    assert!(mermaid.lines().any(|line| line == "  accTitle: <b>\"#1\"</b> `x` [y](z) # no"), "{mermaid}");
}

//! Laws of whole templates: the same thing written otherwise comes to the same answers.

#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may stop where its own data is wrong")]

#[path = "rewritten/changes.rs"]
mod changes;
#[path = "rewritten/tree.rs"]
mod tree;

use std::fs;
use std::path::{Path, PathBuf};

use changes::{renamed, renumbered};
use engine::network;
use engine::template::{Parameters, Source, Templates};
use engine::verdict::{Requirement, judge};
use tree::Tree;

/// Every case and every lesson: name and text.
fn templates() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let of = |folder: PathBuf| fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let cases = of(root.join("tests/cases")).chain(of(root.join("tests/cases/codes")));
    let lessons = of(root.join("../static/lessons")).map(|folder| folder.join("template.yaml"));
    let yaml = |path: &PathBuf| path.is_file() && path.extension().is_some_and(|e| e == "yaml");
    let mut all: Vec<PathBuf> = cases.chain(lessons).filter(yaml).collect();
    all.sort();
    all.iter().map(|path| (path.display().to_string(), fs::read_to_string(path).unwrap())).collect()
}

/// Requirements the case names itself, else those that are always asked.
fn requirements(text: &str) -> Vec<Requirement> {
    let named = text.lines().filter_map(|line| line.strip_prefix("# expect: "));
    let named: Vec<Requirement> =
        named.filter_map(|line| line.split_whitespace().nth(1)?.parse().ok()).collect();
    if named.is_empty() { Requirement::defaults() } else { named }
}

/// `source requirement verdict CODES`, sorted; requirements by number, as what they name may be renamed.
fn answers(name: &str, text: &str, asked: &[Requirement], rename: impl Fn(&str) -> String) -> String {
    let templates = Templates::parse(&[Source { name, text }]);
    let templates = templates.unwrap_or_else(|errors| panic!("{name}: {errors:#?}\n{text}"));
    let stack = templates.resolve(&Parameters::default());
    let stack = stack.unwrap_or_else(|errors| panic!("{name}: {errors:#?}\n{text}"));
    let network = network::build(&stack);
    let sources: Vec<_> = network.workloads.keys().copied().collect();
    let mut lines = Vec::new();
    for source in judge(&network, &sources, asked).sources {
        for (number, answer) in source.answers.iter().enumerate() {
            let mut codes: Vec<&str> = answer.findings.iter().map(|f| f.code.as_str()).collect();
            codes.sort_unstable();
            let (source, verdict) = (rename(network.name(source.source)), answer.verdict.as_str());
            lines.push(format!("{source} {number} {verdict} {}", codes.join(" ")));
        }
    }
    lines.sort();
    lines.join("\n")
}

/// Writes every template otherwise; `None` where there is nothing to write otherwise.
#[track_caller]
fn check(least: usize, rewrite: impl Fn(&Tree) -> Option<Tree>, rename: impl Fn(&str) -> String) {
    let mut rewritten = 0;
    for (name, text) in templates() {
        let Some(tree) = rewrite(&Tree::read(&text)) else { continue };
        let asked = requirements(&text);
        let asked_of_other = asked.iter().map(|requirement| match requirement {
            Requirement::Reach { destination, protocol, port } => {
                let destination = rename(destination).into();
                Requirement::Reach { destination, protocol: *protocol, port: *port }
            }
            other => other.clone(),
        });
        let before = answers(&name, &text, &asked, &rename);
        let after = answers(&name, &tree.to_json(), &asked_of_other.collect::<Vec<_>>(), str::to_owned);
        assert_eq!(before, after, "{name}");
        rewritten += 1;
    }
    assert!(rewritten >= least, "only {rewritten} templates were rewritten");
}

#[test]
fn yaml_and_json_of_one_template_agree() {
    check(80, |tree| Some(tree.clone()), str::to_owned);
}

#[test]
fn the_order_of_resources_says_nothing() {
    check(80, |tree| Some(tree.with_resources(|resources| resources.reverse())), str::to_owned);
}

#[test]
fn logical_ids_say_nothing() {
    let rename = |id: &str| {
        let is_id =
            id.chars().all(|c| c.is_ascii_alphanumeric()) && !id.starts_with(|c: char| c.is_ascii_digit());
        if is_id { format!("A{id}Z") } else { id.to_owned() }
    };
    check(80, |tree| Some(renamed(tree, &rename)), rename);
}

#[test]
fn numbers_of_acl_entries_say_only_their_order() {
    check(5, renumbered, str::to_owned);
}

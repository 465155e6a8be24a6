//! For every code a template that raises it.

use std::collections::BTreeSet;

use engine::code::Code;
use engine::journey::Finding;
use engine::verdict::Answer;

use super::{Case, Expectation, expectations, files};

/// Codes no template raises, and why.
const NOT_RAISED: &[(Code, &str)] =
    &[(Code::BadStateRoute, "the dead reference is refused first; only explanations walk on")];

/// Every code of an answer: its findings, its notes, the steps and hops of its way.
fn raised(answer: &Answer) -> impl Iterator<Item = Code> {
    let steps = answer
        .steps
        .iter()
        .flat_map(|step| std::iter::once(step.finding.code).chain(step.hops.iter().map(|hop| hop.code)));
    let told = |findings: &[Finding]| findings.iter().map(|f| f.code).collect::<Vec<_>>();
    steps.chain(told(&answer.findings)).chain(told(&answer.notes))
}

#[test]
fn every_code_is_raised_by_a_template() {
    let mut seen: BTreeSet<Code> = BTreeSet::new();
    let mut failures = String::new();
    for path in files("").into_iter().chain(files("codes")) {
        let text = std::fs::read_to_string(&path).expect("a readable case");
        let expected: Vec<Expectation<'_>> = expectations(&text).map(Expectation::read).collect();
        let case = Case::new(&[("case.yaml".to_owned(), text.clone())], &[]);
        let mut here = BTreeSet::new();
        for expected in &expected {
            let source = case.network.find(expected.source).expect("the source");
            let judged = case.judge(source, &expected.requirement);
            here.extend(judged.report.sources.iter().flat_map(|s| &s.answers).flat_map(raised));
        }
        let name = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if path.parent().is_some_and(|folder| folder.ends_with("codes"))
            && !here.iter().any(|code| code.as_str() == name)
        {
            failures += &format!("codes/{name}.yaml does not raise {name} but {here:?}\n");
        }
        seen.extend(here);
    }
    for code in Code::ALL {
        let excused = NOT_RAISED.iter().any(|(excused, _)| excused == code);
        match (seen.contains(code), excused) {
            (true, true) => failures += &format!("{code} is raised and needs no excuse\n"),
            (false, false) => failures += &format!("{code} is raised by no template\n"),
            _ => {}
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
}

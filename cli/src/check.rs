//! `vpc-explainer check`.

use std::io::Write as _;

use engine::explain::{Explanation, Knowledge, explain};
use engine::network;
use engine::verdict::{Report, Verdict, judge};

use crate::args::{Check, Format};
use crate::problem::Problem;
use crate::style::Style;
use crate::subject::Subject;
use crate::{choice, text};

/// Judges; true where everything holds.
pub(crate) fn run(asked: &Check) -> Result<bool, Vec<Problem>> {
    let mut requirements = choice::requirements(&asked.requirements)?;
    let subject = Subject::read(asked)?;
    if requirements.is_empty() {
        requirements.clone_from(&subject.requirements);
    }
    let resolved = subject.templates.resolve(&subject.parameters);
    let stack = resolved.map_err(|errors| subject.shown(&errors, asked.lang))?;
    let network = network::build(&stack);
    choice::check_destinations(&stack, &network, &requirements)?;
    let from = choice::sources(&network, &asked.sources)?;
    let report = judge(&network, &from, &requirements);
    let explained = if asked.explain { explained(&subject, &network, &report)? } else { Vec::new() };
    let output = match asked.format {
        Format::Text => text::render(&stack, &network, &report, &explained, asked.lang, Style::of_stdout()),
        Format::Json => {
            let json = report.to_json_explained(&stack, &network, &explained);
            json.map_err(|why| vec![Problem::new(why.to_string())])? + "\n"
        }
    };
    // A reader that has seen enough (`… | head`) is no mistake.
    let _ = std::io::stdout().lock().write_all(output.as_bytes());
    Ok(all_hold(&report))
}

/// Explanations by source and answer, in the report's order.
fn explained(
    subject: &Subject,
    network: &network::Network,
    report: &Report,
) -> Result<Vec<Vec<Explanation>>, Vec<Problem>> {
    let toggles = subject.templates.toggles();
    let refused = |_| vec![Problem::new("the parameters are refused".to_owned())];
    let mut all = Vec::new();
    for source in &report.sources {
        let asked: Vec<_> = source.answers.iter().map(|answer| answer.requirement.clone()).collect();
        let name = network.name(source.source);
        let new = Knowledge::new(&subject.templates, &toggles, &subject.parameters, &asked, Some(name));
        let mut knowledge = new.map_err(refused)?;
        let state = knowledge.settings().state(&subject.parameters);
        let mut of_source = Vec::new();
        for place in 0..asked.len() {
            of_source.extend(explain(&mut knowledge, state, place).map_err(refused)?);
        }
        all.push(of_source);
    }
    Ok(all)
}

fn all_hold(report: &Report) -> bool {
    report.sources.iter().flat_map(|source| &source.answers).all(|answer| answer.verdict == Verdict::Holds)
}

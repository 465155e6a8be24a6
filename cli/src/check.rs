//! `vpc-explainer check`.

use std::io::Write as _;

use engine::network;
use engine::verdict::{Judged, Report, Verdict, judge_worlds};

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
    let from = choice::sources(&network, &asked.sources, &subject.sources)?;
    let base = (stack, network);
    let Judged { stack, network, report } =
        judge_worlds(&subject.templates, &subject.parameters, base, &from, &requirements);
    let output = match asked.format {
        Format::Text => text::render(&stack, &network, &report, asked.lang, Style::of_stdout()),
        Format::Json => {
            let json = report.to_json(&stack, &network);
            json.map_err(|why| vec![Problem::new(why.to_string())])? + "\n"
        }
    };
    // A reader that has seen enough (`… | head`) is no mistake.
    let _ = std::io::stdout().lock().write_all(output.as_bytes());
    Ok(all_hold(&report))
}

fn all_hold(report: &Report) -> bool {
    report.sources.iter().flat_map(|source| &source.answers).all(|answer| answer.verdict == Verdict::Holds)
}

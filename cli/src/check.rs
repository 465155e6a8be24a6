//! `vpc-explainer check`.

use std::io::Write as _;

use engine::template::{Parameters, Source, TemplateError, Templates};
use engine::verdict::{Report, Requirement, Verdict, judge};
use engine::{network, words::Lang};

use crate::args::{Check, Format};
use crate::input::{File, read_all};
use crate::problem::Problem;
use crate::style::Style;
use crate::{choice, text};

/// Judges; true where everything holds.
pub(crate) fn run(asked: &Check) -> Result<bool, Vec<Problem>> {
    let files = read_all(&asked.templates)?;
    let mut requirements = choice::requirements(&asked.requirements)?;
    if requirements.is_empty() {
        requirements = Requirement::defaults();
    }
    let parameters: Parameters = asked.parameters.iter().cloned().collect();
    let sources: Vec<Source<'_>> = files.iter().map(source).collect();
    let problems = |errors: Vec<TemplateError>| shown(&errors, &sources, asked.lang);
    let templates = Templates::parse(&sources).map_err(problems)?;
    let stack = templates.resolve(&parameters).map_err(problems)?;
    let network = network::build(&stack);
    choice::check_destinations(&stack, &network, &requirements)?;
    let from = choice::sources(&network, &asked.sources)?;
    let report = judge(&network, &from, &requirements);
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

fn source(file: &File) -> Source<'_> {
    Source { name: &file.name, text: &file.text }
}

fn shown(errors: &[TemplateError], sources: &[Source<'_>], lang: Lang) -> Vec<Problem> {
    errors.iter().map(|error| Problem::template(error, sources, lang)).collect()
}

fn all_hold(report: &Report) -> bool {
    report.sources.iter().flat_map(|source| &source.answers).all(|answer| answer.verdict == Verdict::Holds)
}

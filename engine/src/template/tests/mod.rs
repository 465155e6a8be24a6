//! Template text in, resolved resources or errors out.

#![expect(clippy::format_collect, clippy::format_push_string, reason = "speed does not matter here")]

mod errors;
mod functions;
mod properties;
mod real_inputs;
mod references;
mod stacks;
mod toggles;

use std::fmt::Write;

use expect_test::Expect;

use super::{Node, Parameters, Source, Stack, TemplateError, Templates, Value};

fn parameters(given: &[(&str, &str)]) -> Parameters {
    given.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn resolve(files: &[(&str, &str)], given: &[(&str, &str)]) -> Result<Stack, Vec<TemplateError>> {
    let sources: Vec<Source<'_>> = files.iter().map(|(name, text)| Source { name, text }).collect();
    Templates::parse(&sources)?.resolve(&parameters(given))
}

/// The resources, or the errors, as text: `line Id Type`, then each property with its line.
#[track_caller]
fn check_files(files: &[(&str, &str)], given: &[(&str, &str)], expect: Expect) {
    expect.assert_eq(&match resolve(files, given) {
        Ok(stack) => show_stack(&stack),
        Err(errors) => errors.iter().map(|error| format!("{error}\n")).collect(),
    });
}

#[track_caller]
fn check(text: &str, given: &[(&str, &str)], expect: Expect) {
    check_files(&[("t.yaml", text)], given, expect);
}

fn show_stack(stack: &Stack) -> String {
    let mut out = String::new();
    for resource in &stack.resources {
        let off = if resource.enabled { "" } else { " (off)" };
        writeln!(out, "{} {} {}{off}", resource.place.line, resource.id, resource.kind).unwrap();
        if let Some(unknown) = &resource.condition_unknown {
            writeln!(out, "  condition unknown: {} {:?}", unknown.what, unknown.why).unwrap();
        }
        if !resource.depends_on.is_empty() {
            writeln!(out, "  after {}", resource.depends_on.join(", ")).unwrap();
        }
        for (key, node) in resource.properties.entries() {
            writeln!(out, "  {}: {} @{}", key.text, show(node), node.place.line).unwrap();
        }
    }
    out
}

fn show(node: &Node) -> String {
    match &node.value {
        Value::Null => "null".to_owned(),
        Value::Bool(holds) => holds.to_string(),
        Value::Number(text) => text.to_string(),
        Value::Text(text) => format!("{text:?}"),
        Value::List(items) => format!("[{}]", items.iter().map(show).collect::<Vec<_>>().join(", ")),
        Value::Map(entries) => {
            let entries = entries.iter().map(|(key, value)| format!("{}: {}", key.text, show(value)));
            format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
        }
        Value::Reference(reference) => match &reference.attribute {
            None => format!("&{}", reference.resource),
            Some(attribute) => format!("&{}.{attribute}", reference.resource),
        },
        Value::Unknown(unknown) => format!("?{} {:?}", unknown.what, unknown.why),
    }
}

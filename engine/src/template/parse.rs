//! From texts to templates.

use super::{
    Node, Source, TemplateError, Templates, json,
    problems::Problems,
    raw::Raw,
    sections::{self, beginning},
    yaml,
};

/// Reads every file; all errors at once.
pub(super) fn parse(sources: &[Source<'_>]) -> Result<Templates, Vec<TemplateError>> {
    let mut files = Vec::new();
    let mut errors = Vec::new();
    for (file, source) in (0..).zip(sources) {
        let mut problems = Problems::new(source.name);
        if let Some(root) = read(source.text, file, &mut problems) {
            files.push(sections::read(source.name, &root, &mut problems));
        }
        errors.extend(problems.into_sorted());
    }
    if errors.is_empty() { Ok(Templates { files: files.into() }) } else { Err(errors) }
}

/// Reads YAML or JSON without functions, in the order written.
///
/// # Errors
/// The first of what is wrong with the text.
pub fn read_plain(source: Source<'_>) -> Result<Node, TemplateError> {
    let mut problems = Problems::new(source.name);
    let root = read(source.text, 0, &mut problems);
    let node = root.as_ref().map(|root| sections::plain(root, &mut problems));
    let first = problems.into_sorted().into_iter().next();
    match (first, node) {
        (None, Some(node)) => Ok(node),
        (Some(error), _) => Err(error),
        (None, None) => Err(TemplateError {
            file: source.name.to_owned(),
            place: beginning(0),
            kind: super::TemplateErrorKind::Syntax("the file is empty".to_owned()),
        }),
    }
}

/// The tree as written. A text that begins with `{` is JSON, or else a YAML flow map.
fn read(text: &str, file: u16, problems: &mut Problems) -> Option<Raw> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if !text.trim_start().starts_with('{') {
        return yaml::read(text, file, problems);
    }
    let mut found = problems.alike();
    match json::read(text, file, &mut found) {
        Ok(root) => {
            problems.extend(found);
            Some(root)
        }
        Err(error) => {
            let mut found = problems.alike();
            if let Some(root) = yaml::read(text, file, &mut found) {
                problems.extend(found);
                Some(root)
            } else {
                error.report(problems);
                None
            }
        }
    }
}

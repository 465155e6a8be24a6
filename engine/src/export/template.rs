//! The template's own text with other defaults, to be deployed as it is.

use crate::template::{Parameters, Templates};

/// The text of a template (the first file) with these values as its parameters' defaults. Everything else stays as it is written,
/// comments included.
pub fn template(templates: &Templates, text: &str, parameters: &Parameters) -> String {
    let defaults = templates.defaults();
    let mut lines: Vec<String> = Vec::new();
    for (number, line) in (1..).zip(text.split('\n')) {
        let here = defaults.iter().find(|(_, place)| place.line == number);
        let new = here.and_then(|(name, place)| Some((parameters.get(*name)?, place.column)));
        lines.push(match new {
            Some((value, column)) => put(line, usize::try_from(column).unwrap_or(1), value),
            None => line.to_owned(),
        });
    }
    lines.join("\n")
}

/// The line with a value, in quotes, in place of the one that begins at this column.
fn put(line: &str, column: usize, value: &str) -> String {
    let before: String = line.chars().take(column.saturating_sub(1)).collect();
    let old = line.strip_prefix(before.as_str()).unwrap_or_default();
    let quote = old.chars().next().filter(|first| matches!(first, '"' | '\''));
    let after = match quote {
        Some(quote) => {
            old.strip_prefix(quote).and_then(|rest| rest.split_once(quote)).map(|(_, after)| after)
        }
        // A plain value ends where a comment, an entry of a flow map or the line does.
        None => {
            [" }", ",", "}", " #"].iter().filter_map(|end| old.find(end)).min().and_then(|end| old.get(end..))
        }
    };
    [&before, "\"", value, "\"", after.unwrap_or_default()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::Source;

    #[track_caller]
    fn check(written: &str, expect: &str) {
        let text = |default: &str| {
            [
                "Parameters:\n  Nat: ",
                default,
                "\nResources:\n  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }\n",
            ]
            .concat()
        };
        let text_before = text(written);
        let templates =
            Templates::parse(&[Source { name: "t.yaml", text: &text_before }]).expect("a good template");
        let parameters = Parameters::from([("Nat".to_owned(), "true".to_owned())]);
        let found = template(&templates, &text_before, &parameters);
        assert_eq!(found, text(expect), "{written}");
        let again =
            Templates::parse(&[Source { name: "t.yaml", text: &found }]).expect("still a good template");
        let stack = again.resolve(&Parameters::new()).expect("a good stack");
        assert_eq!(stack.parameters.get("Nat").map(String::as_str), Some("true"), "{written}");
    }

    #[test]
    fn only_the_default_changes() {
        check("{ Type: String, Default: \"false\" }", "{ Type: String, Default: \"true\" }");
        check(
            "{ Type: String, Default: 'false', NoEcho: false }",
            "{ Type: String, Default: \"true\", NoEcho: false }",
        );
        check(
            "\n    Type: String\n    Default: false # off",
            "\n    Type: String\n    Default: \"true\" # off",
        );
    }
}

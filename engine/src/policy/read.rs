//! Reading documents: a map, or a string of JSON. `Version: 2012-10-17` unquoted is a date to YAML and makes no difference; a
//! single statement need not be in a list.

use super::{Condition, Document, Patterns, ReadError, Statement};
use crate::template::{Node, Place, Source, Stack, Unknown, Value, read_plain};

pub(super) fn document(stack: &Stack, node: &Node) -> Result<Document, ReadError> {
    match &node.value {
        Value::Map(_) => of_map(stack, node, node.place, |place| place),
        Value::Text(text) => {
            let read = read_plain(Source { name: "policy", text });
            let inner =
                read.map_err(|error| ReadError { place: node.place, what: error.to_string().into() })?;
            let outer = node.place;
            // Lines of the string count from the line it begins on; where it is one line the columns tell statements apart.
            let at = move |place: Place| Place {
                file: outer.file,
                line: outer.line + if text.contains('\n') { place.line } else { 0 },
                column: place.column,
            };
            of_map(stack, &inner, outer, at)
        }
        Value::Unknown(unknown) => Ok(not_known(node.place, unknown)),
        Value::Reference(reference) => {
            let unknown = Unknown {
                what: (&*reference.resource).into(),
                why: crate::template::UnknownWhy::OnlyWhenDeployed,
            };
            Ok(not_known(node.place, &unknown))
        }
        _ => Err(ReadError { place: node.place, what: "expected a policy document".into() }),
    }
}

/// A document of which nothing is known: a statement that may deny anything, and one that may allow it.
fn not_known(place: Place, unknown: &Unknown) -> Document {
    let everything = || Patterns { patterns: vec!["*".into()], negated: false };
    let statement = |allow| Statement {
        place,
        sid: None,
        allow,
        principals: None,
        actions: everything(),
        resources: Some(everything()),
        conditions: Vec::new(),
        unknown: Some(unknown.clone()),
    };
    Document { place, statements: vec![statement(false), statement(true)] }
}

fn of_map(
    stack: &Stack,
    node: &Node,
    place: Place,
    at: impl Fn(Place) -> Place,
) -> Result<Document, ReadError> {
    let wrong = |place: Place, what: &str| ReadError { place: at(place), what: what.into() };
    let Some(statements) = node.get("Statement") else {
        return Err(wrong(node.place, "Statement"));
    };
    let mut read = Vec::new();
    for node in statements.items() {
        if let Some(unknown) = node.unknown() {
            read.extend(not_known(at(node.place), unknown).statements);
            continue;
        }
        if !matches!(node.value, Value::Map(_)) {
            return Err(wrong(node.place, "Statement"));
        }
        read.push(statement(stack, node, &at).map_err(|(place, what)| wrong(place, what))?);
    }
    Ok(Document { place, statements: read })
}

fn statement(
    stack: &Stack,
    node: &Node,
    at: &impl Fn(Place) -> Place,
) -> Result<Statement, (Place, &'static str)> {
    let mut unknown = None;
    let allow = match node.get("Effect") {
        Some(effect) => match effect.text().as_deref() {
            Some("Allow") => true,
            Some("Deny") => false,
            _ => match effect.unknown() {
                // Taken as a denial that may apply: the answer is then never certain.
                Some(u) => {
                    unknown = Some(u.clone());
                    false
                }
                None => return Err((effect.place, "Effect")),
            },
        },
        None => return Err((node.place, "Effect")),
    };
    let mut patterns = |key: &str, not: &str| {
        let (list, negated) = match node.get(key) {
            Some(list) => (list, false),
            None => (node.get(not)?, true),
        };
        let patterns = texts(stack, list, negated, &mut unknown);
        Some(Patterns { patterns, negated })
    };
    let Some(actions) = patterns("Action", "NotAction") else { return Err((node.place, "Action")) };
    let resources = patterns("Resource", "NotResource");
    let principals = match (node.get("Principal"), node.get("NotPrincipal")) {
        (Some(node), _) => Some(principals(stack, node, false, &mut unknown)),
        (None, Some(node)) => Some(principals(stack, node, true, &mut unknown)),
        (None, None) => None,
    };
    let mut conditions = Vec::new();
    if let Some(condition) = node.get("Condition") {
        if let Some(u) = condition.unknown() {
            unknown = Some(u.clone());
        }
        for (operator, keys) in condition.entries() {
            for (key, values) in keys.entries() {
                let values = texts(stack, values, false, &mut unknown);
                conditions.push(Condition {
                    operator: (&*operator.text).into(),
                    key: (&*key.text).into(),
                    values,
                    place: at(key.place),
                });
            }
        }
    }
    Ok(Statement {
        place: at(node.place),
        sid: node.get("Sid").and_then(Node::text).map(|text| text.as_ref().into()),
        allow,
        principals,
        actions,
        resources,
        conditions,
        unknown,
    })
}

/// Texts of a list. One that is not known is taken at its widest: it matches all, or where all but it matches, nothing.
fn texts(stack: &Stack, list: &Node, negated: bool, unknown: &mut Option<Unknown>) -> Vec<Box<str>> {
    let mut texts = Vec::new();
    for node in list.items() {
        if let Some(text) = stack.text_of(node) {
            texts.push(text.as_ref().into());
        } else if let Some(u) = node.unknown() {
            *unknown = Some(u.clone());
            if !negated {
                texts.push("*".into());
            }
        }
    }
    texts
}

/// `"*"`, or `AWS:…`, `Service:…`, `Federated:…` for each that is named.
fn principals(stack: &Stack, node: &Node, negated: bool, unknown: &mut Option<Unknown>) -> Patterns {
    let mut patterns: Vec<Box<str>> = Vec::new();
    for (kind, list) in node.entries() {
        let named = texts(stack, list, negated, unknown);
        patterns.extend(named.into_iter().map(|name| format!("{}:{name}", kind.text).into()));
    }
    if !matches!(node.value, Value::Map(_)) {
        patterns = texts(stack, node, negated, unknown);
    }
    Patterns { patterns, negated }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::{Parameters, Templates};

    /// The document written as the value of `PolicyDocument`, in one line; or what cannot be read.
    #[track_caller]
    fn check(document: &str, expect: &str) {
        let text = format!(
            "
Parameters: {{P: {{Type: String}}}}
Resources:
  B: {{Type: AWS::S3::Bucket}}
  X: {{Type: AWS::S3::BucketPolicy, Properties: {{Bucket: !Ref B, PolicyDocument: {document}}}}}
"
        );
        let templates = Templates::parse(&[Source { name: "t", text: &text }]).unwrap();
        let stack = templates.resolve(&Parameters::new()).unwrap();
        let node = stack.resource("X").and_then(|r| r.get("PolicyDocument")).unwrap();
        let said = match Document::read(&stack, node) {
            Ok(document) => document.statements.iter().map(print).collect::<Vec<_>>().join("; "),
            Err(error) => format!("error {}", error.what),
        };
        assert_eq!(said, expect);
    }

    fn print(s: &Statement) -> String {
        let list = |p: &Patterns| format!("{}{}", if p.negated { "not " } else { "" }, p.patterns.join(","));
        let unknown = s.unknown.as_ref().map_or(String::new(), |u| format!(" ?{}", u.what));
        let on = s.resources.as_ref().map_or("-".into(), list);
        let who = s.principals.as_ref().map_or("-".into(), list);
        format!("{} {} on {on} by {who}{unknown}", if s.allow { "allow" } else { "deny" }, list(&s.actions))
    }

    #[test]
    fn maps_strings_and_functions() {
        check(
            "{Version: 2012-10-17, Statement: {Effect: Allow, Action: a:B, Resource: '*'}}",
            "allow a:B on * by -",
        );
        check(
            r#"'{"Statement":[{"Effect":"Deny","Principal":{"AWS":["1","2"]},"Action":["a:B","a:C"]}]}'"#,
            "deny a:B,a:C on - by AWS:1,AWS:2",
        );
        check(
            r#"!Sub '{"Statement":{"Effect":"Allow","Action":"*","Resource":"${B.Arn}/*"}}'"#,
            "allow * on arn:aws:s3:::${B}/* by -",
        );
        check(
            "{Statement: {Effect: Allow, Action: '*', Resource: !GetAtt B.Arn}}",
            "allow * on arn:aws:s3:::${B} by -",
        );
    }

    #[test]
    fn what_is_not_known_is_taken_at_its_widest() {
        check("!Ref P", "deny * on * by - ?P; allow * on * by - ?P");
        check("{Statement: {Effect: Allow, Action: '*', Resource: [x, !Ref P]}}", "allow * on x,* by - ?P");
        check(
            "{Statement: {Effect: Allow, Action: '*', NotResource: [x, !Ref P]}}",
            "allow * on not x by - ?P",
        );
    }

    #[test]
    fn what_cannot_be_read() {
        check("{}", "error Statement");
        check("{Statement: [{Action: '*', Resource: '*'}]}", "error Effect");
        check("{Statement: [{Effect: Allow}]}", "error Action");
        check("{Statement: [text]}", "error Statement");
    }
}

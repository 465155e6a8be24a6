//! Parameters that nobody gave a value: which values could make a difference.

use super::{
    Parameters, Place, Templates, Value,
    conditions::items,
    expression::{Expr, ExprKind, Function, Target},
    parameters::{ParameterDecl, ParameterKind},
};

/// Stands for every value that the template does not single out.
pub(super) const ANY_OTHER: &str = "any other value";

/// A parameter without a value, where the template itself tells the values apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenParameter {
    /// Its name.
    pub name: Box<str>,
    /// Where it is declared.
    pub place: Place,
    /// Its allowed values; else those that conditions hold it against, and one that stands for all others.
    pub values: Vec<Box<str>>,
}

/// The open parameters of these templates, in written order.
pub(super) fn parameters(templates: &Templates, given: &Parameters) -> Vec<OpenParameter> {
    let mut open: Vec<OpenParameter> = Vec::new();
    for file in templates.files.iter() {
        for (index, decl) in file.parameters.iter().enumerate() {
            let name = &decl.key.text;
            let known = decl.default.is_some() || given.contains_key(&**name);
            let plain = matches!(decl.kind, ParameterKind::Text | ParameterKind::Number);
            if known || !plain || open.iter().any(|o| *o.name == **name) {
                continue;
            }
            let values = if decl.allowed.is_empty() {
                let mut held: Vec<Box<str>> = Vec::new();
                file.conditions.iter().for_each(|(_, expr)| held_against(expr, index, &mut held));
                with_another(decl, held)
            } else {
                decl.allowed.clone()
            };
            if !values.is_empty() {
                open.push(OpenParameter { name: (**name).into(), place: decl.key.place, values });
            }
        }
    }
    open
}

fn with_another(decl: &ParameterDecl, mut held: Vec<Box<str>>) -> Vec<Box<str>> {
    held.retain(|value| decl.check(value).is_ok());
    if held.is_empty() {
        return held;
    }
    let logical = |text: &str| text.eq_ignore_ascii_case("true") || text.eq_ignore_ascii_case("false");
    if held.iter().all(|text| logical(text)) {
        for text in ["true", "false"] {
            if !held.iter().any(|value| value.eq_ignore_ascii_case(text)) {
                held.push(text.into());
            }
        }
        return held;
    }
    let other = match decl.kind {
        ParameterKind::Number => {
            (0..=u16::MAX).map(|n| n.to_string()).find(|n| !held.iter().any(|h| **h == **n))
        }
        _ => Some(ANY_OTHER.to_owned()),
    };
    held.extend(other.filter(|other| decl.check(other).is_ok()).map(Into::into));
    held
}

/// Constants that a condition compares the parameter with.
fn held_against(expr: &Expr, parameter: usize, held: &mut Vec<Box<str>>) {
    match &expr.kind {
        ExprKind::Call(Function::Equals, arguments) => {
            let [a, b] = items(arguments) else { return };
            for (one, other) in [(a, b), (b, a)] {
                let named = matches!(one.kind, ExprKind::Ref(Target::Parameter(index)) if index == parameter);
                if let (true, ExprKind::Constant(value)) = (named, &other.kind)
                    && let Some(text) = text(value)
                    && !held.contains(&text)
                {
                    held.push(text);
                }
            }
        }
        ExprKind::Call(_, arguments) => {
            for item in items(arguments) {
                held_against(item, parameter, held);
            }
        }
        _ => {}
    }
}

fn text(value: &Value) -> Option<Box<str>> {
    match value {
        Value::Text(text) | Value::Number(text) => Some((**text).into()),
        Value::Bool(b) => Some(if *b { "true".into() } else { "false".into() }),
        _ => None,
    }
}

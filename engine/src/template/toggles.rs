//! Which parameters are switches, and what they switch.

use super::{
    Parameters, Templates, Toggle, Value,
    conditions::items,
    declaration::Template,
    expression::{Expr, ExprKind, Function, Target},
    parameters::ParameterDecl,
    world::World,
};

/// Values that mean off and on.
const PAIRS: [(&str, &str); 4] = [("false", "true"), ("no", "yes"), ("off", "on"), ("disabled", "enabled")];

/// The two-valued parameters of the roots.
pub(super) fn toggles(templates: &Templates) -> Vec<Toggle> {
    let given = Parameters::new();
    let world = World::new(templates, &given);
    let mut toggles: Vec<Toggle> = Vec::new();
    for instance in world.instances.iter().filter(|instance| instance.parent.is_none()) {
        for index in in_order(instance.template) {
            let Some(decl) = instance.template.parameters.get(index) else { continue };
            let Some(values) = values(decl) else { continue };
            let controls = instance.template.resources.iter().zip(&instance.ids).filter(|(resource, _)| {
                resource.condition.is_some_and(|c| switches(instance.template, c, index, &values))
            });
            let controls: Vec<_> = controls.map(|(_, id)| (&**id).into()).collect();
            if let Some(toggle) = toggles.iter_mut().find(|t| *t.parameter == *decl.key.text) {
                toggle.controls.extend(controls);
                continue;
            }
            let interface = &instance.template.interface;
            let group = interface
                .groups
                .iter()
                .find(|group| group.parameters.iter().any(|name| **name == *decl.key.text));
            let label = interface.labels.iter().find(|(name, _)| **name == *decl.key.text);
            toggles.push(Toggle {
                parameter: (&*decl.key.text).into(),
                label: label.map(|(_, label)| label.clone()),
                group: group.and_then(|group| group.title.clone()),
                values,
                default: decl.default.as_ref().map(|(_, text)| text.clone()),
                controls,
            });
        }
    }
    toggles
}

/// Parameters in the order of the interface metadata, then of their declaration.
fn in_order(template: &Template) -> Vec<usize> {
    let position = |name: &str| template.parameters.iter().position(|p| &*p.key.text == name);
    let grouped = template
        .interface
        .groups
        .iter()
        .flat_map(|group| &group.parameters)
        .filter_map(|name| position(name));
    let mut order = Vec::new();
    for index in grouped.chain(0..template.parameters.len()) {
        if !order.contains(&index) {
            order.push(index);
        }
    }
    order
}

/// The values that mean off and on, as written.
fn values(decl: &ParameterDecl) -> Option<(Box<str>, Box<str>)> {
    let [a, b] = decl.allowed.as_slice() else { return None };
    let means = |off: &str, on: &str| {
        PAIRS.iter().any(|(o, n)| off.eq_ignore_ascii_case(o) && on.eq_ignore_ascii_case(n))
    };
    if means(a, b) {
        Some((a.clone(), b.clone()))
    } else if means(b, a) {
        Some((b.clone(), a.clone()))
    } else {
        None
    }
}

/// Whether a condition is nothing but this parameter being on.
fn switches(template: &Template, condition: usize, parameter: usize, values: &(Box<str>, Box<str>)) -> bool {
    let mut expr = template.conditions.get(condition).map(|(_, expr)| expr);
    let mut wanted = &*values.1;
    // Conditions that lead back to themselves are refused when parsing; the bound is the number of conditions.
    for _ in 0..=template.conditions.len() * 2 {
        let Some(Expr { kind, .. }) = expr else { return false };
        match kind {
            ExprKind::Condition(index) => expr = template.conditions.get(*index).map(|(_, expr)| expr),
            ExprKind::Call(Function::Not, arguments) => {
                let [inner] = items(arguments) else { return false };
                wanted = if wanted == &*values.1 { &values.0 } else { &values.1 };
                expr = Some(inner);
            }
            ExprKind::Call(Function::Equals, arguments) => {
                let [a, b] = items(arguments) else { return false };
                let is = |r: &Expr, v: &Expr| {
                    r.kind == ExprKind::Ref(Target::Parameter(parameter)) && written(v) == Some(wanted)
                };
                return is(a, b) || is(b, a);
            }
            _ => return false,
        }
    }
    false
}

/// The text of a constant.
fn written(expr: &Expr) -> Option<&str> {
    match &expr.kind {
        ExprKind::Constant(Value::Text(text) | Value::Number(text)) => Some(text),
        ExprKind::Constant(Value::Bool(holds)) => Some(if *holds { "true" } else { "false" }),
        _ => None,
    }
}

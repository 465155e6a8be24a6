//! `Conditions`: three-valued, because a parameter may not be given.

use super::{
    Key, TemplateErrorKind, Unknown, UnknownWhy, Value,
    evaluate::describe,
    expression::{Expr, ExprKind, Function},
    problems::Problems,
    world::World,
};

impl World<'_> {
    /// Whether a named condition holds.
    pub(super) fn condition(&self, at: usize, index: usize) -> Result<bool, Unknown> {
        let found = self.instances.get(at).and_then(|instance| {
            let (_, expr) = instance.template.conditions.get(index)?;
            instance.conditions.get(index)?.get(|| self.truth(at, expr)).cloned()
        });
        found.unwrap_or_else(|| {
            let what = "a condition that leads back to itself".into();
            Err(Unknown { what, why: UnknownWhy::FunctionNotEvaluated })
        })
    }

    /// Whether an expression holds.
    pub(super) fn truth(&self, at: usize, expr: &Expr) -> Result<bool, Unknown> {
        let too_deep = Unknown { what: "a condition".into(), why: UnknownWhy::FunctionNotEvaluated };
        self.deeper(|| self.work_out_truth(at, expr)).unwrap_or(Err(too_deep))
    }

    fn work_out_truth(&self, at: usize, expr: &Expr) -> Result<bool, Unknown> {
        match &expr.kind {
            ExprKind::Condition(index) => self.condition(at, *index),
            ExprKind::Call(Function::Equals, arguments) => {
                let [a, b] = items(arguments) else { return self.no_condition(expr, "two values") };
                let (a, b) = (self.value(at, a), self.value(at, b));
                if let Value::Unknown(unknown) = &a {
                    return Err(unknown.clone());
                }
                if let Value::Unknown(unknown) = &b {
                    return Err(unknown.clone());
                }
                Ok(self.equal(&a, &b))
            }
            ExprKind::Call(Function::Not, arguments) => match items(arguments) {
                [one] => self.truth(at, one).map(|holds| !holds),
                _ => self.no_condition(expr, "one condition"),
            },
            ExprKind::Call(Function::And, arguments) => self.fold(at, expr, items(arguments), false),
            ExprKind::Call(Function::Or, arguments) => self.fold(at, expr, items(arguments), true),
            _ => match self.value(at, expr) {
                Value::Bool(holds) => Ok(holds),
                Value::Text(text) if text.eq_ignore_ascii_case("true") => Ok(true),
                Value::Text(text) if text.eq_ignore_ascii_case("false") => Ok(false),
                Value::Unknown(unknown) => Err(unknown),
                other => {
                    let what = self.expected(expr.place, "a condition", describe(&other));
                    Err(unknown_of(what))
                }
            },
        }
    }

    /// `And` is decided by one `false`, `Or` by one `true`, whatever else is not known.
    fn fold(&self, at: usize, expr: &Expr, items: &[Expr], decides: bool) -> Result<bool, Unknown> {
        if items.is_empty() {
            return self.no_condition(expr, "a list of conditions");
        }
        let mut unknown = None;
        for item in items {
            match self.truth(at, item) {
                Ok(holds) if holds == decides => return Ok(decides),
                Ok(_) => {}
                Err(why) => unknown = unknown.or(Some(why)),
            }
        }
        unknown.map_or(Ok(!decides), Err)
    }

    fn no_condition(&self, expr: &Expr, expected: &str) -> Result<bool, Unknown> {
        Err(unknown_of(self.expected(expr.place, expected, "something else")))
    }

    /// Equality as `Fn::Equals` has it: numbers and booleans count as their text; case counts.
    fn equal(&self, a: &Value, b: &Value) -> bool {
        match (a, b) {
            (Value::List(a), Value::List(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(a, b)| self.equal(&a.value, &b.value))
            }
            (Value::List(_) | Value::Map(_), _) | (_, Value::List(_) | Value::Map(_)) => a == b,
            _ => {
                let text = |value| self.text_of_value(value, super::Place::default()).ok();
                text(a) == text(b)
            }
        }
    }
}

/// The arguments of a function that takes a list.
pub(super) fn items(arguments: &Expr) -> &[Expr] {
    match &arguments.kind {
        ExprKind::List(items) => items,
        _ => &[],
    }
}

fn unknown_of(value: Value) -> Unknown {
    match value {
        Value::Unknown(unknown) => unknown,
        _ => Unknown { what: "a condition".into(), why: UnknownWhy::FunctionNotEvaluated },
    }
}

/// Notes conditions that lead back to themselves.
pub(super) fn check_circular(conditions: &[(Key, Expr)], problems: &mut Problems) {
    let mut needs: Vec<Vec<usize>> = conditions
        .iter()
        .map(|(_, expr)| {
            let mut named = Vec::new();
            collect(expr, &mut named);
            named
        })
        .collect();
    // What needs nothing is no part of a circle, nor is what then needs nothing, and so on.
    let mut open: Vec<bool> = vec![true; needs.len()];
    let mut changed = true;
    while changed {
        changed = false;
        for (at, needed) in needs.iter_mut().enumerate() {
            needed.retain(|n| open.get(*n).copied().unwrap_or(false));
            if needed.is_empty()
                && let Some(open) = open.get_mut(at)
                && *open
            {
                *open = false;
                changed = true;
            }
        }
    }
    for (at, (key, _)) in conditions.iter().enumerate() {
        let circular = reaches(&needs, at);
        if circular {
            problems.add(key.place, TemplateErrorKind::Circular(key.text.to_string()));
        }
    }
}

/// Whether a condition is reached from itself.
fn reaches(needs: &[Vec<usize>], start: usize) -> bool {
    let mut seen = vec![false; needs.len()];
    let mut todo = needs.get(start).cloned().unwrap_or_default();
    while let Some(at) = todo.pop() {
        if at == start {
            return true;
        }
        if let Some(seen) = seen.get_mut(at)
            && !*seen
        {
            *seen = true;
            todo.extend(needs.get(at).into_iter().flatten());
        }
    }
    false
}

/// The named conditions inside an expression.
fn collect(expr: &Expr, named: &mut Vec<usize>) {
    match &expr.kind {
        ExprKind::Condition(index) => named.push(*index),
        ExprKind::If(choice) => {
            named.push(choice.condition);
            collect(&choice.then, named);
            collect(&choice.otherwise, named);
        }
        ExprKind::List(items) => items.iter().for_each(|item| collect(item, named)),
        ExprKind::Map(entries) => entries.iter().for_each(|(_, value)| collect(value, named)),
        ExprKind::Call(_, arguments) => collect(arguments, named),
        ExprKind::Sub(sub) => sub.variables.iter().for_each(|value| collect(value, named)),
        ExprKind::GetAtt(get_att) => collect(&get_att.attribute, named),
        ExprKind::Constant(_) | ExprKind::Ref(_) => {}
    }
}

//! What of a template depends on which parameters: for each resource the parameters that decide whether it is built and
//! what its properties are, in one state, and the resources its properties name.
//!
//! Toggles are numbered; a set of them is the bits of a `u64`. A decision is told by a *certificate*: a set of toggles
//! which, left as they are, decide it alone. `And` with one false member is decided by that member.

mod extents;

use std::rc::Rc;

use super::{
    Parameters, Templates, Toggle, Value,
    conditions::items,
    declaration::Template,
    expression::{Expr, ExprKind, Function, Hole, Part, Target},
    world::World,
};

/// How many toggles can be told apart.
pub const MAX_TOGGLES: usize = 63;

/// Everything depends on everything, for what is not followed (imports, parameters of nested stacks).
const ALL: u64 = u64::MAX;

/// What depends on what, compiled once per template.
#[derive(Clone, Debug, Default)]
pub struct Dependence {
    resources: Vec<Declared>,
    conditions: Vec<Truth>,
    /// What belongs to no resource: outputs, and conditions that are more than toggles.
    rest: Term,
}

/// A resource as declared.
#[derive(Clone, Debug)]
struct Declared {
    id: Box<str>,
    kind: Rc<str>,
    /// Conditions that must all hold.
    conditions: Vec<usize>,
    properties: Vec<Property>,
}

/// A property as declared.
#[derive(Clone, Debug)]
struct Property {
    key: Rc<str>,
    term: Term,
    /// Whether its value may be text, which the names that other resources know this one by are made of.
    text: bool,
}

/// An expression, as far as dependence goes.
#[derive(Clone, Debug, Default)]
struct Term {
    toggles: u64,
    names: Vec<usize>,
    choices: Vec<(usize, Term, Term)>,
}

/// A condition.
#[derive(Clone, Debug)]
enum Truth {
    /// The toggle's bit is this.
    Is(u32, bool),
    /// Another condition.
    Named(usize),
    Not(Box<Truth>),
    And(Vec<Truth>),
    Or(Vec<Truth>),
    Fixed(bool),
    /// Anything else, with the toggles in it.
    Other(u64),
}

/// A property of a resource in one state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PropertyDependence<'d> {
    /// Its key.
    pub key: &'d str,
    /// Toggles that decide its value.
    pub toggles: u64,
    /// Numbers of the resources it names.
    pub names: Vec<usize>,
}

impl Dependence {
    /// Reads off the templates, with these toggles numbered in this order. Toggles beyond [`MAX_TOGGLES`] have no number.
    pub fn new(templates: &Templates, toggles: &[Toggle]) -> Self {
        let given = Parameters::new();
        let world = World::new(templates, &given);
        let mut all = Self::default();
        let mut first_resource = 0;
        for instance in &world.instances {
            let reader = Reader {
                template: instance.template,
                toggles,
                nested: instance.parent.is_some(),
                first_resource,
                first_condition: all.conditions.len(),
            };
            all.conditions.extend(instance.template.conditions.iter().map(|(_, expr)| reader.truth(expr)));
            reader.rest(&all.conditions, &mut all.rest);
            for (decl, id) in instance.template.resources.iter().zip(&instance.ids) {
                let mut conditions: Vec<usize> =
                    decl.condition.map(|c| reader.first_condition + c).into_iter().collect();
                if instance.parent.is_some() {
                    // Whether the stack above is built: not followed.
                    conditions.push(all.conditions.len());
                    all.conditions.push(Truth::Other(ALL));
                }
                all.resources.push(Declared {
                    id: id.clone(),
                    kind: decl.kind.clone(),
                    conditions,
                    properties: reader.properties(&decl.properties),
                });
            }
            first_resource = all.resources.len();
        }
        all
    }

    /// How many resources there are, switched off or on.
    pub fn len(&self) -> usize {
        self.resources.len()
    }

    /// Whether there is no resource.
    pub fn is_empty(&self) -> bool {
        self.resources.is_empty()
    }

    /// The number of a resource.
    pub fn number(&self, id: &str) -> Option<usize> {
        self.resources.iter().position(|resource| *resource.id == *id)
    }

    /// Id and type of a resource.
    pub fn resource(&self, number: usize) -> Option<(&str, &str)> {
        self.resources.get(number).map(|resource| (&*resource.id, &*resource.kind))
    }

    /// Whether a resource is built in a state, and toggles that decide it alone. `None` where that is not known here.
    pub fn built(&self, number: usize, state: u64) -> (Option<bool>, u64) {
        let conditions = self.resources.get(number).map(|r| r.conditions.as_slice()).unwrap_or_default();
        decide(conditions.iter().map(|c| self.named(*c, state)), false)
    }

    /// The properties of a resource in a state.
    pub fn properties<'d>(&'d self, number: usize, state: u64) -> Vec<PropertyDependence<'d>> {
        let tell = |p: &'d Property| {
            let mut names = Vec::new();
            let toggles = self.term(&p.term, state, &mut names);
            PropertyDependence { key: &p.key, toggles, names }
        };
        self.declared(number).iter().map(tell).collect()
    }

    fn declared(&self, number: usize) -> &[Property] {
        self.resources.get(number).map(|r| r.properties.as_slice()).unwrap_or_default()
    }

    /// Whether a resource has the property, and if so whether it is the same in every state.
    pub fn is_fixed(&self, number: usize, property: &str) -> Option<bool> {
        let found = self.declared(number).iter().find(|p| *p.key == *property)?;
        Some(self.ever(&found.term) == 0)
    }

    /// Adds the toggles that the properties rest on in a state, and the resources they name, as far as the keys count.
    pub fn follow(
        &self,
        number: usize,
        state: u64,
        counts: impl Fn(&str) -> bool,
        names: &mut Vec<usize>,
    ) -> u64 {
        let counted = self.declared(number).iter().filter(|p| counts(&p.key));
        counted.fold(0, |toggles, p| toggles | self.term(&p.term, state, names))
    }

    /// The resources that a property names in any state.
    pub fn may_name(&self, number: usize, property: &str) -> Vec<usize> {
        let mut names = Vec::new();
        for p in self.declared(number).iter().filter(|p| *p.key == *property) {
            p.term.all_names(&mut names);
        }
        names.sort_unstable();
        names.dedup();
        names
    }

    fn term(&self, term: &Term, state: u64, names: &mut Vec<usize>) -> u64 {
        names.extend(&term.names);
        let mut toggles = term.toggles;
        for (condition, then, otherwise) in &term.choices {
            let (holds, by) = self.named(*condition, state);
            toggles |= by;
            if holds != Some(false) {
                toggles |= self.term(then, state, names);
            }
            if holds != Some(true) {
                toggles |= self.term(otherwise, state, names);
            }
        }
        toggles
    }

    fn named(&self, condition: usize, state: u64) -> (Option<bool>, u64) {
        self.conditions.get(condition).map_or((None, ALL), |truth| self.certificate(truth, state))
    }

    /// What a condition is in a state, and toggles that decide it alone.
    fn certificate(&self, truth: &Truth, state: u64) -> (Option<bool>, u64) {
        match truth {
            Truth::Is(bit, on) => (Some((state >> bit & 1 == 1) == *on), 1 << bit),
            Truth::Named(condition) => self.named(*condition, state),
            Truth::Not(inner) => {
                let (holds, by) = self.certificate(inner, state);
                (holds.map(|holds| !holds), by)
            }
            Truth::And(all) => decide(all.iter().map(|t| self.certificate(t, state)), false),
            Truth::Or(all) => decide(all.iter().map(|t| self.certificate(t, state)), true),
            Truth::Fixed(holds) => (Some(*holds), 0),
            Truth::Other(toggles) => (None, *toggles),
        }
    }
}

/// `And` is decided by one `false`, `Or` by one `true`: the one that rests on the fewest toggles.
fn decide(members: impl Iterator<Item = (Option<bool>, u64)>, decides: bool) -> (Option<bool>, u64) {
    let mut best: Option<u64> = None;
    let mut union = 0;
    let mut known = true;
    for (holds, by) in members {
        union |= by;
        known &= holds.is_some();
        if holds == Some(decides) && best.is_none_or(|best| by.count_ones() < best.count_ones()) {
            best = Some(by);
        }
    }
    match best {
        Some(by) => (Some(decides), by),
        None => (known.then_some(!decides), union),
    }
}

impl Term {
    fn all_names(&self, names: &mut Vec<usize>) {
        names.extend(&self.names);
        for (_, then, otherwise) in &self.choices {
            then.all_names(names);
            otherwise.all_names(names);
        }
    }
}

/// Reads one stack's template.
struct Reader<'t> {
    template: &'t Template,
    toggles: &'t [Toggle],
    nested: bool,
    first_resource: usize,
    first_condition: usize,
}

impl Reader<'_> {
    fn toggle(&self, parameter: usize) -> Option<(u32, &Toggle)> {
        let name = &self.template.parameters.get(parameter)?.key.text;
        let at = self.toggles.iter().take(MAX_TOGGLES).position(|toggle| *toggle.parameter == **name)?;
        Some((u32::try_from(at).ok()?, self.toggles.get(at)?))
    }

    /// The toggles a parameter's value rests on.
    fn parameter(&self, parameter: usize) -> u64 {
        if self.nested { ALL } else { self.toggle(parameter).map_or(0, |(bit, _)| 1 << bit) }
    }

    fn properties(&self, expr: &Expr) -> Vec<Property> {
        let property = |key: Rc<str>, value: &Expr| {
            let text = !matches!(value.kind, ExprKind::List(_) | ExprKind::Map(_));
            Property { key, term: self.term(value), text }
        };
        match &expr.kind {
            ExprKind::Map(entries) => {
                entries.iter().map(|(key, value)| property(key.text.clone(), value)).collect()
            }
            // Written as a choice of maps, say: one property without a name.
            _ => vec![property("".into(), expr)],
        }
    }

    /// What may be wrong beside the resources: an output's value, a condition that looks something up.
    fn rest(&self, conditions: &[Truth], rest: &mut Term) {
        fn beyond(truth: &Truth) -> u64 {
            match truth {
                Truth::Not(inner) => beyond(inner),
                Truth::And(all) | Truth::Or(all) => all.iter().fold(0, |toggles, t| toggles | beyond(t)),
                Truth::Other(toggles) => *toggles,
                Truth::Is(..) | Truth::Named(_) | Truth::Fixed(_) => 0,
            }
        }
        let own = conditions.get(self.first_condition..).unwrap_or_default();
        rest.toggles |= own.iter().fold(if self.nested { ALL } else { 0 }, |all, truth| all | beyond(truth));
        for output in &self.template.outputs {
            self.collect(&output.value, rest);
            output.export.iter().for_each(|name| self.collect(name, rest));
            let condition =
                output.condition.map(|c| (self.first_condition + c, Term::default(), Term::default()));
            rest.choices.extend(condition);
        }
    }

    fn term(&self, expr: &Expr) -> Term {
        let mut term = Term::default();
        self.collect(expr, &mut term);
        term
    }

    fn collect(&self, expr: &Expr, term: &mut Term) {
        match &expr.kind {
            ExprKind::Constant(_) => {}
            ExprKind::List(items) => items.iter().for_each(|item| self.collect(item, term)),
            ExprKind::Map(entries) => entries.iter().for_each(|(_, value)| self.collect(value, term)),
            ExprKind::Ref(target) => self.target(*target, term),
            ExprKind::GetAtt(get_att) => {
                term.names.push(self.first_resource + get_att.resource);
                self.collect(&get_att.attribute, term);
            }
            ExprKind::Sub(sub) => {
                for part in &sub.parts {
                    match part {
                        Part::Name(_, Hole::Target(target)) => self.target(*target, term),
                        Part::Name(_, Hole::Attribute(resource, _)) => {
                            term.names.push(self.first_resource + resource);
                        }
                        Part::Name(_, Hole::Variable(_)) | Part::Text(_) => {}
                    }
                }
                sub.variables.iter().for_each(|value| self.collect(value, term));
            }
            ExprKind::If(choice) => term.choices.push((
                self.first_condition + choice.condition,
                self.term(&choice.then),
                self.term(&choice.otherwise),
            )),
            ExprKind::Condition(index) => {
                term.choices.push((self.first_condition + index, Term::default(), Term::default()));
            }
            ExprKind::Call(Function::ImportValue, _) => term.toggles = ALL,
            ExprKind::Call(_, arguments) => self.collect(arguments, term),
        }
    }

    fn target(&self, target: Target, term: &mut Term) {
        match target {
            Target::Parameter(parameter) => term.toggles |= self.parameter(parameter),
            Target::Resource(resource) => term.names.push(self.first_resource + resource),
            Target::Pseudo(_) => {}
        }
    }

    fn truth(&self, expr: &Expr) -> Truth {
        let all = |arguments| items(arguments).iter().map(|item| self.truth(item)).collect();
        match &expr.kind {
            ExprKind::Condition(index) => Truth::Named(self.first_condition + index),
            ExprKind::Call(Function::Not, arguments) if let [inner] = items(arguments) => {
                Truth::Not(Box::new(self.truth(inner)))
            }
            ExprKind::Call(Function::And, arguments) => Truth::And(all(arguments)),
            ExprKind::Call(Function::Or, arguments) => Truth::Or(all(arguments)),
            ExprKind::Call(Function::Equals, arguments) => {
                let [a, b] = items(arguments) else { return self.other(expr) };
                self.equals(a, b).or_else(|| self.equals(b, a)).unwrap_or_else(|| self.other(expr))
            }
            _ => self.other(expr),
        }
    }

    fn other(&self, expr: &Expr) -> Truth {
        let term = self.term(expr);
        // A name of a resource in a condition does not occur; its text would rest on anything.
        Truth::Other(if term.names.is_empty() && term.choices.is_empty() { term.toggles } else { ALL })
    }

    /// A toggle held against a constant.
    fn equals(&self, parameter: &Expr, constant: &Expr) -> Option<Truth> {
        let (ExprKind::Ref(Target::Parameter(parameter)), ExprKind::Constant(value)) =
            (&parameter.kind, &constant.kind)
        else {
            return None;
        };
        let (bit, toggle) = self.toggle(*parameter).filter(|_| !self.nested)?;
        let text = match value {
            Value::Text(text) | Value::Number(text) => text,
            Value::Bool(true) => "true",
            Value::Bool(false) => "false",
            _ => return None,
        };
        Some(if *text == *toggle.values.1 {
            Truth::Is(bit, true)
        } else if *text == *toggle.values.0 {
            Truth::Is(bit, false)
        } else {
            Truth::Fixed(false)
        })
    }
}

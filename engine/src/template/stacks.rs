//! Several stacks: which files are nested in which, what they export and import, what a parent hands down.

use super::{
    Lookup, Place, TemplateErrorKind, Unknown, UnknownWhy, Value,
    declaration::ResourceDecl,
    expression::{Expr, ExprKind},
    nearest::nearest,
    parameters::{ParameterDecl, ParameterKind},
    sections::property,
    world::{Instance, Once, World},
};

/// More stacks than this are not laid out; files that nest each other could otherwise make endlessly many.
const MAX_STACKS: usize = 200;

/// A value that a stack exports.
pub(super) struct Export {
    /// The stack.
    at: usize,
    /// The output, by index.
    output: usize,
    /// The name.
    name: String,
    /// The name with what is not known left open, the stack's name too.
    open: Vec<Token>,
}

/// A character of a name, or a part that is left open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token {
    Character(char),
    Anything,
}

impl<'t> World<'t> {
    /// Makes the stacks: every file that no other one nests is a root, and roots make what they nest.
    pub(super) fn lay_out(&mut self) {
        let files = &self.templates.files;
        let nested: Vec<&str> =
            files.iter().flat_map(|f| &f.resources).filter_map(|r| r.nested.as_deref()).collect();
        for template in files.iter() {
            // Where files nest each other in a circle nobody is the root; then each is.
            let circular = files.iter().all(|f| nested.contains(&&*f.base));
            if circular || !nested.contains(&&*template.base) {
                self.add(template, template.stem.to_string(), None);
            }
        }
        if let (Some(name), Some(first)) = (self.given.get("AWS::StackName"), self.instances.first_mut()) {
            first.stack_name.clone_from(name);
        }
        let mut at = 0;
        while at < self.instances.len() && self.instances.len() < MAX_STACKS {
            self.add_children(at);
            at += 1;
        }
    }

    fn add_children(&mut self, at: usize) {
        let Some(instance) = self.instances.get(at) else { return };
        let (template, stack_name) = (instance.template, instance.stack_name.clone());
        let mut children = Vec::new();
        for (index, resource) in template.resources.iter().enumerate() {
            let Some(base) = &resource.nested else { continue };
            let child = self.templates.files.iter().find(|f| f.base == *base);
            if let Some(child) = child
                && !self.inside(at, child)
                && self.instances.len() < MAX_STACKS
            {
                let name = format!("{stack_name}-{}", resource.key.text);
                children.push((index, self.add(child, name, Some((at, resource)))));
            }
        }
        if let Some(instance) = self.instances.get_mut(at) {
            instance.children = children;
        }
    }

    /// Whether a stack is made, however far up, by this template.
    fn inside(&self, at: usize, template: &super::declaration::Template) -> bool {
        let mut here = self.instances.get(at);
        while let Some(instance) = here {
            if std::ptr::eq(instance.template, template) {
                return true;
            }
            here = instance.parent.and_then(|(parent, _)| self.instances.get(parent));
        }
        false
    }

    fn add(
        &mut self,
        template: &'t super::declaration::Template,
        stack_name: String,
        parent: Option<(usize, &'t ResourceDecl)>,
    ) -> usize {
        let taken = |id: &str| self.find(id).is_some();
        let ids = template.resources.iter().map(|resource| {
            let id = &resource.key.text;
            if !taken(id) {
                return (&**id).into();
            }
            let plain = format!("{}.{id}", template.stem);
            if taken(&plain) { format!("{stack_name}.{id}").into() } else { plain.into() }
        });
        let instance = Instance {
            template,
            parent,
            ids: ids.collect(),
            by_id: Lookup::default(),
            children: Vec::new(),
            parameters: template.parameters.iter().map(|_| Once::default()).collect(),
            conditions: template.conditions.iter().map(|_| Once::default()).collect(),
            outputs: template.outputs.iter().map(|_| Once::default()).collect(),
            stack_name,
        };
        self.instances.push(instance);
        self.instances.len() - 1
    }

    /// The value of a parameter: given from outside for a root, by the parent for a nested stack.
    pub(super) fn parameter_value(&self, at: usize, decl: &ParameterDecl) -> Value {
        let parent = self.instances.get(at).and_then(|instance| instance.parent);
        let name = &*decl.key.text;
        match parent {
            None => match self.given.get(name) {
                Some(text) => self.checked(decl, text, decl.key.place),
                None => Self::default_value(decl),
            },
            Some((parent, resource)) => {
                let given =
                    property(&resource.properties, "Parameters").and_then(|given| property(given, name));
                match given {
                    Some(expr) => self.handed_down(parent, decl, expr),
                    None => Self::default_value(decl),
                }
            }
        }
    }

    fn default_value(decl: &ParameterDecl) -> Value {
        match &decl.default {
            Some((place, text)) => decl.value(text, *place),
            None => decl.not_given(),
        }
    }

    fn checked(&self, decl: &ParameterDecl, text: &str, place: Place) -> Value {
        if let Err(kind) = decl.check(text) {
            self.error(place, kind);
        }
        decl.value(text, place)
    }

    /// What a parent gives to a parameter of a nested stack. References stay references.
    fn handed_down(&self, parent: usize, decl: &ParameterDecl, expr: &Expr) -> Value {
        let lists = matches!(decl.kind, ParameterKind::Texts | ParameterKind::Numbers);
        let value = self.value(parent, expr);
        match value {
            Value::Unknown(_) => value,
            Value::List(_) if lists => value,
            Value::Reference(_) if lists => Value::List(vec![super::Node { place: expr.place, value }]),
            Value::Reference(_) => value,
            other => match self.text_of_value(&other, expr.place) {
                Ok(text) => {
                    let value = self.checked(decl, &text, expr.place);
                    self.restore(value)
                }
                Err(unknown) => Value::Unknown(unknown),
            },
        }
    }

    /// Placeholders become the references they came from.
    fn restore(&self, value: Value) -> Value {
        match value {
            Value::Text(text) => self.from_text(&text),
            Value::List(mut nodes) => {
                for node in &mut nodes {
                    node.value = self.restore(std::mem::replace(&mut node.value, Value::Null));
                }
                Value::List(nodes)
            }
            other => other,
        }
    }

    /// Notes parameters that a parent gives and the nested template does not declare.
    pub(super) fn check_handed_down(&self, at: usize) {
        let Some(instance) = self.instances.get(at) else { return };
        let Some((_, resource)) = instance.parent else { return };
        let Some(given) = property(&resource.properties, "Parameters") else { return };
        let ExprKind::Map(entries) = &given.kind else { return };
        let names = || instance.template.parameters.iter().map(|p| &*p.key.text);
        for (key, _) in entries {
            if !names().any(|name| name == &*key.text) {
                self.no_such(key.place, "parameter", &key.text, names());
            }
        }
    }

    /// Notes parameters given from outside that no root declares.
    pub(super) fn check_given(&self) {
        let roots = || self.instances.iter().filter(|instance| instance.parent.is_none());
        let names = || roots().flat_map(|root| &root.template.parameters).map(|p| &*p.key.text);
        let place = roots().next().map_or(Place::default(), |root| root.template.parameters_place);
        for name in self.given.keys() {
            if !name.starts_with("AWS::") && !names().any(|declared| declared == name) {
                let nearest = nearest(name, names()).map(str::to_owned);
                self.error(
                    place,
                    TemplateErrorKind::NoSuchName { what: "parameter", found: name.clone(), nearest },
                );
            }
        }
    }

    /// The value of an output.
    pub(super) fn output(&self, at: usize, index: usize) -> Option<Value> {
        let instance = self.instances.get(at)?;
        let decl = instance.template.outputs.get(index)?;
        let value = instance.outputs.get(index)?.get(|| match self.value(at, &decl.value) {
            // An output is text; a list or map is noted as an error.
            list @ (Value::List(_) | Value::Map(_)) => match self.text_of_value(&list, decl.value.place) {
                Ok(text) => Value::Text(text.into()),
                Err(unknown) => Value::Unknown(unknown),
            },
            value => value,
        })?;
        Some(value.clone())
    }

    /// `GetAtt Nested.Outputs.Name`.
    pub(super) fn nested_output(&self, at: usize, index: usize, name: &str, place: Place) -> Value {
        let id = self.resource(at, index).map_or("", |(_, id)| id);
        let unknown = |why| Value::Unknown(Unknown { what: format!("{id}.Outputs.{name}").into(), why });
        let child = self.instances.get(at).and_then(|instance| {
            instance.children.iter().find(|(resource, _)| *resource == index).map(|(_, child)| *child)
        });
        let Some((child, instance)) = child.and_then(|child| Some((child, self.instances.get(child)?)))
        else {
            return unknown(UnknownWhy::OnlyWhenDeployed);
        };
        let outputs = &instance.template.outputs;
        match outputs.iter().position(|output| &*output.key.text == name) {
            Some(output) => {
                self.output(child, output).unwrap_or_else(|| unknown(UnknownWhy::FunctionNotEvaluated))
            }
            None => self.no_such(place, "output", name, outputs.iter().map(|output| &*output.key.text)),
        }
    }

    /// `Fn::ImportValue`. An exact name wins; else what is not known in the name (a parameter without a value) and the
    /// exporting stack's name may be anything, and the import is joined when one export alone fits.
    pub(super) fn import(&self, at: usize, arguments: &Expr) -> Value {
        let name = match self.text(at, arguments) {
            Ok(name) => name,
            Err(unknown) => unknown.what.into(),
        };
        let missing = || {
            let what = format!("Fn::ImportValue {name}").into();
            Value::Unknown(Unknown { what, why: UnknownWhy::ImportNotGiven })
        };
        let Some(exports) = self.exports.get(|| self.all_exports()) else { return missing() };
        let others = || exports.iter().filter(|export| export.at != at);
        let wanted = tokens(&name);
        let export = others().find(|export| export.name == name).or_else(|| {
            let mut fitting = others().filter(|export| overlap(&wanted, &export.open));
            fitting.next().filter(|_| fitting.next().is_none())
        });
        let value = export.and_then(|export| self.output(export.at, export.output));
        value.unwrap_or_else(missing)
    }

    fn all_exports(&self) -> Vec<Export> {
        let mut exports = Vec::new();
        for (at, instance) in self.instances.iter().enumerate() {
            for (output, decl) in instance.template.outputs.iter().enumerate() {
                let Some(name) = &decl.export else { continue };
                if decl.condition.is_some_and(|c| self.condition(at, c) == Ok(false)) {
                    continue;
                }
                let text =
                    |result: Result<String, Unknown>| result.unwrap_or_else(|unknown| unknown.what.into());
                let concrete = text(self.text(at, name));
                self.stack_names_open.set(true);
                let open = text(self.text(at, name));
                self.stack_names_open.set(false);
                exports.push(Export { at, output, name: concrete, open: tokens(&open) });
            }
        }
        exports
    }
}

/// A name with its `${…}` left open.
fn tokens(name: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = name;
    while let Some((before, after)) = rest.split_once("${") {
        let Some((_, tail)) = after.split_once('}') else { break };
        tokens.extend(before.chars().map(Token::Character));
        tokens.push(Token::Anything);
        rest = tail;
    }
    tokens.extend(rest.chars().map(Token::Character));
    tokens
}

/// Whether some name fits both.
fn overlap(a: &[Token], b: &[Token]) -> bool {
    // `row[j]`: the rest of `a` from here and the rest of `b` from `j` have a name in common.
    let mut row: Vec<bool> = (0..=b.len())
        .map(|j| b.get(j..).unwrap_or_default().iter().all(|token| *token == Token::Anything))
        .collect();
    for (i, x) in a.iter().enumerate().rev() {
        let rest_open = a.get(i..).unwrap_or_default().iter().all(|token| *token == Token::Anything);
        let mut next = vec![false; b.len() + 1];
        let mut right = rest_open;
        if let Some(last) = next.last_mut() {
            *last = right;
        }
        for (j, y) in b.iter().enumerate().rev() {
            let here = |row: &[bool], j: usize| row.get(j).copied().unwrap_or(false);
            right = match (x, y) {
                (Token::Anything, _) | (_, Token::Anything) => here(&row, j) || right,
                (Token::Character(x), Token::Character(y)) => x == y && here(&row, j + 1),
            };
            if let Some(cell) = next.get_mut(j) {
                *cell = right;
            }
        }
        row = next;
    }
    row.first().copied().unwrap_or(true)
}

#[cfg(test)]
mod tests {
    use super::{overlap, tokens};

    #[track_caller]
    fn check(a: &str, b: &str, expect: bool) {
        assert_eq!(overlap(&tokens(a), &tokens(b)), expect, "{a} with {b}");
        assert_eq!(overlap(&tokens(b), &tokens(a)), expect, "{b} with {a}");
    }

    #[test]
    fn names_with_open_parts_overlap() {
        check("net-Vpc", "net-Vpc", true);
        check("net-Vpc", "net-Vpc2", false);
        check("${P}-SubnetAPublic", "${AWS::StackName}-SubnetAPublic", true);
        check("${P}-SubnetAPublic", "${AWS::StackName}-SubnetBPublic", false);
        check("net-SubnetAPublic", "${AWS::StackName}-SubnetAPublic", true);
        check("${P}", "anything", true);
        check("a${P}b", "a${Q}", true);
        check("a${P}", "b${Q}", false);
        check("", "${Q}", true);
        check("", "x", false);
    }
}

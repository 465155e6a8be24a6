//! Parameters of a stack: given from outside, or handed down by the parent.

use super::super::{
    Node, Place, TemplateErrorKind, Value,
    expression::{Expr, ExprKind},
    nearest::nearest,
    parameters::{ParameterDecl, ParameterKind},
    sections::property,
    world::World,
};

impl World<'_> {
    /// The value of a parameter: given from outside for a root, by the parent for a nested stack.
    pub(in super::super) fn parameter_value(&self, at: usize, decl: &ParameterDecl) -> Value {
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
            Value::Reference(_) if lists => Value::List(vec![Node { place: expr.place, value }]),
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
    pub(in super::super) fn check_handed_down(&self, at: usize) {
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
    pub(in super::super) fn check_given(&self) {
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
}

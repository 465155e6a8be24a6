//! What a stack puts out.

use super::super::{Place, Unknown, UnknownWhy, Value, world::World};

impl World<'_> {
    /// The value of an output.
    pub(in super::super) fn output(&self, at: usize, index: usize) -> Option<Value> {
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
    pub(in super::super) fn nested_output(&self, at: usize, index: usize, name: &str, place: Place) -> Value {
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
}

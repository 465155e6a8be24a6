//! `Fn::ToJsonString`.

use crate::template::{Node, Value, evaluate::Partial, expression::Expr, world::World};

/// The value as JSON text without spaces. A part that is not known leaves a hole.
pub(super) fn to_json_string(world: &World<'_>, at: usize, arguments: &Expr) -> Value {
    let mut text = Partial::default();
    let node = Node { place: arguments.place, value: world.value(at, arguments) };
    write(world, &node, &mut text);
    text.finish(world)
}

fn write(world: &World<'_>, node: &Node, text: &mut Partial) {
    match &node.value {
        Value::Null => text.push("null"),
        Value::Bool(_) | Value::Number(_) => text.push(&node.text().unwrap_or_default()),
        Value::Text(piece) => quoted(piece, text),
        Value::Reference(reference) => quoted(&world.text_of(reference), text),
        Value::Unknown(unknown) => text.push_unknown(unknown, &unknown.what),
        Value::List(items) => {
            text.push("[");
            for (at, item) in items.iter().enumerate() {
                text.push(if at > 0 { "," } else { "" });
                write(world, item, text);
            }
            text.push("]");
        }
        Value::Map(entries) => {
            text.push("{");
            for (at, (key, value)) in entries.iter().enumerate() {
                text.push(if at > 0 { "," } else { "" });
                quoted(&key.text, text);
                text.push(":");
                write(world, value, text);
            }
            text.push("}");
        }
    }
}

fn quoted(piece: &str, text: &mut Partial) {
    text.push(&serde_json::Value::from(piece).to_string());
}

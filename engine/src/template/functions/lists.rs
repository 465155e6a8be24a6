//! `Fn::Join`, `Fn::Split`, `Fn::Select`, `Fn::Length`.

use crate::template::{
    Node, Place, Unknown, Value, conditions::items, evaluate::Partial, expression::Expr, world::World,
};

/// The items with the delimiter between them. An item that is not known leaves a hole.
pub(super) fn join(world: &World<'_>, at: usize, arguments: &Expr, place: Place) -> Value {
    let [delimiter, list] = items(arguments) else {
        return world.expected(place, "a delimiter and a list", "something else");
    };
    let (delimiter, nodes) = match (world.text(at, delimiter), world.list(at, list)) {
        (Ok(delimiter), Ok(nodes)) => (delimiter, nodes),
        (Err(unknown), _) | (_, Err(unknown)) => return Value::Unknown(unknown),
    };
    let mut text = Partial::default();
    for (at, node) in nodes.iter().enumerate() {
        if at > 0 {
            text.push(&delimiter);
        }
        match world.text_of_value(&node.value, node.place) {
            Ok(piece) => text.push(&piece),
            Err(unknown) => text.push_unknown(&unknown, &unknown.what),
        }
    }
    text.finish(world)
}

/// The pieces between delimiters.
pub(super) fn split(world: &World<'_>, at: usize, arguments: &Expr, place: Place) -> Value {
    let [delimiter, text] = items(arguments) else {
        return world.expected(place, "a delimiter and a text", "something else");
    };
    let (delimiter_text, text) = match (world.text(at, delimiter), world.text(at, text)) {
        (Ok(delimiter), Ok(text)) => (delimiter, text),
        (Err(unknown), _) | (_, Err(unknown)) => return Value::Unknown(unknown),
    };
    if delimiter_text.is_empty() {
        return world.expected(delimiter.place, "a delimiter", "an empty text");
    }
    let pieces = text.split(&*delimiter_text);
    Value::List(pieces.map(|piece| Node { place, value: world.from_text(piece) }).collect())
}

/// The item with this number, from 0.
pub(super) fn select(world: &World<'_>, at: usize, arguments: &Expr, place: Place) -> Value {
    let [index, list] = items(arguments) else {
        return world.expected(place, "an index and a list", "something else");
    };
    let (index_text, nodes) = match (world.text(at, index), world.list(at, list)) {
        (Ok(text), Ok(nodes)) => (text, nodes),
        (Err(unknown), _) | (_, Err(unknown)) => return Value::Unknown(unknown),
    };
    let length = nodes.len();
    if let Some(node) = index_text.trim().parse::<usize>().ok().and_then(|at| nodes.into_iter().nth(at)) {
        node.value
    } else {
        let expected = match length {
            0 => "a list with items".to_owned(),
            _ => format!("an index from 0 to {}", length - 1),
        };
        world.expected(index.place, expected, format!("`{index_text}`"))
    }
}

/// The number of items.
pub(super) fn length(world: &World<'_>, at: usize, arguments: &Expr) -> Value {
    match world.list(at, arguments) {
        Ok(nodes) => Value::Number(nodes.len().to_string().into()),
        Err(Unknown { what, why }) => Value::Unknown(Unknown { what, why }),
    }
}

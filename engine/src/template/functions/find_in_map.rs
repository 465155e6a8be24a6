//! `Fn::FindInMap`.

use crate::template::{
    Key, Node, Place, Value,
    conditions::items,
    expression::{Expr, ExprKind},
    world::World,
};

/// The value in a mapping, or the `DefaultValue` given with it.
pub(super) fn find_in_map(world: &World<'_>, at: usize, arguments: &Expr, place: Place) -> Value {
    let (path, default) = match items(arguments) {
        [map, first, second] => ([map, first, second], None),
        [map, first, second, options] => ([map, first, second], default_value(options)),
        _ => return world.expected(place, "a mapping, a key and a second key", "something else"),
    };
    let Some(instance) = world.instances.get(at) else { return Value::Null };
    let mut entries: &[(Key, Node)] = &instance.template.mappings;
    let mut found = None;
    for (expr, what) in path.into_iter().zip(["mapping", "mapping key", "mapping key"]) {
        let name = match world.text(at, expr) {
            Ok(name) => name,
            Err(unknown) => return Value::Unknown(unknown),
        };
        let Some((_, node)) = entries.iter().find(|(key, _)| *key.text == *name) else {
            return match default {
                Some(default) => world.value(at, default),
                None => world.no_such(expr.place, what, &name, entries.iter().map(|(key, _)| &*key.text)),
            };
        };
        entries = node.entries();
        found = Some(node);
    }
    found.map_or(Value::Null, |node| node.value.clone())
}

fn default_value(options: &Expr) -> Option<&Expr> {
    let ExprKind::Map(entries) = &options.kind else { return None };
    entries.iter().find(|(key, _)| &*key.text == "DefaultValue").map(|(_, value)| value)
}

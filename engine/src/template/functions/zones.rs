//! `Fn::GetAZs`.

use crate::template::{Node, Place, Value, expression::Expr, world::World};

/// The Availability Zones of a region: three are assumed, named like Amazon names them. Which ones an account really
/// sees is only known once deployed; their number and order is all that a template relies on.
pub(super) fn get_azs(world: &World<'_>, at: usize, arguments: &Expr, place: Place) -> Value {
    match world.text(at, arguments) {
        Ok(region) => {
            let region = if region.is_empty() { world.region } else { &region };
            let zone = |letter| Node { place, value: Value::Text(format!("{region}{letter}").into()) };
            Value::List(['a', 'b', 'c'].into_iter().map(zone).collect())
        }
        Err(unknown) => Value::Unknown(unknown),
    }
}

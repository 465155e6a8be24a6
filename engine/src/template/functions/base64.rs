//! `Fn::Base64`.

use data_encoding::BASE64;

use crate::template::{Value, expression::Expr, world::World};

/// Encodes the text.
pub(super) fn base64(world: &World<'_>, at: usize, arguments: &Expr) -> Value {
    match world.text(at, arguments) {
        Ok(text) => Value::Text(BASE64.encode(text.as_bytes()).into()),
        Err(unknown) => Value::Unknown(unknown),
    }
}

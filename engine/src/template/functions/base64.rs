//! `Fn::Base64`.

use base64ct::{Base64, Encoding as _};

use crate::template::{Value, expression::Expr, world::World};

/// Encodes the text.
pub(super) fn base64(world: &World<'_>, at: usize, arguments: &Expr) -> Value {
    match world.text(at, arguments) {
        Ok(text) => Value::Text(Base64::encode_string(text.as_bytes()).into()),
        Err(unknown) => Value::Unknown(unknown),
    }
}

//! The intrinsic functions, one file each or per small family. Source: `CloudFormation` template reference, "Intrinsic functions".

mod base64;
mod cidr;
mod find_in_map;
mod json;
mod lists;
mod zones;

use super::{
    Place, Unknown, UnknownWhy, Value,
    expression::{Expr, ExprKind, Function},
    world::World,
};

/// The value of a function. `place` is where the function stands.
pub(super) fn call(
    world: &World<'_>,
    at: usize,
    function: &Function,
    arguments: &Expr,
    place: Place,
) -> Value {
    match function {
        Function::And | Function::Equals | Function::Not | Function::Or => {
            let call = Expr { place, kind: ExprKind::Call(function.clone(), Box::new(arguments.clone())) };
            match world.truth(at, &call) {
                Ok(holds) => Value::Bool(holds),
                Err(unknown) => Value::Unknown(unknown),
            }
        }
        Function::Base64 => base64::base64(world, at, arguments),
        Function::Cidr => cidr::cidr(world, at, arguments, place),
        Function::FindInMap => find_in_map::find_in_map(world, at, arguments, place),
        Function::GetAzs => zones::get_azs(world, at, arguments, place),
        Function::ImportValue => world.import(at, arguments),
        Function::Join => lists::join(world, at, arguments, place),
        Function::Length => lists::length(world, at, arguments),
        Function::Select => lists::select(world, at, arguments, place),
        Function::Split => lists::split(world, at, arguments, place),
        Function::ToJsonString => json::to_json_string(world, at, arguments),
        Function::Other(name) => {
            Value::Unknown(Unknown { what: name.clone(), why: UnknownWhy::FunctionNotEvaluated })
        }
    }
}

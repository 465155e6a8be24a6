//! The picture as inline SVG, from the engine's layout. Pieces are components of their own, so that a toggle redraws only
//! what it changes.

mod component;
mod connections;
mod figure;
mod frame;
mod path;
mod walk;

use engine::template::Stack;

pub(crate) use figure::DiagramFigure;
pub(crate) use walk::{Tie, ties};

/// The resources that one of two states builds and the other does not.
pub(crate) fn switched(before: &Stack, now: &Stack) -> Vec<Box<str>> {
    let built = |stack: &Stack, id: &str| stack.resources.iter().any(|r| *r.id == *id && r.enabled);
    now.resources.iter().filter(|r| r.enabled != built(before, &r.id)).map(|r| r.id.clone()).collect()
}

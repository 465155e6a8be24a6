//! The picture as inline SVG, from the engine's layout. Pieces are components of their own, so that a toggle redraws only
//! what it changes.

mod component;
mod figure;
mod frame;
mod path;

pub(crate) use figure::{DiagramFigure, DiagramProps};

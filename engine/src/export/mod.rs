//! What can be taken away: the picture as a file of its own.

mod svg;

pub use svg::{Caption, Chip, svg};

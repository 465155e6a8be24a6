//! What can be taken away: the picture as a file of its own, the template for one state, the commands for it.

mod commands;
mod svg;
mod template;

pub use commands::{Command, Place, Purpose, commands};
pub use svg::{Caption, Chip, svg};
pub use template::template;

//! What can be taken away, one format a file: the picture, the verdicts as text, the template for one state, the commands for it.

mod account;
mod commands;
mod json;
mod markdown;
mod mermaid;
mod svg;
mod template;

pub use account::Account;
pub use commands::{Command, Place, Purpose, commands};
pub use json::json;
pub use markdown::markdown;
pub use mermaid::mermaid;
pub use svg::{Caption, Chip, svg};
pub use template::template;

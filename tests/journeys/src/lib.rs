//! A reader at the page: opens it in a real browser, finds things by role and accessible name, and looks.
//!
//! The accessible names come from the browser's own accessibility tree, so a control that a screen reader cannot name
//! cannot be found by a journey either.
#![cfg(feature = "browser")]

mod driver;
mod page;
mod tree;

pub use page::{Look, Page, journey};
pub use tree::Node;

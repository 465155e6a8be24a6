//! A reader at the page: opens it in a real browser, finds things by role and accessible name, and looks.
//!
//! The accessible names come from the browser's own accessibility tree, so a control that a screen reader cannot name
//! cannot be found by a journey either.
#![cfg(feature = "browser")]

mod driver;
mod frame;
mod page;
mod parent;
mod tree;

pub use frame::{Outside, framed};
pub use page::{Look, Page, journey, visit};
pub use parent::Parent;
pub use tree::Node;

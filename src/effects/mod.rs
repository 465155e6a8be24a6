//! What the page does to the world when its state changes: the address, the document, what is read out.

pub mod address;
pub mod announce;
pub(crate) mod answered;
pub mod crash;
pub mod document;
pub mod keys;
pub(crate) mod messages;
pub(crate) mod notes;
pub(crate) mod presenting;
pub(crate) mod prose;
pub mod ready;
pub(crate) mod reveal;
pub mod room;
pub(crate) mod survey;
mod told;
pub(crate) mod worked_out;

//! The page: it shows what the engine answers and decides nothing itself.

pub mod effects;
pub mod host;
pub mod state;

/// Puts the page into the document.
pub fn mount() {}

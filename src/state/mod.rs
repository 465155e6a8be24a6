//! What the reader has chosen: a pure machine without a browser. Everything else on the page is derived from it.

mod action;
mod history;
pub mod link;
mod mode;
mod model;
mod predict;
mod present;
mod reduce;
mod shape;
mod theme;
mod toggles;
mod votes;
mod wish;

pub use action::Action;
pub use history::History;
pub use mode::Mode;
pub use model::{Aspect, Cause, Change, Dialog, Model, Notice};
pub use predict::{Confidence, Guess, Missing, Predict, Prediction};
pub use present::Slide;
pub use reduce::reduce;
pub use shape::{Shape, parameters};
pub use theme::Theme;
pub use toggles::Toggles;
pub use votes::{Round, Vote, Votes};
pub use wish::{Fault, Fields, wish};

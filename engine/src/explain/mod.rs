//! Why, what would change it, and what a change did: folds over judged states of a template.
//!
//! Everything here is found by judging and judging again, never by a second reasoning beside `verdict`. [`Knowledge`] remembers
//! what was judged and for which other states it is true as well, so that asking about many states is cheap.

mod knowledge;
mod scope;
mod setting;
mod space;
mod tree;

pub use knowledge::Knowledge;
pub use setting::{Setting, Settings};
pub use space::{Pattern, Progress, Space, Summary};

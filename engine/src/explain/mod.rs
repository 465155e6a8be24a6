//! Why, what would change it, and what a change did: folds over judged states of a template.
//!
//! Everything here is found by judging and judging again, never by a second reasoning beside `verdict`. [`Knowledge`] remembers
//! what was judged and for which other states it is true as well, so that asking about many states is cheap; keep one and ask it
//! for [`causes()`] and [`fixes()`], or hand it to a [`Space`].

mod apply;
mod blocked;
mod causes;
mod change;
mod cost;
mod edit;
mod edit_notation;
mod element;
mod explanation;
mod fixes;
mod flips;
mod insights;
mod json;
mod knowledge;
mod notation;
mod remedies;
mod rules;
mod scope;
mod sets;
mod setting;
mod slice;
mod space;
mod state_set;
mod summary;
mod symptom;
mod tree;
mod without;

pub use blocked::{BlockedPath, Blocker, blocked_path};
pub use causes::{Causes, causes, smallest_cause};
pub use change::{Change, Parting, changes};
pub use cost::hourly;
pub use edit::Edit;
pub use element::{Element, ElementKind, elements};
pub use explanation::{Explanation, explain};
pub use fixes::{Effect, Fix, MOST_TURNED, Opens, fixes};
pub use insights::network_insights;
#[cfg(feature = "schema")]
pub use json::schema;
pub use knowledge::Knowledge;
pub use rules::{RuleUse, rules};
pub use setting::{Setting, Settings};
pub use slice::{Cell, Slice, slice};
pub use space::{Progress, Space};
pub use summary::{Pattern, Summary};
pub use symptom::{Symptom, failing_step, symptom};
pub use without::{Broken, Piece, Without, without};

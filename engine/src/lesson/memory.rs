//! Judging one state after another: what a switch does not touch is not worked out again.

use std::cell::RefCell;

use crate::network::{self, Network, Scripts};
use crate::template::{Dependence, Parameters, Prepared, Stack, TemplateError, Templates, Toggle};

/// What was worked out of a lesson's template. It says nothing about the lesson: two that differ only in it are the same.
#[derive(Clone, Debug, Default)]
pub(super) struct Memory {
    prepared: RefCell<Option<Prepared>>,
    scripts: Scripts,
}

impl PartialEq for Memory {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Memory {}

impl Memory {
    /// What [`Templates::resolve`] gives.
    pub(super) fn resolve(
        &self,
        templates: &Templates,
        toggles: &[Toggle],
        parameters: &Parameters,
    ) -> Result<Stack, Vec<TemplateError>> {
        match (state(toggles, parameters), self.prepared.try_borrow_mut()) {
            (Some(state), Ok(mut prepared)) => {
                let new = || Prepared::new(templates, toggles, &Dependence::new(templates, toggles));
                prepared.get_or_insert_with(new).resolve(state, || parameters.clone())
            }
            _ => templates.resolve(parameters),
        }
    }

    /// What [`network::build()`] gives.
    pub(super) fn build(&self, stack: &Stack) -> Network {
        network::build_with(stack, &self.scripts)
    }
}

/// The bits of a state; `None` where a parameter is given that is no toggle or has another value.
fn state(toggles: &[Toggle], parameters: &Parameters) -> Option<u64> {
    let known = |name: &str| toggles.iter().any(|toggle| *toggle.parameter == *name);
    if !parameters.keys().all(|name| known(name)) {
        return None;
    }
    let mut state = 0;
    for (bit, toggle) in toggles.iter().enumerate() {
        let given = parameters.get(&*toggle.parameter).map(String::as_str).or(toggle.default.as_deref())?;
        let (off, on) = &toggle.values;
        if given == &**on {
            state |= 1u64.checked_shl(u32::try_from(bit).ok()?)?;
        } else if given != &**off {
            return None;
        }
    }
    Some(state)
}

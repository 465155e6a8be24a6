//! Another state of the toggles, and what is kept of how it came about.

use crate::state::{Cause, Change, Model, Toggles};

/// A state of the lesson's own, with a path.
pub(super) fn set(model: &mut Model, toggles: Toggles, requirement: Option<usize>) {
    push(model, toggles, Cause::Lesson);
    model.requirement = requirement.filter(|index| *index < model.shape.requirements);
    model.folded = false;
    model.survey = false;
    model.step = None;
}

/// A state that the reader, or something on the page, led to.
pub(super) fn push(model: &mut Model, toggles: Toggles, cause: Cause) {
    let from = model.on();
    model.toggles.push(toggles);
    changed(model, from, cause);
}

/// What follows from a change of the toggles; nothing where there was none.
pub(super) fn changed(model: &mut Model, from: Toggles, cause: Cause) {
    if model.on() != from {
        model.change = Some(Change { from, cause });
        model.notice = None;
        model.events = model.events.wrapping_add(1);
        model.step = None;
    }
}

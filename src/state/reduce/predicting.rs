//! Steps of a prediction, and its reveal.

use crate::state::{Model, Predict};

/// A step of the prediction.
pub(super) fn predict(model: &mut Model, step: Predict) {
    if matches!(step, Predict::Pick(option) if option >= model.shape.options.len()) {
        return;
    }
    let before = model.prediction.clone();
    model.prediction = before.after(step, model.shape.headlines);
    if step == Predict::Reveal && model.prediction != before {
        model.notice = None;
        model.events = model.events.wrapping_add(1);
    }
    if model.prediction.revealed && !before.revealed {
        revealed(model);
    }
}

/// The option picked is set, so that its path can be seen.
pub(super) fn revealed(model: &mut Model) {
    // Who has committed to an answer has earned every verdict, those that the author hides too.
    model.revealed = true;
    let picked = model.prediction.pick.and_then(|pick| model.shape.options.get(pick).copied());
    let to = picked.unwrap_or(model.shape.base);
    if !model.refuses(to) {
        model.toggles.push(to);
    }
    model.change = None;
    model.requirement = None;
    model.folded = false;
    model.step = None;
}

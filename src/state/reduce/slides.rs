//! What a class sees first of each slide.

use super::change::set;
use super::done;
use super::predicting::revealed;
use crate::state::{Action, Mode, Model, Prediction, Slide};

/// A slide as a class first sees it.
pub(super) fn enter(model: &mut Model, slide: Slide) {
    model.dialog = None;
    model.revealed = false;
    match slide {
        Slide::Chapter(at) => {
            if let Some(shown) = done(model, Action::Chapter(at)) {
                *model = shown;
            }
        }
        Slide::Question => {
            model.mode = Mode::Predict;
            model.prediction = Prediction::default();
        }
        Slide::Outcome => {
            model.mode = Mode::Predict;
            model.prediction.revealed = true;
            revealed(model);
        }
        Slide::Option(at) => {
            model.mode = Mode::Explore;
            if let Some(state) = model.shape.options.get(at).copied().filter(|state| !model.refuses(*state)) {
                set(model, state, None);
            }
            // It is no change that the class made.
            model.change = None;
        }
    }
}

//! Actions on a small lesson, and what becomes of it.

mod locked;
mod looking;
mod predicting;
mod states;

use std::rc::Rc;

use engine::words::Lang;

use crate::state::{Action, Cause, Model, Shape, Toggles, reduce};

/// Three toggles; the first switch has two of them; option 0 is toggle 0, option 1 is toggles 1 and 2.
fn model() -> Model {
    let shape = Shape {
        lesson: "small".into(),
        toggles: 3,
        base: Toggles::default(),
        switches: vec![vec![1, 2], vec![0]],
        switch_ids: vec!["pair".into(), "one".into()],
        options: vec![Toggles::from_iter([0]), Toggles::from_iter([1, 2])],
        requirements: 2,
        headlines: 2,
        chapters: vec![(Toggles::from_iter([2]), Some(1)), (Toggles::from_iter([0]), None)],
    };
    Model::new(Rc::new(shape), Lang::En)
}

#[track_caller]
fn check(actions: &[Action], on: &[usize], cause: Option<Cause>) -> Model {
    let mut model = model();
    for action in actions {
        model = reduce(&model, action.clone()).unwrap_or(model);
    }
    assert_eq!(model.on(), on.iter().copied().collect(), "what is on");
    assert_eq!(model.change.map(|change| change.cause), cause, "what made it");
    model
}

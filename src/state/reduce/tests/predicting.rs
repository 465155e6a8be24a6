//! What is hidden until the reader has predicted.

use super::check;
use crate::state::link::Link;
use crate::state::{Action, Mode, Predict, Toggles};

#[test]
fn while_predicting_nothing_changes_the_state_and_the_reveal_sets_the_pick() {
    use crate::state::{Confidence, Guess};

    let at_rest = [
        Action::Go(Mode::Predict),
        Action::Switch(0),
        Action::Toggle(0),
        Action::Choose(0),
        Action::Reset,
        Action::Undo,
    ];
    check(&at_rest, &[], None);
    let guess = |requirement| Action::Predict(Predict::Guess(Guess { option: 1, requirement, holds: true }));
    let steps = [
        Action::Go(Mode::Predict),
        Action::Predict(Predict::Pick(1)),
        guess(0),
        guess(1),
        Action::Predict(Predict::Sure(Confidence::Low)),
    ];
    let model = check(&steps, &[], None);
    assert!(model.is_predicting() && model.shown() == model.shape.base, "nothing to be seen");
    let model = check(&[&steps[..], &[Action::Predict(Predict::Reveal)]].concat(), &[1, 2], None);
    assert!(!model.is_predicting() && model.shown() == model.on(), "the option picked");
}

#[test]
fn hidden_verdicts_are_revealed_when_asked_for_and_hidden_again_by_another_link() {
    use crate::state::link::{Hide, Part};
    use crate::state::{Confidence, Guess};

    let hidden =
        Action::Visit(Link { hide: Hide::default().with(Part::Verdicts), ..Link::new(Toggles::default()) });
    assert!(check(std::slice::from_ref(&hidden), &[], None).is_secret());
    let model = check(&[hidden.clone(), Action::Reveal], &[], None);
    assert!(!model.is_secret() && !check(&[], &[], None).is_secret());
    let guess = |requirement| Predict::Guess(Guess { option: 1, requirement, holds: true });
    let predicted = [Predict::Pick(1), guess(0), guess(1), Predict::Sure(Confidence::Low), Predict::Reveal];
    let predicted =
        [hidden.clone(), Action::Go(Mode::Predict)].into_iter().chain(predicted.map(Action::Predict));
    let model = check(&predicted.collect::<Vec<_>>(), &[1, 2], None);
    assert!(!model.is_secret(), "who predicted sees");
    let elsewhere = Action::Visit(Link::new(Toggles::default()));
    assert!(check(&[hidden.clone(), Action::Reveal, elsewhere, hidden], &[], None).is_secret());
}

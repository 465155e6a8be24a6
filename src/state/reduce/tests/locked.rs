//! What may not be switched.

use super::check;
use crate::state::link::Link;
use crate::state::{Action, Cause, Mode, Predict, Toggles, reduce};

#[test]
fn what_is_locked_stays_whatever_the_reader_presses() {
    use crate::state::link::Lock;

    let lock = |all, switches: &[usize]| Lock { all, switches: switches.iter().copied().collect() };
    let link = |lock| Action::Visit(Link { lock, ..Link::new(Toggles::default()) });
    // Switch 0 has toggles 1 and 2: with it option 1, which turns both, is locked.
    check(&[link(lock(false, &[0])), Action::Switch(0), Action::Toggle(2), Action::Choose(1)], &[], None);
    check(&[link(lock(false, &[0])), Action::Switch(1)], &[0], Some(Cause::Switch(1, true)));
    check(&[link(lock(true, &[])), Action::Switch(1), Action::Choose(0)], &[], None);
    let open =
        |on: usize| Action::Open { toggles: [on].into_iter().collect(), requirement: None, quiet: false };
    let host = [link(lock(true, &[])), open(1)];
    check(&host, &[1], Some(Cause::Host));

    // Every other way to a state, with all switches locked: where the host led to, there it stays.
    let undone = [&host[..], &[Action::Home(Toggles::default())]].concat();
    let lookat = |mode| Action::LookAt(Toggles::from_iter([0]), None, mode);
    for action in [
        Action::Undo,
        Action::Redo,
        Action::Reset,
        Action::Return(0),
        Action::Toggle(0),
        Action::Apply(Toggles::from_iter([0]), None),
        Action::Set(Toggles::from_iter([0]), None),
        lookat(Mode::Explore),
        lookat(Mode::Practice),
    ] {
        let model = check(&undone, &[1], Some(Cause::Host));
        assert!(reduce(&model, action).is_none(), "nothing happens");
    }
    // Redo too: what was undone before the lock came.
    let before = [Action::Toggle(0), Action::Undo];
    let model =
        check(&[&before[..], &[link(lock(true, &[])), Action::Redo]].concat(), &[], Some(Cause::Undo));
    assert!(model.toggles.can_redo() && model.locks_redo() && !model.locks_undo());
}

#[test]
fn a_locked_page_can_still_be_read() {
    use crate::state::link::Lock;
    use crate::state::{Confidence, Guess};

    let lock = Lock { all: true, ..Lock::default() };
    let link = Action::Visit(Link { lock, ..Link::new(Toggles::default()) });
    let model = check(&[link.clone(), Action::Go(Mode::Theory), Action::Chapter(1)], &[], None);
    assert_eq!((model.mode, model.chapter), (Mode::Theory, 1), "the chapter is turned to");
    let guess = |requirement| Predict::Guess(Guess { option: 1, requirement, holds: true });
    let steps = [Predict::Pick(1), guess(0), guess(1), Predict::Sure(Confidence::Low), Predict::Reveal];
    let steps = [link, Action::Go(Mode::Predict)].into_iter().chain(steps.map(Action::Predict));
    let model = check(&steps.collect::<Vec<_>>(), &[], None);
    assert!(model.prediction.revealed && !model.is_secret(), "revealed, in the locked state");
}

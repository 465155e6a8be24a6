//! Switches, options, and ways back.

use super::{check, model};
use crate::state::link::Link;
use crate::state::{Action, Cause, Toggles, reduce};

#[test]
fn a_switch_turns_all_its_toggles() {
    check(&[Action::Switch(0)], &[1, 2], Some(Cause::Switch(0, true)));
    check(&[Action::Switch(0), Action::Switch(0)], &[], Some(Cause::Switch(0, false)));
}

#[test]
fn a_mixed_switch_turns_on() {
    check(&[Action::Toggle(1), Action::Switch(0)], &[1, 2], Some(Cause::Switch(0, true)));
}

#[test]
fn an_option_replaces_everything_and_pressed_again_goes_back_to_the_base() {
    check(&[Action::Toggle(1), Action::Choose(0)], &[0], Some(Cause::Choice(0)));
    check(&[Action::Choose(0), Action::Choose(0)], &[], Some(Cause::Reset));
}

#[test]
fn what_was_proposed_is_one_change_and_keeps_its_requirement_in_sight() {
    let apply = Action::Apply(Toggles::from_iter([0, 2]), Some(1));
    let model = check(&[Action::Toggle(1), apply.clone()], &[0, 2], Some(Cause::Proposal));
    assert_eq!(model.requirement, Some(1), "it stays open");
    check(&[Action::Toggle(1), apply, Action::Undo], &[1], Some(Cause::Undo));
}

#[test]
fn what_does_not_exist_changes_nothing() {
    for action in [Action::Switch(9), Action::Toggle(3), Action::Choose(2), Action::Reset, Action::Undo] {
        assert!(reduce(&model(), action).is_none(), "nothing to change");
    }
    assert_eq!(check(&[Action::Show(Some(7))], &[], None).requirement, None, "no such requirement");
}

#[test]
fn undo_goes_through_the_address_too() {
    let back = |toggles| Action::Visit(Link { toggles, ..Link::new(Toggles::default()) });
    let model = check(&[Action::Toggle(0), back(Toggles::default())], &[], Some(Cause::Visit));
    assert!(model.toggles.can_redo() && !model.toggles.can_undo(), "back is an undo");
    check(&[Action::Toggle(0), Action::Undo, Action::Redo], &[0], Some(Cause::Redo));
}

#[test]
fn a_state_gone_through_can_be_returned_to() {
    let steps = [Action::Toggle(0), Action::Toggle(1), Action::Toggle(2)];
    check(&[&steps[..], &[Action::Return(1)]].concat(), &[0], Some(Cause::Undo));
    check(&[&steps[..], &[Action::Return(1), Action::Return(3)]].concat(), &[0, 1, 2], Some(Cause::Redo));
    check(&[&steps[..], &[Action::Return(9)]].concat(), &[0, 1, 2], Some(Cause::Toggle(2, true)));
}

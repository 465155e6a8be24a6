//! What is looked at.

use super::check;
use crate::state::{Action, Aspect, Cause, Mode, Notice, reduce};

#[test]
fn a_step_is_looked_at_where_the_path_is() {
    let model = check(&[Action::Look(Aspect::Fixes), Action::Step(Some(2))], &[], None);
    assert_eq!((model.aspect, model.notice), (Aspect::Path, Some(Notice::Stepped)), "the path, and told");
}

#[test]
fn the_theory_sets_its_state_once_and_each_chapter_when_it_is_opened() {
    let opened = [Action::Go(Mode::Theory)];
    let model = check(&opened, &[2], Some(Cause::Lesson));
    assert_eq!((model.chapter, model.requirement), (0, Some(1)), "the first chapter");
    let back =
        [&opened[..], &[Action::Toggle(0), Action::Go(Mode::Explore), Action::Go(Mode::Theory)]].concat();
    check(&back, &[0, 2], Some(Cause::Toggle(0, true)));
    check(&[&back[..], &[Action::Chapter(1)]].concat(), &[0], Some(Cause::Lesson));
    assert!(reduce(&model, Action::Chapter(2)).is_none(), "no such chapter");
}

#[test]
fn the_path_asked_for_stays_through_a_change() {
    let model = check(
        &[Action::Show(Some(1)), Action::Step(Some(2)), Action::Toggle(0)],
        &[0],
        Some(Cause::Toggle(0, true)),
    );
    assert_eq!(
        (model.requirement, model.step),
        (Some(1), None),
        "requirement stays, the step is another path's"
    );
}

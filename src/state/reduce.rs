//! What an action does to the model.

use super::present::{Turn, turn};
use super::{Action, Aspect, Cause, Change, Mode, Model, Notice, Predict, Prediction, Slide, Toggles, Vote};

/// What an action does to the model; `None` where nothing changes.
pub fn reduce(model: &Model, action: Action) -> Option<Model> {
    let is_readers = matches!(
        action,
        Action::Switch(_)
            | Action::Toggle(_)
            | Action::Choose(_)
            | Action::Set(..)
            | Action::LookAt(..)
            | Action::Apply(..)
            | Action::Return(_)
            | Action::Reset
            | Action::Undo
            | Action::Redo
    );
    let next = done(model, action)?;
    (!is_readers || !model.refuses(next.on())).then_some(next)
}

fn done(model: &Model, action: Action) -> Option<Model> {
    let mut next = model.clone();
    let on = model.on();
    match action {
        // What would change the state is at rest while its verdicts are to be guessed.
        Action::Switch(_)
        | Action::Toggle(_)
        | Action::Choose(_)
        | Action::Set(..)
        | Action::Apply(..)
        | Action::LookAt(..)
        | Action::Return(_)
        | Action::Reset
        | Action::Undo
        | Action::Redo
            if model.is_predicting() =>
        {
            return None;
        }
        Action::Switch(index) => {
            let (lit, of) = model.shape.switch(index, on);
            let turn = lit < of;
            let toggles =
                model.shape.switches.get(index)?.iter().fold(on, |all, toggle| all.with(*toggle, turn));
            push(&mut next, toggles, Cause::Switch(index, turn));
        }
        Action::Toggle(index) if index < model.shape.toggles => {
            let turn = !on.is_on(index);
            push(&mut next, on.with(index, turn), Cause::Toggle(index, turn));
        }
        Action::Toggle(_) => return None,
        Action::Choose(index) => {
            let option = *model.shape.options.get(index)?;
            if option == on {
                push(&mut next, model.shape.base, Cause::Reset);
            } else {
                push(&mut next, option, Cause::Choice(index));
            }
        }
        Action::Reset => push(&mut next, model.home, Cause::Reset),
        Action::Undo => {
            next.toggles.undo();
            changed(&mut next, on, Cause::Undo);
        }
        Action::Redo => {
            next.toggles.redo();
            changed(&mut next, on, Cause::Redo);
        }
        Action::Show(requirement) => {
            next.requirement = requirement.filter(|index| *index < model.shape.requirements);
            next.folded = false;
            next.survey = false;
            next.step = None;
        }
        Action::Go(mode) => {
            next.mode = mode;
            if mode == Mode::Theory && !model.opened {
                return done(model, Action::Chapter(model.chapter));
            }
        }
        Action::Chapter(index) => {
            let (toggles, requirement) = *model.shape.chapters.get(index)?;
            next.mode = Mode::Theory;
            (next.chapter, next.opened, next.pointed) = (index, true, None);
            // What is locked stays; the chapter can be read all the same.
            set(&mut next, if model.refuses(toggles) { on } else { toggles }, requirement);
        }
        Action::Tried(index) => next.tried = next.tried.with(index, true),
        Action::Point(part) => next.pointed = part,
        Action::LookAt(toggles, requirement, mode) => {
            next.mode = mode;
            set(&mut next, toggles, requirement);
        }
        Action::Return(index) => {
            while next.toggles.past().len() > index && next.toggles.can_undo() {
                next.toggles.undo();
            }
            while next.toggles.past().len() < index && next.toggles.can_redo() {
                next.toggles.redo();
            }
            let cause = if index < model.toggles.past().len() { Cause::Undo } else { Cause::Redo };
            changed(&mut next, on, cause);
        }
        Action::Predict(step) => predict(&mut next, step),
        Action::Present(Some(at)) => {
            let slide = Slide::at(&model.shape, at)?;
            enter(&mut next, slide);
            next.present = Some(at);
        }
        Action::Present(None) => (next.present, next.revealed) = (None, false),
        Action::Turn { forth, stops } => match turn(model, forth, stops)? {
            Turn::To(at) => return done(model, Action::Present(Some(at))),
            Turn::Reveal => next.revealed = true,
            Turn::Step(step) => return done(model, Action::Step(step)),
        },
        Action::Vote(Vote::Reveal) => {
            if model.is_predicting() && !model.votes.is_empty() {
                next.prediction.revealed = true;
                revealed(&mut next);
            }
        }
        Action::Vote(vote) => next.votes = model.votes.after(vote, model.shape.options.len()),
        Action::Set(toggles, requirement) => {
            set(&mut next, toggles, requirement);
        }
        Action::Survey(survey) => next.survey = survey,
        Action::Apply(toggles, requirement) => {
            push(&mut next, toggles, Cause::Proposal);
            next.requirement =
                requirement.filter(|index| *index < model.shape.requirements).or(model.requirement);
        }
        Action::Look(aspect) => {
            next.aspect = aspect;
            next.folded = false;
            next.survey = false;
        }
        Action::Fold(folded) => {
            next.folded = folded;
            next.survey &= folded;
        }
        Action::Step(step) if step == model.step => return None,
        Action::Step(step) => {
            next.step = step;
            next.aspect = Aspect::Path;
            next.folded = false;
            next.survey = false;
            next.notice = Some(Notice::Stepped);
            next.events = next.events.wrapping_add(1);
        }
        Action::Speak(lang) => next.lang = Some(lang),
        Action::Theme(theme) => next.theme = Some(theme),
        Action::List(listed) => next.listed = Some(listed),
        Action::Drawer(drawer) => next.drawer = drawer,
        Action::Dialog(dialog) => next.dialog = dialog,
        Action::More(more) => next.more = more,
        Action::Visit(link) => {
            next.toggles.visit(link.toggles);
            changed(&mut next, on, Cause::Visit);
            next.requirement = link.requirement.filter(|index| *index < model.shape.requirements);
            next.lang = link.lang;
            next.theme = link.theme;
            next.embed = link.embed;
            next.mode = link.mode;
            if link.mode == Mode::Theory {
                (next.chapter, next.opened) = (link.chapter, true);
            }
            next.complaints = link.complaints;
            next.revealed &= next.hide == link.hide;
            (next.lock, next.hide, next.step) = (link.lock, link.hide, link.step);
            // A slide decides on everything else; one that is gone back to is entered anew.
            if link.present != model.present {
                next.present = link.present;
                match link.present.and_then(|at| Slide::at(&model.shape, at)) {
                    Some(slide) => enter(&mut next, slide),
                    None => next.revealed = false,
                }
            }
        }
        Action::Open { toggles, requirement, quiet } => {
            push(&mut next, toggles, Cause::Host);
            next.requirement = requirement;
            if quiet {
                next.events = model.events;
            }
        }
        Action::Home(toggles) => next.home = toggles,
        Action::Reveal if model.is_predicting() => predict(&mut next, Predict::Reveal),
        Action::Reveal => next.revealed = true,
        Action::Tell(notice) => {
            next.notice = Some(notice);
            next.events = next.events.wrapping_add(1);
        }
        Action::Dismiss => next.complaints.clear(),
    }
    (next != *model).then_some(next)
}

/// A state of the lesson's own, with a path.
fn set(model: &mut Model, toggles: Toggles, requirement: Option<usize>) {
    push(model, toggles, Cause::Lesson);
    model.requirement = requirement.filter(|index| *index < model.shape.requirements);
    model.folded = false;
    model.survey = false;
    model.step = None;
}

/// A slide as a class first sees it.
fn enter(model: &mut Model, slide: Slide) {
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

/// A step of the prediction.
fn predict(model: &mut Model, step: Predict) {
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
fn revealed(model: &mut Model) {
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

fn push(model: &mut Model, toggles: Toggles, cause: Cause) {
    let from = model.on();
    model.toggles.push(toggles);
    changed(model, from, cause);
}

fn changed(model: &mut Model, from: Toggles, cause: Cause) {
    if model.on() != from {
        model.change = Some(Change { from, cause });
        model.notice = None;
        model.events = model.events.wrapping_add(1);
        model.step = None;
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use engine::words::Lang;

    use super::super::{Shape, link::Link};
    use super::*;

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
    fn a_step_is_looked_at_where_the_path_is() {
        let model = check(&[Action::Look(Aspect::Fixes), Action::Step(Some(2))], &[], None);
        assert_eq!((model.aspect, model.notice), (Aspect::Path, Some(Notice::Stepped)), "the path, and told");
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
    fn while_predicting_nothing_changes_the_state_and_the_reveal_sets_the_pick() {
        use super::super::{Confidence, Guess};

        let at_rest = [
            Action::Go(Mode::Predict),
            Action::Switch(0),
            Action::Toggle(0),
            Action::Choose(0),
            Action::Reset,
            Action::Undo,
        ];
        check(&at_rest, &[], None);
        let guess =
            |requirement| Action::Predict(Predict::Guess(Guess { option: 1, requirement, holds: true }));
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
    fn a_state_gone_through_can_be_returned_to() {
        let steps = [Action::Toggle(0), Action::Toggle(1), Action::Toggle(2)];
        check(&[&steps[..], &[Action::Return(1)]].concat(), &[0], Some(Cause::Undo));
        check(&[&steps[..], &[Action::Return(1), Action::Return(3)]].concat(), &[0, 1, 2], Some(Cause::Redo));
        check(&[&steps[..], &[Action::Return(9)]].concat(), &[0, 1, 2], Some(Cause::Toggle(2, true)));
    }

    #[test]
    fn what_is_locked_stays_whatever_the_reader_presses() {
        use super::super::link::Lock;

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
        use super::super::link::Lock;
        use super::super::{Confidence, Guess};

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

    #[test]
    fn hidden_verdicts_are_revealed_when_asked_for_and_hidden_again_by_another_link() {
        use super::super::link::{Hide, Part};
        use super::super::{Confidence, Guess};

        let hidden = Action::Visit(Link {
            hide: Hide::default().with(Part::Verdicts),
            ..Link::new(Toggles::default())
        });
        assert!(check(std::slice::from_ref(&hidden), &[], None).is_secret());
        let model = check(&[hidden.clone(), Action::Reveal], &[], None);
        assert!(!model.is_secret() && !check(&[], &[], None).is_secret());
        let guess = |requirement| Predict::Guess(Guess { option: 1, requirement, holds: true });
        let predicted =
            [Predict::Pick(1), guess(0), guess(1), Predict::Sure(Confidence::Low), Predict::Reveal];
        let predicted =
            [hidden.clone(), Action::Go(Mode::Predict)].into_iter().chain(predicted.map(Action::Predict));
        let model = check(&predicted.collect::<Vec<_>>(), &[1, 2], None);
        assert!(!model.is_secret(), "who predicted sees");
        let elsewhere = Action::Visit(Link::new(Toggles::default()));
        assert!(check(&[hidden.clone(), Action::Reveal, elsewhere, hidden], &[], None).is_secret());
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
}

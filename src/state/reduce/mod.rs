//! What an action does to the model.

mod change;
mod predicting;
mod slides;
#[cfg(test)]
mod tests;

use self::change::{changed, push, set};
use self::predicting::{predict, revealed};
use self::slides::enter;
use super::present::{Turn, turn};
use super::{Action, Aspect, Cause, Mode, Model, Notice, Predict, Slide, Vote};

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
    // What would change the state is at rest while its verdicts are to be guessed.
    if is_readers && model.is_predicting() {
        return None;
    }
    let next = done(model, action)?;
    (!is_readers || !model.refuses(next.on())).then_some(next)
}

fn done(model: &Model, action: Action) -> Option<Model> {
    let mut next = model.clone();
    let on = model.on();
    match action {
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

//! Asks for an explanation once what changed is painted.

use std::rc::Rc;

use engine::explain::Slice;
use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::explainer::{Found, Question};
use crate::lessons::Course;
use crate::state::{Aspect, Toggles};

/// How long after a change, in milliseconds: it is painted then, and whoever turns switches quickly is not held up.
pub(super) const AFTER_PAINT: u32 = 40;

/// The same for what stands below the path, which nobody reads first: it waits until the reader pauses.
const AT_LEISURE: u32 = 250;

/// What was found; nothing while it is being worked out. What stands below the path is there at once where it is first
/// looked at, so that a page is whole when it opens, and nothing below it moves.
#[hook]
pub(crate) fn use_worked_out(course: &Rc<Course>, question: Question) -> Option<Rc<Found>> {
    let again = use_force_update();
    use_memo((), |()| {
        if question.aspect == Aspect::Path {
            course.explainer.work_out(&course.lesson, question);
        }
    });
    use_effect_with(question, {
        let course = course.clone();
        move |question| {
            let question = *question;
            let timer = course.explainer.known(question).is_none().then(|| {
                let wait = if question.aspect == Aspect::Path { AT_LEISURE } else { AFTER_PAINT };
                Timeout::new(wait, move || {
                    course.explainer.work_out(&course.lesson, question);
                    again.force_update();
                })
            });
            move || drop(timer)
        }
    });
    course.explainer.known(question)
}

/// Every setting of some switches around a state: at once when it is first looked at, later once what changed is painted.
#[hook]
pub(crate) fn use_slice(course: &Rc<Course>, on: Toggles, switches: Vec<Toggles>) -> Option<Rc<Slice>> {
    let ask = {
        let course = course.clone();
        move || course.explainer.slice(&course.lesson, on, &switches).map(Rc::new)
    };
    let slice = {
        let ask = ask.clone();
        use_state(move || (on, ask()))
    };
    use_effect_with(on, {
        let slice = slice.clone();
        move |on| {
            let on = *on;
            let timer = (slice.0 != on).then(|| Timeout::new(AFTER_PAINT, move || slice.set((on, ask()))));
            move || drop(timer)
        }
    });
    slice.1.clone()
}

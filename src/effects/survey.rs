//! Judges all configurations in slices short enough not to be felt.

use std::rc::Rc;

use engine::explain::{Progress, Summary};
use gloo_timers::callback::Interval;
use gloo_utils::window;
use yew::prelude::*;

use crate::lessons::Course;

/// How long one slice takes, in milliseconds. Between two the browser does what it has to.
const SLICE: f64 = 9.0;

/// States judged between two looks at the clock.
const BUDGET: usize = 4;

/// How far the survey is.
#[derive(Clone)]
pub(crate) enum Survey {
    /// Not begun, or as far as this.
    Going(Option<Progress>),
    /// All configurations are known.
    Done(Rc<Summary>),
}

/// Surveys all configurations while they are wanted.
#[hook]
pub(crate) fn use_survey(course: &Rc<Course>, wanted: bool) -> Survey {
    let progress = use_state(|| None::<Progress>);
    // More switches than can be summed up.
    let refused = use_state_eq(|| false);
    use_effect_with(wanted && !*refused && course.explainer.summary().is_none(), {
        let (course, progress, refused) = (course.clone(), progress.setter(), refused.setter());
        move |wanted| {
            let timer = wanted.then(|| {
                Interval::new(1, move || match slice(&course) {
                    Some(told) => progress.set(Some(told)),
                    None => refused.set(true),
                })
            });
            move || drop(timer)
        }
    });
    course.explainer.summary().map_or(Survey::Going(*progress), Survey::Done)
}

fn slice(course: &Course) -> Option<Progress> {
    let now = || window().performance().map_or(f64::MAX, |performance| performance.now());
    let end = now() + SLICE;
    loop {
        let progress = course.explainer.survey(&course.lesson, BUDGET)?;
        if progress.done || now() >= end {
            return Some(progress);
        }
    }
}

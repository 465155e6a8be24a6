//! What changed: the reader's steps, and the verdicts each of them flipped.

use std::rc::Rc;

use engine::verdict::{Answer, Verdict};
use engine::words::Lang;
use yew::prelude::*;

use crate::lessons::Judgement;
use crate::parts::{Glyph, GlyphIcon, VerdictMark, said};
use crate::scene::{Scene, SceneProps};
use crate::state::{Action, Toggles};

/// Steps shown at most; older ones can be undone all the same.
const MOST: usize = 12;

/// The steps, folded at first. Nothing is judged before it is opened.
#[component]
pub(crate) fn Steps(props: &SceneProps) -> Html {
    let SceneProps { scene, act } = props;
    let learn = scene.lang().learn();
    let is_open = use_state(|| false);
    let ontoggle = {
        let is_open = is_open.clone();
        move |_: Event| is_open.set(!*is_open)
    };
    let count = scene.model.toggles.past().len();
    html! {
        <details class="fold steps-taken" open={*is_open} {ontoggle} hidden={count == 0 && !scene.model.toggles.can_redo()}>
            <summary><GlyphIcon glyph={Glyph::Chevron} /><h2>{ learn.steps_taken }{ " (" }{ count }{ ")" }</h2></summary>
            if *is_open {
                <ol>{ rows(scene, act) }</ol>
            }
        </details>
    }
}

/// The states gone through, the latest first; those undone stand above the present one.
fn rows(scene: &Scene, act: &Callback<Action>) -> Html {
    let history = &scene.model.toggles;
    let at = history.past().len();
    let all: Vec<Toggles> = history
        .past()
        .iter()
        .chain([history.present()])
        .chain(history.future().iter().rev())
        .copied()
        .collect();
    let judged: Vec<Rc<Judgement>> = all.iter().map(|state| scene.course.judged(*state)).collect();
    let first = at.saturating_sub(MOST);
    let rows = (first..all.len()).rev().map(|index| {
        let state = all.get(index).copied().unwrap_or_default();
        let before = index.checked_sub(1);
        let label = match before.and_then(|before| all.get(before)) {
            Some(before) => scene.step_name(*before, state),
            None => scene.lang().learn().beginning.to_owned(),
        };
        let before = before.filter(|_| !scene.model.is_secret());
        let flips = before.and_then(|before| Some(flips(scene, judged.get(before)?, judged.get(index)?)));
        let locked = scene.locked(state);
        html! {
            <li key={index} class={classes!((index > at).then_some("undone"))}>
                <button
                    type="button"
                    class="quiet"
                    aria-disabled={locked.map(|_| "true")}
                    title={locked}
                    aria-current={(index == at).then_some("step")}
                    onclick={act.reform(move |_: MouseEvent| Action::Return(index))}
                >
                    { said(scene.lang(), &label) }
                </button>
                { flips }
            </li>
        }
    });
    rows.collect()
}

/// The verdicts that a step flipped.
fn flips(scene: &Scene, before: &Judgement, after: &Judgement) -> Html {
    let lang = scene.lang();
    let (before, after) = (answers(before), answers(after));
    let flipped = before.iter().zip(after).filter(|(was, is)| was.verdict != is.verdict);
    html! {
        <ul>
            { for flipped.map(|(was, is): (&Answer, &Answer)| html! {
                <li class="flip">
                    <VerdictMark verdict={is.verdict} />
                    <span>{ said(lang, &lang.requirement(&is.requirement)) }{ if lang == Lang::Ja { "：" } else { ": " } }{ word(scene, was.verdict) }{ " → " }{ word(scene, is.verdict) }</span>
                </li>
            }) }
        </ul>
    }
}

fn word(scene: &Scene, verdict: Verdict) -> &'static str {
    scene.lang().verdict(verdict)
}

fn answers(judgement: &Judgement) -> &[Answer] {
    let source = judgement.as_ref().ok().and_then(|judged| judged.report.sources.first());
    source.map_or(&[], |source| &source.answers)
}

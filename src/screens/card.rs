//! One requirement: sign, word, one sentence; opened, why.

use engine::verdict::Verdict;
use yew::prelude::*;

use super::explanation::Explanation;
use crate::parts::{Glyph, GlyphIcon, VerdictMark, mark_name, said};
use crate::scene::Scene;
use crate::state::Action;

/// Which requirement.
#[derive(Properties, PartialEq)]
pub(crate) struct CardProps {
    pub(crate) scene: Scene,
    pub(crate) act: Callback<Action>,
    /// Its place in the lesson's list.
    pub(crate) index: usize,
}

/// One requirement.
#[component]
pub(crate) fn Card(props: &CardProps) -> Html {
    let CardProps { scene, act, index } = props;
    let index = *index;
    let lang = scene.lang();
    let (Some(judged), Some(source), Some(answer)) =
        (scene.judged(), scene.source(), scene.answers().get(index))
    else {
        return html! { <article class="card"></article> };
    };
    let (shown, open) = (scene.shown() == Some(index), scene.opened(index));
    let was = scene.was(index);
    let main = scene.course.lesson.headline.contains(&answer.requirement);
    // Where room is short, what is as it was and not of the first importance is told in one line.
    let calm = !main && was.is_none() && answer.verdict == Verdict::Holds;
    let word = lang.verdict(answer.verdict);
    let body_id = AttrValue::from(["why-", &index.to_string()].concat());
    let onclick =
        act.reform(move |_: MouseEvent| if shown { Action::Fold(open) } else { Action::Show(Some(index)) });
    html! {
        <article class={classes!("card", "panel", shown.then_some("shown"), calm.then_some("calm"))} data-verdict={mark_name(answer.verdict)}>
            <h3>
                <button type="button" class="card-head" aria-expanded={if open { "true" } else { "false" }} aria-controls={body_id.clone()} {onclick}>
                    <VerdictMark verdict={answer.verdict} />
                    <span class="card-title">{ said(lang, &lang.requirement(&answer.requirement)) }</span>
                    <span class="card-word">{ word }</span>
                    <GlyphIcon glyph={Glyph::Chevron} />
                </button>
            </h3>
            <p class="card-says">{ said(lang, &lang.answer(source.source, answer, &scene.names(judged))) }</p>
            <p class="card-was" hidden={was.is_none()}>
                { was.map(|was| html! { <strong>{ lang.was(was) }</strong> }) }
                { was.and_then(|_| scene.cause()).map(|cause| html! { <span>{ said(lang, &cause) }</span> }) }
            </p>
            <div class="card-why" id={body_id} hidden={!open}>
                if open {
                    <Explanation key="why" scene={scene.clone()} act={act.clone()} {index} />
                }
            </div>
        </article>
    }
}

//! The one thing a chapter asks to try. Whether it is done, the engine's state says.

use engine::lesson::Chapter;
use yew::prelude::*;

use super::hints::Hints;
use crate::parts::{Glyph, GlyphIcon, VerdictMark, said};
use crate::scene::Scene;
use crate::screens::hidden::Hidden;
use crate::screens::switches::{switch, use_switch};
use crate::state::Action;

/// What a task needs.
#[derive(Properties, PartialEq)]
pub(super) struct TaskProps {
    pub(super) scene: Scene,
    pub(super) act: Callback<Action>,
    /// In words.
    pub(super) text: AttrValue,
}

/// The task, the switches for it, and what the engine finds.
#[component]
pub(super) fn Task(props: &TaskProps) -> Html {
    let TaskProps { scene, act, text } = props;
    let (lang, learn) = (scene.lang(), scene.lang().learn());
    let at = scene.model.chapter;
    let met = !scene.model.is_secret() && scene.task_is_met();
    use_effect_with((met, at), {
        let act = act.clone();
        move |(met, at)| {
            if *met {
                act.emit(Action::Tried(*at));
            }
        }
    });
    let onpress = use_switch(act);
    let Some(chapter) = scene.course.lesson.chapters.get(at) else { return Html::default() };
    html! {
        <section class={classes!("task", met.then_some("done"))} aria-labelledby="task-title">
            <h3 id="task-title">{ learn.try_it }</h3>
            <p>{ said(lang, text) }</p>
            <fieldset>
                <legend class="visually-hidden">{ scene.ui().switches }</legend>
                { for chapter.switches.iter().map(|index| switch(scene, &onpress, *index)) }
            </fieldset>
            <Hidden key="hidden" scene={scene.clone()} act={act.clone()} />
            if !scene.model.is_secret() {
            <div class="task-state">
                <p class="task-done">
                    if met { <GlyphIcon glyph={Glyph::Check} /> }
                    <strong>{ said(lang, if met { learn.task_done } else { learn.task_open }) }</strong>
                </p>
                { found(scene, chapter) }
            </div>
            }
            if !met && !scene.model.is_secret() {
                <Hints key="hints" scene={scene.clone()} act={act.clone()} />
            }
        </section>
    }
}

/// What the engine finds of the requirements that the task is about.
fn found(scene: &Scene, chapter: &Chapter) -> Html {
    let lang = scene.lang();
    let (Some(judged), Some(source)) = (scene.judged(), scene.source()) else { return Html::default() };
    let asked = |requirement| chapter.task.verdicts.iter().any(|(asked, _)| asked == requirement);
    html! {
        <ul>
            { for scene.answers().iter().filter(|answer| asked(&answer.requirement)).map(|answer| html! {
                <li class="found">
                    <VerdictMark verdict={answer.verdict} />
                    <span>{ said(lang, &lang.answer(source.source, answer, &scene.names(judged))) }</span>
                </li>
            }) }
        </ul>
    }
}

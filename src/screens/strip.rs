//! On a narrow page: one chip per requirement, always in sight.

use yew::prelude::*;

use crate::parts::{VerdictMark, mark_name, said};
use crate::scene::SceneProps;
use crate::state::Action;

/// The strip of verdicts.
#[component]
pub(crate) fn Strip(props: &SceneProps) -> Html {
    let SceneProps { scene, act } = props;
    let lang = scene.lang();
    html! {
        <nav class="strip" aria-label={scene.ui().requirements}>
            <ul>
                { for scene.answers().iter().enumerate().map(|(index, answer)| {
                    let shown = scene.shown() == Some(index);
                    html! {
                        <li key={index}>
                            <button
                                type="button"
                                class="chip"
                                data-verdict={mark_name(answer.verdict)}
                                aria-pressed={if shown { "true" } else { "false" }}
                                onclick={act.reform(move |_: MouseEvent| Action::Show(Some(index)))}
                            >
                                <VerdictMark verdict={answer.verdict} />
                                <span>{ said(lang, &lang.requirement(&answer.requirement)) }</span>
                                <span class="visually-hidden">{ lang.verdict(answer.verdict) }</span>
                            </button>
                        </li>
                    }
                }) }
            </ul>
        </nav>
    }
}

//! What an open card shows: its path, what would turn the verdict, or its reasons.

use engine::verdict::Verdict;
use engine::words::Explaining;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::card::CardProps;
use super::fixes::Fixes;
use super::reasons::Reasons;
use super::why::Why;
use crate::effects::document::focus;
use crate::effects::reveal::use_revealed;
use crate::parts::{beside, said};
use crate::state::{Action, Aspect};

/// The id of a tab.
pub(super) fn tab_id(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Path => "tab-path",
        Aspect::Fixes => "tab-fixes",
        Aspect::Reasons => "tab-reasons",
    }
}

fn name(texts: &'static Explaining, aspect: Aspect, holds: bool) -> &'static str {
    match aspect {
        Aspect::Path => texts.path,
        Aspect::Fixes if holds => texts.breaks,
        Aspect::Fixes => texts.fixes,
        Aspect::Reasons => texts.reasons,
    }
}

/// The explanation, one side of it at a time.
#[component]
pub(crate) fn Explanation(props: &CardProps) -> Html {
    let CardProps { scene, act, index } = props;
    let (lang, texts) = (scene.lang(), scene.lang().explaining());
    let now = scene.model.aspect;
    use_revealed(scene.model.step);
    let holds = scene.answers().get(*index).is_some_and(|answer| answer.verdict == Verdict::Holds);
    let onkeydown = {
        let act = act.clone();
        move |event: KeyboardEvent| {
            if let Some(to) = beside(&Aspect::ALL, now, &event.key()) {
                event.prevent_default();
                act.emit(Action::Look(to));
                focus(tab_id(to));
            }
        }
    };
    html! {
        <>
            <div class="aspect-tabs" role="tablist" aria-label={texts.aspects} {onkeydown} key="tabs">
                { for Aspect::ALL.into_iter().map(|aspect| html! {
                    <button
                        type="button"
                        key={tab_id(aspect)}
                        id={tab_id(aspect)}
                        class="aspect-tab"
                        role="tab"
                        aria-selected={if aspect == now { "true" } else { "false" }}
                        aria-controls="aspect"
                        tabindex={(aspect != now).then_some("-1")}
                        onclick={act.reform(move |_: MouseEvent| Action::Look(aspect))}
                    >
                        { said(lang, name(texts, aspect, holds)) }
                    </button>
                }) }
            </div>
            <div class="aspect" id="aspect" role="tabpanel" aria-labelledby={tab_id(now)} tabindex="0" key="aspect">
                { match now {
                    Aspect::Path => html! { <Why key="path" scene={scene.clone()} act={act.clone()} {index} /> },
                    Aspect::Fixes => html! { <Fixes key="fixes" scene={scene.clone()} act={act.clone()} {index} /> },
                    Aspect::Reasons => html! { <Reasons key="reasons" scene={scene.clone()} act={act.clone()} {index} /> },
                } }
            </div>
        </>
    }
}

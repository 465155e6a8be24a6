//! What if …? States beyond the options, each a question; pressed, it is looked at in the explorer.

use engine::lesson::QuestionText;
use yew::prelude::*;

use super::prose::prose;
use crate::effects::prose::use_prose;
use crate::host::SharedHost;
use crate::parts::said;
use crate::scene::Scene;
use crate::state::{Action, Mode};

/// What the what-ifs need.
#[derive(Properties, PartialEq)]
pub(crate) struct WhatIfsProps {
    pub(crate) scene: Scene,
    pub(crate) act: Callback<Action>,
    pub(crate) host: SharedHost,
}

/// The what-ifs.
#[component]
pub(crate) fn WhatIfs(props: &WhatIfsProps) -> Html {
    let WhatIfsProps { scene, act, host } = props;
    let (lang, learn, lesson) = (scene.lang(), scene.lang().learn(), &scene.course.lesson);
    let file = ["lessons/", &lesson.id, "/question.", lang.tag(), ".yaml"].concat();
    let (came, again) = use_prose(host, file.into(), QuestionText::read);
    html! {
        <section class="panel sheet-part" aria-labelledby="what-if-title">
            <h2 id="what-if-title">{ said(lang, learn.what_if) }</h2>
            { prose(lang, came, &again, |text| html! {
                <ul class="what-ifs">
                    { for lesson.what_ifs.iter().filter_map(|what_if| {
                        let asks = text.what_ifs.get(&*what_if.id)?;
                        let state = scene.model.shape.state(lesson, &what_if.parameters);
                        let place = lesson.requirements.iter().position(|other| *other == what_if.show);
                        let locked = scene.locked(state);
                        Some(html! {
                            <li key={&*what_if.id}>
                                <button
                                    type="button"
                                    class="quiet"
                                    aria-disabled={locked.map(|_| "true")}
                                    title={locked}
                                    onclick={act.reform(move |_: MouseEvent| Action::LookAt(state, place, Mode::Explore))}
                                >
                                    { said(lang, asks) }
                                </button>
                            </li>
                        })
                    }) }
                </ul>
            }) }
        </section>
    }
}

//! The picture with what stands under it: whose path is drawn, and the steps along it.

use yew::prelude::*;

use super::list_view::ListView;
use crate::effects::ready::use_ready_mark;
use crate::parts::{Button, Glyph, said};
use crate::scene::SceneProps;
use crate::state::Action;

/// The picture, or the same as lists.
#[component]
pub(crate) fn Figure(props: &SceneProps) -> Html {
    use_ready_mark();
    let SceneProps { scene, act } = props;
    let (lang, ui) = (scene.lang(), scene.ui());
    let shown = scene.shown().and_then(|index| scene.answers().get(index));
    let path = shown.map(|answer| lang.journey(&answer.requirement));
    let listed = scene.model.listed;
    let view = if listed { ui.as_picture } else { ui.as_list };
    html! {
        <section class="figure" aria-labelledby="figure-title">
            <h2 id="figure-title" class="visually-hidden">{ ui.diagram }</h2>
            if listed {
                <ListView key="list" scene={scene.clone()} act={act.clone()} />
            } else {
                <div key="picture" class="picture"></div>
            }
            <div class="figure-foot" key="foot">
                <p>{ ui.path_shown }{ " " }<strong>{ said(lang, path.as_deref().unwrap_or(ui.no_path)) }</strong></p>
                <div class="figure-tools">
                    <Button label={view} onpress={act.reform(move |()| Action::List(!listed))} />
                    <Button label={ui.previous_step} glyph={Glyph::Back} onpress={act.reform(|()| Action::Step(None))} />
                </div>
            </div>
        </section>
    }
}

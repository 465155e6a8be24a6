//! What the model does not cover, beside the verdicts it could have changed.

use yew::prelude::*;

use crate::parts::said;
use crate::scene::SceneProps;

/// What is not modelled.
#[component]
pub(crate) fn NotModelled(props: &SceneProps) -> Html {
    let scene = &props.scene;
    let (lang, ui) = (scene.lang(), scene.ui());
    let Some(judged) = scene.judged() else { return html! { <section></section> } };
    let names = scene.names(judged);
    let list = &judged.report.not_modelled;
    html! {
        <section class="panel limits" aria-labelledby="limits-title">
            <h3 id="limits-title">{ ui.not_modelled }</h3>
            <p hidden={!list.is_empty()}>{ said(lang, ui.all_modelled) }</p>
            <ul>
                { for list.iter().enumerate().map(|(index, (unmodelled, could_change))| {
                    let kind = judged.network.entity(unmodelled.id).map_or("", |entity| &*entity.kind);
                    html! { <li key={index}>{ said(lang, &lang.not_modelled(unmodelled, kind, could_change, &names)) }</li> }
                }) }
            </ul>
        </section>
    }
}

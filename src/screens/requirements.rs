//! The requirements, one card each.

use yew::prelude::*;

use super::card::Card;
use super::not_modelled::NotModelled;
use super::sources::Sources;
use crate::parts::said;
use crate::scene::SceneProps;

/// The requirements, what is not modelled, and the sources.
#[component]
pub(crate) fn Requirements(props: &SceneProps) -> Html {
    let SceneProps { scene, act } = props;
    let (lang, ui) = (scene.lang(), scene.ui());
    html! {
        <section class="why" id="verdicts" tabindex="-1" aria-labelledby="requirements-title">
            <h2 id="requirements-title" class="visually-hidden">{ ui.requirements }</h2>
            <ul class="cards">
                { for (0..scene.answers().len()).map(|index| html! {
                    <li key={index}><Card scene={scene.clone()} act={act.clone()} {index} /></li>
                }) }
            </ul>
            <ul class="problems" hidden={scene.now.is_ok()}>
                { for (*scene.now).as_ref().err().into_iter().flatten().enumerate().map(|(index, error)| html! {
                    <li key={index}>{ said(lang, &lang.template_error(&error.kind)) }</li>
                }) }
            </ul>
            <NotModelled key="not-modelled" scene={scene.clone()} act={act.clone()} />
            <Sources key="sources" scene={scene.clone()} act={act.clone()} />
        </section>
    }
}

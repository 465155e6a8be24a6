//! The requirements, one card each.

use yew::prelude::*;

use super::card::Card;
use super::configurations::Configurations;
use super::hidden::Hidden;
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
            <Hidden key="hidden" scene={scene.clone()} act={act.clone()} />
            <ul class={classes!("cards", scene.model.survey.then_some("surveyed"))}>
                { for (0..scene.answers().len()).map(|index| html! {
                    <li key={index} class={scene.opened(index).then_some("open")}><Card scene={scene.clone()} act={act.clone()} {index} /></li>
                }) }
                // It tells verdicts too: none while they are to be guessed.
                if !scene.model.is_secret() {
                    <li key="all" class={scene.model.survey.then_some("open")}>
                        <Configurations scene={scene.clone()} act={act.clone()} />
                    </li>
                }
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

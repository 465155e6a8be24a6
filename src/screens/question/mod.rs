//! The question: predict, commit, reveal. Until then nothing of what the engine finds is on the page.

mod before;
mod guesses;
mod ideas;
mod outcome;
mod revealed;
#[cfg(test)]
mod tests;
mod vote;
mod voted;

pub(super) use self::ideas::PICTURE;

use yew::prelude::*;

use self::before::Before;
use self::revealed::Revealed;
use crate::host::SharedHost;
use crate::scene::Scene;
use crate::state::Action;

/// What the question needs.
#[derive(Properties, PartialEq)]
pub(crate) struct QuestionProps {
    pub(crate) scene: Scene,
    pub(crate) act: Callback<Action>,
    pub(crate) host: SharedHost,
}

/// The question.
#[component]
pub(crate) fn Question(props: &QuestionProps) -> Html {
    let QuestionProps { scene, act, host } = props;
    if scene.model.is_secret() {
        html! { <Before key="before" scene={scene.clone()} act={act.clone()} /> }
    } else {
        html! { <Revealed key="revealed" scene={scene.clone()} act={act.clone()} host={host.clone()} /> }
    }
}

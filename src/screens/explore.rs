//! The lesson's page: head, switches, picture, requirements.

use yew::prelude::*;

use super::complaints::Complaints;
use super::figure::Figure;
use super::header::Header;
use super::options::Options;
use super::requirements::Requirements;
use super::strip::Strip;
use super::switches::Switches;
use crate::host::SharedHost;
use crate::scene::Scene;
use crate::state::Action;

/// What the page needs.
#[derive(Properties, PartialEq)]
pub(crate) struct ExploreProps {
    pub(crate) scene: Scene,
    pub(crate) act: Callback<Action>,
    pub(crate) host: SharedHost,
}

/// The lesson's page. The order in the document is the order of the tabulator key.
#[component]
pub(crate) fn Explore(props: &ExploreProps) -> Html {
    let ExploreProps { scene, act, host } = props;
    html! {
        <div class="page">
            <a class="skip visually-hidden" href="#verdicts" onclick={skip()}>{ scene.ui().skip_to_verdicts }</a>
            <Header key="head" scene={scene.clone()} act={act.clone()} host={host.clone()} />
            <Complaints key="complaints" scene={scene.clone()} act={act.clone()} />
            <Strip key="strip" scene={scene.clone()} act={act.clone()} />
            <main class="columns">
                <div class="choices panel">
                    <Options key="options" scene={scene.clone()} act={act.clone()} />
                    <Switches key="switches" scene={scene.clone()} act={act.clone()} />
                </div>
                <div class="middle panel">
                    <Figure key="figure" scene={scene.clone()} act={act.clone()} />
                </div>
                <Requirements key="requirements" scene={scene.clone()} act={act.clone()} />
            </main>
        </div>
    }
}

/// The skip link moves the focus itself: the fragment belongs to the state.
fn skip() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        crate::effects::document::focus("verdicts");
    })
}

//! The explorer: switches, picture, requirements.

use yew::prelude::*;

use super::figure::Figure;
use super::options::Options;
use super::requirements::Requirements;
use super::steps::Steps;
use super::strip::Strip;
use super::switches::Switches;
use crate::scene::SceneProps;
use crate::state::link::Part;

/// The explorer. The order in the document is the order of the tabulator key.
#[component]
pub(crate) fn Explore(props: &SceneProps) -> Html {
    let SceneProps { scene, act } = props;
    html! {
        <>
            <Strip key="strip" scene={scene.clone()} act={act.clone()} />
            <div class="columns" key="columns">
                <div class="choices panel">
                    if !scene.model.hide.has(Part::Options) {
                        <Options key="options" scene={scene.clone()} act={act.clone()} />
                    }
                    if !scene.model.hide.has(Part::Switches) {
                        <Switches key="switches" scene={scene.clone()} act={act.clone()} />
                    }
                    <Steps key="steps" scene={scene.clone()} act={act.clone()} />
                </div>
                <div class="middle panel">
                    <Figure key="figure" scene={scene.clone()} act={act.clone()} />
                </div>
                <Requirements key="requirements" scene={scene.clone()} act={act.clone()} />
            </div>
        </>
    }
}

//! The practice: the state in force as a template, as commands, and with one piece missing.

mod commands;
mod files;
mod take_away;
mod taken;
mod template;

use yew::prelude::*;

use self::commands::Commands;
use self::files::Files;
use self::take_away::TakeAway;
use self::template::Template;
use crate::effects::ready::use_mounted;
use crate::host::SharedHost;
use crate::parts::said;
use crate::scene::Scene;
use crate::screens::hidden::Hidden;
use crate::screens::strip::Strip;
use crate::state::Action;

/// What the practice needs.
#[derive(Properties, PartialEq)]
pub(crate) struct PracticeProps {
    pub(crate) scene: Scene,
    pub(crate) act: Callback<Action>,
    pub(crate) host: SharedHost,
}

/// The practice.
#[component]
pub(crate) fn Practice(props: &PracticeProps) -> Html {
    use_mounted();
    let PracticeProps { scene, act, host } = props;
    let (lang, practice) = (scene.lang(), scene.lang().practice());
    html! {
        <div class="sheet">
            <div class="sheet-head panel">
                <p class="lead">{ said(lang, practice.intro) }</p>
                <p>{ practice.this_state }{ " " }<strong>{ said(lang, &scene.state_name(scene.model.on())) }</strong></p>
                <Strip key="strip" scene={scene.clone()} act={act.clone()} />
                <Hidden key="hidden" scene={scene.clone()} act={act.clone()} />
            </div>
            <Template key="template" scene={scene.clone()} act={act.clone()} host={host.clone()} />
            <Commands key="commands" scene={scene.clone()} act={act.clone()} host={host.clone()} />
            if !scene.model.is_secret() {
                <Files key="files" scene={scene.clone()} act={act.clone()} host={host.clone()} />
                <TakeAway key="take-away" scene={scene.clone()} act={act.clone()} />
            }
        </div>
    }
}

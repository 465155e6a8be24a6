//! The whole page: its head, and the place that is looked at.

use yew::prelude::*;

use super::compare::Compare;
use super::complaints::Complaints;
use super::explore::Explore;
use super::header::Header;
use super::places::{PANEL, tab_id};
use super::practice::Practice;
use super::presenter::Presenter;
use super::question::Question;
use super::theory::Theory;
use crate::host::SharedHost;
use crate::scene::Scene;
use crate::state::{Action, Mode};

/// What the page needs.
#[derive(Properties, PartialEq)]
pub(crate) struct PageProps {
    pub(crate) scene: Scene,
    pub(crate) act: Callback<Action>,
    pub(crate) host: SharedHost,
}

/// The whole page. The order in the document is the order of the tabulator key.
#[component]
pub(crate) fn Page(props: &PageProps) -> Html {
    let PageProps { scene, act, host } = props;
    let mode = scene.model.mode;
    let place = match mode {
        Mode::Explore => html! { <Explore key="explore" scene={scene.clone()} act={act.clone()} /> },
        Mode::Theory => {
            html! { <Theory key="theory" scene={scene.clone()} act={act.clone()} host={host.clone()} /> }
        }
        Mode::Practice => {
            html! { <Practice key="practice" scene={scene.clone()} act={act.clone()} host={host.clone()} /> }
        }
        Mode::Compare => {
            html! { <Compare key="compare" scene={scene.clone()} act={act.clone()} host={host.clone()} /> }
        }
        Mode::Predict => {
            html! { <Question key="predict" scene={scene.clone()} act={act.clone()} host={host.clone()} /> }
        }
    };
    let (skip, to) = match mode {
        Mode::Explore => (scene.ui().skip_to_verdicts, "verdicts"),
        Mode::Theory | Mode::Practice | Mode::Predict | Mode::Compare => {
            (scene.lang().learn().skip_to_place, PANEL)
        }
    };
    html! {
        <div class={classes!("page", scene.model.drawer.then_some("with-switches"))} data-place={mode.name()} data-present={scene.model.present.map(|_| "")}>
            <a class="skip visually-hidden" href={["#", to].concat()} onclick={leap(to)}>{ skip }</a>
            <Header key="head" scene={scene.clone()} act={act.clone()} host={host.clone()} />
            <Complaints key="complaints" scene={scene.clone()} act={act.clone()} />
            <main class="place" key="main">
                <div class="place-body" id={PANEL} tabindex="-1" role="tabpanel" aria-labelledby={tab_id(mode)}>{ place }</div>
            </main>
            if scene.model.present.is_some() {
                <Presenter key="presenter" scene={scene.clone()} act={act.clone()} host={host.clone()} />
            }
        </div>
    }
}

/// The skip link moves the focus itself: the fragment belongs to the state.
fn leap(to: &'static str) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        crate::effects::document::focus(to);
    })
}

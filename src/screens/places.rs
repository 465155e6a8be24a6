//! The places of the page: the same lesson to try out, to read, to take along, to answer, to compare.

use yew::prelude::*;

use crate::effects::document::focus;
use crate::parts::beside;
use crate::scene::{Scene, part_of_scene};
use crate::state::{Action, Mode};

/// The id of a place's tab.
pub(super) fn tab_id(mode: Mode) -> &'static str {
    match mode {
        Mode::Explore => "tab-explore",
        Mode::Theory => "tab-theory",
        Mode::Practice => "tab-practice",
        Mode::Predict => "tab-predict",
        Mode::Compare => "tab-compare",
    }
}

/// The id of what a place shows.
pub(super) const PANEL: &str = "place";

part_of_scene!(PlacesProps, |scene: &Scene| (scene.lang(), scene.model.mode));

/// One tab a place. Arrow keys go from one to the next; only the one shown is a stop of the tabulator key.
#[component]
pub(crate) fn Places(props: &PlacesProps) -> Html {
    let PlacesProps { scene, act } = props;
    let learn = scene.lang().learn();
    let mode = scene.model.mode;
    let onkeydown = {
        let act = act.clone();
        move |event: KeyboardEvent| {
            let Some(to) = beside(&Mode::ALL, mode, &event.key()) else { return };
            event.prevent_default();
            focus(tab_id(to));
            act.emit(Action::Go(to));
        }
    };
    html! {
        <div class="places" role="tablist" aria-label={learn.places} {onkeydown}>
            { for Mode::ALL.into_iter().map(|place| {
                let is_here = place == mode;
                let name = match place {
                    Mode::Explore => learn.explore,
                    Mode::Theory => learn.theory,
                    Mode::Practice => learn.practice,
                    Mode::Predict => learn.question,
                    Mode::Compare => learn.compare,
                };
                html! {
                    <button
                        key={place.name()}
                        type="button"
                        role="tab"
                        id={tab_id(place)}
                        class="tab"
                        aria-selected={if is_here { "true" } else { "false" }}
                        aria-controls={is_here.then_some(PANEL)}
                        tabindex={if is_here { "0" } else { "-1" }}
                        onclick={act.reform(move |_: MouseEvent| Action::Go(place))}
                    >
                        { name }
                    </button>
                }
            }) }
        </div>
    }
}

//! The places of the page: the same lesson to try out, to read, to take along, to answer, to compare.

use yew::prelude::*;

use crate::effects::document::focus;
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
            let Some(to) = beside(mode, &event.key()) else { return };
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

/// The place that a key leads to; around at the ends.
fn beside(mode: Mode, key: &str) -> Option<Mode> {
    let all = Mode::ALL;
    let at = all.iter().position(|place| *place == mode)?;
    let to = match key {
        "ArrowRight" => (at + 1) % all.len(),
        "ArrowLeft" => (at + all.len() - 1) % all.len(),
        "Home" => 0,
        "End" => all.len() - 1,
        _ => return None,
    };
    all.get(to).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_go_around() {
        let (first, last) = (Mode::ALL[0], Mode::ALL[Mode::ALL.len() - 1]);
        assert_eq!(beside(last, "ArrowRight"), Some(first));
        assert_eq!(beside(first, "ArrowLeft"), Some(last));
        assert_eq!(beside(first, "End"), Some(last));
        assert_eq!(beside(last, "Home"), Some(first));
        assert_eq!(beside(first, "a"), None);
    }
}

//! A button for each step, in the shape of its kind: one tabulator stop, arrow keys go along.

use engine::journey::{Gate, Outcome};
use engine::verdict::Requirement;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::name;
use crate::scene::SceneProps;
use crate::state::Action;
use crate::stops::Stop;

/// The buttons.
#[component]
pub(super) fn Row(props: &SceneProps) -> Html {
    let SceneProps { scene, act } = props;
    let stops = scene.stops();
    let of = stops.len();
    let at = scene.model.step.unwrap_or(0).min(of);
    let row = use_node_ref();
    let follow = use_mut_ref(|| false);
    use_effect_with(at, {
        let (row, follow) = (row.clone(), follow.clone());
        move |_| {
            let Some(row) = row.cast::<HtmlElement>() else { return };
            let button = row.query_selector("[tabindex='0']").ok().flatten();
            let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) else {
                return;
            };
            if follow.replace(false) {
                // It can only refuse where there is nothing to focus.
                let _ = button.focus();
            }
            // Only the row moves, never the page: in the middle, the steps before and after can be seen.
            let beside = (row.client_width() - button.offset_width()) / 2;
            row.set_scroll_left(button.offset_left() - row.offset_left() - beside);
        }
    });
    let go = act.clone();
    let onkeydown = move |event: KeyboardEvent| {
        let to = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => (at + 1).min(of),
            "ArrowLeft" | "ArrowUp" => at.saturating_sub(1).max(1),
            "Home" => 1,
            "End" => of,
            _ => return,
        };
        event.prevent_default();
        follow.replace(true);
        go.emit(Action::Step(Some(to)));
    };
    html! {
        <ol class="stops" ref={row} aria-label={scene.lang().stepper().steps_of_path} {onkeydown}>
            { for stops.iter().zip(1..).map(|(stop, number)| {
                let name = name(scene, (number, of), *stop);
                let here = number == at;
                html! {
                    <li key={number}>
                        <button type="button" class={classes!("stop", class(props, *stop))}
                            aria-label={name.clone()} title={name} aria-current={here.then_some("step")}
                            tabindex={if number == at.max(1) { "0" } else { "-1" }}
                            onclick={act.reform(move |_: MouseEvent| Action::Step((!here).then_some(number)))}>
                            <span data-number={label(props, *stop).map(|number| number.to_string())}></span>
                        </button>
                    </li>
                }
            }) }
        </ol>
    }
}

/// The number of its badge on the picture, for a hop; else nothing but its shape.
fn label(props: &SceneProps, stop: Stop) -> Option<u16> {
    props.scene.picture.as_ref()?.number(stop.step, stop.hop?)
}

/// Its kind, whether it is on the way back, whether it is where things go wrong.
fn class(props: &SceneProps, stop: Stop) -> Option<Classes> {
    let scene = &props.scene;
    let answer = scene.answers().get(scene.shown()?)?;
    let taken = answer.steps.get(stop.step)?;
    let kind = match taken.gate {
        Gate::Name => "stop-name",
        Gate::Network => "stop-network",
        Gate::Policy => "stop-policy",
        Gate::Application => "stop-application",
    };
    let reply = stop.hop.and_then(|hop| taken.hops.get(hop)).is_some_and(|hop| hop.reply);
    let last = stop.hop.is_none_or(|hop| hop + 1 == taken.hops.len());
    // Isolation is lost all along the way.
    let wrong = taken.outcome == Outcome::Fails && (last || answer.requirement == Requirement::Isolated);
    Some(classes!(kind, reply.then_some("stop-reply"), wrong.then_some("stop-wrong")))
}

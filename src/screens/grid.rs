//! A small map: every setting of the switches that are always in sight, as squares; neighbours differ in one switch. A square
//! shows which of the main requirements hold there, and pressing it goes there.

use engine::explain::Cell;
use engine::verdict::Verdict;
use gloo_utils::document;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::configurations::everything;
use super::plan::Plan;
use crate::effects::document::focus;
use crate::effects::worked_out::use_slice;
use crate::parts::{Glyph, GlyphIcon, said};
use crate::scene::{Scene, SceneProps};
use crate::state::{Action, Toggles};

/// The map.
#[component]
pub(crate) fn Grid(props: &SceneProps) -> Html {
    let SceneProps { scene, act } = props;
    let (lang, texts) = (scene.lang(), scene.lang().explaining());
    let switches: Vec<Toggles> = in_sight(scene).into_iter().map(|index| toggles(scene, index)).collect();
    let slice = use_slice(&scene.course, scene.model.on(), switches);
    let Some(slice) = &slice else { return html! { <div></div> } };
    let plan = Plan::of(slice);
    let here = slice.place(scene.model.on().bits());
    let onkeydown = {
        let plan = plan.clone();
        move |event: KeyboardEvent| {
            let from = document()
                .active_element()
                .and_then(|element| element.id().strip_prefix("cell-")?.parse().ok());
            if let Some(to) = from.and_then(|from| plan.moved(from, &event.key())) {
                event.prevent_default();
                focus(&["cell-", &to.to_string()].concat());
            }
        }
    };
    html! {
        <figure class="map" id="survey-grid" tabindex="-1">
            <div class="map-grid" role="group" aria-label={texts.slice} style={plan.style()} {onkeydown}>
                { for slice.axes.iter().enumerate().map(|(axis, switch)| {
                    let label = in_sight(scene).get(*switch).map(|index| scene.switch_label(*index));
                    axis_marks(scene, &plan, axis, &label.unwrap_or_default())
                }) }
                { for plan.places().map(|(number, row, column)| match slice.cells.get(number) {
                    Some(cell) => {
                        let first = here.unwrap_or(0) == number;
                        square(scene, act, &plan, cell, (number, row, column), (here == Some(number), first))
                    }
                    None => html! {},
                }) }
            </div>
            <figcaption>{ said(lang, texts.slice) }</figcaption>
            { legend(scene) }
        </figure>
    }
}

/// The switches that are always in sight: those without a group.
fn in_sight(scene: &Scene) -> Vec<usize> {
    let switches = scene.course.lesson.switches.iter().enumerate();
    switches.filter(|(_, switch)| switch.group.is_none()).map(|(index, _)| index).collect()
}

fn toggles(scene: &Scene, switch: usize) -> Toggles {
    scene.model.shape.switches.get(switch).into_iter().flatten().copied().collect()
}

/// The name of an axis, and bars along the lines on which it is on.
fn axis_marks(scene: &Scene, plan: &Plan, axis: usize, label: &str) -> Html {
    let runs = plan.runs(axis);
    let Some((start, end)) = runs.first().copied() else { return html! {} };
    let area = |row: (usize, usize), column: (usize, usize)| {
        let line = |at: usize| (at + 1).to_string();
        ["grid-area:", &line(row.0), "/", &line(column.0), "/", &line(row.1), "/", &line(column.1)].concat()
    };
    let (top, left) = (2 * plan.across, 1 + plan.down);
    let name = if axis < plan.down {
        area((top + start, top + end), (0, 1))
    } else {
        let line = 2 * (axis - plan.down);
        area((line, line + 1), (left + start, left + plan.columns()))
    };
    let bars = runs.into_iter().map(|(start, end)| {
        if axis < plan.down {
            area((top + start, top + end), (1 + axis, 2 + axis))
        } else {
            let line = 2 * (axis - plan.down) + 1;
            area((line, line + 1), (left + start, left + end))
        }
    });
    html! {
        <>
            <span class={if axis < plan.down { "axis down" } else { "axis across" }} style={name}>{ said(scene.lang(), label) }</span>
            { for bars.map(|bar| html! { <i class="bar" style={bar}></i> }) }
        </>
    }
}

/// A configuration.
fn square(
    scene: &Scene,
    act: &Callback<Action>,
    plan: &Plan,
    cell: &Cell,
    (number, row, column): (usize, usize, usize),
    (here, first): (bool, bool),
) -> Html {
    let to = Toggles::from(cell.state);
    let place =
        ["grid-area:", &(2 * plan.across + row + 1).to_string(), "/", &(2 + plan.down + column).to_string()]
            .concat();
    let locked = scene.locked(to);
    let title = [Some(name(scene, to, cell, here)), locked.map(str::to_owned)];
    let title = title.into_iter().flatten().collect::<Vec<_>>().join(" – ");
    html! {
        <button
            type="button"
            key={number}
            id={["cell-", &number.to_string()].concat()}
            class={classes!("square", here.then_some("here"))}
            style={place}
            tabindex={if first { "0" } else { "-1" }}
            aria-current={here.then_some("true")}
            aria-label={name(scene, to, cell, here)}
            title={title}
            aria-disabled={locked.map(|_| "true")}
            data-toggles={scene.names_turned(to)}
            onclick={act.reform(move |_: MouseEvent| Action::Apply(to, None))}
        >
            { halves(scene, &cell.verdicts) }
        </button>
    }
}

/// What a square says: the switches that are to be turned, and what holds there.
fn name(scene: &Scene, to: Toggles, cell: &Cell, here: bool) -> String {
    let (lang, texts) = (scene.lang(), scene.lang().explaining());
    let turned = scene.turned(scene.model.on(), to);
    let mut said: Vec<String> = turned.iter().map(|(label, on)| lang.setting(label, *on)).collect();
    if here {
        said.push(texts.here.to_owned());
    }
    said.push(if everything(&cell.verdicts) {
        texts.everything.to_owned()
    } else {
        let held = headlines(scene, &cell.verdicts).into_iter().filter(|(_, holds)| *holds);
        let held: Vec<String> =
            held.map(|(title, _)| [&title, ": ", lang.verdict(Verdict::Holds)].concat()).collect();
        if held.is_empty() { texts.nothing.to_owned() } else { held.join(lang.comma()) }
    });
    said.join(lang.comma())
}

/// The main requirements, and whether they hold.
fn headlines(scene: &Scene, verdicts: &[Verdict]) -> Vec<(String, bool)> {
    let requirements = scene.course.lesson.requirements.iter().zip(verdicts);
    let requirements = requirements.filter(|(asked, _)| scene.course.lesson.headline.contains(asked));
    requirements
        .map(|(asked, verdict)| (scene.lang().requirement(asked), *verdict == Verdict::Holds))
        .collect()
}

/// One part for each of the main requirements, filled where it holds; a tick where everything does.
fn halves(scene: &Scene, verdicts: &[Verdict]) -> Html {
    let all = everything(verdicts);
    html! {
        <span class={classes!("halves", all.then_some("all"))} aria-hidden="true">
            { for headlines(scene, verdicts).into_iter().map(|(_, holds)| html! { <i class={holds.then_some("held")}></i> }) }
            if all {
                <GlyphIcon glyph={Glyph::Check} />
            }
        </span>
    }
}

/// What the squares mean.
fn legend(scene: &Scene) -> Html {
    let lang = scene.lang();
    let requirements = &scene.course.lesson.requirements;
    let only = |at: Option<usize>| -> Vec<Verdict> {
        let headline = |index: usize| {
            scene.course.lesson.headline.iter().position(|h| requirements.get(index) == Some(h))
        };
        let holds = |index: usize| at.is_none() || headline(index) == at;
        (0..requirements.len())
            .map(|index| if holds(index) { Verdict::Holds } else { Verdict::Fails })
            .collect()
    };
    html! {
        <ul class="legend" aria-hidden="true">
            { for scene.course.lesson.headline.iter().enumerate().map(|(at, asked)| html! {
                <li key={at}>{ halves(scene, &only(Some(at))) }{ said(lang, &lang.requirement(asked)) }</li>
            }) }
            <li key="all">{ halves(scene, &only(None)) }{ said(lang, lang.explaining().everything) }</li>
        </ul>
    }
}

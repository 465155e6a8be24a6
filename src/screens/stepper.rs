//! Beneath the picture: the journey step by step. Previous, play, next, a button a step, and what the step decided.

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use super::why::compared;
use crate::parts::{Button, Glyph, said};
use crate::scene::{Scene, SceneProps};
use crate::state::Action;
use crate::stops::Stop;

mod row;

use row::Row;

/// How long a step is shown while it plays, in milliseconds.
const PACE: u32 = 3000;

/// The steps of the path shown.
#[component]
pub(crate) fn Stepper(props: &SceneProps) -> Html {
    let SceneProps { scene, act } = props;
    let (ui, words) = (scene.ui(), scene.lang().stepper());
    let of = scene.stops().len();
    let at = scene.model.step.unwrap_or(0).min(of);
    // It plays this path; another one does not begin by itself.
    let path = (scene.model.on(), scene.shown());
    let playing = use_state_eq(|| None);
    let plays = *playing == Some(path);
    use_effect_with((plays, at, of), {
        let (act, playing) = (act.clone(), playing.setter());
        move |&(plays, at, of)| {
            let wait = if at == 0 { 0 } else { PACE };
            let timer =
                (plays && at < of).then(|| Timeout::new(wait, move || act.emit(Action::Step(Some(at + 1)))));
            if plays && at >= of {
                playing.set(None);
            }
            move || drop(timer)
        }
    });
    let go = |to: usize| act.reform(move |()| Action::Step((to > 0).then_some(to)));
    let play = {
        let (playing, act) = (playing.setter(), act.clone());
        move |()| {
            if !plays && at >= of {
                act.emit(Action::Step(None));
            }
            playing.set((!plays).then_some(path));
        }
    };
    html! {
        <div class="stepper" hidden={of == 0}>
            <div class="step-tools">
                <Button key="back" label={ui.previous_step} glyph={Glyph::Back} idle={at == 0}
                    onpress={go(at.saturating_sub(1))} />
                <Button key="play" label={if plays { words.pause } else { words.play }}
                    glyph={if plays { Glyph::Pause } else { Glyph::Play }} onpress={play} />
                <Button key="forth" label={ui.next_step} glyph={Glyph::Forth} idle={at >= of}
                    onpress={go((at + 1).min(of))} />
            </div>
            <Row scene={scene.clone()} act={act.clone()} />
        </div>
    }
}

/// What the present step decided: where, by which rule, compared with what, and where that is written.
pub(super) fn told(scene: &Scene) -> Option<Html> {
    let (stop, judged) = (scene.stop()?, scene.judged()?);
    let (lang, ui) = (scene.lang(), scene.ui());
    let answer = scene.answers().get(scene.shown()?)?;
    let taken = answer.steps.get(stop.step)?;
    let names = scene.names(judged);
    let hop = stop.hop.and_then(|hop| taken.hops.get(hop));
    let (line, held, place) = match hop {
        Some(hop) => (lang.hop(hop, &names), &hop.compared, Some(hop.place(&judged.network))),
        None => (lang.step(taken, &names), &taken.finding.compared, taken.finding.place),
    };
    let back = hop.is_some_and(|hop| hop.reply);
    Some(html! {
        <>
            <p class="told-step">
                <span class="gate">{ lang.gate(taken.gate) }</span>
                if back {
                    <span class="back">{ ui.way_back }</span>
                }
                <strong>{ said(lang, &line.title) }</strong>
                <span>{ said(lang, &line.says) }</span>
            </p>
            if let Some(place) = place {
                { compared(scene, judged, held, (false, hop.is_some()), place) }
            }
        </>
    })
}

/// The name of a step's button.
fn name(scene: &Scene, (at, of): (usize, usize), stop: Stop) -> Option<String> {
    let (lang, judged) = (scene.lang(), scene.judged()?);
    let taken = scene.answers().get(scene.shown()?)?.steps.get(stop.step)?;
    let names = scene.names(judged);
    let hop = stop.hop.and_then(|hop| taken.hops.get(hop));
    let title = hop.map_or_else(|| lang.step(taken, &names).title, |hop| lang.hop(hop, &names).title);
    Some(lang.stop_name(at, of, taken.gate, hop.is_some_and(|hop| hop.reply), &title))
}

//! A step of a journey: its hops, each with its rule, what was compared, and the line of the template.

use engine::journey::{Outcome, Step};
use engine::lesson::Judged;
use engine::reach::Hop;
use engine::verdict::Verdict;
use yew::prelude::*;

use super::parted::Parted;
use super::why::compared;
use crate::parts::{Glyph, GlyphIcon, VerdictMark, said};
use crate::scene::Scene;
use crate::stops::Stop;

/// One step, unfolded or not. Its last hop may be where the packet ends, or it parts from the way before.
pub(super) fn step_row(
    scene: &Scene,
    judged: &Judged,
    step: &Step,
    index: usize,
    (open, is_stopped): (bool, bool),
    parted: Option<&Parted>,
) -> Html {
    let (lang, ui) = (scene.lang(), scene.ui());
    let line = lang.step(step, &scene.names(judged));
    let gate = lang.gate(step.gate);
    html! {
        <details class="step fold" {open}>
            <summary>
                <VerdictMark verdict={sign(&step.outcome)} />
                <span class="step-title">{ said(lang, &line.title) }</span>
                <span class="gate" hidden={gate == line.title}>{ gate }</span>
                <span class="step-says">{ said(lang, &line.says) }</span>
                <span class="visually-hidden">{ lang.outcome(&step.outcome) }</span>
                <GlyphIcon glyph={Glyph::Chevron} />
            </summary>
            if step.hops.is_empty() {
                <div key="evidence">{ evidence(scene, judged, step) }</div>
            }
            <ol key="hops" class="hops" aria-label={ui.hops} hidden={step.hops.is_empty()}>
                { for step.hops.iter().enumerate().map(|(place, hop)| {
                    let last = place.checked_sub(1).and_then(|last| step.hops.get(last));
                    let same = last.is_some_and(|last| last.compared.packet == hop.compared.packet);
                    let stops = is_stopped && place + 1 == step.hops.len();
                    let parted = parted.filter(|parted| parted.hop == place);
                    hop_row(scene, judged, hop, (index, place), (same, stops), parted)
                }) }
                if let Some(parted) = parted.filter(|parted| parted.hop >= step.hops.len()) {
                    <li class="hop parted" key="parted"><span></span>{ parted.told(scene) }</li>
                }
            </ol>
        </details>
    }
}

fn hop_row(
    scene: &Scene,
    judged: &Judged,
    hop: &Hop,
    at: (usize, usize),
    marks: (bool, bool),
    parted: Option<&Parted>,
) -> Html {
    let (lang, ui) = (scene.lang(), scene.ui());
    let number = scene.picture.as_ref().and_then(|picture| picture.number(at.0, at.1));
    let pointed = scene.stop() == Some(Stop { step: at.0, hop: Some(at.1) });
    let line = lang.hop(hop, &scene.names(judged));
    html! {
        <li key={at.1} class={classes!("hop", hop.reply.then_some("reply"), pointed.then_some("pointed"), parted.map(|_| "parted"))}>
            <span class="number" aria-hidden="true">{ number }</span>
            <span>
                if hop.reply {
                    <span class="back" key="back">{ ui.way_back }</span>
                }
                <strong key="title">{ said(lang, &line.title) }</strong>
                <span key="says">{ " " }{ said(lang, &line.says) }</span>
            </span>
            { parted.map(|parted| parted.told(scene)) }
            { compared(scene, judged, &hop.compared, marks, hop.place(&judged.network)) }
        </li>
    }
}

fn evidence(scene: &Scene, judged: &Judged, step: &Step) -> Html {
    let finding = &step.finding;
    match finding.place {
        Some(place) => {
            compared(scene, judged, &finding.compared, (false, step.outcome != Outcome::Works), place)
        }
        None => html! { <p class="compared" hidden=true></p> },
    }
}

/// The sign of an outcome: the same four as of verdicts.
fn sign(outcome: &Outcome) -> Verdict {
    match outcome {
        Outcome::Works => Verdict::Holds,
        Outcome::Fails => Verdict::Fails,
        Outcome::Partial(_) => Verdict::Partial,
        Outcome::Unknown => Verdict::Unknown,
    }
}

//! Why: the journey's steps, each step's hops, each with its rule, what was compared, and the line of the template.

use engine::journey::{Outcome, Step};
use engine::lesson::Judged;
use engine::reach::{Compared, Hop};
use engine::template::Place;
use engine::verdict::{Requirement, Verdict};
use engine::words::Lang;
use yew::prelude::*;

use super::card::CardProps;
use super::further::Further;
use super::parted::{Parted, parted};
use crate::parts::{Glyph, GlyphIcon, VerdictMark, said};
use crate::scene::Scene;
use crate::stops::Stop;

/// Why a requirement has its verdict.
#[component]
pub(crate) fn Why(props: &CardProps) -> Html {
    let CardProps { scene, act, index } = props;
    let (lang, ui) = (scene.lang(), scene.ui());
    let (Some(judged), Some(answer)) = (scene.judged(), scene.answers().get(*index)) else {
        return html! { <div></div> };
    };
    let one = answer.steps.len() == 1;
    let names = scene.names(judged);
    let parted = parted(scene, *index);
    html! {
        <div class="why-body">
            <ol class="steps" aria-label={ui.steps}>
                { for answer.steps.iter().enumerate().map(|(index, step)| {
                    let works = step.outcome == Outcome::Works;
                    let parted = parted.as_ref().filter(|parted| parted.step == index);
                    let open = one || !works || parted.is_some();
                    // Isolation works where packets are stopped.
                    let is_stopped = works == (answer.requirement == Requirement::Isolated);
                    html! { <li key={index}>{ step_row(scene, judged, step, index, (open, is_stopped), parted) }</li> }
                }) }
            </ol>
            <dl class="facts">
                { for answer.findings.iter().take(1).map(|finding| html! {
                    <div key="code">
                        <dt>{ ui.code }</dt>
                        <dd>
                            <code lang="en">{ finding.code.as_str() }</code>
                            if finding.code.is_aws() {
                                <small>{ said(lang, ui.code_is_aws) }</small>
                            }
                        </dd>
                    </div>
                }) }
                { for answer.witness.iter().map(|witness| html! {
                    <div key="witness"><dt>{ ui.example_packet }</dt><dd>{ said(lang, &lang.witness(witness)) }</dd></div>
                }) }
                { for answer.partial.iter().map(|partial| html! {
                    <div key="partial"><dt>{ ui.what_works }</dt><dd>{ said(lang, &lang.partial(partial)) }</dd></div>
                }) }
            </dl>
            if !answer.notes.is_empty() {
                <h4 key="notes-title">{ ui.notes }</h4>
                <ul key="notes" class="notes">
                    { for answer.notes.iter().enumerate().map(|(index, note)| html! {
                        <li key={index}>{ said(lang, &lang.finding(note, &names)) }</li>
                    }) }
                </ul>
            }
            <Further key="further" scene={scene.clone()} act={act.clone()} {index} />
        </div>
    }
}

fn step_row(
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
    let head = html! {
        <>
            <VerdictMark verdict={sign(&step.outcome)} />
            <span class="step-title">{ said(lang, &line.title) }</span>
            <span class="gate" hidden={gate == line.title}>{ gate }</span>
            <span class="step-says">{ said(lang, &line.says) }</span>
            <span class="visually-hidden">{ lang.outcome(&step.outcome) }</span>
        </>
    };
    html! {
        <details class="step fold" {open} key={index}>
            <summary>{ head }<GlyphIcon glyph={Glyph::Chevron} /></summary>
            if step.hops.is_empty() {
                <div key="evidence">{ evidence(scene, judged, step) }</div>
            }
            <ol class="hops" aria-label={ui.hops} hidden={step.hops.is_empty()}>
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

/// Rule and packet side by side in technical notation, and where the rule is written. A packet that is the `same` as in the
/// line above is not said again.
pub(super) fn compared(
    scene: &Scene,
    judged: &Judged,
    compared: &Compared,
    (same, stops): (bool, bool),
    place: Place,
) -> Html {
    let (lang, ui) = (scene.lang(), scene.ui());
    let several = judged.stack.files.len() > 1;
    let file = judged.stack.files.get(usize::from(place.file)).filter(|_| several);
    let rule = if compared.rule.is_empty() { None } else { Some(&*compared.rule) };
    html! {
        <p class="compared">
            if rule.is_some() || stops && !compared.packet.is_empty() {
                <code key="rule" lang="en" title={ui.rule}>{ rule.unwrap_or(ui.no_rule) }</code>
            }
            if !compared.packet.is_empty() && !same {
                <code key="packet" lang="en" title={ui.packet}>{ &*compared.packet }</code>
            }
            <small key="place">{ line(lang, file, place) }</small>
        </p>
    }
}

fn line(lang: Lang, file: Option<&String>, place: Place) -> String {
    lang.at_line(file.map(String::as_str), place.line)
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

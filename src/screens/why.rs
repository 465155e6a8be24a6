//! Why: the journey's steps, what is found, and what else there is to know.

use engine::journey::Outcome;
use engine::lesson::Judged;
use engine::reach::Compared;
use engine::template::Place;
use engine::verdict::Requirement;
use engine::words::Lang;
use yew::prelude::*;

use super::card::CardProps;
use super::further::Further;
use super::parted::parted;
use super::step_row::step_row;
use crate::parts::said;
use crate::scene::Scene;

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

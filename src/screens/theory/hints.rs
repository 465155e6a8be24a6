//! Hints in four rungs: look here, this rule, this is what it compares, the whole way. Each is read off the evidence of the requirement that
//! does not come to what the task asks for yet.

use engine::code::Code;
use engine::lesson::Judged;
use engine::reach::Hop;
use engine::verdict::Answer;
use yew::prelude::*;

use crate::parts::{Button, said};
use crate::scene::Scene;
use crate::state::Action;

/// What the hints need.
#[derive(Properties, PartialEq)]
pub(super) struct HintsProps {
    pub(super) scene: Scene,
    pub(super) act: Callback<Action>,
}

/// The rungs there are.
const RUNGS: usize = 4;

/// The hints, as many as were asked for.
#[component]
pub(super) fn Hints(props: &HintsProps) -> Html {
    let HintsProps { scene, act } = props;
    let learn = scene.lang().learn();
    // What was asked for in another state says nothing of this one.
    let here = (scene.model.chapter, scene.model.on());
    let asked = use_state(|| (here, 0_usize));
    let rung = if asked.0 == here { asked.1 } else { 0 };
    let (Some(judged), Some(answer)) = (scene.judged(), open_answer(scene)) else { return Html::default() };
    let onpress = {
        let (act, asked) = (act.clone(), asked.clone());
        let part = part(judged, answer);
        Callback::from(move |()| {
            act.emit(Action::Point(part.clone()));
            asked.set((here, rung + 1));
        })
    };
    html! {
        <div class="hints">
            <ol>{ for (0..rung).map(|rung| html! { <li key={rung}>{ hint(scene, judged, answer, rung) }</li> }) }</ol>
            <Button
                label={if rung == 0 { learn.hint } else { learn.another_hint }}
                idle={rung >= RUNGS}
                {onpress}
            />
        </div>
    }
}

/// The answer that does not come to what the task asks for.
fn open_answer(scene: &Scene) -> Option<&Answer> {
    let chapter = scene.course.lesson.chapters.get(scene.model.chapter)?;
    let wanted = |answer: &&Answer| {
        chapter
            .task
            .verdicts
            .iter()
            .any(|(r, verdict)| answer.requirement == *r && answer.verdict != *verdict)
    };
    let about = |answer: &&Answer| chapter.task.verdicts.iter().any(|(r, _)| answer.requirement == *r);
    let answers = scene.answers();
    answers.iter().find(wanted).or_else(|| answers.iter().find(about))
}

/// The hop that decides: where the way ends, or where a packet arrives, the last one that a rule let pass.
fn decisive(answer: &Answer) -> Option<&Hop> {
    let there = || answer.path().iter().filter(|hop| !hop.reply);
    let last = there().next_back()?;
    let arrives = matches!(
        last.code,
        Code::InterfaceReached | Code::InterfaceEndpointReached | Code::GatewayEndpointReached
    );
    there().rfind(|hop| !arrives || !hop.compared.rule.is_empty()).or(Some(last))
}

/// The thing to look at.
fn part(judged: &Judged, answer: &Answer) -> Option<Box<str>> {
    let by = answer.findings.first().and_then(|finding| finding.resource);
    let by = decisive(answer).map(|hop| hop.by).or(by)?;
    Some(judged.network.name(by).into())
}

fn hint(scene: &Scene, judged: &Judged, answer: &Answer, rung: usize) -> Html {
    let (lang, learn, names) = (scene.lang(), scene.lang().learn(), scene.names(judged));
    let hop = decisive(answer);
    let finding = answer.findings.first();
    let line = hop.map(|hop| lang.hop(hop, &names));
    match rung {
        0 => {
            let title =
                line.map(|line| line.title).or_else(|| finding.map(|finding| lang.finding(finding, &names)));
            html! { <>{ learn.look_here }{ " " }<strong>{ said(lang, &title.unwrap_or_default()) }</strong></> }
        }
        1 => {
            let says = finding.map(|finding| lang.finding(finding, &names)).unwrap_or_default();
            match hop.map(|hop| &*hop.compared.rule).filter(|rule| !rule.is_empty()) {
                Some(rule) => html! { <>{ learn.this_rule }{ " " }<code lang="en">{ rule }</code></> },
                None => html! { <>{ learn.no_rule_there }{ " " }{ said(lang, &says) }</> },
            }
        }
        2 => match hop.map(|hop| &*hop.compared.packet).filter(|packet| !packet.is_empty()) {
            Some(packet) => html! { <>{ learn.compares }{ " " }<code lang="en">{ packet }</code></> },
            None => html! { <>{ learn.compares_nothing }</> },
        },
        _ => html! {
            <>
                { learn.whole_way }
                <ol class="trace">
                    { for answer.steps.iter().enumerate().map(|(index, step)| {
                        let line = lang.step(step, &names);
                        html! { <li key={index}><strong>{ said(lang, &line.title) }</strong>{ " " }{ said(lang, &line.says) }</li> }
                    }) }
                </ol>
            </>
        },
    }
}

//! What to type for this state, and what the model expects of it.

use std::rc::Rc;

use engine::explain::{hourly, symptom};
use engine::export::{Command, Place, Purpose, commands};
use engine::verdict::Verdict;
use engine::words::Practice;
use yew::prelude::*;

use super::PracticeProps;
use crate::parts::{VerdictMark, said};
use crate::scene::Scene;
use crate::screens::copied::Copy;

/// The commands.
#[component]
pub(super) fn Commands(props: &PracticeProps) -> Html {
    let PracticeProps { scene, host, .. } = props;
    let (lang, practice) = (scene.lang(), scene.lang().practice());
    let (Some(judged), Some(source)) = (scene.judged(), scene.source()) else { return Html::default() };
    let all = commands(&judged.network, source, &scene.course.lesson.id);
    html! {
        <section class="panel sheet-part" aria-labelledby="commands-title">
            <h2 id="commands-title">{ practice.commands }</h2>
            <p>{ said(lang, practice.commands_are) }</p>
            <div class="warning" role="note">
                <p><strong>{ said(lang, practice.costs) }</strong>{ " " }{ said(lang, &lang.costs(hourly(&judged.network))) }</p>
                <p>{ said(lang, practice.costs_besides) }</p>
            </div>
            <ol class="commands">
                { for all.into_iter().enumerate().map(|(index, command)| {
                    let id = ["command-", &index.to_string()].concat();
                    let text: Rc<str> = command.line.as_str().into();
                    html! {
                        <li key={index}>
                            <h3 id={id.clone()}>{ said(lang, purpose(practice, command.purpose)) }{ " " }<small>{ said(lang, whereabouts(practice, command.at)) }</small></h3>
                            <div class="command-line">
                                <pre class="code-block" lang="en" tabindex="0" aria-labelledby={id.clone()}>{ &*command.line }</pre>
                                <Copy scene={scene.clone()} host={host.clone()} {text} of={id} />
                            </div>
                            { expected(scene, practice, &command) }
                        </li>
                    }
                }) }
            </ol>
        </section>
    }
}

/// How it goes, as the model has it.
fn expected(scene: &Scene, practice: &Practice, command: &Command) -> Html {
    let lang = scene.lang();
    let (Some(judged), Some(source), false) = (scene.judged(), scene.source(), scene.model.is_secret())
    else {
        return Html::default();
    };
    let answer = command.rests_on.as_ref().and_then(|r| source.answers.iter().find(|a| a.requirement == *r));
    let holds = answer.is_some_and(|answer| answer.verdict == Verdict::Holds);
    let text = match command.purpose {
        Purpose::Resolve => practice.expect_addresses.to_owned(),
        Purpose::Leave if holds => practice.expect_no_way_out.to_owned(),
        Purpose::Leave => practice.expect_way_out.to_owned(),
        Purpose::PublicIndex => practice.expect_no_public_index.to_owned(),
        Purpose::LogIn if holds => practice.token_expires.to_owned(),
        Purpose::CleanUp => practice.clean_up_in_time.to_owned(),
        _ => match answer {
            Some(answer) => {
                let says = lang.answer(source.source, answer, &scene.names(judged));
                match symptom(answer) {
                    Some(seen) => lang.seen(&says, seen),
                    None => says,
                }
            }
            None => return Html::default(),
        },
    };
    let mark = answer.filter(|_| !matches!(command.purpose, Purpose::PublicIndex | Purpose::InstallFromGit));
    html! {
        <p class="found">
            { for mark.map(|answer| html! { <VerdictMark verdict={answer.verdict} /> }) }
            <span>
                if command.purpose != Purpose::CleanUp {
                    <span class="visually-hidden">{ practice.expect }{ " " }</span>
                }
                { said(lang, &text) }
            </span>
        </p>
    }
}

fn purpose(practice: &Practice, purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Deploy => practice.deploy,
        Purpose::Open => practice.open,
        Purpose::Bucket => practice.bucket,
        Purpose::LogIn => practice.log_in,
        Purpose::Install => practice.install,
        Purpose::InstallFromGit => practice.install_git,
        Purpose::Resolve => practice.resolve,
        Purpose::Leave => practice.leave,
        Purpose::PublicIndex => practice.public_index,
        Purpose::Read => practice.read,
        Purpose::Call => practice.call,
        Purpose::CleanUp => practice.clean_up,
    }
}

fn whereabouts(practice: &Practice, place: Place) -> &'static str {
    match place {
        Place::Own => practice.on_yours,
        Place::Workload => practice.in_the_notebook,
    }
}

//! Beyond the first thing that stops the way: everything else that would have to change, and the same question to AWS.

use engine::explain::BlockedPath;
use engine::verdict::Verdict;
use engine::words::Names;
use yew::prelude::*;

use super::ask_aws::AskAws;
use super::card::CardProps;
use crate::effects::worked_out::use_worked_out;
use crate::explainer::{Found, Question};
use crate::parts::{VerdictMark, said};
use crate::scene::Scene;
use crate::state::Aspect;

/// What else has to change, and the question to AWS.
#[component]
pub(crate) fn Further(props: &CardProps) -> Html {
    let CardProps { scene, index, .. } = props;
    let question = Question { on: scene.model.on(), requirement: *index, aspect: Aspect::Path };
    let found = use_worked_out(&scene.course, question);
    let Some(Found::Path(blocked, command)) = found.as_deref() else { return html! { <div></div> } };
    html! {
        <div>
            { also(scene, blocked) }
            if let Some(command) = command {
                <AskAws key="aws" lang={scene.lang()} command={command.clone()} />
            }
        </div>
    }
}

fn also(scene: &Scene, blocked: &BlockedPath) -> Html {
    let (lang, texts) = (scene.lang(), scene.lang().explaining());
    let names = Names::displayed(&blocked.network, &scene.text().components);
    let further = blocked.blockers.get(1..).unwrap_or_default();
    if further.is_empty() {
        return html! {};
    }
    html! {
        <div class="further">
            <h4>{ said(lang, texts.not_alone) }</h4>
            <ol>
                { for further.iter().enumerate().map(|(index, blocker)| html! {
                    <li key={index}>
                        <VerdictMark verdict={Verdict::Fails} />
                        <span>
                            { said(lang, &lang.finding(&blocker.finding, &names)) }
                            if let Some(edit) = blocker.edits.first() {
                                <small>{ said(lang, &lang.edit(edit, &names)) }</small>
                            }
                        </span>
                    </li>
                }) }
            </ol>
            if !blocked.complete {
                <p>{ said(lang, texts.further_unknown) }</p>
            }
        </div>
    }
}

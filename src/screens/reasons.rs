//! Reasons: the smallest sets of settings and rules that suffice for a verdict.

use engine::explain::{Causes, Setting};
use engine::lesson::Judged;
use yew::prelude::*;

use super::card::CardProps;
use crate::effects::worked_out::use_worked_out;
use crate::explainer::{Found, Question};
use crate::parts::{first_few, said, turns};
use crate::scene::Scene;
use crate::state::Aspect;

/// What suffices for a verdict.
#[component]
pub(crate) fn Reasons(props: &CardProps) -> Html {
    let CardProps { scene, index, .. } = props;
    let texts = scene.lang().explaining();
    let question = Question { on: scene.model.on(), requirement: *index, aspect: Aspect::Reasons };
    let found = use_worked_out(&scene.course, question);
    let Some(judged) = scene.judged() else { return html! { <div></div> } };
    match found.as_deref() {
        Some(Found::Causes(causes)) => html! {
            <div class="reasons">
                { settings(scene, causes) }
                { rules(scene, judged, causes) }
            </div>
        },
        _ => html! { <p class="working">{ texts.working }</p> },
    }
}

/// Sets of settings, what they have in common said once.
fn settings(scene: &Scene, causes: &Causes) -> Html {
    let (lang, texts) = (scene.lang(), scene.lang().explaining());
    let (common, rest) = common(&causes.settings);
    let row = |settings: &Vec<Setting>| {
        let turned: Vec<Setting> =
            settings.iter().map(|setting| Setting { on: !setting.on, ..setting.clone() }).collect();
        turns(lang, &scene.turned(scene.with(&turned), scene.model.on()))
    };
    let title = match (common.is_empty(), rest.is_empty()) {
        (true, true) => texts.no_switch_matters,
        (true, false) => texts.any_of,
        (false, _) => texts.settings,
    };
    html! {
        <>
            <h4>{ said(lang, title) }</h4>
            if !common.is_empty() {
                { row(&common) }
                if !rest.is_empty() {
                    <p class="and">{ said(lang, texts.and_one_of) }</p>
                }
            }
            { first_few(lang, rest.iter().map(row).collect()) }
        </>
    }
}

/// What all sets share, and what is left of each.
fn common(sets: &[Vec<Setting>]) -> (Vec<Setting>, Vec<Vec<Setting>>) {
    let shared = |setting: &&Setting| sets.iter().all(|set| set.contains(setting));
    let common: Vec<Setting> = sets.first().into_iter().flatten().filter(shared).cloned().collect();
    let rest = sets.iter().map(|set| set.iter().filter(|s| !common.contains(s)).cloned().collect::<Vec<_>>());
    let rest = rest.filter(|set| !set.is_empty()).collect();
    (common, rest)
}

/// The smallest set of rules with which alone it is the same.
fn rules(scene: &Scene, judged: &Judged, causes: &Causes) -> Html {
    let (lang, texts) = (scene.lang(), scene.lang().explaining());
    let names = scene.names(judged);
    let smallest = causes.rules.first().map_or(&[][..], Vec::as_slice);
    if smallest.is_empty() {
        return html! {};
    }
    html! {
        <>
            <h4>{ said(lang, texts.rules) }</h4>
            <ul class="rules">
                { for smallest.iter().enumerate().map(|(index, rule)| html! {
                    <li key={index}>
                        { said(lang, &lang.element(rule, &names)) }
                        { " " }<small>{ lang.at_line(None, rule.place.line) }</small>
                    </li>
                }) }
            </ul>
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_all_sets_share_is_said_once() {
        let setting = |name: &str| Setting { parameter: name.into(), on: false, value: "false".into() };
        let sets = [vec![setting("A"), setting("B")], vec![setting("A"), setting("C")]];
        let (common, rest) = common(&sets);
        let named = |set: &Vec<Setting>| set.iter().map(|s| &*s.parameter).collect::<Vec<_>>().join("");
        assert_eq!(named(&common), "A");
        assert_eq!(rest.iter().map(named).collect::<Vec<_>>(), ["B", "C"]);
    }
}

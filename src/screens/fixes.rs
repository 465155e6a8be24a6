//! What would turn a verdict: the smallest changes that make a requirement hold, or that break it, each to be tried at once.

use engine::explain::{Edit, Fix, Setting};
use engine::lesson::Judged;
use engine::verdict::Verdict;
use yew::prelude::*;

use super::card::CardProps;
use super::explanation::tab_id;
use crate::effects::document::focus;
use crate::effects::worked_out::use_worked_out;
use crate::explainer::{Found, Question};
use crate::parts::{VerdictMark, first_few, said, turns};
use crate::scene::Scene;
use crate::state::{Action, Aspect};

/// What would turn a verdict.
#[component]
pub(crate) fn Fixes(props: &CardProps) -> Html {
    let CardProps { scene, act, index } = props;
    let (lang, texts) = (scene.lang(), scene.lang().explaining());
    let question = Question { on: scene.model.on(), requirement: *index, aspect: Aspect::Fixes };
    let found = use_worked_out(&scene.course, question);
    let Some(judged) = scene.judged() else { return html! { <div></div> } };
    match found.as_deref() {
        Some(Found::Fixes(fixes)) => {
            // What spoils nothing else goes first; within that the order is the engine's.
            let (spoiling, good): (Vec<_>, Vec<_>) =
                fixes.iter().filter(|fix| fix.is_toggles()).partition(|fix| fix.breaks().next().is_some());
            let rows = good.into_iter().chain(spoiling).map(|fix| proposal(scene, act, *index, fix));
            let edits = fixes.iter().filter(|fix| !fix.is_toggles()).map(|fix| edit(scene, judged, fix));
            let (rows, edits): (Vec<Html>, Vec<Html>) = (rows.collect(), edits.collect());
            html! {
                <div class="proposals">
                    { rows_or(scene, rows, texts.no_switch_mends) }
                    if !edits.is_empty() {
                        <h4 key="title">{ said(lang, texts.in_the_template) }</h4>
                        { first_few(lang, edits) }
                    }
                </div>
            }
        }
        Some(Found::Causes(causes)) => {
            let rows: Vec<Html> =
                causes.changes.iter().map(|set| row(scene, act, *index, set, texts.try_it, None)).collect();
            html! {
                <div class="proposals">
                    { rows_or(scene, rows, texts.no_switch_breaks) }
                </div>
            }
        }
        _ => html! { <p class="working">{ texts.working }</p> },
    }
}

/// Rows, or what is to be said where there are none.
fn rows_or(scene: &Scene, list: Vec<Html>, otherwise: &'static str) -> Html {
    if list.is_empty() {
        return html! { <p>{ said(scene.lang(), otherwise) }</p> };
    }
    first_few(scene.lang(), list)
}

/// A fix by switches, with what else it does.
fn proposal(scene: &Scene, act: &Callback<Action>, index: usize, fix: &Fix) -> Html {
    let settings: Vec<Setting> = fix
        .edits
        .iter()
        .filter_map(|edit| if let Edit::Turn(setting) = edit { Some(setting.clone()) } else { None })
        .collect();
    row(scene, act, index, &settings, scene.lang().explaining().apply, Some(effects(scene, fix)))
}

/// A set of switches with a button that turns them. The focus goes where what follows from it is told.
fn row(
    scene: &Scene,
    act: &Callback<Action>,
    index: usize,
    settings: &[Setting],
    label: &'static str,
    effects: Option<Html>,
) -> Html {
    let lang = scene.lang();
    let to = scene.with(settings);
    let turned = scene.turned(scene.model.on(), to);
    let names: Vec<String> = turned.iter().map(|(label, on)| lang.setting(label, *on)).collect();
    let locked = scene.locked(to);
    let onclick = act.reform(move |_: MouseEvent| {
        focus(tab_id(Aspect::Fixes));
        Action::Apply(to, Some(index))
    });
    html! {
        <div class="proposal">
            { turns(lang, &turned) }
            <button type="button" class="button" data-toggles={scene.names_turned(to)} aria-disabled={locked.map(|_| "true")} title={locked} {onclick}>
                { label }
                <span class="visually-hidden">{ " " }{ names.join(lang.comma()) }</span>
            </button>
            { effects }
        </div>
    }
}

/// A fix that is written into the template.
fn edit(scene: &Scene, judged: &Judged, fix: &Fix) -> Html {
    let (lang, names) = (scene.lang(), scene.names(judged));
    html! {
        <div class="proposal">
            <div>
                { for fix.edits.iter().map(|edit| html! { <p>{ said(lang, &lang.edit(edit, &names)) }</p> }) }
            </div>
            { effects(scene, fix) }
        </div>
    }
}

/// What else a fix does: what it breaks, mends, opens and costs.
fn effects(scene: &Scene, fix: &Fix) -> Html {
    let (lang, texts) = (scene.lang(), scene.lang().explaining());
    let breaks: Vec<_> = fix.breaks().collect();
    let safe = breaks.is_empty();
    // The first is the one that was asked for.
    let mends = fix.effects.iter().skip(1).filter(|effect| effect.after == Verdict::Holds);
    let mut said_of: Vec<String> = breaks.iter().map(|effect| lang.breaking(&effect.requirement)).collect();
    if safe {
        said_of.push(texts.breaks_nothing.to_owned());
    }
    said_of.extend(mends.map(|effect| lang.mending(&effect.requirement)));
    if safe {
        said_of.push(lang.opens(fix.opens));
    }
    said_of.push(lang.hourly(fix.hourly));
    let verdict = if safe { Verdict::Holds } else { Verdict::Fails };
    html! {
        <p class="effects" data-verdict={crate::parts::mark_name(verdict)}>
            <VerdictMark {verdict} />
            { for said_of.iter().filter(|text| !text.is_empty()).map(|text| html! { <span>{ said(lang, text) }</span> }) }
        </p>
    }
}

//! All configurations of the switches: how many satisfy everything, the shortest ways there from here, and a small map.

use engine::explain::Summary;
use engine::verdict::Verdict;
use yew::prelude::*;

use super::grid::Grid;
use crate::effects::survey::{Survey, use_survey};
use crate::parts::{Button, Glyph, GlyphIcon, first_few, said, turns};
use crate::scene::{Scene, SceneProps};
use crate::state::{Action, Toggles};

/// The card of all configurations.
#[component]
pub(crate) fn Configurations(props: &SceneProps) -> Html {
    let SceneProps { scene, act } = props;
    let (lang, ui) = (scene.lang(), scene.ui());
    let open = scene.model.survey;
    html! {
        <article class={classes!("card", "panel", "survey", open.then_some("shown"))}>
            <h3>
                <button
                    type="button"
                    class="card-head"
                    aria-expanded={if open { "true" } else { "false" }}
                    aria-controls="survey"
                    onclick={act.reform(move |_: MouseEvent| Action::Survey(!open))}
                >
                    <GlyphIcon glyph={Glyph::Map} />
                    <span class="card-title">{ said(lang, ui.all_configurations) }</span>
                    <GlyphIcon glyph={Glyph::Chevron} />
                </button>
            </h3>
            <div class="card-why" id="survey" hidden={!open}>
                if open {
                    <Surveyed key="survey" scene={scene.clone()} act={act.clone()} />
                }
            </div>
        </article>
    }
}

/// What is known of them.
#[component]
fn Surveyed(props: &SceneProps) -> Html {
    let SceneProps { scene, act } = props;
    let (lang, texts) = (scene.lang(), scene.lang().explaining());
    let stopped = use_state_eq(|| false);
    let survey = use_survey(&scene.course, !*stopped);
    html! {
        <div class="aspect" tabindex="0" role="group" aria-label={scene.ui().all_configurations}>
            <p class="visually-hidden" role="status">
                { if let Survey::Done(summary) = &survey { lang.space(summary.holding, summary.states) } else { String::new() } }
            </p>
            { match &survey {
                Survey::Done(summary) => told(scene, act, summary),
                Survey::Going(progress) => {
                    let (known, of) = progress.map_or((0, 1), |progress| (progress.known, progress.of));
                    let onpress = { let stopped = stopped.clone(); Callback::from(move |()| stopped.set(!*stopped)) };
                    html! {
                        <div class="surveying">
                            <p>{ progress.map(|_| said(lang, &lang.judged(known, of))) }</p>
                            <progress max={of.to_string()} value={known.to_string()} aria-label={scene.ui().all_configurations}></progress>
                            <Button label={if *stopped { texts.go_on } else { texts.stop }} {onpress} />
                        </div>
                    }
                }
            } }
            <Grid key="grid" scene={scene.clone()} act={act.clone()} />
            if let Survey::Done(summary) = &survey {
                { idle(scene, summary) }
            }
        </div>
    }
}

fn told(scene: &Scene, act: &Callback<Action>, summary: &Summary) -> Html {
    let lang = scene.lang();
    let on = scene.model.on();
    let mut ways: Vec<_> = summary
        .ways(on.bits())
        .iter()
        .map(|way| {
            let to = scene.with(way);
            (scene.turned(on, to), to)
        })
        .collect();
    ways.sort_by_key(|(turned, _)| turned.len());
    let shortest = ways.first().map(|(turned, _)| turned.len());
    let here = shortest == Some(0);
    let rows = if here {
        Vec::new()
    } else {
        ways.iter().map(|(turned, to)| way(scene, act, turned, *to)).collect()
    };
    html! {
        <div class="survey-told">
            <p>
                { said(lang, &lang.space(summary.holding, summary.states)) }{ lang.between() }
                <strong>{ said(lang, &lang.way(shortest)) }</strong>
            </p>
            { first_few(lang, rows) }
        </div>
    }
}

/// A way from here, with a button that goes it.
fn way(scene: &Scene, act: &Callback<Action>, turned: &[(String, bool)], to: Toggles) -> Html {
    let lang = scene.lang();
    let names: Vec<String> = turned.iter().map(|(label, on)| lang.setting(label, *on)).collect();
    let locked = scene.locked(to);
    let onclick = act.reform(move |_: MouseEvent| {
        crate::effects::document::focus("survey-grid");
        Action::Apply(to, None)
    });
    html! {
        <div class="proposal">
            { turns(lang, turned) }
            <button type="button" class="button" data-toggles={scene.names_turned(to)} aria-disabled={locked.map(|_| "true")} title={locked} {onclick}>
                { lang.explaining().apply }
                <span class="visually-hidden">{ " " }{ names.join(lang.comma()) }</span>
            </button>
        </div>
    }
}

/// Switches that change no verdict in any configuration.
fn idle(scene: &Scene, summary: &Summary) -> Html {
    let lang = scene.lang();
    let all = scene.course.lesson.toggles.iter().enumerate();
    let idle: Toggles = all.filter(|(_, t)| summary.idle.contains(&t.parameter)).map(|(at, _)| at).collect();
    let names: Vec<String> =
        scene.turned(Toggles::default(), idle).into_iter().map(|(label, _)| label).collect();
    html! {
        <p class="idle" hidden={names.is_empty()}>
            { said(lang, scene.ui().idle_switches) }{ " " }{ said(lang, &names.join(lang.comma())) }
        </p>
    }
}

/// Whether every requirement holds.
pub(super) fn everything(verdicts: &[Verdict]) -> bool {
    verdicts.iter().all(|verdict| *verdict == Verdict::Holds)
}

//! Two to four states side by side: small pictures with their paths, and one matrix of verdicts with reasons.

mod choice;
mod matrix;
mod pane;

use std::rc::Rc;

use yew::prelude::*;

use self::choice::Choice;
use self::matrix::Matrix;
use self::pane::Pane;
use crate::effects::ready::use_mounted;
use crate::host::SharedHost;
use crate::lessons::Judgement;
use crate::parts::{Glyph, GlyphIcon, Radio, said};
use crate::scene::Scene;
use crate::screens::hidden::Hidden;
use crate::screens::what_if::WhatIfs;
use crate::state::{Action, Toggles};

/// A state that is compared.
#[derive(Clone)]
pub(super) struct Compared {
    /// Where it stands among the states to choose from.
    place: usize,
    state: Toggles,
    /// `A`, or none for a state that is no option.
    letter: Option<char>,
    name: String,
    judged: Rc<Judgement>,
}

/// States there may be side by side.
const FEW: usize = 2;
const MANY: usize = 4;

/// What the comparison needs.
#[derive(Properties, PartialEq)]
pub(crate) struct CompareProps {
    pub(crate) scene: Scene,
    pub(crate) act: Callback<Action>,
    pub(crate) host: SharedHost,
}

/// The comparison.
#[component]
pub(crate) fn Compare(props: &CompareProps) -> Html {
    use_mounted();
    let CompareProps { scene, act, host } = props;
    let (lang, practice) = (scene.lang(), scene.lang().practice());
    let all = use_memo((scene.model.on(), lang), {
        let scene = scene.clone();
        move |_| candidates(&scene)
    });
    let chosen = use_state(|| (0..scene.model.shape.options.len().min(MANY)).collect::<Vec<_>>());
    let turn = {
        let chosen = chosen.clone();
        Callback::from(move |place: usize| {
            let mut next = (*chosen).clone();
            match next.iter().position(|other| *other == place) {
                Some(at) if next.len() > FEW => drop(next.remove(at)),
                None if next.len() < MANY => next.push(place),
                _ => {}
            }
            next.sort_unstable();
            chosen.set(next);
        })
    };
    let shown: Vec<Compared> = all.iter().filter(|one| chosen.contains(&one.place)).cloned().collect();
    let requirement = scene.model.requirement.unwrap_or(scene.model.shape.headlines.saturating_sub(1));
    html! {
        <div class="sheet">
            <div class="sheet-head panel">
                <h2>{ practice.compare }</h2>
                <p class="lead">{ said(lang, practice.compare_is) }</p>
                <Choice key="choice" scene={scene.clone()} all={all.clone()} chosen={(*chosen).clone()} onturn={turn} />
                if !scene.model.is_secret() {
                    { paths(scene, act, requirement) }
                }
                <Hidden key="hidden" scene={scene.clone()} act={act.clone()} />
            </div>
            <ul class="panes" key="panes" data-count={shown.len().to_string()}>
                { for shown.iter().map(|one| html! {
                    <li key={one.place}>
                        <Pane scene={scene.clone()} act={act.clone()} one={one.clone()} {requirement} />
                    </li>
                }) }
            </ul>
            if !scene.model.is_secret() {
                <Matrix key="matrix" scene={scene.clone()} act={act.clone()} shown={shown} />
            }
            <WhatIfs key="what-ifs" scene={scene.clone()} act={act.clone()} host={host.clone()} />
            <section class="panel sheet-part" key="idea">
                <details class="fold">
                    <summary><GlyphIcon glyph={Glyph::Chevron} /><h2>{ said(lang, practice.one_idea) }</h2></summary>
                    <p>{ said(lang, practice.one_idea_hint) }</p>
                </details>
            </section>
        </div>
    }
}

/// Whose path the pictures show.
fn paths(scene: &Scene, act: &Callback<Action>, shown: usize) -> Html {
    let (lang, practice) = (scene.lang(), scene.lang().practice());
    html! {
        <fieldset class="segments">
            <legend>{ said(lang, practice.paths_of) }</legend>
            { for scene.course.lesson.requirements.iter().enumerate().map(|(index, requirement)| html! {
                <Radio
                    key={index}
                    id={["path-", &index.to_string()].concat()}
                    class="segment"
                    name="path"
                    checked={index == shown}
                    onpick={act.reform(move |()| Action::Show(Some(index)))}
                >
                    { said(lang, &lang.requirement(requirement)) }
                </Radio>
            }) }
        </fieldset>
    }
}

/// The options, the base state, and the reader's own where it is none of these.
fn candidates(scene: &Scene) -> Vec<Compared> {
    let shape = &scene.model.shape;
    let own = Some(scene.model.on()).filter(|on| shape.option(*on).is_none() && *on != shape.base);
    let states = shape.options.iter().copied().chain([shape.base]).chain(own);
    states
        .enumerate()
        .map(|(place, state)| Compared {
            place,
            state,
            letter: scene.course.lesson.options.get(place).map(|option| option.letter),
            name: scene.state_label(state),
            judged: scene.course.judged(state),
        })
        .collect()
}

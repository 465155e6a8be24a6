//! One of the states compared: its small picture with one path.

use std::rc::Rc;

use engine::layout::Form;
use yew::prelude::*;

use super::Compared;
use crate::diagram::DiagramFigure;
use crate::parts::{Button, VerdictMark, said};
use crate::picture::Picture;
use crate::scene::Scene;
use crate::state::{Action, Mode};

/// What a pane needs.
#[derive(Properties)]
pub(super) struct PaneProps {
    pub(super) scene: Scene,
    pub(super) act: Callback<Action>,
    pub(super) one: Compared,
    /// The requirement whose path is shown.
    pub(super) requirement: usize,
}

impl PartialEq for PaneProps {
    fn eq(&self, other: &Self) -> bool {
        self.scene == other.scene
            && self.requirement == other.requirement
            && Rc::ptr_eq(&self.one.judged, &other.one.judged)
    }
}

/// One of the states compared.
#[component]
pub(super) fn Pane(props: &PaneProps) -> Html {
    let PaneProps { scene, act, one, requirement } = props;
    let (lang, practice) = (scene.lang(), scene.lang().practice());
    let Ok(judged) = &*one.judged else { return Html::default() };
    let source = judged.report.sources.first();
    let source = source.filter(|_| !scene.model.is_secret());
    let answer = source.and_then(|source| Some((source.source, source.answers.get(*requirement)?)));
    let picture = Picture::draw(&scene.course, judged, answer, lang, Form::Tall);
    let says = answer.map(|(source, answer)| lang.answer(source, answer, &scene.names(judged)));
    let (state, place) = (one.state, *requirement);
    html! {
        <article class="pane panel">
            <h3>
                if let Some(letter) = one.letter {
                    <span class="letter" lang="en">{ letter }</span>
                }
                <span>{ said(lang, &one.name) }</span>
                { for answer.map(|(_, answer)| html! { <VerdictMark verdict={answer.verdict} /> }) }
            </h3>
            <div class="pane-picture">
                <DiagramFigure
                    id={["description-pane-", &one.place.to_string()].concat()}
                    diagram={picture.diagram}
                    path={picture.path}
                    label={[scene.ui().diagram, ": ", &one.name].concat()}
                    lang={scene.lang()}
                    description={says.unwrap_or_default()}
                    onpress={Callback::noop()}
                />
            </div>
            <Button label={practice.open_in_explorer} locked={scene.locked(state)} onpress={act.reform(move |()| Action::LookAt(state, Some(place), Mode::Explore))} />
        </article>
    }
}

//! Requirement by state: the verdict and its reason.

use std::rc::Rc;

use yew::prelude::*;

use super::Compared;
use crate::parts::{VerdictMark, mark_name, said};
use crate::scene::Scene;
use crate::state::Action;

/// What the matrix needs.
#[derive(Properties)]
pub(super) struct MatrixProps {
    pub(super) scene: Scene,
    pub(super) act: Callback<Action>,
    pub(super) shown: Vec<Compared>,
}

impl PartialEq for MatrixProps {
    fn eq(&self, other: &Self) -> bool {
        let same = |(one, two): (&Compared, &Compared)| Rc::ptr_eq(&one.judged, &two.judged);
        self.scene == other.scene
            && self.shown.len() == other.shown.len()
            && self.shown.iter().zip(&other.shown).all(same)
    }
}

/// The matrix.
#[component]
pub(super) fn Matrix(props: &MatrixProps) -> Html {
    let MatrixProps { scene, act, shown } = props;
    let (lang, practice) = (scene.lang(), scene.lang().practice());
    html! {
        <section class="panel sheet-part" aria-label={scene.ui().requirements}>
            <div class="table-frame" tabindex="0" role="group" aria-label={scene.ui().requirements}>
                <table class="matrix">
                    <thead>
                        <tr>
                            <th scope="col">{ practice.requirement }</th>
                            { for shown.iter().map(|one| html! {
                                <th key={one.place} scope="col">
                                    if let Some(letter) = one.letter { <span lang="en">{ letter }</span>{ " " } }
                                    { said(lang, &one.name) }
                                </th>
                            }) }
                        </tr>
                    </thead>
                    <tbody>
                        { for scene.course.lesson.requirements.iter().enumerate().map(|(index, requirement)| html! {
                            <tr key={index}>
                                <th scope="row">
                                    <button type="button" class="quiet" onclick={act.reform(move |_: MouseEvent| Action::Show(Some(index)))}>
                                        { said(lang, &lang.requirement(requirement)) }
                                    </button>
                                </th>
                                { for shown.iter().map(|one| html! { <td key={one.place}>{ cell(scene, one, index) }</td> }) }
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
        </section>
    }
}

fn cell(scene: &Scene, one: &Compared, index: usize) -> Html {
    let lang = scene.lang();
    let Ok(judged) = &*one.judged else { return Html::default() };
    let source = judged.report.sources.first();
    let Some((source, answer)) = source.and_then(|s| Some((s.source, s.answers.get(index)?))) else {
        return Html::default();
    };
    html! {
        <div class="cell" data-verdict={mark_name(answer.verdict)}>
            <p class="cell-verdict"><VerdictMark verdict={answer.verdict} />{ " " }<strong>{ lang.verdict(answer.verdict) }</strong></p>
            <p>{ said(lang, &lang.answer(source, answer, &scene.names(judged))) }</p>
        </div>
    }
}

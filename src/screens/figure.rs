//! The picture with what stands under it: whose path is drawn, and the steps along it.

use std::rc::Rc;

use yew::prelude::*;

use super::list_view::ListView;
use crate::diagram::{DiagramFigure, switched};
use crate::effects::ready::use_ready_mark;
use crate::parts::{Button, Glyph, said};
use crate::scene::{Scene, SceneProps};
use crate::state::Action;

/// The id of the element whose width the picture is arranged for.
pub(crate) const FIGURE: &str = "figure";

/// The picture, or the same as lists.
#[component]
pub(crate) fn Figure(props: &SceneProps) -> Html {
    use_ready_mark();
    let SceneProps { scene, act } = props;
    let (lang, ui) = (scene.lang(), scene.ui());
    let shown = scene.shown().and_then(|index| scene.answers().get(index));
    let path = shown.map(|answer| lang.journey(&answer.requirement));
    let listed = scene.listed();
    let onpress = {
        // The course never changes, so the callback is the same for every picture and what did not change stays.
        let course = scene.course.clone();
        use_callback(act.clone(), move |parameter: AttrValue, act| {
            let place = course.lesson.toggles.iter().position(|toggle| *toggle.parameter == *parameter);
            if let Some(place) = place {
                act.emit(Action::Toggle(place));
            }
        })
    };
    html! {
        <section class="figure" aria-labelledby="figure-title">
            <h2 id="figure-title" class="visually-hidden">{ ui.diagram }</h2>
            <div id={FIGURE} class="picture" key="picture">
                if listed {
                    <ListView key="list" scene={scene.clone()} act={act.clone()} />
                } else {
                    <div key="drawing" class="drawing">{ drawing(scene, &onpress) }</div>
                }
            </div>
            <div class="figure-foot" key="foot">
                <p>{ ui.path_shown }{ " " }<strong>{ said(lang, path.as_deref().unwrap_or(ui.no_path)) }</strong></p>
                { stepper(scene, act) }
                <Button
                    key="view"
                    label={if listed { ui.as_picture } else { ui.as_list }}
                    onpress={act.reform(move |()| Action::List(!listed))}
                />
            </div>
        </section>
    }
}

fn drawing(scene: &Scene, onpress: &Callback<AttrValue>) -> Html {
    let (Some(picture), Some(judged)) = (&scene.picture, scene.judged()) else {
        return html! { <p>{ scene.ui().no_path }</p> };
    };
    let before = scene.before.as_deref().and_then(|before| before.as_ref().ok());
    let changed = before.map_or(Vec::new(), |before| switched(&before.stack, &judged.stack));
    html! {
        <DiagramFigure
            diagram={picture.diagram.clone()}
            path={picture.path.clone()}
            label={[scene.ui().diagram, ": ", &scene.text().title].concat()}
            description={scene.description()}
            step={scene.model.step.and_then(|step| u16::try_from(step).ok())}
            changed={Rc::new(changed)}
            {onpress}
        />
    }
}

/// Goes along the badges of the path, one at a time.
fn stepper(scene: &Scene, act: &Callback<Action>) -> Html {
    let (lang, ui) = (scene.lang(), scene.ui());
    let of = scene.picture.as_ref().map_or(0, |picture| picture.path.badges.len());
    let at = scene.model.step.unwrap_or(0);
    let reached = if at == 0 { [ui.steps, ": ", &of.to_string()].concat() } else { lang.step_of(at, of) };
    let go = |to: usize| act.reform(move |()| Action::Step((to > 0).then_some(to)));
    html! {
        <div class="figure-tools" key="steps" hidden={of == 0}>
            <Button key="back" label={ui.previous_step} glyph={Glyph::Back} idle={at == 0} onpress={go(at.saturating_sub(1))} />
            <span class="step-of">{ said(lang, &reached) }</span>
            <Button key="forth" label={ui.next_step} glyph={Glyph::Forth} idle={at >= of} onpress={go(at + 1)} />
        </div>
    }
}

//! The picture with what stands under it: whose path is drawn, and the steps along it.

use std::rc::Rc;

use yew::prelude::*;

use super::lights::lights;
use super::list_view::ListView;
use super::pointed::pointed;
use super::rooms::{rooms, rules};
use super::stepper::{Stepper, told};
use crate::diagram::{DiagramFigure, switched};
use crate::effects::ready::use_mounted;
use crate::parts::{Button, said};
use crate::scene::{Scene, SceneProps};
use crate::state::Action;

/// Finds the element whose width the picture is arranged for.
pub(crate) const FIGURE: &str = "#app .picture";

/// The picture, or the same as lists.
#[component]
pub(crate) fn Figure(props: &SceneProps) -> Html {
    use_mounted();
    let SceneProps { scene, act } = props;
    let (lang, ui) = (scene.lang(), scene.ui());
    let shown = scene.shown().and_then(|index| scene.answers().get(index));
    let path = shown.map(|answer| lang.journey(&answer.requirement));
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
            { lights(&scene.course) }
            <div class="picture" key="picture">{ in_every_room(scene, |scene| picture(scene, act, &onpress)) }</div>
            <div class="figure-foot" key="foot">
                <p class="path-shown" key="path">
                    { ui.path_shown }{ " " }<strong>{ said(lang, path.as_deref().unwrap_or(ui.no_path)) }</strong>
                </p>
                <Stepper key="steps" scene={scene.clone()} act={act.clone()} />
                { in_every_room(scene, |scene| view(scene, act)) }
                <div class="step-says" key="says" aria-live="polite">{ told(scene).unwrap_or_default() }</div>
            </div>
        </section>
    }
}

/// What a scene shows; where the room is not known, what it shows in every room, and styles that choose.
fn in_every_room(scene: &Scene, show: impl Fn(&Scene) -> Html) -> Html {
    let rooms = rooms(scene);
    if rooms.is_empty() {
        return show(scene);
    }
    html! {
        <>
            <style>{ rules(&rooms) }</style>
            { for rooms.iter().map(|room| html! {
                <div key={room.class()} class={classes!("room", room.class())}>{ show(&room.scene) }</div>
            }) }
        </>
    }
}

fn picture(scene: &Scene, act: &Callback<Action>, onpress: &Callback<AttrValue>) -> Html {
    if scene.listed() {
        html! { <ListView key="list" scene={scene.clone()} act={act.clone()} /> }
    } else {
        html! { <div key="drawing" class="drawing">{ drawing(scene, onpress) }</div> }
    }
}

/// The button that changes between picture and lists.
fn view(scene: &Scene, act: &Callback<Action>) -> Html {
    let (ui, listed) = (scene.ui(), scene.listed());
    html! {
        <Button
            key="view"
            label={if listed { ui.as_picture } else { ui.as_list }}
            onpress={act.reform(move |()| Action::List(!listed))}
        />
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
            id={["description-", &picture.diagram.width.to_string()].concat()}
            diagram={picture.diagram.clone()}
            path={picture.path.clone()}
            label={[scene.ui().diagram, ": ", &scene.text().title].concat()}
            description={scene.description()}
            pointed={Rc::new(pointed(scene))}
            step={scene.stop().and_then(|stop| picture.number(stop.step, stop.hop?))}
            lit={scene.lit()}
            lang={scene.lang()}
            changed={Rc::new(changed)}
            {onpress}
        />
    }
}

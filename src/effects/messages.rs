//! The page around this one: what it wants is answered, what happens here is told. `static/guest.js` carries the messages.

use engine::verdict::Verdict;
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use gloo_utils::window;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::CustomEvent;
use yew::prelude::*;

use super::told::{is_framed, put, tell, typed};
use super::worked_out::AFTER_PAINT;
use crate::parts::mark_name;
use crate::scene::Scene;
use crate::state::{Action, Cause, Fields, Model, reduce, wish};

/// The event with which a wish comes; its detail takes the answer.
const ASK: &str = "vpc-explainer:ask";

/// Answers wishes, and tells the state and its verdicts whenever they change.
#[hook]
pub(crate) fn use_messages(scene: &Scene, act: &Callback<Action>) {
    let model = scene.model.clone();
    use_effect_with((model.clone(), act.clone()), |(model, act)| {
        let (model, act) = (model.clone(), act.clone());
        let listener = EventListener::new(&window(), ASK, move |event| {
            if let Some(event) = event.dyn_ref::<CustomEvent>() {
                put(&event.detail(), "answer", &answer(&model, &act, &event.detail()));
            }
        });
        move || drop(listener)
    });
    let state = model.link().state_text(&model.shape);
    use_effect_with((state, model.is_secret()), {
        let scene = scene.clone();
        move |(state, hidden)| {
            let mut timer = None;
            if is_framed() {
                tell(&changed(&scene, state));
                // What the reader is to guess, nobody is told. Causes take their time: what changed is painted first.
                if !hidden {
                    timer = Some(Timeout::new(AFTER_PAINT, move || tell(&verdicts(&scene))));
                }
            }
            move || drop(timer)
        }
    });
}

fn answer(model: &Model, act: &Callback<Action>, asked: &JsValue) -> JsValue {
    let field = |name: &str| Reflect::get(asked, &name.into()).unwrap_or_default();
    let text = ["s", "theme", "lang"].into_iter().find_map(|name| field(name).as_string());
    let fields = Fields {
        text: text.as_deref().unwrap_or_default(),
        number: number(field("to").as_f64().unwrap_or_default()),
        quiet: field("announce") == JsValue::FALSE,
    };
    let answer = Object::new().into();
    match wish(model, &field("type").as_string().unwrap_or_default(), fields) {
        Ok(action) => {
            // What it will come to: the model itself follows after this.
            let next = action.clone().and_then(|action| reduce(model, action));
            let next = next.as_ref().unwrap_or(model);
            put(&answer, "ok", &true.into());
            put(&answer, "s", &next.link().state_text(&next.shape).into());
            if let Some(action) = action {
                act.emit(action);
            }
        }
        Err(fault) => {
            put(&answer, "ok", &false.into());
            put(&answer, "code", &fault.code().into());
        }
    }
    answer
}

/// A number from outside: whatever it is, a place that there could be.
fn number(found: f64) -> usize {
    (0..=255_u8).rev().find(|place| f64::from(*place) <= found).map_or(0, usize::from)
}

fn changed(scene: &Scene, state: &str) -> JsValue {
    let model = &scene.model;
    let said = typed("state");
    put(&said, "s", &state.into());
    let before = model.change.map_or(model.on(), |change| change.from);
    let toggles = scene.course.lesson.toggles.iter().enumerate();
    let changed = toggles.filter(|(index, _)| before.is_on(*index) != model.on().is_on(*index));
    put(&said, "changed", &changed.map(|(_, toggle)| JsValue::from(&*toggle.parameter)).collect::<Array>());
    let cause = match model.change.map(|change| change.cause) {
        None => "load",
        Some(Cause::Undo | Cause::Redo) => "undo",
        Some(Cause::Reset) => "reset",
        Some(Cause::Visit) => "link",
        Some(Cause::Host) => "api",
        Some(_) => "user",
    };
    put(&said, "cause", &cause.into());
    said
}

fn verdicts(scene: &Scene) -> JsValue {
    let said = typed("verdict");
    let results = Array::new();
    if let (Some(judged), Some(source)) = (scene.judged(), scene.source()) {
        let names = scene.names(judged);
        for (index, answer) in scene.answers().iter().enumerate() {
            let one: JsValue = Object::new().into();
            put(&one, "req", &answer.requirement.to_string().into());
            put(&one, "holds", &(answer.verdict == Verdict::Holds).into());
            put(&one, "verdict", &mark_name(answer.verdict).into());
            if let Some(finding) = answer.findings.first() {
                put(&one, "code", &finding.code.as_str().into());
            }
            if answer.verdict != Verdict::Holds {
                let course = &scene.course;
                let cause = course.explainer.smallest_cause(&course.lesson, scene.model.on(), index);
                put(&one, "minimalCause", &cause.into_iter().map(JsValue::from).collect::<Array>());
            }
            put(&one, "why", &scene.lang().answer(source.source, answer, &names).into());
            results.push(&one);
        }
    }
    put(&said, "results", &results);
    said
}

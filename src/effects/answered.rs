//! The prediction, told to the page around this one once it is revealed: whoever set the question may record it.

use engine::verdict::Verdict;
use gloo_utils::window;
use js_sys::Array;
use wasm_bindgen::JsValue;
use yew::prelude::*;

use super::told::{is_framed, put, tell, typed};
use crate::scene::Scene;
use crate::state::Confidence;

/// Tells a prediction when it is revealed, with how often that was so and how long it took.
#[hook]
pub(crate) fn use_answered(scene: &Scene) {
    let attempts = use_mut_ref(|| 0_u32);
    let since = use_mut_ref(|| None);
    let prediction = &scene.model.prediction;
    // What a class votes is nobody's answer.
    let (open, revealed) = (scene.model.is_predicting(), prediction.revealed && prediction.pick.is_some());
    use_effect_with((open, revealed), {
        let scene = scene.clone();
        move |(open, revealed)| {
            if *open {
                since.borrow_mut().get_or_insert(now());
            } else if let Some(begun) = since.borrow_mut().take_if(|_| *revealed) {
                *attempts.borrow_mut() += 1;
                if is_framed() {
                    let seconds = ((now() - begun) / 10.0).round() / 100.0;
                    tell(&answer(&scene, *attempts.borrow(), seconds));
                }
            }
        }
    });
}

/// Milliseconds since the page was opened.
fn now() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}

fn answer(scene: &Scene, attempts: u32, seconds: f64) -> JsValue {
    let (lesson, prediction) = (&scene.course.lesson, &scene.model.prediction);
    let meets_all = |place: usize| {
        let judged = scene.model.shape.options.get(place).map(|state| scene.course.judged(*state));
        let source =
            judged.as_deref().and_then(|judged| judged.as_ref().ok()?.report.sources.first().cloned());
        source.is_some_and(|source| source.answers.iter().all(|answer| answer.verdict == Verdict::Holds))
    };
    let letter = |place: usize| lesson.options.get(place).map(|option| option.letter.to_string());
    let said = typed("answer");
    let say = |field: &str, value: JsValue| put(&said, field, &value);
    say("item", (*lesson.id).into());
    say("lang", scene.lang().tag().into());
    say("title", (*scene.text().title).into());
    say("question", (*scene.text().question).into());
    let choices = scene.text().options.iter().map(|(letter, text)| {
        let choice: Array =
            [letter.to_string().as_str(), &text.label].map(JsValue::from).into_iter().collect();
        JsValue::from(choice)
    });
    say("choices", choices.collect::<Array>().into());
    let right = (0..lesson.options.len()).filter(|place| meets_all(*place)).filter_map(letter);
    say("right", right.map(JsValue::from).collect::<Array>().into());
    if let Some(pick) = prediction.pick {
        say("pick", letter(pick).unwrap_or_default().into());
        say("correct", meets_all(pick).into());
    }
    let confidence = match prediction.confidence {
        Some(Confidence::High) => 1.0,
        Some(Confidence::Middle) => 0.5,
        Some(Confidence::Low) | None => 0.0,
    };
    say("confidence", confidence.into());
    say("attempts", attempts.into());
    say("seconds", seconds.into());
    said
}

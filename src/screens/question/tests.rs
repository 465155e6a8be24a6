//! Before the reveal nothing of what the engine finds is in the document, whatever state the reader comes from.

use std::rc::Rc;

use engine::words::Lang;
use yew::prelude::*;

use super::before::Before;
use crate::lessons::Course;
use crate::scene::{Scene, SceneProps};
use crate::shot;
use crate::state::{Action, Guess, Mode, Model, Predict, Shape, reduce};

fn scene(course: &Rc<Course>, lang: Lang, actions: &[Action]) -> Scene {
    let start = Model::new(Rc::new(Shape::of(&course.lesson)), lang);
    let model = actions.iter().fold(start, |model, action| reduce(&model, action.clone()).unwrap_or(model));
    let now = course.judged(model.shown());
    let before = model.change.map(|change| course.judged(change.from));
    Scene { course: course.clone(), model: Rc::new(model), now, before, width: 640, picture: None }.drawn()
}

#[test]
fn nothing_is_given_away_before_the_reveal() {
    let course = Course::first().expect("a good lesson");
    let options = course.lesson.options.len();
    for lang in Lang::ALL {
        // What the explorer says of every option.
        let reasons: Vec<String> = (0..options)
            .flat_map(|option| {
                let scene = scene(&course, lang, &[Action::Choose(option)]);
                let (judged, source) = (scene.judged().expect("judged"), scene.source().expect("a source"));
                let answers = scene.answers().iter();
                answers.map(|a| lang.answer(source.source, a, &scene.names(judged))).collect::<Vec<_>>()
            })
            .collect();
        for option in 0..options {
            let guess = Guess { option, requirement: 0, holds: true };
            let actions = [
                Action::Choose(option),
                Action::Go(Mode::Predict),
                Action::Predict(Predict::Pick(option)),
                Action::Predict(Predict::Guess(guess)),
                Action::Predict(Predict::Reveal),
            ];
            let scene = scene(&course, lang, &actions);
            assert!(scene.answers().is_empty(), "no answers");
            let html = shot::html::<Before>(SceneProps { scene: scene.clone(), act: Callback::noop() });
            let text: String = html
                .split('<')
                .filter_map(|part| part.split_once('>'))
                .map(|(_, text)| text.trim_end())
                .collect();
            let all = [&html, &text, &scene.announcement(), &scene.description()];
            for reason in &reasons {
                assert!(
                    all.iter().all(|place| !place.contains(reason)),
                    "{lang:?}, option {option}: {reason}"
                );
            }
            for drawn in ["dg-path", "dg-badge", "dg-stop"] {
                assert!(!html.contains(drawn), "{drawn} is drawn");
            }
        }
    }
}

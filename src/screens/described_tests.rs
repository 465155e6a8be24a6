//! The picture in words, which is all of it that some readers get: for the base, every option and what-if, and before the reveal.

use std::fmt::Write;

use engine::words::Lang;
use expect_test::{ExpectFile, expect_file};

use super::tests::scene_in;
use crate::lessons::Course;
use crate::state::{Action, Mode, Model, Shape, Toggles, reduce};

#[track_caller]
fn check(lang: Lang, expect: &ExpectFile) {
    let course = Course::first().expect("a good lesson");
    let lesson = &course.lesson;
    let start = Model::new(Shape::of(lesson).into(), lang);
    let mut all = String::new();
    let mut tell = |name: &str, model: Model| {
        let said = scene_in(&course, model).description();
        writeln!(all, "## {name}\n\n{said}\n").expect("a string");
    };
    let with = |state: Toggles| reduce(&start, Action::Apply(state, None)).unwrap_or_else(|| start.clone());
    tell("base", start.clone());
    for (option, state) in lesson.options.iter().zip(start.shape.options.iter()) {
        tell(&option.letter.to_string(), with(*state));
    }
    for what_if in &lesson.what_ifs {
        tell(&what_if.id, with(start.shape.state(lesson, &what_if.parameters)));
    }
    tell("while the question is open", reduce(&start, Action::Go(Mode::Predict)).expect("another place"));
    expect.assert_eq(&all);
}

#[test]
fn the_picture_is_told_in_english() {
    check(Lang::En, &expect_file!["../../tests/descriptions/sap-349.en.md"]);
}

#[test]
fn the_picture_is_told_in_japanese() {
    check(Lang::Ja, &expect_file!["../../tests/descriptions/sap-349.ja.md"]);
}

//! Paths keep apart: from each other, from badges and marks, from everything that has a name.

#![expect(clippy::expect_used, reason = "a test may stop where its own data is wrong")]

use std::fs;
use std::path::Path;

use engine::layout::{Diagram, Form, Part, PathLine, Point, Setting, arrange, part_name, route, trips};
use engine::lesson::{Lesson, LessonText};
use engine::template::{Parameters, Source};
use engine::words::Lang;
use proptest::prelude::*;

#[path = "paths/apart.rs"]
mod apart;

use apart::{check, disc};

const FORMS: [Form; 3] = [Form::Wide, Form::Narrow, Form::Tall];

fn read(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../static/lessons/sap-349");
    fs::read_to_string(folder.join(name)).expect("the founding lesson")
}

/// Every path of a state, with the picture it is on.
fn paths(lesson: &Lesson, parameters: &Parameters, lang: Lang, form: Form) -> (Diagram, Vec<PathLine>) {
    let text = read(&format!("text.{}.yaml", lang.tag()));
    let text = LessonText::read(Source { name: "text", text: &text }).expect("a text");
    let judged = lesson.judge(parameters).expect("a state");
    let name = |part: &Part| part_name(lang, &judged.network, &text.components, part);
    let diagram =
        arrange(&judged.stack, &judged.network, &Setting { toggles: &lesson.toggles, name: &name, form });
    let drawn = judged.report.sources.iter().flat_map(|report| {
        report.answers.iter().map(|answer| {
            route(&diagram, &judged.network, &trips(&diagram, &judged.network, report.source, answer))
        })
    });
    let drawn = drawn.collect();
    (diagram, drawn)
}

fn lesson() -> Lesson {
    let (lesson, template) = (read("lesson.yaml"), read("template.yaml"));
    Lesson::read(
        "sap-349",
        Source { name: "lesson.yaml", text: &lesson },
        Source { name: "template.yaml", text: &template },
    )
    .expect("a lesson")
}

#[test]
fn the_options_keep_their_paths_apart() {
    let lesson = lesson();
    let options = [None, Some('A'), Some('B'), Some('C'), Some('D')];
    for (option, lang) in options.iter().flat_map(|option| Lang::ALL.map(|lang| (*option, lang))) {
        for form in FORMS {
            let (diagram, paths) = paths(&lesson, &lesson.parameters(option), lang, form);
            for path in paths {
                check(&diagram, &path)
                    .map_err(|e| format!("{option:?} {lang:?} {form:?}: {e}"))
                    .expect("apart");
            }
        }
    }
}

#[test]
fn a_reply_that_is_stopped_is_drawn_on_its_way_back() {
    let lesson = lesson();
    let mut parameters = lesson.parameters(None);
    for (key, value) in [("PypiOnlyAcl", "true"), ("NatGateway", "true"), ("AclAdmitsReplies", "false")] {
        parameters.insert(key.to_owned(), value.to_owned());
    }
    let (diagram, paths) = paths(&lesson, &parameters, Lang::En, Form::Wide);
    let back = |path: &&PathLine| path.strands.iter().any(|strand| !strand.back.points.is_empty());
    let path = paths.iter().find(back).expect("a stopped reply");
    let strand = path.strands.first().expect("its line");
    assert_eq!(strand.back.points.last(), strand.mark.map(|mark| mark.at).as_ref());
    let pypi = diagram.component(&Part::Pypi).expect("PyPI");
    let beside = |point: &Point| pypi.rect.grown(1).contains(disc(*point, 0));
    assert!(strand.line.points.last().is_some_and(beside) && strand.back.points.first().is_some_and(beside));
}

#[test]
fn what_once_met_keeps_apart() {
    let lesson = lesson();
    let states = include_str!("paths/states.txt").lines().filter(|line| !line.starts_with('#'));
    for (state, lang) in states.flat_map(|state| Lang::ALL.map(|lang| (state, lang))) {
        let on: Vec<&str> = state.split(' ').collect();
        let mut parameters = lesson.parameters(None);
        for toggle in &lesson.toggles {
            parameters.insert(toggle.parameter.to_string(), on.contains(&&*toggle.parameter).to_string());
        }
        for form in FORMS {
            let (diagram, paths) = paths(&lesson, &parameters, lang, form);
            for path in paths {
                check(&diagram, &path).map_err(|e| format!("{state} {lang:?} {form:?}: {e}")).expect("apart");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn paths_keep_apart_in_every_state(on in prop::collection::vec(any::<bool>(), 40), form in prop::sample::select(&FORMS), japanese: bool) {
        let lesson = lesson();
        let mut parameters = lesson.parameters(None);
        for (toggle, on) in lesson.toggles.iter().zip(on) {
            parameters.insert(toggle.parameter.to_string(), on.to_string());
        }
        let (diagram, paths) = paths(&lesson, &parameters, if japanese { Lang::Ja } else { Lang::En }, form);
        for path in paths {
            check(&diagram, &path).map_err(TestCaseError::fail)?;
        }
    }
}

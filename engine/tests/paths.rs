//! Paths keep apart: from each other, from badges and marks, from everything that has a name.

#![expect(clippy::expect_used, reason = "a test may stop where its own data is wrong")]

use std::fs;
use std::path::Path;

use engine::layout::{
    Diagram, Line, Part, PathLine, Point, Rect, Setting, arrange, metrics, part_name, route, trips,
};
use engine::lesson::{Lesson, LessonText};
use engine::template::{Parameters, Source};
use engine::words::Lang;
use proptest::prelude::*;

fn read(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../static/lessons/sap-349");
    fs::read_to_string(folder.join(name)).expect("the founding lesson")
}

/// Every path of a state, with the picture it is on.
fn paths(lesson: &Lesson, parameters: &Parameters, lang: Lang, narrow: bool) -> (Diagram, Vec<PathLine>) {
    let text = read(&format!("text.{}.yaml", lang.tag()));
    let text = LessonText::read(Source { name: "text", text: &text }).expect("a text");
    let judged = lesson.judge(parameters).expect("a state");
    let name = |part: &Part| part_name(lang, &judged.network, &text.components, part);
    let diagram =
        arrange(&judged.stack, &judged.network, &Setting { toggles: &lesson.toggles, name: &name, narrow });
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

/// The line's pieces, each as thin as a piece can be.
fn pieces(line: &Line) -> Vec<Rect> {
    let piece = |a: &Point, b: &Point| Rect {
        x: a.x.min(b.x),
        y: a.y.min(b.y),
        w: (a.x - b.x).abs().max(1),
        h: (a.y - b.y).abs().max(1),
    };
    line.points.windows(2).filter_map(|p| if let [a, b] = p { Some(piece(a, b)) } else { None }).collect()
}

/// A disc's room, as a square.
fn disc(at: Point, radius: i32) -> Rect {
    Rect { x: at.x - radius, y: at.y - radius, w: 2 * radius, h: 2 * radius }
}

fn check(diagram: &Diagram, path: &PathLine) -> Result<(), TestCaseError> {
    let lines: Vec<(usize, &Line)> =
        path.strands.iter().enumerate().flat_map(|(at, s)| [(at, &s.line), (at, &s.back)]).collect();
    let squares: Vec<Rect> = diagram.components.iter().map(|c| c.rect).collect();
    let covered = |room: Rect| squares.iter().any(|square| square.grown(1).contains(room));
    for (at, (strand, line)) in lines.iter().enumerate() {
        for piece in pieces(line) {
            for c in &diagram.components {
                prop_assert!(!c.label.overlaps(piece), "{piece:?} crosses the name of {:?}", c.part);
                let own = path.strands.get(*strand).is_some_and(|s| s.through.contains(&c.part));
                prop_assert!(own || !c.rect.overlaps(piece), "{piece:?} crosses {:?}", c.part);
            }
            for frame in &diagram.frames {
                prop_assert!(
                    !frame.title.overlaps(piece),
                    "{piece:?} crosses the heading of {:?}",
                    frame.part
                );
            }
            for (_, other) in lines.iter().skip(at + 1) {
                for one in pieces(other).into_iter().filter(|one| !covered(*one) && !covered(piece)) {
                    let along = (one.w > one.h) == (piece.w > piece.h);
                    prop_assert!(!along || !one.grown(3).overlaps(piece), "{piece:?} runs along {one:?}");
                }
            }
        }
    }
    let badges = path.badges.iter().map(|badge| (badge.at, metrics::BADGE));
    let stops =
        path.strands.iter().filter_map(|s| s.mark).filter(|m| m.kind == engine::layout::MarkKind::Stop);
    let discs: Vec<(Point, i32)> = badges.chain(stops.map(|mark| (mark.at, 11))).collect();
    for (at, (middle, radius)) in discs.iter().enumerate() {
        for (other, reach) in discs.iter().skip(at + 1) {
            let far = (middle.x - other.x).pow(2) + (middle.y - other.y).pow(2);
            prop_assert!(far >= (radius + reach - 1).pow(2), "{middle:?} touches {other:?}");
        }
        let room = disc(*middle, *radius);
        for c in &diagram.components {
            prop_assert!(!c.label.overlaps(room), "{room:?} covers the name of {:?}", c.part);
        }
        for frame in &diagram.frames {
            prop_assert!(!frame.title.overlaps(room), "{room:?} covers the heading of {:?}", frame.part);
        }
    }
    Ok(())
}

#[test]
fn the_options_keep_their_paths_apart() {
    let lesson = lesson();
    let options = [None, Some('A'), Some('B'), Some('C'), Some('D')];
    for (option, lang) in options.iter().flat_map(|option| Lang::ALL.map(|lang| (*option, lang))) {
        for narrow in [false, true] {
            let (diagram, paths) = paths(&lesson, &lesson.parameters(option), lang, narrow);
            for path in paths {
                check(&diagram, &path)
                    .map_err(|e| format!("{option:?} {lang:?} {narrow}: {e}"))
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
    let (diagram, paths) = paths(&lesson, &parameters, Lang::En, false);
    let back = |path: &&PathLine| path.strands.iter().any(|strand| !strand.back.points.is_empty());
    let path = paths.iter().find(back).expect("a stopped reply");
    let strand = path.strands.first().expect("its line");
    assert_eq!(strand.back.points.last(), strand.mark.map(|mark| mark.at).as_ref());
    let pypi = diagram.component(&Part::Pypi).expect("PyPI");
    let beside = |point: &Point| pypi.rect.grown(1).contains(disc(*point, 0));
    assert!(strand.line.points.last().is_some_and(beside) && strand.back.points.first().is_some_and(beside));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn paths_keep_apart_in_every_state(on in prop::collection::vec(any::<bool>(), 40), narrow: bool, japanese: bool) {
        let lesson = lesson();
        let mut parameters = lesson.parameters(None);
        for (toggle, on) in lesson.toggles.iter().zip(on) {
            parameters.insert(toggle.parameter.to_string(), on.to_string());
        }
        let (diagram, paths) = paths(&lesson, &parameters, if japanese { Lang::Ja } else { Lang::En }, narrow);
        for path in paths {
            check(&diagram, &path)?;
        }
    }
}

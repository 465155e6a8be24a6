//! The founding lesson's picture for each of its options: where things stand, and the path of every answer.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a bench may stop")]

#[expect(dead_code, reason = "tests need more of it")]
#[path = "../tests/lessons/folder.rs"]
mod folder;

use divan::Bencher;
use engine::layout::{Diagram, Form, Setting, arrange, part_name, route, trips};
use engine::lesson::{Judged, Lesson, LessonText};
use engine::words::Lang;
use folder::Folder;

const OPTIONS: [char; 4] = ['A', 'B', 'C', 'D'];

fn main() {
    divan::main();
}

struct Drawn {
    lesson: Lesson,
    text: LessonText,
    judged: Judged,
}

impl Drawn {
    fn of(option: char) -> Drawn {
        let folder = Folder::founding();
        let lesson = folder.lesson();
        let judged = lesson.judge(&lesson.parameters(Some(option))).unwrap();
        Drawn { text: folder.text(Lang::En), lesson, judged }
    }

    fn places(&self, form: Form) -> Diagram {
        let name = |part: &_| part_name(Lang::En, &self.judged.network, &self.text.components, part);
        let setting = Setting { toggles: &self.lesson.toggles, name: &name, form };
        arrange(&self.judged.stack, &self.judged.network, &setting)
    }
}

/// Where things stand, with the lines of the standing relations.
#[divan::bench(args = [Form::Wide, Form::Narrow, Form::Tall])]
fn places(bencher: Bencher<'_, '_>, form: Form) {
    let drawn = Drawn::of('D');
    bencher.bench_local(|| drawn.places(form));
}

/// The paths of all answers.
#[divan::bench(args = OPTIONS)]
fn paths(bencher: Bencher<'_, '_>, option: char) {
    let drawn = Drawn::of(option);
    let diagram = drawn.places(Form::Wide);
    let network = &drawn.judged.network;
    let source = drawn.judged.report.sources.first().unwrap();
    bencher.bench_local(|| {
        let ways = source.answers.iter().map(|answer| trips(&diagram, network, source.source, answer));
        ways.map(|trips| route(&diagram, network, &trips)).collect::<Vec<_>>()
    });
}

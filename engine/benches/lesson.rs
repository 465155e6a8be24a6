//! The founding lesson, stage by stage and as a whole, for each of its options.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a bench may stop")]

#[expect(dead_code, reason = "tests need more of it")]
#[path = "../tests/lessons/folder.rs"]
mod folder;

use divan::Bencher;
use engine::lesson::{Judged, Lesson};
use engine::network;
use engine::template::Parameters;
use engine::verdict::judge;
use folder::Folder;

const OPTIONS: [char; 4] = ['A', 'B', 'C', 'D'];

fn main() {
    divan::main();
}

fn state(option: char) -> (Lesson, Parameters) {
    let lesson = Folder::founding().lesson();
    let parameters = lesson.parameters(Some(option));
    (lesson, parameters)
}

fn judged(option: char) -> (Lesson, Judged) {
    let (lesson, parameters) = state(option);
    let judged = lesson.judge(&parameters).unwrap();
    (lesson, judged)
}

/// From the files' text to a lesson.
#[divan::bench]
fn read(bencher: Bencher<'_, '_>) {
    let folder = Folder::founding();
    bencher.bench_local(|| folder.lesson());
}

/// From parameters to a stack.
#[divan::bench(args = OPTIONS)]
fn resolve(bencher: Bencher<'_, '_>, option: char) {
    let (lesson, parameters) = state(option);
    bencher.bench_local(|| lesson.templates.resolve(&parameters));
}

/// From a stack to the model.
#[divan::bench(args = OPTIONS)]
fn build(bencher: Bencher<'_, '_>, option: char) {
    let (_, judged) = judged(option);
    bencher.bench_local(|| network::build(&judged.stack));
}

/// From the model to every verdict with its evidence.
#[divan::bench(args = OPTIONS)]
fn verdicts(bencher: Bencher<'_, '_>, option: char) {
    let (lesson, judged) = judged(option);
    let sources: Vec<_> = judged.network.workloads.keys().copied().collect();
    bencher.bench_local(|| judge(&judged.network, &sources, &lesson.requirements));
}

/// From parameters to verdicts with nothing worked out before.
#[divan::bench(args = OPTIONS)]
fn whole(bencher: Bencher<'_, '_>, option: char) {
    let (lesson, parameters) = state(option);
    bencher.bench_local(|| {
        let stack = lesson.templates.resolve(&parameters).unwrap();
        let network = network::build(&stack);
        let report = judge(&network, &lesson.sources_in(&network), &lesson.requirements);
        Judged { stack, network, report }
    });
}

/// What a switch of the page sets off: from parameters to verdicts in a lesson whose other states were judged before. Every toggle is
/// turned in turn.
#[divan::bench(args = OPTIONS)]
fn toggle(bencher: Bencher<'_, '_>, option: char) {
    let (lesson, parameters) = state(option);
    let turned = lesson.toggles.iter().map(|toggle| {
        let mut parameters = parameters.clone();
        let (off, on) = &toggle.values;
        let now = parameters.get(&*toggle.parameter).map(String::as_str).or(toggle.default.as_deref());
        let other = if now == Some(&**on) { off } else { on };
        parameters.insert(toggle.parameter.to_string(), other.to_string());
        parameters
    });
    let turned: Vec<Parameters> = turned.collect();
    for parameters in &turned {
        lesson.judge(parameters).unwrap();
    }
    let mut next = turned.iter().cycle();
    bencher.bench_local(|| lesson.judge(next.next().unwrap()));
}

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

/// Everything that a switch of the page sets off, from parameters to verdicts.
#[divan::bench(args = OPTIONS)]
fn whole(bencher: Bencher<'_, '_>, option: char) {
    let (lesson, parameters) = state(option);
    bencher.bench_local(|| lesson.judge(&parameters));
}

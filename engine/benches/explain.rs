//! What the speed claims of `explain` rest on: `cargo bench -p vpc-explainer-engine --bench explain`.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a bench may stop, and prints its figures")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use engine::explain::{Knowledge, Space, causes, fixes};
use engine::lesson::Lesson;
use engine::template::Source;

fn lesson() -> Lesson {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../static/lessons/sap-349/");
    let read = |name: &str| std::fs::read_to_string([folder, name].concat()).unwrap();
    let (lesson, template) = (read("lesson.yaml"), read("template.yaml"));
    let lesson = Source { name: "lesson.yaml", text: &lesson };
    Lesson::read("sap-349", lesson, Source { name: "template.yaml", text: &template }).unwrap()
}

/// The median of a few runs.
#[expect(clippy::disallowed_methods, reason = "a bench measures time, and runs on the host only")]
fn measure<T>(name: &str, run: impl Fn() -> T) {
    let until = Instant::now() + Duration::from_secs(2);
    let mut times = Vec::new();
    while times.is_empty() || (Instant::now() < until && times.len() < 2_000) {
        let start = Instant::now();
        black_box(run());
        times.push(start.elapsed());
    }
    times.sort_unstable();
    println!("{name:50} {:>12.2?}", times.get(times.len() / 2).unwrap());
}

fn main() {
    let lesson = lesson();
    let parameters = lesson.parameters(Some('D'));
    measure("resolve, nothing worked out before", || lesson.templates.resolve(&parameters));
    let stack = lesson.templates.resolve(&parameters).unwrap();
    measure("build", || engine::network::build(&stack));
    measure("judge, all requirements with evidence", || lesson.judge(&parameters));
    measure("the first state of a new knowledge", || {
        let mut knowledge = Knowledge::of_lesson(&lesson).unwrap();
        let state = knowledge.settings().defaults();
        knowledge.all(state)
    });
    let pypi = 1;
    measure("all fixes of one failing requirement, afresh", || {
        let mut knowledge = Knowledge::of_lesson(&lesson).unwrap();
        let state = knowledge.settings().defaults();
        fixes(&mut knowledge, state, pypi).unwrap()
    });
    measure("all causes of it, afresh", || {
        let mut knowledge = Knowledge::of_lesson(&lesson).unwrap();
        let state = knowledge.settings().defaults();
        causes(&mut knowledge, state, pypi).unwrap()
    });
    measure("all causes and fixes of it, afresh", || {
        let mut knowledge = Knowledge::of_lesson(&lesson).unwrap();
        let state = knowledge.settings().defaults();
        (causes(&mut knowledge, state, pypi).unwrap(), fixes(&mut knowledge, state, pypi).unwrap())
    });
    let mut known = Knowledge::of_lesson(&lesson).unwrap();
    let state = known.settings().defaults();
    causes(&mut known, state, pypi).unwrap();
    println!("judged for all causes: {}", known.judged());
    let known = std::cell::RefCell::new(known);
    measure("causes and fixes, known before", || {
        let mut known = known.borrow_mut();
        (causes(&mut known, state, pypi).unwrap(), fixes(&mut known, state, pypi).unwrap())
    });
    measure("all states", || {
        let mut space = Space::new(Knowledge::of_lesson(&lesson).unwrap()).unwrap();
        while !space.step(1000).done {}
        space.summary().unwrap().holding
    });
    let mut space = Space::new(Knowledge::of_lesson(&lesson).unwrap()).unwrap();
    while !space.step(1000).done {}
    println!("{:?}", space.progress());
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    println!("{}", status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or("no peak of memory"));
    measure("their sum", || space.summary().unwrap().holding);
    let summary = space.summary().unwrap();
    println!(
        "holding {} of {}; idle {:?}; {:?}",
        summary.holding,
        summary.states,
        summary.idle,
        summary.patterns.len()
    );
    println!("{:?}", summary.ways(space.clone().into_knowledge().settings().defaults()));
}

//! How cost grows with the number of resources in a template. The bench `growth` plots it.

#![expect(clippy::unwrap_used, reason = "a bench may stop")]

#[path = "generated/mod.rs"]
mod generated;

use divan::Bencher;
use divan::counter::ItemsCount;
use engine::network::{self, Network};
use engine::template::{Parameters, Source, Templates};
use engine::verdict::{Requirement, judge};
use generated::template;

const RESOURCES: [usize; 4] = [20, 200, 2_000, 20_000];

fn main() {
    divan::main();
}

fn parsed(resources: usize) -> Templates {
    let text = template(resources);
    Templates::parse(&[Source { name: "template.yaml", text: &text }]).unwrap()
}

fn built(resources: usize) -> Network {
    let network = network::build(&parsed(resources).resolve(&Parameters::new()).unwrap());
    assert_eq!(network.refusals, []);
    network
}

fn requirements() -> Vec<Requirement> {
    ["isolated", "reach:Instance0x0:tcp/443"].iter().map(|text| text.parse().unwrap()).collect()
}

/// Isolation of every instance, and that each reaches one of them.
fn verdicts_of_all(network: &Network) {
    let sources: Vec<_> = network.workloads.keys().copied().collect();
    divan::black_box(judge(network, &sources, &requirements()));
}

/// From text to a template.
#[divan::bench(args = RESOURCES, max_time = 2)]
fn parse(bencher: Bencher<'_, '_>, resources: usize) {
    let text = template(resources);
    bencher
        .counter(ItemsCount::new(resources))
        .bench_local(|| Templates::parse(&[Source { name: "template.yaml", text: &text }]));
}

/// From parameters to a stack.
#[divan::bench(args = RESOURCES, max_time = 2)]
fn resolve(bencher: Bencher<'_, '_>, resources: usize) {
    let templates = parsed(resources);
    bencher.counter(ItemsCount::new(resources)).bench_local(|| templates.resolve(&Parameters::new()));
}

/// From a stack to the model.
#[divan::bench(args = RESOURCES, max_time = 2)]
fn build(bencher: Bencher<'_, '_>, resources: usize) {
    let stack = parsed(resources).resolve(&Parameters::new()).unwrap();
    bencher.counter(ItemsCount::new(resources)).bench_local(|| network::build(&stack));
}

/// The verdicts of one workload.
#[divan::bench(args = RESOURCES, max_time = 2)]
fn verdicts_of_one(bencher: Bencher<'_, '_>, resources: usize) {
    let network = built(resources);
    let source = *network.workloads.keys().next_back().unwrap();
    bencher.counter(ItemsCount::new(resources)).bench_local(|| judge(&network, &[source], &requirements()));
}

/// The verdicts of all workloads, a quarter of the resources.
#[divan::bench(args = RESOURCES, max_time = 2)]
fn verdicts(bencher: Bencher<'_, '_>, resources: usize) {
    let network = built(resources);
    bencher.counter(ItemsCount::new(resources)).bench_local(|| verdicts_of_all(&network));
}

/// From text to all verdicts.
#[divan::bench(args = RESOURCES, max_time = 2)]
fn whole(bencher: Bencher<'_, '_>, resources: usize) {
    let text = template(resources);
    bencher.counter(ItemsCount::new(resources)).bench_local(|| {
        let templates = Templates::parse(&[Source { name: "template.yaml", text: &text }]).unwrap();
        verdicts_of_all(&network::build(&templates.resolve(&Parameters::new()).unwrap()));
    });
}

//! All states of a lesson's toggles, known from few judged ones, against judging each state alone.

use engine::explain::{Knowledge, Space};
use engine::lesson::{Judged, Lesson};
use engine::network::build;
use engine::template::{Parameters, Toggle};
use engine::verdict::{Verdict, judge};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::folder::{Folder, lines};

/// The verdicts of a state, judged alone: nothing is known of any other. Judged after others it is the same.
fn alone(lesson: &Lesson, parameters: &Parameters) -> Vec<Verdict> {
    let stack = lesson.templates.resolve(parameters).unwrap_or_else(|errors| panic!("{}", lines(errors)));
    let network = build(&stack);
    let report = judge(&network, &lesson.sources_in(&network), &lesson.requirements);
    let judged = Judged { stack, network, report };
    assert_eq!(lesson.judge(parameters).as_ref(), Ok(&judged));
    let answers = judged.report.sources.first().map(|source| source.answers.as_slice());
    answers.unwrap_or_default().iter().map(|answer| answer.verdict).collect()
}

/// Compares every state of these toggles, all others standing as the option has them.
#[track_caller]
fn check(option: char, names: &[&str]) {
    let lesson = Folder::founding().lesson();
    let toggles: Vec<Toggle> =
        lesson.toggles.iter().filter(|t| names.contains(&&*t.parameter)).cloned().collect();
    assert_eq!(toggles.len(), names.len());
    let given = lesson.parameters(Some(option));
    let new = Knowledge::new(&lesson.templates, &toggles, &given, &lesson.requirements, None);
    let mut space = Space::new(new.unwrap_or_else(|errors| panic!("{}", lines(errors)))).unwrap();
    while !space.step(50).done {}
    let summary = space.summary().unwrap();
    let judged = space.progress().judged;
    let mut knowledge = space.into_knowledge();
    let mut holding = 0;
    for state in 0..1u64 << toggles.len() {
        let parameters = knowledge.settings().parameters(state);
        let expected = alone(&lesson, &parameters);
        assert_eq!(knowledge.all(state), expected, "{parameters:?}");
        let all = expected.iter().all(|verdict| *verdict == Verdict::Holds);
        assert_eq!(summary.holds(state), all);
        holding += u64::from(all);
    }
    assert_eq!(summary.holding, holding);
    assert_eq!(knowledge.judged(), judged, "nothing was left to judge");
}

#[test]
fn ways_out_are_known_exactly() {
    let names = [
        "NatGateway",
        "NatInstance",
        "SourceDestCheck",
        "PublicSubnetAndGateway",
        "PypiOnlyAcl",
        "AclAdmitsReplies",
        "AclAdmitsVpc",
        "HostFirewall",
        "DirectInternetAccess",
        "S3GatewayEndpoint",
    ];
    check('A', &names);
}

#[test]
fn ways_to_packages_are_known_exactly() {
    let names = [
        "CodeCommit",
        "CodeCommitEndpoint",
        "CodeArtifact",
        "ExternalConnection",
        "CodeArtifactApiEndpoint",
        "CodeArtifactRepositoriesEndpoint",
        "PrivateDns",
        "EndpointAdmitsNotebook",
        "PipUsesCodeArtifact",
        "NatGateway",
        "AclAdmitsVpc",
    ];
    check('B', &names);
}

#[test]
fn any_state_is_known_as_it_is_judged() {
    for folder in Folder::all() {
        let lesson = folder.lesson();
        let mut knowledge =
            Knowledge::of_lesson(&lesson).unwrap_or_else(|errors| panic!("{}", lines(errors)));
        // States near each other, so that much is known already when it is compared.
        let flips =
            prop::collection::vec((0..knowledge.settings().len(), 0..knowledge.settings().len()), 1..6);
        let config = Config { cases: 400, failure_persistence: None, ..Config::default() };
        let mut state = knowledge.settings().defaults();
        let mut runner = TestRunner::new(config);
        let tree = std::cell::RefCell::new((&mut knowledge, &mut state));
        let outcome = runner.run(&flips, |flips| {
            let mut pair = tree.borrow_mut();
            for (a, b) in flips {
                *pair.1 ^= 1 << a | 1 << b;
            }
            let state = *pair.1;
            let parameters = pair.0.settings().parameters(state);
            prop_assert_eq!(pair.0.all(state), alone(&lesson, &parameters), "{:?}", parameters);
            Ok(())
        });
        outcome.unwrap_or_else(|error| panic!("{}: {error}", folder.id()));
    }
}

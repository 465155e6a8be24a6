//! Whatever a reader switches, AWS accepts the template and every requirement is decided.

use engine::template::Parameters;
use engine::verdict::Verdict;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::folder::{Folder, answers, judge, line};

#[test]
fn every_combination_can_be_deployed_and_is_decided() {
    for folder in Folder::all() {
        let lesson = folder.lesson();
        let switched = prop::collection::vec(any::<bool>(), lesson.toggles.len());
        let config = Config { cases: 512, failure_persistence: None, ..Config::default() };
        let outcome = TestRunner::new(config).run(&switched, |switched| {
            let value = |on: &bool, values: &(Box<str>, Box<str>)| {
                if *on { &values.1 } else { &values.0 }.to_string()
            };
            let toggles = lesson.toggles.iter().zip(&switched);
            let parameters: Parameters =
                toggles.map(|(t, on)| (t.parameter.to_string(), value(on, &t.values))).collect();
            let judged = judge(&lesson, &parameters);
            prop_assert!(
                judged.network.refusals.is_empty(),
                "{parameters:?}\n{:#?}",
                judged.network.refusals
            );
            for answer in answers(&judged) {
                let decided = matches!(answer.verdict, Verdict::Holds | Verdict::Fails);
                prop_assert!(decided, "{parameters:?}\n{}", line(answer));
            }
            Ok(())
        });
        outcome.unwrap_or_else(|error| panic!("{}: {error}", folder.id()));
    }
}

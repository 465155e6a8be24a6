//! Each option comes to exactly what its lesson says, for the reason it says.

use engine::verdict::Verdict;

use crate::folder::{Folder, lines};

#[test]
fn every_option_comes_to_what_the_lesson_says() {
    for folder in Folder::all() {
        let differences = folder.lesson().differences().unwrap();
        assert!(differences.is_empty(), "{}:\n{}", folder.id(), lines(differences));
    }
}

#[test]
fn a_wrong_option_says_why_and_one_option_is_right() {
    for folder in Folder::all() {
        let lesson = folder.lesson();
        for choice in &lesson.options {
            for expected in &choice.expect {
                assert!(expected.verdict == Verdict::Holds || expected.code.is_some(), "{choice:?}");
            }
        }
        let right = lesson.options.iter().filter(|o| o.expect.iter().all(|e| e.verdict == Verdict::Holds));
        assert_eq!(right.count(), 1, "{}", folder.id());
    }
}

#[test]
fn the_base_state_is_isolated_and_lacks_the_packages() {
    let lesson = Folder::founding().lesson();
    let judged = crate::folder::judge(&lesson, &lesson.parameters(None));
    let found = crate::folder::answers(&judged).iter().map(crate::folder::line).take(4);
    expect_test::expect![[r"
        isolated holds NO_WAY_TO_THE_INTERNET
        install:pypi fails NO_ROUTE_TO_DESTINATION
        read:s3 holds SERVICE_ANSWERS
        call:sagemaker.api holds SERVICE_ANSWERS"]]
    .assert_eq(&lines(found));
}

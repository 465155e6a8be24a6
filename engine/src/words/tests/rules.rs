use crate::code::Code;
use crate::journey::{Finding, Gate, Step};
use crate::network::{Entity, Id, Network};
use crate::reach::{Compared, Hop};
use crate::template::Place;
use crate::verdict::Verdict;

use super::super::{BadLink, Lang, Names, Thing};

fn is_japanese(c: char) -> bool {
    matches!(c, 'ぁ'..='ヿ' | '一'..='鿿')
}

/// What no sentence of a language may be.
#[track_caller]
fn check(lang: Lang, what: &str, text: &str) {
    assert!(!text.trim().is_empty(), "{what}: empty");
    assert!(!text.contains(['{', '}']), "{what}: a placeholder is left in `{text}`");
    assert!(!text.contains("  ") && text.trim() == text, "{what}: stray spaces in `{text}`");
    match lang {
        Lang::En => assert!(!text.chars().any(is_japanese), "{what}: Japanese in `{text}`"),
        Lang::Ja => {
            let letters: Vec<char> = text.chars().collect();
            for pair in letters.windows(2) {
                let [a, b] = pair else { continue };
                let meets = a.is_ascii_alphanumeric() && is_japanese(*b)
                    || is_japanese(*a) && b.is_ascii_alphanumeric();
                assert!(!meets, "{what}: no space between {a} and {b} in `{text}`");
                let narrow = is_japanese(*a) && matches!(b, ',' | '.' | '!' | '?' | ':' | '(' | ')');
                assert!(!narrow, "{what}: half-width punctuation in `{text}`");
            }
        }
    }
}

/// A whole sentence: begins and ends as one.
#[track_caller]
fn check_sentence(lang: Lang, what: &str, text: &str) {
    check(lang, what, text);
    match lang {
        Lang::En => {
            assert!(text.ends_with('.') && !text.ends_with(".."), "{what}: no full stop in `{text}`");
        }
        Lang::Ja => {
            assert!(text.ends_with('。') && !text.ends_with("。。"), "{what}: no full stop in `{text}`");
            assert!(text.chars().any(is_japanese), "{what}: not Japanese: `{text}`");
        }
    }
}

fn network() -> Network {
    let entity = |name: &str, kind: &str| Entity {
        name: name.into(),
        kind: kind.into(),
        place: Place::default(),
        implicit: false,
    };
    Network { entities: vec![entity("NatGateway", "AWS::EC2::NatGateway")], ..Network::default() }
}

fn finding(code: Code, resource: Option<Id>, subject: &str) -> Finding {
    Finding { code, resource, place: None, compared: Compared::default(), subject: subject.into() }
}

#[test]
fn every_code_is_said_in_every_language() {
    let network = network();
    let names = Names::logical(&network);
    for lang in Lang::ALL {
        let mut seen: Vec<(String, Code)> = Vec::new();
        for &code in Code::ALL {
            let meaning = lang.meaning(code);
            check_sentence(lang, code.as_str(), &meaning);
            assert!(!meaning.contains(code.as_str()), "{code} only repeats itself");
            let twin = seen.iter().find(|(text, _)| *text == meaning);
            assert!(twin.is_none(), "{code} says the same as {twin:?}");
            seen.push((meaning, code));
            for resource in [None, Some(Id(0))] {
                for subject in ["", "pypi.org", "codeartifact.api", "s3:GetObject", "10.0.0.9"] {
                    check_sentence(
                        lang,
                        code.as_str(),
                        &lang.finding(&finding(code, resource, subject), &names),
                    );
                }
            }
        }
    }
}

#[test]
fn every_code_makes_a_hop_and_a_step() {
    let network = network();
    let names = Names::logical(&network);
    for lang in Lang::ALL {
        for &code in Code::ALL {
            let hop =
                Hop { code, by: Id(0), at: Id(0), rule: None, compared: Compared::default(), reply: false };
            let line = lang.hop(&hop, &names);
            check(lang, code.as_str(), &line.title);
            check(lang, code.as_str(), &line.says);
            for gate in [Gate::Name, Gate::Network, Gate::Policy, Gate::Application] {
                let step = Step {
                    gate,
                    finding: finding(code, None, ""),
                    outcome: crate::journey::Outcome::Works,
                    hops: Vec::new(),
                };
                let line = lang.step(&step, &names);
                check(lang, code.as_str(), &line.title);
                check(lang, code.as_str(), &line.says);
            }
        }
    }
}

#[test]
fn every_text_of_the_interface_is_there() {
    for lang in Lang::ALL {
        for (field, text) in lang.ui().all() {
            check(lang, field, text);
        }
        for (field, text) in lang.explaining().all() {
            check(lang, field, text);
        }
        for thing in Thing::ALL {
            check(lang, "thing", lang.thing(thing));
        }
    }
    let untranslated: Vec<_> = Lang::En
        .ui()
        .all()
        .into_iter()
        .zip(Lang::Ja.ui().all())
        .filter(|(en, ja)| en.1 == ja.1)
        .map(|(en, _)| en.0)
        .collect();
    assert_eq!(untranslated, ["app_name", "vpc", "pypi"]);
}

#[test]
fn every_sentence_with_arguments_keeps_the_rules() {
    use Verdict::{Fails, Holds, Partial, Undeployable, Unknown};
    for lang in Lang::ALL {
        for verdict in [Holds, Fails, Partial, Unknown, Undeployable] {
            check(lang, "verdict", lang.verdict(verdict));
            check(lang, "was", lang.was(verdict));
        }
        for why in [BadLink::Unreadable, BadLink::TooNew, BadLink::NoSuchLesson] {
            check_sentence(lang, "bad link", lang.bad_link(why));
        }
        check_sentence(lang, "no change", lang.no_change());
        check_sentence(lang, "switched", &lang.switched("NAT", true));
        check_sentence(lang, "switched", &lang.switched("NAT", false));
        check_sentence(lang, "option", &lang.option_applied('B'));
        check_sentence(lang, "tally", &lang.tally(1, 4));
        check(lang, "step", &lang.step_of(3, 5));
        check(lang, "more", &lang.more_switches(11));
        check(lang, "facts", &lang.facts_as_of("2026-11-23"));
        check(lang, "line", &lang.at_line(Some("template.yaml"), 42));
        check(lang, "line", &lang.at_line(None, 42));
        for on in [true, false] {
            check(lang, "component", &lang.component(Thing::NatGateway, "NAT", on));
        }
    }
}

//! Verdicts that the author hides are in no place of the page, nor is what tells them.

use engine::words::Lang;
use yew::prelude::*;

use super::page::{Page, PageProps};
use super::tests::scene_of;
use crate::host::{Fake, SharedHost};
use crate::lessons::Course;
use crate::shot;
use crate::state::link::{Hide, Link, Part};
use crate::state::{Action, Mode, Toggles};

/// What tells a verdict wherever it stands: marks and paths.
const TELLS: [&str; 4] = ["data-verdict", "dg-path", "dg-badge", "dg-stop"];

#[test]
fn hidden_verdicts_are_in_no_place_until_they_are_revealed() {
    let course = Course::first().expect("a good lesson");
    for lang in Lang::ALL {
        for mode in Mode::ALL {
            let html = |actions: &[Action]| {
                let hide = Hide::default().with(Part::Verdicts);
                let link = Link { hide, mode, lang: Some(lang), ..Link::new(Toggles::default()) };
                let scene = scene_of(&course, lang, &[&[Action::Visit(link)], actions].concat());
                let host = SharedHost::new(Fake::default());
                (shot::html::<Page>(PageProps { scene: scene.clone(), act: Callback::noop(), host }), scene)
            };
            // Of the reader's own guesses there are marks too.
            let told = TELLS.into_iter().filter(|tell| mode != Mode::Predict || *tell != "data-verdict");
            let tells = |html: &str| told.clone().filter(|tell| html.contains(tell)).collect::<Vec<_>>();
            let steps = [Action::Choose(0), Action::Choose(1)];
            let (hidden, scene) = html(&steps);
            assert!(tells(&hidden).is_empty(), "{mode:?} tells by {:?}", tells(&hidden));
            assert!(scene.answers().is_empty() && scene.stops().is_empty(), "{mode:?} has answers");
            if mode == Mode::Predict {
                continue;
            }
            // The chapters come later; all the other places say what is hidden.
            let says = hidden.contains(lang.author().show_verdicts);
            assert_eq!(says, mode != Mode::Theory, "{mode:?} offers to show them");
            let (shown, _) = html(&[&steps[..], &[Action::Reveal]].concat());
            assert!(!tells(&shown).is_empty(), "{mode:?} shows them when asked for");
        }
    }
}

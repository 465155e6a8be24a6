//! After the reveal: the prediction beside the outcome, the ideas behind it, every option with its reason and path.

use std::rc::Rc;

use engine::verdict::Verdict;
use engine::words::Lang;
use yew::prelude::*;

use super::QuestionProps;
use super::ideas::{Ideas, PICTURE};
use super::outcome::{Outcome, answers};
use super::voted::voted;
use crate::effects::document::focus;
use crate::lessons::Judgement;
use crate::parts::{Button, Glyph, said};
use crate::scene::Scene;
use crate::screens::figure::Figure;
use crate::screens::strip::Strip;
use crate::state::{Action, Dialog, Predict};

/// The heading that gets the focus.
const TITLE: &str = "outcome-title";

/// On paper the question has a sheet of its own, before the answers.
fn on_paper(scene: &Scene) -> Html {
    let lang = scene.lang();
    html! {
        <div class="print-only" aria-hidden="true">
            <p>{ said(lang, &scene.text().question) }</p>
            <ol>
                { for scene.text().options.iter().map(|(letter, text)| html! {
                    <li key={letter.to_string()}><strong>{ *letter }{ " " }{ said(lang, &text.label) }</strong>{ " " }{ said(lang, &text.text) }</li>
                }) }
            </ol>
        </div>
    }
}

/// After the reveal.
#[component]
pub(crate) fn Revealed(props: &QuestionProps) -> Html {
    let QuestionProps { scene, act, host } = props;
    let (lang, learn) = (scene.lang(), scene.lang().learn());
    let options = use_memo((), |()| {
        let states = scene.model.shape.options.iter();
        states.map(|state| scene.course.judged(*state)).collect::<Vec<_>>()
    });
    // The button that was pressed is gone.
    use_effect_with((), |()| focus(TITLE));

    let prediction = &scene.model.prediction;
    let meets_all = |judged: &Rc<Judgement>| answers(judged).iter().all(|a| a.verdict == Verdict::Holds);
    let letters = scene.course.lesson.options.iter().zip(options.iter());
    let right: Vec<char> =
        letters.filter(|(_, judged)| meets_all(judged)).map(|(option, _)| option.letter).collect();
    let picked = prediction.pick.and_then(|pick| {
        let letter = scene.course.lesson.options.get(pick)?.letter;
        Some(lang.picked(letter, meets_all(options.get(pick)?)))
    });
    let came_true = prediction.guesses().iter().filter(|guess| {
        let answer = options.get(guess.option).and_then(|judged| answers(judged).get(guess.requirement));
        answer.is_some_and(|answer| (answer.verdict == Verdict::Holds) == guess.holds)
    });
    let tally = lang.guessed(came_true.count(), prediction.guesses().len());
    html! {
        <div class="lesson">
            { on_paper(scene) }
            <div class="lesson-words panel">
                <h2 id={TITLE} tabindex="-1">{ learn.outcome }</h2>
                <p class="lead">{ said(lang, &picked.unwrap_or_default()) }
                    { if lang == Lang::Ja { "" } else { " " } }
                    { said(lang, &lang.meets_all(&right)) }</p>
                if prediction.pick.is_some() {
                    <p class="aside">{ said(lang, &tally) }</p>
                }
                { voted(scene, &options) }
                <Ideas key="ideas" scene={scene.clone()} act={act.clone()} host={host.clone()} />
                <section class="outcomes" key="outcomes" aria-labelledby="every-option">
                    <h3 id="every-option">{ learn.every_option }</h3>
                    { for options.iter().enumerate().map(|(option, judged)| html! {
                        <Outcome key={option} scene={scene.clone()} act={act.clone()} {option} judged={judged.clone()} />
                    }) }
                </section>
                <p class="commit"><Button label={learn.again} glyph={Glyph::Reset} class="wordy" onpress={act.reform(|()| Action::Predict(Predict::Again))} />
                    <Button label={lang.classroom().sheet} class="wordy" onpress={act.reform(|()| Action::Dialog(Some(Dialog::Sheet)))} /></p>
            </div>
            <div class="lesson-picture panel" id={PICTURE}>
                <Strip key="strip" scene={scene.clone()} act={act.clone()} />
                <Figure key="figure" scene={scene.clone()} act={act.clone()} />
            </div>
        </div>
    }
}

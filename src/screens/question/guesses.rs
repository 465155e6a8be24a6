//! What is expected of each option: a row an option, a column a headline requirement.

use engine::verdict::Verdict;
use yew::prelude::*;

use crate::parts::{Radio, VerdictMark, said};
use crate::scene::{Scene, SceneProps};
use crate::state::{Action, Guess, Predict};

/// The id of a guess's control.
pub(super) fn id(option: usize, requirement: usize, holds: bool) -> String {
    let end = if holds { "-holds" } else { "-fails" };
    ["guess-", &option.to_string(), "-", &requirement.to_string(), end].concat()
}

/// The guesses.
#[component]
pub(crate) fn Guesses(props: &SceneProps) -> Html {
    let SceneProps { scene, act } = props;
    let (lang, learn) = (scene.lang(), scene.lang().learn());
    let lesson = &scene.course.lesson;
    html! {
        <div class="guesses" role="group" aria-labelledby="guesses-title" aria-describedby="guesses-needed">
            <h3 id="guesses-title">{ said(lang, learn.your_guesses) }</h3>
            <p class="aside" id="guesses-needed">{ said(lang, learn.guesses_needed) }</p>
            <div class="guess-head" aria-hidden="true">
                <span></span>
                { for lesson.headline.iter().map(|requirement| html! { <span>{ said(lang, &lang.requirement(requirement)) }</span> }) }
            </div>
            { for lesson.options.iter().enumerate().map(|(option, choice)| {
                let picked = scene.model.prediction.pick == Some(option);
                html! {
                    <div key={option} class={classes!("guess-row", picked.then_some("picked"))}>
                        <span class="letter" lang="en" aria-hidden="true">{ choice.letter }</span>
                        { for (0..lesson.headline.len()).map(|requirement| pair(scene, act, option, requirement)) }
                    </div>
                }
            }) }
        </div>
    }
}

/// Holds or fails.
fn pair(scene: &Scene, act: &Callback<Action>, option: usize, requirement: usize) -> Html {
    let lang = scene.lang();
    let lesson = &scene.course.lesson;
    let about = lesson.options.get(option).zip(lesson.headline.get(requirement));
    let about = about.map(|(option, requirement)| lang.guess_about(option.letter, requirement));
    let guessed = scene.model.prediction.guess(option, requirement);
    html! {
        <div key={requirement} role="radiogroup" aria-label={about.unwrap_or_default()}>
            { for [true, false].into_iter().map(|holds| {
                let verdict = if holds { Verdict::Holds } else { Verdict::Fails };
                html! {
                    <Radio
                        key={usize::from(holds)}
                        id={id(option, requirement, holds)}
                        class="segment"
                        name={["guess-", &option.to_string(), "-", &requirement.to_string()].concat()}
                        checked={guessed == Some(holds)}
                        onpick={act.reform(move |()| Action::Predict(Predict::Guess(Guess { option, requirement, holds })))}
                    >
                        <VerdictMark {verdict} />
                        { lang.verdict(verdict) }
                    </Radio>
                }
            }) }
        </div>
    }
}

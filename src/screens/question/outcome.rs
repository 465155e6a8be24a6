//! Every option as the engine finds it, beside what was expected.

use std::rc::Rc;

use engine::verdict::{Answer, Verdict};
use yew::prelude::*;

use super::ideas::PICTURE;
use crate::effects::document::show;
use crate::lessons::Judgement;
use crate::parts::{VerdictMark, mark_name, said};
use crate::scene::Scene;
use crate::state::Action;

/// Which option.
#[derive(Properties)]
pub(crate) struct OutcomeProps {
    pub(crate) scene: Scene,
    pub(crate) act: Callback<Action>,
    /// Its place among the options.
    pub(crate) option: usize,
    /// Its state, judged.
    pub(crate) judged: Rc<Judgement>,
}

impl PartialEq for OutcomeProps {
    fn eq(&self, other: &Self) -> bool {
        self.scene == other.scene && self.option == other.option && Rc::ptr_eq(&self.judged, &other.judged)
    }
}

/// An option's answers.
pub(super) fn answers(judgement: &Judgement) -> &[Answer] {
    let source = judgement.as_ref().ok().and_then(|judged| judged.report.sources.first());
    source.map_or(&[], |source| &source.answers)
}

/// An option as the engine finds it: each requirement with its reason; pressed, its path is shown.
#[component]
pub(crate) fn Outcome(props: &OutcomeProps) -> Html {
    let OutcomeProps { scene, act, option, judged } = props;
    let (option, lang, learn) = (*option, scene.lang(), scene.lang().learn());
    let Some(choice) = scene.course.lesson.options.get(option) else { return Html::default() };
    let text = scene.text().options.get(&choice.letter);
    let picked = scene.model.prediction.pick == Some(option);
    html! {
        <article class={classes!("outcome", picked.then_some("picked"))}>
            <h4>
                <span class="letter" lang="en">{ choice.letter }</span>
                <span>{ text.map(|text| said(lang, &text.label)) }</span>
                if picked {
                    <span class="tag">{ learn.your_pick }</span>
                }
            </h4>
            <ul>
                { for answers(judged).iter().enumerate().map(|(index, answer)| html! {
                    <li key={index} data-verdict={mark_name(answer.verdict)}>{ row(scene, act, judged, (option, index), answer) }</li>
                }) }
            </ul>
        </article>
    }
}

fn row(
    scene: &Scene,
    act: &Callback<Action>,
    judgement: &Judgement,
    (option, index): (usize, usize),
    answer: &Answer,
) -> Html {
    let (lang, learn) = (scene.lang(), scene.lang().learn());
    let (model, Ok(judged)) = (&scene.model, judgement) else { return Html::default() };
    let Some(state) = model.shape.options.get(option).copied() else { return Html::default() };
    let locked = scene.locked(state);
    let is_shown = model.on() == state && scene.shown() == Some(index);
    let is_headline = index < model.shape.headlines;
    let guess = model.prediction.guess(option, index).filter(|_| is_headline);
    let source = judged.report.sources.first().map(|source| source.source);
    let says = source.map(|source| lang.answer(source, answer, &scene.names(judged)));
    let came_true = guess.map(|holds| holds == (answer.verdict == Verdict::Holds));
    html! {
        <>
            <button
                type="button"
                class="outcome-row"
                aria-pressed={if is_shown { "true" } else { "false" }}
                aria-disabled={locked.map(|_| "true")}
                title={locked}
                onclick={act.reform(move |_: MouseEvent| {
                    show(PICTURE);
                    Action::Set(state, Some(index))
                })}
            >
                <VerdictMark verdict={answer.verdict} />
                <span class="outcome-title">{ said(lang, &lang.requirement(&answer.requirement)) }</span>
                <span class="outcome-word">{ lang.verdict(answer.verdict) }</span>
            </button>
            if is_headline {
                <p>{ says.map(|says| said(lang, &says)) }</p>
                // Where a class has voted nobody need have guessed.
                if model.prediction.pick.is_some() {
                    <p class={classes!("aside", (came_true == Some(false)).then_some("differs"))}>
                        { match guess {
                            Some(holds) => {
                                let word = lang.verdict(if holds { Verdict::Holds } else { Verdict::Fails });
                                let how = if came_true == Some(true) { learn.as_guessed } else { learn.not_as_guessed };
                                html! { <>{ learn.you_guessed }{ " " }<strong>{ word }</strong>{ " — " }{ how }</> }
                            }
                            None => html! { <>{ learn.you_guessed }{ " " }{ learn.no_guess }</> },
                        } }
                    </p>
                }
            }
        </>
    }
}

//! Before the reveal: the question, the reader's prediction, and the network before any change.

use yew::prelude::*;

use super::guesses::Guesses;
use super::vote::Ballot;
use crate::diagram::DiagramFigure;
use crate::effects::document::focus;
use crate::effects::ready::use_mounted;
use crate::parts::{Button, Radio, said};
use crate::scene::{Scene, SceneProps};
use crate::state::{Action, Confidence, Missing, Predict};

/// Before the reveal.
#[component]
pub(crate) fn Before(props: &SceneProps) -> Html {
    use_mounted();
    let SceneProps { scene, act } = props;
    let (lang, learn) = (scene.lang(), scene.lang().learn());
    let reveal = {
        let missing = scene.model.prediction.missing(scene.model.shape.headlines);
        act.reform(move |()| {
            // To what is missing; it is told as well.
            if let Some(missing) = missing {
                focus(&place_of(missing));
            }
            Action::Predict(Predict::Reveal)
        })
    };
    html! {
        <div class="lesson">
            <div class="lesson-words panel">
                <h2>{ learn.question }</h2>
                <p class="asks">{ said(lang, &scene.text().question) }</p>
                <p class="aside">{ said(lang, learn.predict_first) }</p>
                { answers(scene, act) }
                <Guesses key="guesses" scene={scene.clone()} act={act.clone()} />
                { confidence(scene, act) }
                <div class="commit" key="commit">
                    <Button class="primary" label={learn.reveal} onpress={reveal} />
                    <p class="aside">{ said(lang, &scene.prediction_says().unwrap_or_default()) }</p>
                </div>
                <Ballot key="ballot" scene={scene.clone()} act={act.clone()} />
            </div>
            <section class="lesson-picture panel" aria-labelledby="figure-title">
                <h2 id="figure-title">{ said(lang, learn.before_any_change) }</h2>
                <div class="picture"><div class="drawing">{ drawing(scene) }</div></div>
            </section>
        </div>
    }
}

/// The id of the control where something is still to be said.
fn place_of(missing: Missing) -> String {
    match missing {
        Missing::Pick => "pick-0".to_owned(),
        Missing::Guess(option, requirement) => super::guesses::id(option, requirement, true),
        Missing::Confidence => "sure-0".to_owned(),
    }
}

fn answers(scene: &Scene, act: &Callback<Action>) -> Html {
    let (lang, learn) = (scene.lang(), scene.lang().learn());
    html! {
        <fieldset class="answers" key="answers">
            <legend>{ learn.your_answer }</legend>
            { for scene.course.lesson.options.iter().enumerate().map(|(index, option)| {
                let text = scene.text().options.get(&option.letter);
                html! {
                    <Radio
                        key={index}
                        id={["pick-", &index.to_string()].concat()}
                        class="answer"
                        name="pick"
                        checked={scene.model.prediction.pick == Some(index)}
                        onpick={act.reform(move |()| Action::Predict(Predict::Pick(index)))}
                    >
                        <span class="letter" lang="en">{ option.letter }</span>
                        <span>
                            <strong>{ text.map(|text| said(lang, &text.label)) }</strong>
                            <span class="answer-text">{ text.map(|text| said(lang, &text.text)) }</span>
                        </span>
                    </Radio>
                }
            }) }
        </fieldset>
    }
}

fn confidence(scene: &Scene, act: &Callback<Action>) -> Html {
    let learn = scene.lang().learn();
    html! {
        <fieldset class="sure" key="sure">
            <legend>{ learn.how_sure }</legend>
            { for Confidence::ALL.into_iter().enumerate().map(|(index, degree)| {
                let label = match degree {
                    Confidence::Low => learn.sure_low,
                    Confidence::Middle => learn.sure_middle,
                    Confidence::High => learn.sure_high,
                };
                html! {
                    <Radio
                        key={index}
                        id={["sure-", &index.to_string()].concat()}
                        class="segment"
                        name="sure"
                        checked={scene.model.prediction.confidence == Some(degree)}
                        onpick={act.reform(move |()| Action::Predict(Predict::Sure(degree)))}
                    >
                        { label }
                    </Radio>
                }
            }) }
        </fieldset>
    }
}

fn drawing(scene: &Scene) -> Html {
    let Some(picture) = &scene.picture else { return Html::default() };
    html! {
        <DiagramFigure
            id="description-hidden"
            diagram={picture.diagram.clone()}
            path={picture.path.clone()}
            label={[scene.ui().diagram, ": ", &scene.text().title].concat()}
            lang={scene.lang()}
            description={scene.description()}
            onpress={Callback::noop()}
        />
    }
}

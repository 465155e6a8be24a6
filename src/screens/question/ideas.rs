//! The ideas that a prediction shows, and where each leads: the state that refutes it, with its path.

use engine::lesson::{Misconception, QuestionText, Sign};
use engine::words::Lang;
use yew::prelude::*;

use crate::effects::document::show;
use crate::effects::prose::use_prose;
use crate::host::SharedHost;
use crate::parts::{Button, Glyph, GlyphIcon, VerdictMark, said};
use crate::scene::Scene;
use crate::screens::prose::prose;
use crate::state::{Action, Prediction};

/// The id of the picture's panel.
pub(in crate::screens) const PICTURE: &str = "lesson-picture";

/// What the ideas need.
#[derive(Properties, PartialEq)]
pub(crate) struct IdeasProps {
    pub(crate) scene: Scene,
    pub(crate) act: Callback<Action>,
    pub(crate) host: SharedHost,
}

/// The ideas of this prediction, then those that others often have.
#[component]
pub(crate) fn Ideas(props: &IdeasProps) -> Html {
    let IdeasProps { scene, act, host } = props;
    let (lang, lesson) = (scene.lang(), &scene.course.lesson);
    let file = ["lessons/", &lesson.id, "/question.", lang.tag(), ".yaml"].concat();
    let (came, again) = use_prose(host, file.into(), QuestionText::read);
    prose(lang, came, &again, |text| shown(scene, act, &text))
}

fn shown(scene: &Scene, act: &Callback<Action>, text: &QuestionText) -> Html {
    let (learn, lesson) = (scene.lang().learn(), &scene.course.lesson);
    let (own, others): (Vec<_>, Vec<_>) =
        lesson.misconceptions.iter().partition(|belief| is_shown_by(&scene.model.prediction, scene, belief));
    html! {
        <>
            if !own.is_empty() {
                <section class="ideas" aria-labelledby="ideas-title" key="own">
                    <h3 id="ideas-title">{ learn.ideas }</h3>
                    { for own.iter().map(|belief| idea(scene, act, text, belief)) }
                </section>
            }
            <details class="fold ideas" key="others">
                <summary><GlyphIcon glyph={Glyph::Chevron} /><h3>{ learn.other_ideas }</h3></summary>
                { for others.iter().map(|belief| idea(scene, act, text, belief)) }
            </details>
        </>
    }
}

/// Whether a prediction shows a misconception.
fn is_shown_by(prediction: &Prediction, scene: &Scene, belief: &Misconception) -> bool {
    let lesson = &scene.course.lesson;
    let option = |letter: char| lesson.options.iter().position(|option| option.letter == letter);
    belief.signs.iter().any(|sign| match sign {
        Sign::Picked(letter) => prediction.pick.is_some() && prediction.pick == option(*letter),
        Sign::Guessed(letter, requirement, holds) => {
            let place = lesson.requirements.iter().position(|other| other == requirement);
            option(*letter).zip(place).and_then(|(option, place)| prediction.guess(option, place))
                == Some(*holds)
        }
    })
}

/// An idea, what is right about it, what the engine finds, and the way to see it.
fn idea(scene: &Scene, act: &Callback<Action>, text: &QuestionText, belief: &Misconception) -> Html {
    let (lang, learn) = (scene.lang(), scene.lang().learn());
    let Some(words) = text.ideas.get(&*belief.id) else { return Html::default() };
    let lesson = &scene.course.lesson;
    let state = scene.model.shape.state(lesson, &belief.proof.parameters);
    let place = lesson.requirements.iter().position(|other| *other == belief.proof.requirement);
    let judgement = scene.course.judged(state);
    let source = (*judgement).as_ref().ok().and_then(|judged| Some((judged, judged.report.sources.first()?)));
    let answer =
        source.and_then(|(judged, source)| Some((judged, source.source, source.answers.get(place?)?)));
    html! {
        <article class="idea" key={&*belief.id}>
            <h4>{ said(lang, &words.idea) }</h4>
            <p>{ said(lang, &words.says) }</p>
            { for answer.map(|(judged, source, answer)| html! {
                <p class="found">
                    <VerdictMark verdict={answer.verdict} />
                    <span>
                        <strong>{ said(lang, &lang.requirement(&answer.requirement)) }{ if lang == Lang::Ja { "：" } else { ": " } }{ lang.verdict(answer.verdict) }</strong>
                        { " " }
                        { said(lang, &lang.answer(source, answer, &scene.names(judged))) }
                        // A note is not part of the answer's sentence.
                        { for answer.notes.iter().filter(|note| note.code == belief.proof.code).map(|note| html! {
                            <>{ " " }{ said(lang, &lang.finding(note, &scene.names(judged))) }</>
                        }) }
                    </span>
                </p>
            }) }
            <Button label={learn.consequence} locked={scene.locked(state)} onpress={act.reform(move |()| {
                show(PICTURE);
                Action::Set(state, place)
            })} />
        </article>
    }
}

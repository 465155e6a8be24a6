//! The question on paper: with a code of exactly this state, cards to hold up, and, where they are revealed, the answers on a page of
//! their own.

use std::rc::Rc;

use engine::verdict::{Answer, Verdict};
use engine::words::Lang;
use yew::prelude::*;

use super::ShareProps;
use super::code::modules;
use super::dialog::Dialog;
use crate::effects::document::{may_print, print};
use crate::lessons::Judgement;
use crate::parts::{Button, VerdictMark, said};
use crate::scene::Scene;

/// A shape for each card, inside a square of 24: told apart across a room, and by those who do not see colours.
const SHAPES: [&str; 4] =
    ["M12 1a11 11 0 1 0 .01 0z", "M2 2h20v20h-20z", "M12 1L23 22H1z", "M12 0.5L23.5 12L12 23.5L0.5 12z"];

/// The sheet as it will be printed.
#[component]
pub(crate) fn Sheet(props: &ShareProps) -> Html {
    let ShareProps { scene, act, host } = props;
    let (lang, texts) = (scene.lang(), scene.lang().classroom());
    let address = [&host.place(), "#", &scene.model.link().write(&scene.model.shape)].concat();
    html! {
        <Dialog scene={scene.clone()} act={act.clone()} class="sheet" title={texts.sheet}>
            <div class="sheet-how">
                <p>{ said(lang, texts.sheet_how) }</p>
                if may_print() {
                    <Button class="primary" label={texts.print} onpress={Callback::from(|()| print())} />
                } else {
                    <a href={address.clone()} target="_blank" rel="noopener">{ said(lang, lang.sharing().on_its_own) }</a>
                }
            </div>
            { question(scene, &address) }
            { cards(scene) }
            { answers(scene) }
        </Dialog>
    }
}

fn question(scene: &Scene, address: &str) -> Html {
    let (lang, reading) = (scene.lang(), scene.lang().reading());
    html! {
        <section class="leaf">
            <div class="leaf-head">
                <h3>{ said(lang, &scene.text().title) }</h3>
                { code(scene, address) }
            </div>
            <p>{ said(lang, &scene.text().question) }</p>
            <ol class="leaf-options">
                { for scene.course.lesson.options.iter().filter_map(|option| {
                    let text = scene.text().options.get(&option.letter)?;
                    Some(html! {
                        <li>
                            <b lang="en">{ option.letter }</b>
                            <span><strong>{ said(lang, &text.label) }</strong><br />{ said(lang, &text.text) }</span>
                        </li>
                    })
                }) }
            </ol>
            <h4>{ reading.requirements }</h4>
            <ul class="leaf-asked">
                { for scene.course.lesson.headline.iter().map(|asked| html! { <li>{ said(lang, &lang.question(asked)) }</li> }) }
            </ul>
        </section>
    }
}

fn code(scene: &Scene, address: &str) -> Html {
    let (sharing, texts) = (scene.lang().sharing(), scene.lang().classroom());
    let Some((side, path)) = modules(address) else { return Html::default() };
    html! {
        <figure>
            <svg role="img" aria-label={sharing.code} viewBox={format!("0 0 {side} {side}")} shape-rendering="crispEdges">
                <rect width="100%" height="100%" fill="#fff" />
                <path d={path} fill="#000" />
            </svg>
            <figcaption>{ texts.scan }</figcaption>
        </figure>
    }
}

/// One card for each option: a letter and a shape, so large that they fill a quarter of the paper.
fn cards(scene: &Scene) -> Html {
    let texts = scene.lang().classroom();
    html! {
        <section class="leaf leaf-cards">
            <h3>{ texts.cards }</h3>
            <ul>
                { for scene.course.lesson.options.iter().zip(SHAPES.iter().cycle()).map(|(option, shape)| html! {
                    <li key={option.letter.to_string()}>
                        <svg viewBox="0 0 24 24" aria-hidden="true"><path d={*shape} /></svg>
                        <b lang="en">{ option.letter }</b>
                    </li>
                }) }
            </ul>
        </section>
    }
}

/// What each option comes to; nothing while that is to be guessed.
fn answers(scene: &Scene) -> Html {
    if scene.model.is_secret() {
        return Html::default();
    }
    let (lang, texts, model) = (scene.lang(), scene.lang().classroom(), &scene.model);
    let options = scene.course.lesson.options.iter().zip(&model.shape.options);
    html! {
        <section class="leaf leaf-answers">
            <h3>{ texts.answers }</h3>
            { for options.map(|(option, state)| {
                let judged = scene.course.judged(*state);
                let label = scene.text().options.get(&option.letter).map_or("", |text| &text.label);
                html! {
                    <article key={option.letter.to_string()}>
                        <h4><span lang="en">{ option.letter }</span>{ "\u{2003}" }{ said(lang, label) }</h4>
                        <ul>{ told(scene, &judged) }</ul>
                    </article>
                }
            }) }
        </section>
    }
}

/// What is asked, with its reason, and what else does not hold.
fn told(scene: &Scene, judged: &Rc<Judgement>) -> Html {
    let lang = scene.lang();
    let Ok(judged) = &**judged else { return Html::default() };
    let Some(source) = judged.report.sources.first() else { return Html::default() };
    let names = scene.names(judged);
    let colon = if lang == Lang::Ja { "：" } else { ": " };
    let line = |answer: &Answer| {
        html! {
            <li>
                <VerdictMark verdict={answer.verdict} />
                <span>
                    <strong>{ said(lang, &lang.requirement(&answer.requirement)) }{ colon }{ lang.verdict(answer.verdict) }</strong>
                    <br />
                    { said(lang, &lang.answer(source.source, answer, &names)) }
                </span>
            </li>
        }
    };
    let headlines = &scene.course.lesson.headline;
    let counts =
        |answer: &&Answer| headlines.contains(&answer.requirement) || answer.verdict != Verdict::Holds;
    source.answers.iter().filter(counts).map(line).collect()
}

//! A lesson to be read: question, options, requirements and theory on one page that needs no program. It tells no verdict.

use std::rc::Rc;

use engine::lesson::{ChapterText, TheoryText};
use yew::prelude::*;

use super::theory::{facts, mistaken, terms, words};
use crate::parts::said;
use crate::scene::Scene;

/// What the page needs.
#[derive(Properties)]
pub(crate) struct ReadingProps {
    /// The lesson's first state, verdicts hidden.
    pub(crate) scene: Scene,
    /// The theory's prose.
    pub(crate) theory: Rc<TheoryText>,
}

impl PartialEq for ReadingProps {
    fn eq(&self, other: &Self) -> bool {
        self.scene == other.scene && Rc::ptr_eq(&self.theory, &other.theory)
    }
}

/// A lesson to be read.
#[component]
pub(crate) fn Reading(props: &ReadingProps) -> Html {
    let ReadingProps { scene, theory } = props;
    let (lang, ui, learn, texts) = (scene.lang(), scene.ui(), scene.lang().learn(), scene.lang().reading());
    html! {
        <>
            <header class="reading-head">
                <p class="reading-top">
                    <a href={live(scene, "")}>{ "VPC Explainer" }</a>
                    { other_languages(scene) }
                </p>
                <h1>{ said(lang, &scene.text().title) }</h1>
                <p class="lead">{ said(lang, &scene.text().summary) }</p>
                <p class="reading-ways">
                    <a class="way" href={live(scene, "")}>{ texts.open }</a>
                    <a class="way quiet-way" href={live(scene, "&mode=predict")}>{ texts.answer_yourself }</a>
                </p>
            </header>
            <main class="reading">
                <figure>
                    <picture>
                        <source media="(max-width: 700px)" srcset="picture-tall.svg" />
                        <img src="picture.svg" alt={scene.description()} />
                    </picture>
                    <figcaption>{ said(lang, learn.before_any_change) }</figcaption>
                </figure>
                <section aria-labelledby="question">
                    <h2 id="question">{ learn.question }</h2>
                    <p>{ said(lang, &scene.text().question) }</p>
                    <h3>{ texts.options }</h3>
                    <ol class="reading-options">
                        { for scene.course.lesson.options.iter().filter_map(|option| {
                            let text = scene.text().options.get(&option.letter)?;
                            Some(html! {
                                <li><b lang="en">{ option.letter }</b><div><strong>{ said(lang, &text.label) }</strong><p>{ said(lang, &text.text) }</p></div></li>
                            })
                        }) }
                    </ol>
                    <h3>{ texts.requirements }</h3>
                    <ul class="reading-list">
                        { for scene.course.lesson.headline.iter().map(|requirement| html! { <li>{ said(lang, &lang.question(requirement)) }</li> }) }
                    </ul>
                </section>
                { for scene.course.lesson.chapters.iter().enumerate().filter_map(|(at, chapter)| {
                    Some(self::chapter(scene, theory, theory.chapters.get(&*chapter.id)?, at))
                }) }
                <section aria-labelledby="sources">
                    <h2 id="sources">{ texts.sources }</h2>
                    <ul class="reading-list">
                        { for scene.text().sources.iter().map(|source| html! {
                            <li><a href={source.url.clone()} rel="noreferrer">{ said(lang, &source.title) }</a>{ " · " }{ &*source.date }{ " · " }{ lang.certainty(source.certainty) }</li>
                        }) }
                    </ul>
                </section>
            </main>
            <footer class="reading-foot">
                <p><a href={["../../examples/", lang.tag(), "/"].concat()}>{ texts.examples }</a></p>
                <p>{ said(lang, ui.not_affiliated) }</p>
            </footer>
        </>
    }
}

/// The address of the page with switches.
fn live(scene: &Scene, more: &str) -> String {
    ["../../#lang=", scene.lang().tag(), more].concat()
}

fn other_languages(scene: &Scene) -> Html {
    let others = engine::words::Lang::ALL.into_iter().filter(|other| *other != scene.lang());
    others
        .map(|other| {
            let tag = other.tag();
            html! { <a href={["../", tag, "/"].concat()} lang={tag} hreflang={tag}>{ other.own_name() }</a> }
        })
        .collect()
}

fn chapter(scene: &Scene, theory: &TheoryText, prose: &ChapterText, at: usize) -> Html {
    let (lang, learn, texts) = (scene.lang(), scene.lang().learn(), scene.lang().reading());
    let id = ["chapter-", &(at + 1).to_string()].concat();
    let there = ["&mode=theory&chapter=", &(at + 1).to_string()].concat();
    html! {
        <article aria-labelledby={id.clone()}>
            <h2 {id}><span class="chapter-number">{ at + 1 }{ " " }</span>{ said(lang, &prose.title) }</h2>
            <p class="lead">{ said(lang, &prose.lead) }</p>
            { for prose.text.iter().map(|pieces| words(lang, pieces, |text, _| said(lang, text))) }
            <aside class="try">
                <p><strong>{ learn.try_it }</strong></p>
                <p>{ said(lang, &prose.task) }</p>
                <p><a href={live(scene, &there)}>{ texts.open_chapter }</a></p>
            </aside>
            { mistaken(scene, prose) }
            { terms(scene, prose, theory) }
            { facts(scene, prose) }
        </article>
    }
}

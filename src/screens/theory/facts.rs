//! Facts with their sources and dates, what is often written otherwise, and terms in both languages.

use engine::lesson::{ChapterText, Fact, TheoryText};
use yew::prelude::*;

use crate::parts::said;
use crate::scene::Scene;

/// What is often written and is not so, or not any more.
pub(crate) fn mistaken(scene: &Scene, chapter: &ChapterText) -> Html {
    let (lang, learn) = (scene.lang(), scene.lang().learn());
    if chapter.mistaken.is_empty() {
        return Html::default();
    }
    html! {
        <section class="mistaken">
            <h3>{ said(lang, learn.mistaken) }</h3>
            <ul>
                { for chapter.mistaken.iter().enumerate().map(|(index, mistaken)| html! {
                    <li key={index}>
                        <p><span class="visually-hidden">{ learn.often_written }</span><q>{ said(lang, &mistaken.often) }</q></p>
                        { fact(scene, &mistaken.instead) }
                    </li>
                }) }
            </ul>
        </section>
    }
}

/// The facts.
pub(crate) fn facts(scene: &Scene, chapter: &ChapterText) -> Html {
    let learn = scene.lang().learn();
    html! {
        <section class="chapter-facts">
            <h3>{ learn.facts }</h3>
            <ul>
                { for chapter.facts.iter().enumerate().map(|(index, one)| html! { <li key={index}>{ fact(scene, one) }</li> }) }
            </ul>
        </section>
    }
}

/// A fact with its source: title, date, how sure.
fn fact(scene: &Scene, fact: &Fact) -> Html {
    let lang = scene.lang();
    let source = scene.text().sources.iter().find(|source| source.url == fact.source);
    html! {
        <>
            <p>{ said(lang, &fact.says) }</p>
            { for source.map(|source| html! {
                <p class="aside">
                    <a href={source.url.clone()} rel="noreferrer">{ said(lang, &source.title) }</a>
                    { " · " }{ &*source.date }{ " · " }{ lang.certainty(source.certainty) }
                </p>
            }) }
        </>
    }
}

/// Terms, each in both languages.
pub(crate) fn terms(scene: &Scene, chapter: &ChapterText, text: &TheoryText) -> Html {
    let (lang, learn) = (scene.lang(), scene.lang().learn());
    html! {
        <section class="terms">
            <h3>{ learn.terms }</h3>
            <dl>
                { for chapter.terms.iter().filter_map(|key| text.glossary.get(key)).map(|term| html! {
                    <div>
                        <dt>
                            <span lang="en">{ &*term.en }</span>
                            if term.ja != term.en {
                                <span lang="ja">{ &*term.ja }</span>
                            }
                        </dt>
                        <dd>{ said(lang, &term.says) }</dd>
                    </div>
                }) }
            </dl>
        </section>
    }
}

//! Where the facts come from, and how sure they are.

use yew::prelude::*;

use crate::parts::{Glyph, GlyphIcon, said};
use crate::scene::{Scene, part_of_scene};

part_of_scene!(SourcesProps, |scene: &Scene| scene.lang());

/// The sources.
#[component]
pub(crate) fn Sources(props: &SourcesProps) -> Html {
    let scene = &props.scene;
    let (lang, ui) = (scene.lang(), scene.ui());
    html! {
        <section class="sources">
            <details class="fold">
                <summary>
                    <GlyphIcon glyph={Glyph::Chevron} />
                    <h3>{ ui.sources }</h3>
                </summary>
                <ul>
                    { for scene.text().sources.iter().enumerate().map(|(index, source)| html! {
                        <li key={index}>
                            <a href={source.url.clone()} rel="noreferrer">{ said(lang, &source.title) }</a>
                            <small>{ &*source.date }{ " · " }{ lang.certainty(source.certainty) }</small>
                        </li>
                    }) }
                </ul>
            </details>
            <p class="colophon">{ said(lang, ui.not_affiliated) }</p>
        </section>
    }
}

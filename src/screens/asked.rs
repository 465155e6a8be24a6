//! The question: in short, and opened in full.

use yew::prelude::*;

use crate::parts::{Glyph, GlyphIcon, said};
use crate::scene::{Scene, part_of_scene};

part_of_scene!(AskedProps, |scene: &Scene| scene.lang());

/// The question.
#[component]
pub(crate) fn Asked(props: &AskedProps) -> Html {
    let (lang, ui) = (props.scene.lang(), props.scene.ui());
    html! {
        <details class="question fold">
            <summary>
                <GlyphIcon glyph={Glyph::Chevron} />
                <span><span class="visually-hidden">{ ui.question }{ ": " }</span>{ said(lang, &props.scene.text().summary) }</span>
            </summary>
            <p>{ said(lang, &props.scene.text().question) }</p>
        </details>
    }
}

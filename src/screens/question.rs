//! The question in full, foldable.

use yew::prelude::*;

use crate::parts::{Glyph, GlyphIcon, said};
use crate::scene::SceneProps;

/// The question.
#[component]
pub(crate) fn Question(props: &SceneProps) -> Html {
    let (lang, ui) = (props.scene.lang(), props.scene.ui());
    html! {
        <details class="question fold">
            <summary><GlyphIcon glyph={Glyph::Chevron} />{ ui.question }</summary>
            <p>{ said(lang, &props.scene.prose().question) }</p>
        </details>
    }
}

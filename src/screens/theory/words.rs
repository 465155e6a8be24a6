//! A paragraph: words, words that matter, what is typed, and words that point at the picture.

use engine::lesson::Piece;
use engine::words::Lang;
use yew::prelude::*;

use crate::effects::document::show;
use crate::parts::said;
use crate::scene::Scene;
use crate::screens::question::PICTURE;
use crate::state::Action;

/// A paragraph beside the picture.
pub(super) fn paragraph(scene: &Scene, act: &Callback<Action>, pieces: &[Piece]) -> Html {
    words(scene.lang(), pieces, |words, part| pointer(scene, act, words, part))
}

/// A paragraph; `pointing` shows words that point at a component.
pub(crate) fn words(lang: Lang, pieces: &[Piece], pointing: impl Fn(&str, &str) -> Html) -> Html {
    html! {
        <p>
            { for pieces.iter().map(|piece| match piece {
                Piece::Plain(words) => said(lang, words),
                Piece::Strong(words) => html! { <strong>{ said(lang, words) }</strong> },
                Piece::Code(words) => html! { <code lang="en">{ words }</code> },
                Piece::Part(words, part) => pointing(words, part),
            }) }
        </p>
    }
}

/// Words that point at a component: pressed, it is marked on the picture; pressed again, not any more.
fn pointer(scene: &Scene, act: &Callback<Action>, words: &str, part: &str) -> Html {
    let is_pointed = scene.model.pointed.as_deref() == Some(part);
    let to: Option<Box<str>> = (!is_pointed).then(|| part.into());
    html! {
        <button
            type="button"
            class="pointer"
            aria-pressed={if is_pointed { "true" } else { "false" }}
            onclick={act.reform(move |_: MouseEvent| {
                show(PICTURE);
                Action::Point(to.clone())
            })}
        >
            { said(scene.lang(), words) }
        </button>
    }
}

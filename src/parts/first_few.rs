//! A list of which only the first few are seen at first.

use engine::words::Lang;
use yew::prelude::*;

use super::{Glyph, GlyphIcon, said};

/// How many are seen at first.
const FEW: usize = 3;

/// The first few, and the rest behind a fold.
pub(crate) fn first_few(lang: Lang, mut all: Vec<Html>) -> Html {
    let rest = all.split_off(all.len().min(FEW));
    let list = |rows: Vec<Html>| {
        html! {
            <ul class="few">{ for rows.into_iter().enumerate().map(|(index, row)| html! { <li key={index}>{ row }</li> }) }</ul>
        }
    };
    html! {
        <>
            { list(all) }
            if !rest.is_empty() {
                <details class="fold rest" key="rest">
                    <summary><GlyphIcon glyph={Glyph::Chevron} />{ said(lang, &lang.further(rest.len())) }</summary>
                    { list(rest) }
                </details>
            }
        </>
    }
}

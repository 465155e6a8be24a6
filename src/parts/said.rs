//! A sentence as HTML.

use engine::words::{Lang, latin_spans};
use yew::prelude::*;

/// A sentence; names in Latin script inside Japanese are marked as such, so that they are read out and broken as English.
pub(crate) fn said(lang: Lang, text: &str) -> Html {
    match lang {
        Lang::En => html! { <>{ text }</> },
        Lang::Ja => latin_spans(text)
            .into_iter()
            .map(|span| {
                if span.latin {
                    html! { <span lang="en">{ span.text }</span> }
                } else {
                    html! { <>{ span.text }</> }
                }
            })
            .collect(),
    }
}

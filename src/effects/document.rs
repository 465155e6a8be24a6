//! The document's own marks: language, title, colour scheme.

use engine::words::Lang;
use gloo_utils::{document, document_element, window};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use crate::state::Theme;
use crate::state::link::Embed;

/// Sets `<html lang>`, the colour scheme, how much is shown, and the title.
#[hook]
pub fn use_document(lang: Lang, theme: Theme, embed: Embed, title: &AttrValue) {
    // An attribute that cannot be set changes how the page looks, not what it says.
    use_effect_with(lang, |lang| drop(document_element().set_attribute("lang", lang.tag())));
    use_effect_with(theme, |theme| drop(document_element().set_attribute("data-theme", theme.name())));
    use_effect_with(embed, |embed| drop(document_element().set_attribute("data-embed", embed.name())));
    use_effect_with(title.clone(), |title| document().set_title(title));
}

/// Scrolls the element of this id into view, as little as it takes.
pub fn show(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        let how = ScrollIntoViewOptions::new();
        how.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&how);
    }
}

/// Moves the focus to the element of this id, where there is one.
pub fn focus(id: &str) {
    if let Some(element) =
        document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok())
    {
        element.focus().ok();
    }
}

/// Focuses the field of this id and selects what it holds.
pub fn select(id: &str) {
    let field =
        document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlInputElement>().ok());
    if let Some(field) = field {
        field.focus().ok();
        field.select();
    }
}

/// Whether the page can be printed: a frame without an origin may open no dialog.
pub(crate) fn may_print() -> bool {
    window().origin() != "null"
}

/// Prints the page.
pub(crate) fn print() {
    window().print().ok();
}

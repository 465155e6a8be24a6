//! Keys of a presenter and of a clicker, while a class is shown something and only then; and the whole screen.

use gloo_events::{EventListener, EventListenerOptions};
use gloo_utils::{document, document_element, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

/// What a key of a presenter means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    /// A step forth.
    Forth,
    /// A step back.
    Back,
    /// The screen goes dark, or light again.
    Blank,
}

/// What a key means; `is_free` says that nothing on the page wants it for itself. Clickers send Page Up and Page Down, and a full stop
/// or `b` for a dark screen.
fn meaning(key: &str, is_free: bool) -> Option<Key> {
    match key {
        "PageDown" => Some(Key::Forth),
        "PageUp" => Some(Key::Back),
        "ArrowRight" | "ArrowDown" if is_free => Some(Key::Forth),
        "ArrowLeft" | "ArrowUp" if is_free => Some(Key::Back),
        "b" | "B" | "." if is_free => Some(Key::Blank),
        _ => None,
    }
}

/// What wants arrows and letters for itself.
const WANTS_KEYS: &str = "input, select, textarea, [role=tab], [role=tablist], [role^=graphics], .dg, .map, dialog, [contenteditable]";

/// Listens for the keys.
#[hook]
pub(crate) fn use_presenter_keys(press: &Callback<Key>) {
    use_effect_with(press.clone(), |press| {
        let press = press.clone();
        let options = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&window(), "keydown", options, move |event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            if event.ctrl_key() || event.meta_key() || event.alt_key() || event.default_prevented() {
                return;
            }
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let is_wanted = target.and_then(|at| at.closest(WANTS_KEYS).ok().flatten()).is_some();
            if let Some(key) = meaning(&event.key(), !is_wanted) {
                event.prevent_default();
                press.emit(key);
            }
        });
        move || drop(listener)
    });
}

/// Whether the page may take the whole screen.
pub(crate) fn may_fill_screen() -> bool {
    document().fullscreen_enabled()
}

/// Takes the whole screen, or gives it back.
pub(crate) fn fill_screen() {
    if document().fullscreen_element().is_some() {
        document().exit_fullscreen();
    } else {
        // Where the browser refuses the page goes on as it is.
        document_element().request_fullscreen().ok();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clickers_always_turn_and_arrows_where_nothing_else_wants_them() {
        for (key, is_free, means) in [
            ("PageDown", false, Some(Key::Forth)),
            ("PageUp", false, Some(Key::Back)),
            ("ArrowRight", true, Some(Key::Forth)),
            ("ArrowRight", false, None),
            ("ArrowUp", true, Some(Key::Back)),
            (".", true, Some(Key::Blank)),
            ("b", false, None),
            ("x", true, None),
            ("Enter", true, None),
        ] {
            assert_eq!(meaning(key, is_free), means, "{key}");
        }
    }
}

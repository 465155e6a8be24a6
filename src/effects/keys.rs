//! Key combinations of the whole page: undo and redo, as everywhere else, and the code for those who look on. No single keys.

use gloo_events::{EventListener, EventListenerOptions};
use gloo_utils::window;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use crate::state::{Action, Dialog};

/// What a key combination means: key, Ctrl or Cmd, Shift, Alt.
fn meaning(key: &str, command: bool, shift: bool, alt: bool) -> Option<Action> {
    if !command {
        return None;
    }
    if alt {
        return matches!(key, "q" | "Q").then_some(Action::Dialog(Some(Dialog::Code)));
    }
    match (key, shift) {
        ("z" | "Z", false) => Some(Action::Undo),
        ("z" | "Z", true) | ("y" | "Y", false) => Some(Action::Redo),
        ("Backspace", true) => Some(Action::Reset),
        _ => None,
    }
}

/// Listens for key combinations.
#[hook]
pub fn use_keys(dispatch: &Callback<Action>) {
    use_effect_with(dispatch.clone(), |dispatch| {
        let dispatch = dispatch.clone();
        let options = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&window(), "keydown", options, move |event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            let command = event.ctrl_key() || event.meta_key();
            if let Some(action) = meaning(&event.key(), command, event.shift_key(), event.alt_key()) {
                event.prevent_default();
                dispatch.emit(action);
            }
        });
        move || drop(listener)
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_usual_combinations_mean_something() {
        let undo = Some(Action::Undo);
        let redo = Some(Action::Redo);
        assert!(meaning("z", true, false, false) == undo, "Ctrl+Z");
        assert!(meaning("Z", true, true, false) == redo, "Ctrl+Shift+Z");
        assert!(meaning("y", true, false, false) == redo, "Ctrl+Y");
        assert!(meaning("Backspace", true, true, false) == Some(Action::Reset), "Ctrl+Shift+Backspace");
        assert!(meaning("z", false, false, false).is_none(), "no single keys");
        assert!(meaning("z", true, false, true).is_none(), "Alt makes it something else");
        let code = Some(Action::Dialog(Some(Dialog::Code)));
        assert!(meaning("q", true, false, true) == code, "Ctrl+Alt+Q");
        assert!(meaning("q", false, false, true).is_none(), "no Alt alone: that is a letter somewhere");
    }
}

//! A mark on the browser's timeline: the picture is in the document.

use gloo_utils::window;
use yew::prelude::*;

/// Sets the mark `ready` once the component that calls this is in the document.
#[hook]
pub fn use_ready_mark() {
    use_effect_with((), |()| {
        if let Some(performance) = window().performance() {
            performance.mark("ready").ok();
        }
    });
}

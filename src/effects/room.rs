//! How wide an element is: the picture is arranged for the room it has.

use gloo_events::EventListener;
use gloo_utils::{document, window};
use yew::prelude::*;

/// The width of the element of this id in CSS pixels, 0 until it is in the document. It follows the window's.
#[hook]
pub fn use_width(id: &'static str) -> i32 {
    let width = use_state_eq(|| 0);
    use_effect_with((), {
        let width = width.setter();
        move |()| {
            let measure = move || {
                if let Some(element) = document().get_element_by_id(id) {
                    width.set(element.client_width());
                }
            };
            measure();
            let listener = EventListener::new(&window(), "resize", move |_| measure());
            move || drop(listener)
        }
    });
    *width
}

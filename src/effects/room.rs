//! How wide an element is: the picture is arranged for the room it has.

use gloo_events::EventListener;
use gloo_utils::window;
use yew::prelude::*;

use crate::host::SharedHost;

/// The width of the element of this selector in CSS pixels, 0 while it is not in the document. It follows the window's, and is
/// measured anew where the page shows another `place`.
#[hook]
pub fn use_width<P: PartialEq + 'static>(host: &SharedHost, selector: &'static str, place: P) -> i32 {
    let width = use_state_eq(|| host.width_of(selector));
    use_effect_with((host.clone(), place), {
        let width = width.setter();
        move |(host, _)| {
            let host = host.clone();
            let measure = move || match host.width_of(selector) {
                0 => {}
                known => width.set(known),
            };
            measure();
            let listener = EventListener::new(&window(), "resize", move |_| measure());
            move || drop(listener)
        }
    });
    *width
}

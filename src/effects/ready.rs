//! Tells the loader in `static/boot.js` that the page can take the place of the prerendered one.

use gloo_utils::window;
use web_sys::CustomEvent;
use yew::prelude::*;

/// The event the loader listens for.
const EVENT: &str = "vpc-explainer:mounted";

/// Tells it once the component that calls this is complete.
#[hook]
pub fn use_mounted() {
    use_effect_with((), |()| {
        if let Ok(event) = CustomEvent::new(EVENT) {
            window().dispatch_event(&event).ok();
        }
    });
}

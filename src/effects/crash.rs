//! When the program stops: the loader in `static/boot.js` is told, and puts a readable page in its place. Nothing of the
//! program can be relied on any more, so no component takes part.

use std::panic::PanicHookInfo;

use gloo_utils::window;
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit};

/// The event the loader listens for.
const EVENT: &str = "vpc-explainer:crash";

/// Tells the loader what happened.
pub fn tell(what: &str) {
    let init = CustomEventInit::new();
    init.set_detail(&JsValue::from_str(what));
    if let Ok(event) = CustomEvent::new_with_event_init_dict(EVENT, &init) {
        window().dispatch_event(&event).ok();
    }
}

/// The panic hook.
pub fn on_panic(info: &PanicHookInfo<'_>) {
    tell(&info.to_string());
}

//! What is told to the page around this one, as `static/guest.js` takes it.

use gloo_utils::window;
use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit};

/// The event with which something is told.
const SAY: &str = "vpc-explainer:say";

/// Whether there is a page around this one.
pub(super) fn is_framed() -> bool {
    window().parent().is_ok_and(|parent| parent.is_some_and(|parent| parent != window()))
}

/// A message of a type.
pub(super) fn typed(kind: &str) -> JsValue {
    let said = Object::new().into();
    put(&said, "type", &kind.into());
    said
}

/// Gives a message a field.
pub(super) fn put(object: &JsValue, field: &str, value: &JsValue) {
    // On a plain object this cannot fail.
    Reflect::set(object, &field.into(), value).ok();
}

/// Tells it.
pub(super) fn tell(said: &JsValue) {
    let init = CustomEventInit::new();
    init.set_detail(said);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(SAY, &init) {
        window().dispatch_event(&event).ok();
    }
}

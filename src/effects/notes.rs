//! The window of a presenter's notes: told what is on the slide, and asks for the next one. The two windows know each other by a channel
//! of their site alone, so that either may be loaded again.

use gloo_events::EventListener;
use gloo_utils::window;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};
use yew::prelude::*;

use super::told::is_framed;

/// The channel; `static/notes.js` has the same.
const CHANNEL: &str = "vpc-explainer:notes";

/// The window's file, at the top of the site.
const WINDOW: &str = "notes.html";

/// What stands in the window.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Slip {
    /// The language, as a tag.
    pub(crate) lang: &'static str,
    /// Place and title of the slide.
    pub(crate) slide: String,
    /// What to say.
    pub(crate) notes: Vec<String>,
    /// The title of the slide after it.
    pub(crate) next: String,
    /// Labels: what comes next, back, forth.
    pub(crate) labels: [&'static str; 3],
}

impl Slip {
    fn message(&self) -> JsValue {
        let texts = |all: &mut dyn Iterator<Item = &str>| all.map(JsValue::from).collect::<Array>();
        let message = Object::new();
        // A plain object takes every field.
        let put = |key: &str, value: JsValue| drop(Reflect::set(&message, &key.into(), &value));
        put("lang", self.lang.into());
        put("slide", self.slide.as_str().into());
        put("next", self.next.as_str().into());
        put("notes", texts(&mut self.notes.iter().map(String::as_str)).into());
        put("labels", texts(&mut self.labels.iter().copied()).into());
        message.into()
    }
}

/// Whether there can be such a window: its page lies on the same site, and this page has a site.
pub(crate) fn may_open() -> bool {
    let window = window();
    let of_web = window.location().protocol().is_ok_and(|protocol| protocol.starts_with("http"));
    of_web && !is_framed() && window.origin() != "null"
}

/// Opens it.
pub(crate) fn open() {
    // Where the browser refuses, the notes still stand in the bar.
    window()
        .open_with_url_and_target_and_features(WINDOW, "vpc-explainer-notes", "popup,width=560,height=720")
        .ok();
}

/// Tells the window what is on the slide, and hears when it asks to go on.
#[hook]
pub(crate) fn use_notes(slip: &Slip, turn: &Callback<bool>) {
    let channel = use_memo((), |()| may_open().then(|| BroadcastChannel::new(CHANNEL).ok()).flatten());
    use_effect_with((slip.clone(), turn.clone()), {
        let channel = channel.clone();
        move |(slip, turn)| {
            let listener = (*channel).clone().map(|channel| {
                channel.post_message(&slip.message()).ok();
                let (slip, turn) = (slip.clone(), turn.clone());
                EventListener::new(&channel.clone(), "message", move |event| {
                    let asks = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string());
                    match asks.as_deref() {
                        Some("hello") => drop(channel.post_message(&slip.message())),
                        Some("forth") => turn.emit(true),
                        Some("back") => turn.emit(false),
                        _ => {}
                    }
                })
            });
            move || drop(listener)
        }
    });
    use_effect_with((), move |()| {
        move || {
            if let Some(channel) = &*channel {
                // The window says that nothing is shown any more.
                channel.post_message(&JsValue::from("over")).ok();
                channel.close();
            }
        }
    });
}

//! The page: it shows what the engine answers and decides nothing itself.
//!
//! `state` is a pure machine, `scene` derives from it what there is to show, `screens` and `parts` show it, `effects` carry
//! it into the world, and `host` is that world.

mod app;
mod diagram;
pub mod effects;
mod explainer;
pub mod host;
mod kept;
mod lessons;
mod parts;
mod picture;
#[cfg(feature = "prerender")]
pub mod prerender;
mod scene;
mod screens;
#[cfg(test)]
mod shot;
pub mod state;
mod stops;

use gloo_events::EventListener;
use gloo_utils::window;
use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, Element};

use crate::app::{App, AppProps};
use crate::effects::crash;
use crate::host::{Browser, SharedHost};
use crate::lessons::Course;

/// The event with which the loader asks for the page; its detail is the element to put it into.
const MOUNT: &str = "vpc-explainer:mount";

/// Gets everything ready and puts the page where the loader wants it, when it wants it.
pub fn start() {
    yew::set_custom_panic_hook(Box::new(crash::on_panic));
    let course = match Course::first() {
        Ok(course) => course,
        Err(errors) => {
            return crash::tell(&errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"));
        }
    };
    let listener = EventListener::once(&window(), MOUNT, move |event| {
        let root = event.dyn_ref::<CustomEvent>().and_then(|event| event.detail().dyn_into::<Element>().ok());
        let Some(root) = root else { return };
        let props = AppProps { host: SharedHost::new(Browser), course };
        yew::Renderer::<App>::with_root_and_props(root, props).render();
    });
    listener.forget();
}

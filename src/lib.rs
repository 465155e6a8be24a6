//! The page: it shows what the engine answers and decides nothing itself.
//!
//! `state` is a pure machine, `scene` derives from it what there is to show, `screens` and `parts` show it, `effects` carry
//! it into the world, and `host` is that world.

mod app;
mod diagram;
pub mod effects;
pub mod host;
mod lessons;
mod parts;
mod picture;
mod scene;
mod screens;
#[cfg(test)]
mod shot;
pub mod state;

use crate::app::{App, AppProps};
use crate::effects::crash;
use crate::host::{Browser, SharedHost};
use crate::lessons::Course;

/// Puts the page into the element `app` of the document.
pub fn mount() {
    yew::set_custom_panic_hook(Box::new(crash::on_panic));
    let course = match Course::first() {
        Ok(course) => course,
        Err(errors) => {
            return crash::tell(&errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"));
        }
    };
    let Some(root) = gloo_utils::document().get_element_by_id("app") else { return };
    let props = AppProps { host: SharedHost::new(Browser), course };
    yew::Renderer::<App>::with_root_and_props(root, props).render();
}

//! A picture as a PNG, painted by the browser.

use gloo_utils::document;
use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

use super::Refused;

/// Paints the picture at an address, so many times its size. What it holds is all in the address, so the canvas stays readable
/// in a frame without an origin too.
pub(super) fn paint(picture: &str, times: u32, then: Box<dyn FnOnce(Result<String, Refused>)>) {
    let image = HtmlImageElement::new();
    if let Ok(image) = &image {
        image.set_src(picture);
    }
    spawn_local(async move {
        let painted = match image {
            Ok(image) => painted(&image, times).await,
            Err(error) => Err(error),
        };
        then(painted.map_err(|_| Refused));
    });
}

async fn painted(image: &HtmlImageElement, times: u32) -> Result<String, JsValue> {
    let decoded: Promise = image.decode();
    JsFuture::from(decoded).await?;
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.dyn_into()?;
    let (width, height) = (image.natural_width() * times, image.natural_height() * times);
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    context.unchecked_into::<CanvasRenderingContext2d>().draw_image_with_html_image_element_and_dw_and_dh(
        image,
        0.0,
        0.0,
        f64::from(width),
        f64::from(height),
    )?;
    canvas.to_data_url()
}

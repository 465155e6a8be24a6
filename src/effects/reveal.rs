//! Brings the hop pointed out into sight inside its own panel; the page itself stays where it is.

use gloo_utils::document;
use yew::prelude::*;

/// Scrolls to the hop of this number whenever another one is pointed out.
#[hook]
pub(crate) fn use_revealed(step: Option<usize>) {
    use_effect_with(step, |step| {
        if step.is_some() {
            reveal();
        }
    });
}

fn reveal() {
    let find = |selector| document().query_selector(selector).ok().flatten();
    let Some((panel, hop)) = find(".aspect").zip(find(".aspect .pointed")) else { return };
    // A hop may be inside a step that the reader has folded.
    if let Some(step) = hop.closest("details").ok().flatten() {
        step.set_attribute("open", "").ok();
    }
    let (around, inside) = (panel.get_bounding_client_rect(), hop.get_bounding_client_rect());
    let (above, below) = (inside.top() - around.top(), inside.bottom() - around.bottom());
    let by = if above < 0.0 { above } else { below.max(0.0) };
    panel.scroll_by_with_x_and_y(0.0, by);
}

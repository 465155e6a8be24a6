//! Components as HTML text, for tests.

use yew::{BaseComponent, LocalServerRenderer};

/// Renders a component on the host, without stylist's counted class names, which depend on the order of tests.
pub(crate) fn html<C: BaseComponent>(props: C::Properties) -> String
where
    C::Properties: 'static,
{
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let html = runtime.block_on(LocalServerRenderer::<C>::with_props(props).hydratable(false).render());
    let mut parts = html.split(" stylist-style-");
    let first = parts.next().unwrap_or_default().to_owned();
    // Broken before every element, so that a difference is a line.
    parts
        .fold(first, |all, part| all + part.trim_start_matches(|c: char| c.is_ascii_digit()))
        .replace("><", ">\n<")
}

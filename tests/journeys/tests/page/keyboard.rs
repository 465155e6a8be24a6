//! Everything by keyboard alone.

use anyhow::{Result, bail};
use journeys::{Look, Page, journey};
use thirtyfour::Key;

use crate::verdicts;

/// Moves the focus with Tab until it is on something whose text begins so.
pub(crate) async fn tab_to(page: &Page, text: &str) -> Result<()> {
    for _ in 0..60 {
        page.press(Key::Tab + "").await?;
        let focus =
            "const e = document.activeElement; return (e.getAttribute('aria-label') || e.textContent).trim()";
        let now = page.script(focus).await?;
        if now.as_str().is_some_and(|now| now.starts_with(text)) {
            let seen = "const e = document.activeElement, s = getComputedStyle(e);
                return s.outlineStyle !== 'none' || s.boxShadow !== 'none'";
            page.until("the focus to be visible", seen).await?;
            return Ok(());
        }
    }
    bail!("Tab never comes to `{text}`")
}

#[tokio::test]
async fn a_switch_an_option_and_a_reason_need_no_pointer() -> Result<()> {
    journey(Look::default(), "", async |page| {
        tab_to(page, "NAT gateway").await?;
        page.press(" ").await?;
        page.is_on("switch", "NAT gateway", true).await?;
        verdicts::are(page, &[("Isolated from the internet", "fails")]).await?;
        page.press(Key::Control + "z").await?;
        page.is_on("switch", "NAT gateway", false).await?;
        page.press(Key::Control + "y").await?;
        page.is_on("switch", "NAT gateway", true).await?;
        tab_to(page, "Packages from PyPI").await?;
        page.press(Key::Enter + "").await?;
        let open = "return [...document.querySelectorAll('[aria-expanded=true]')].some(e => e.textContent.includes('Packages from PyPI'))";
        page.until("the card to open", open).await
    })
    .await
}

#[tokio::test]
async fn the_first_stop_skips_to_the_verdicts() -> Result<()> {
    journey(Look::default(), "", async |page| {
        page.press(Key::Tab + "").await?;
        page.press(Key::Enter + "").await?;
        tab_to(page, "Isolated from the internet").await
    })
    .await
}

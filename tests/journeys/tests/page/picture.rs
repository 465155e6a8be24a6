//! The picture on phones, by keys, as a table.

use anyhow::{Result, ensure};
use journeys::{Look, Page, journey};
use serde_json::json;
use thirtyfour::Key;

/// The size of the picture's names, in CSS pixels; 0 where there is no picture.
const LETTERS: &str = "const svg = [...document.querySelectorAll('#app svg.dg')].find(e => e.getClientRects().length > 0);
    return svg ? 12 * Math.min(svg.clientWidth / svg.viewBox.baseVal.width, svg.clientHeight / svg.viewBox.baseVal.height) : 0";

#[tokio::test]
async fn phones_have_a_picture_that_can_be_read() -> Result<()> {
    for lang in ["en", "ja"] {
        for (width, height) in [(360, 740), (390, 844), (430, 932), (560, 900), (768, 1024), (1280, 800)] {
            journey(Look { lang, width, height, ..Look::default() }, "", async |page| {
                let letters = page.script(LETTERS).await?.as_f64().unwrap_or_default();
                ensure!(letters >= 11.0, "{lang} {width}: letters of {letters} pixels");
                page.picture(&format!("picture-{lang}-{width}")).await
            })
            .await?;
        }
    }
    Ok(())
}

/// The accessible name of what has the focus.
async fn focused(page: &Page) -> Result<String> {
    let name = page.script("return document.activeElement?.getAttribute('aria-label') ?? ''").await?;
    Ok(name.as_str().unwrap_or_default().to_owned())
}

pub(crate) async fn focus_is(page: &Page, name: &str) -> Result<()> {
    let script = format!(
        "return (document.activeElement?.getAttribute('aria-label') ?? '').startsWith({})",
        json!(name)
    );
    page.until(&format!("the focus on {name}"), &script).await
}

#[tokio::test]
async fn arrow_keys_follow_the_path_and_enter_lists_connections() -> Result<()> {
    journey(Look::default(), "", async |page| {
        page.click("button", "Option D").await?;
        page.is_on("button", "Option D", true).await?;
        page.script("document.querySelector('#app .dg-component[tabindex=\"0\"]').focus()").await?;
        focus_is(page, "Notebook, on").await?;
        page.press(Key::Right + "").await?;
        focus_is(page, "CodeArtifact").await?;
        page.press(Key::Right + "").await?;
        focus_is(page, "Package repository, on").await?;
        page.press(Key::Left + "").await?;
        focus_is(page, "CodeArtifact").await?;
        let endpoint = focused(page).await?;
        page.press(Key::Enter + "").await?;
        focus_is(page, "Connections of CodeArtifact").await?;
        page.reads("The path goes on to").await?;
        page.axe_is_content().await?;
        page.press(Key::Escape + "").await?;
        focus_is(page, &endpoint).await?;
        let one = "return document.querySelectorAll('#app .dg-component[tabindex=\"0\"]').length";
        ensure!(page.script(one).await? == 1, "one stop of the tabulator key in the picture");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn everything_drawn_is_in_a_table_too() -> Result<()> {
    for (lang, as_table, headings) in [
        ("en", "As a table", ["Component", "Leads to", "State"]),
        ("ja", "表で見る", ["部品", "接続先", "状態"]),
    ] {
        for width in [1280, 320] {
            journey(Look { lang, width, ..Look::default() }, "", async |page| {
                if page.script(LETTERS).await? != 0 {
                    page.click("button", as_table).await?;
                }
                for heading in headings {
                    page.the("columnheader", heading).await?;
                }
                ensure!(!page.scrolls_sideways().await?, "{lang} {width}: the table is too wide");
                page.axe_is_content().await?;
                page.picture(&format!("table-{lang}-{width}")).await
            })
            .await?;
        }
    }
    Ok(())
}

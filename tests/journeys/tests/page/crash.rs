//! After the program has stopped: what happened, and a way back to the same state.

use anyhow::{Result, ensure};
use journeys::{Look, journey};

/// What the program's panic hook does.
const STOP: &str = "dispatchEvent(new CustomEvent('vpc-explainer:crash', {detail: 'panicked at src/somewhere.rs:1:2: <b>no</b>'}))";

#[tokio::test]
async fn a_page_that_stopped_says_what_happened_and_starts_again_where_it_was() -> Result<()> {
    for (lang, dark, option, heading, again) in [
        ("en", false, "Option B", "The page has stopped", "Start again with the same state"),
        ("ja", true, "選択肢 B", "ページが停止しました", "同じ状態からやり直す"),
    ] {
        journey(Look { lang, dark, ..Look::default() }, "", async |page| {
            page.click("button", option).await?;
            page.is_on("button", option, true).await?;
            page.until("the address to follow", "return location.hash.includes('s=1.')").await?;
            page.script(STOP).await?;
            page.the("heading", heading).await?;
            page.reads("panicked at src/somewhere.rs:1:2: <b>no</b>").await?;
            page.axe_is_content().await?;
            for (width, height) in [(1280, 800), (320, 640)] {
                page.resize(width, height).await?;
                ensure!(!page.scrolls_sideways().await?, "the report scrolls sideways at {width} px");
                page.picture(&format!("stopped-{lang}-{width}")).await?;
            }
            page.resize(1280, 800).await?;
            page.click("button", again).await?;
            page.is_on("button", option, true).await
        })
        .await?;
    }
    Ok(())
}

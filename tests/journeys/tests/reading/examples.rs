//! The page of live examples: every frame comes to life, and those that may grow are as high as what is in them.

use anyhow::{Result, ensure};
use journeys::{Look, visit};
use serde_json::json;

use crate::open;

/// Hears what frames say from the first moment on.
const LISTEN: &str = "window.heard = []; window.heights = new Map();
    addEventListener('message', ({ source, data }) => {
        if (data?.app !== 'vpc-explainer') return;
        if (data.type === 'ready' && !heard.includes(source)) heard.push(source);
        if (data.type === 'height') heights.set(source, data.value);
    });";

/// Frames of the page.
const FRAMES: usize = 15;

#[tokio::test]
async fn every_example_comes_to_life() -> Result<()> {
    for (lang, dark) in [("en", false), ("ja", true)] {
        visit(Look { lang, dark, ..Look::default() }, None, async |page| {
            let cdp = page.driver.cdp();
            cdp.send_raw("Page.enable", json!({})).await?;
            cdp.send_raw("Page.addScriptToEvaluateOnNewDocument", json!({"source": LISTEN})).await?;
            open(page, &format!("examples/{lang}/")).await?;
            let frames = page.script("return document.querySelectorAll('iframe').length").await?;
            ensure!(frames == json!(FRAMES), "{frames} frames");
            // How near is near is the browser's choice; it must be left to it.
            let lazy = page.script("return document.querySelectorAll('iframe[loading=lazy]').length").await?;
            ensure!(lazy == json!(FRAMES), "{lazy} of {FRAMES} frames wait until they are near");
            page.axe_is_content().await?;
            for at in 0..FRAMES {
                let into_sight = format!(
                    "document.querySelectorAll('iframe')[{at}].scrollIntoView({{ block: 'center' }})"
                );
                page.script(&into_sight).await?;
                let is_ready =
                    format!("return heard.includes(document.querySelectorAll('iframe')[{at}].contentWindow)");
                page.until(&format!("frame {at} to be ready"), &is_ready).await?;
                if [0, 3, 5].contains(&at) {
                    page.picture(&format!("examples-{lang}-{at}")).await?;
                }
            }
            page.until(
                "frames to be as high as what is in them",
                "return [...document.querySelectorAll('vpc-explainer iframe')].every(frame =>
                    Math.abs(frame.clientHeight - heights.get(frame.contentWindow)) <= 1)",
            )
            .await?;
            for width in [320, 768] {
                page.resize(width, 800).await?;
                ensure!(!page.scrolls_sideways().await?, "wider than {width} pixels");
            }
            Ok(())
        })
        .await?;
    }
    Ok(())
}

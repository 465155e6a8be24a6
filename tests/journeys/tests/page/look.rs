//! Narrow, dark, still, and in print.

use anyhow::{Result, ensure};
use journeys::{Look, journey};

use crate::verdicts;

#[tokio::test]
async fn nothing_scrolls_sideways_down_to_320_pixels() -> Result<()> {
    for lang in ["en", "ja"] {
        journey(Look { lang, ..Look::default() }, "", async |page| {
            for (width, height) in [(1280, 800), (1024, 768), (768, 1024), (390, 844), (320, 640)] {
                page.resize(width, height).await?;
                ensure!(!page.scrolls_sideways().await?, "the page scrolls sideways at {width} px");
                page.picture(&format!("base-{lang}-{width}")).await?;
            }
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn one_screen_is_enough_at_1280_by_800() -> Result<()> {
    journey(Look::default(), "", async |page| {
        let scrolls = page.script("return document.documentElement.scrollHeight > innerHeight + 1").await?;
        ensure!(scrolls == false, "the page scrolls");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_narrow_page_works_too() -> Result<()> {
    journey(Look { width: 320, height: 640, ..Look::default() }, "", async |page| {
        page.click("switch", "NAT gateway").await?;
        page.is_on("switch", "NAT gateway", true).await?;
        verdicts::are(page, &[("Isolated from the internet", "fails")]).await?;
        let strip = "const s = document.querySelector('.strip').getBoundingClientRect(); return s.top >= 0 && s.bottom <= innerHeight";
        page.until("the verdicts to stay in sight", strip).await
    })
    .await
}

#[tokio::test]
async fn the_systems_dark_scheme_is_followed() -> Result<()> {
    for (dark, lang) in [(true, "en"), (true, "ja"), (false, "en")] {
        journey(Look { dark, lang, ..Look::default() }, "", async |page| {
            let light = "const grounds = [document.body, document.documentElement].map(e => getComputedStyle(e).backgroundColor);
                const [r, g, b] = grounds.find(c => c !== 'rgba(0, 0, 0, 0)').match(/[0-9.]+/g).map(Number);
                return r + g + b > 380";
            let is_light = page.script(light).await?;
            ensure!(is_light == !dark, "dark {dark}: the ground is light: {is_light}");
            page.picture(&format!("base-{lang}-{}", if dark { "dark" } else { "light" })).await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn reduced_motion_is_honoured() -> Result<()> {
    journey(Look { reduced_motion: true, ..Look::default() }, "", async |page| {
        page.click("switch", "NAT gateway").await?;
        page.is_on("switch", "NAT gateway", true).await?;
        let running = "return document.getAnimations().filter(a => a.playState === 'running'
            && a.effect.getComputedTiming().duration > 1
            && a.effect.getKeyframes().some(k => 'transform' in k || 'translate' in k || 'strokeDashoffset' in k || 'scale' in k)).length";
        let moving = page.script(running).await?;
        ensure!(moving == 0, "{moving} things move");
        Ok(())
    })
    .await
}

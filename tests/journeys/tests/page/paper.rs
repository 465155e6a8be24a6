//! The picture on paper, in forced colours, and as it is seen without some colours.

use std::env;

use anyhow::{Result, ensure};
use journeys::{Look, journey};
use serde_json::Value;

/// The colours of lines and boxes of the picture, each as brightness from 0 to 255.
const INKS: &str = "const light = c => { const m = c.match(/[0-9.]+/g).map(Number); return 0.2126 * m[0] + 0.7152 * m[1] + 0.0722 * m[2]; };
    return [...document.querySelectorAll('#app .dg-component:not(.dg-off) > .dg-box, #app .dg-path')]
        .filter(e => e.getClientRects().length > 0).map(e => light(getComputedStyle(e).stroke))";

#[tokio::test]
async fn on_paper_everything_is_black_on_white() -> Result<()> {
    for (lang, dark) in [("en", true), ("ja", false)] {
        journey(Look { lang, dark, ..Look::default() }, "", async |page| {
            page.click("button", if lang == "ja" { "選択肢 B" } else { "Option B" }).await?;
            page.media("print", &[]).await?;
            let inks = page.script(INKS).await?;
            let dark = inks.as_array().is_some_and(|all| {
                !all.is_empty() && all.iter().all(|ink| ink.as_f64().is_some_and(|ink| ink < 90.0))
            });
            ensure!(dark, "{lang}: lines are pale on paper: {inks}");
            let says = "return [...document.querySelectorAll('#app .card-says')].every(e => e.getClientRects().length > 0)";
            ensure!(page.script(says).await? == true, "{lang}: every verdict is told on paper");
            let switches = "return [...document.querySelectorAll('#app [role=switch]')].every(e => e.getClientRects().length === 0)";
            ensure!(page.script(switches).await? == true, "{lang}: paper has no switches");
            page.picture(&format!("print-{lang}")).await?;
            page.media("", &[]).await
        })
        .await?;
    }
    Ok(())
}

/// A lesson as it comes out of the printer: prose with its picture, and the question with the answers on another sheet.
#[tokio::test]
async fn every_part_of_the_lesson_is_whole_on_a4() -> Result<()> {
    if env::var("FRAME").is_ok() {
        // A frame without an origin cannot print.
        return Ok(());
    }
    for lang in ["en", "ja"] {
        for (place, complete) in [
            ("theory", ".chapter h2"),
            ("practice", ".commands li"),
            ("compare", ".matrix td"),
            ("predict", ".answers"),
        ] {
            journey(Look { lang, dark: true, ..Look::default() }, &format!("#mode={place}"), async |page| {
                page.until("the place", &format!("return !!document.querySelector('{complete}')")).await?;
                page.media("print", &[]).await?;
                let out = page
                    .script(
                        "return [...document.querySelectorAll('#app .place *')].filter(e => {
                            const s = getComputedStyle(e);
                            return e.getClientRects().length > 0 && !e.closest('.visually-hidden, svg, .steps-taken') && /auto|scroll|hidden/.test(s.overflowY)
                                && e.scrollHeight > e.clientHeight + 2 && e.clientHeight > 0;
                        }).map(e => e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 40))",
                    )
                    .await?;
                ensure!(out == serde_json::json!([]), "{place} {lang}: cut off on paper: {out}");
                page.picture(&format!("print-{place}-{lang}")).await?;
                page.media("", &[]).await?;
                let pdf = page.pdf(&format!("print-{place}-{lang}")).await?;
                let pages = String::from_utf8_lossy(&pdf).matches("/Type /Page\n").count();
                ensure!((1..=8).contains(&pages), "{place} {lang}: {pages} pages");
                Ok(())
            })
            .await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn forced_colours_leave_every_line_in_sight() -> Result<()> {
    for dark in [false, true] {
        journey(Look { dark, ..Look::default() }, "", async |page| {
            page.click("button", "Option B").await?;
            let scheme = if dark { "dark" } else { "light" };
            page.media("", &[("forced-colors", "active"), ("prefers-color-scheme", scheme)]).await?;
            let ground = "const m = getComputedStyle(document.documentElement).backgroundColor.match(/[0-9.]+/g).map(Number);
                return 0.2126 * m[0] + 0.7152 * m[1] + 0.0722 * m[2]";
            let (inks, ground) = (page.script(INKS).await?, page.script(ground).await?);
            let apart = |ink: &Value| {
                ink.as_f64().zip(ground.as_f64()).is_some_and(|(ink, ground)| (ink - ground).abs() > 60.0)
            };
            ensure!(inks.as_array().is_some_and(|all| !all.is_empty() && all.iter().all(apart)), "{inks} on {ground}");
            page.picture(&format!("forced-{scheme}")).await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn what_fails_is_told_apart_without_colour() -> Result<()> {
    for kind in ["achromatopsia", "deuteranopia", "protanopia"] {
        journey(Look::default(), "", async |page| {
            page.click("button", "Option B").await?;
            page.deficiency(kind).await?;
            page.until("the flag of a leak", "return document.querySelector('#app .dg-flag text') !== null")
                .await?;
            let width = |class: &str| {
                format!("parseFloat(getComputedStyle(document.querySelector('#app {class}')).strokeWidth)")
            };
            page.picture(&format!("seen-{kind}")).await?;
            let leaks = page.script(&["return ", &width(".dg-leaks")].concat()).await?;
            ensure!(
                leaks.as_f64().is_some_and(|width| width > 3.0),
                "a leak's line is the thickest: {leaks}"
            );
            Ok(())
        })
        .await?;
    }
    Ok(())
}

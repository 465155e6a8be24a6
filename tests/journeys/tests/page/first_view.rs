//! The prerendered first view: there at once, without the program, and the program takes its place without a seam.

use anyhow::{Context, Result, ensure};
use journeys::{Look, Page, journey};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::verdicts;

/// How many programs the browser has fetched.
const PROGRAMS: &str =
    "return performance.getEntriesByType('resource').filter(e => e.name.endsWith('.wasm')).length";

/// The program's page has taken the place of the prerendered one.
async fn is_running(page: &Page) -> Result<()> {
    page.until("the program to run", "return !document.querySelector('.root')").await
}

/// Where everything is that can be seen: element, its own text, place and size, as text.
const PLACES: &str = "return [...document.querySelectorAll('#app *')]
    .filter(e => !e.closest('noscript, style, .loading') && e.getClientRects().length > 0 && !e.closest('[role=status]'))
    .map(e => { const r = e.getBoundingClientRect();
        const own = [...e.childNodes].filter(n => n.nodeType === 3).map(n => n.data).join('');
        return [e.localName, own, ...[r.x, r.y, r.width, r.height].map(n => n.toFixed(1))].join(' '); })";

#[tokio::test]
async fn the_first_view_needs_no_program() -> Result<()> {
    for lang in ["en", "ja"] {
        journey(Look { lang, ..Look::default() }, "", async |page| {
            ensure!(
                page.script("return document.querySelectorAll('#app svg.dg').length").await? != 0,
                "no picture"
            );
            page.picture(&format!("first-view-{lang}")).await?;
            ensure!(page.script(PROGRAMS).await? == 0, "the program was fetched before anybody asked");
            page.script("scrollTo(0, 50)").await?;
            ensure!(page.script(PROGRAMS).await? == 0, "scrolling asks for no program");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_click_before_the_program_is_there_is_carried_out_once() -> Result<()> {
    journey(Look::default(), "", async |page| {
        // Found while nothing but the prerendered view is there, and both pressed in one go.
        let press = "const all = [...document.querySelectorAll('#app [role=switch]')];
            const find = name => all.find(e => e.textContent === name);
            find('NAT gateway').click(); find('CodeArtifact').click();
            return [document.querySelector('.root') !== null, find('NAT gateway').getAttribute('aria-busy')]";
        let said = page.script(press).await?;
        ensure!(said == json!([true, "true"]), "pressed without the program, and seen at once: {said}");
        // A pointer that only moves wakes the program.
        page.script("dispatchEvent(new PointerEvent('pointermove'))").await?;
        page.is_on("switch", "NAT gateway", true).await?;
        page.is_on("switch", "CodeArtifact", true).await?;
        verdicts::are(page, &[("Isolated from the internet", "fails")]).await
    })
    .await
}

#[tokio::test]
async fn nothing_moves_when_the_program_takes_over() -> Result<()> {
    for (lang, width, height) in [
        ("en", 1280, 800),
        ("ja", 1280, 800),
        ("ja", 768, 1024),
        ("en", 600, 900),
        ("en", 390, 844),
        ("ja", 320, 640),
    ] {
        journey(Look { lang, width, height, ..Look::default() }, "", async |page| {
            page.script(
                "window.shift = 0; window.shifted = [];
                new PerformanceObserver(list => list.getEntries().forEach(e => { window.shift += e.value;
                    window.shifted.push(...e.sources.map(s => [e.startTime | 0, s.node?.className, JSON.stringify(s.previousRect), JSON.stringify(s.currentRect)].join(' '))); }))
                    .observe({type: 'layout-shift', buffered: true})",
            )
            .await?;
            let before = page.script(PLACES).await?;
            page.script("dispatchEvent(new PointerEvent('pointermove'))").await?;
            is_running(page).await?;
            let after = page.script(PLACES).await?;
            let (before, after) = (lines(&before)?, lines(&after)?);
            let moved: Vec<_> = before.iter().zip(&after).filter(|(b, a)| !same(b, a)).take(5).collect();
            ensure!(
                moved.is_empty() && before.len() == after.len(),
                "{lang} {width}: {} things became {}; first moved: {moved:#?}",
                before.len(),
                after.len()
            );
            let shift = page.script("return window.shift").await?.as_f64().unwrap_or(1.0);
            let shifted = page.script("return window.shifted").await?;
            ensure!(shift <= 0.01, "{lang} {width}: the layout shifts by {shift}: {shifted:#}");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

/// Whether two places are the same to the eye: half a pixel is a matter of how letters are measured.
fn same(before: &str, after: &str) -> bool {
    let (before, after): (Vec<_>, Vec<_>) = (before.split(' ').collect(), after.split(' ').collect());
    let near = |(b, a): (&&str, &&str)| match (b.parse::<f64>(), a.parse::<f64>()) {
        (Ok(b), Ok(a)) => (b - a).abs() <= 0.5,
        _ => b == a,
    };
    before.len() == after.len() && before.iter().zip(&after).all(near)
}

fn lines(value: &Value) -> Result<Vec<&str>> {
    let lines: Vec<_> = value.as_array().context("a list")?.iter().filter_map(Value::as_str).collect();
    ensure!(!lines.is_empty(), "nothing can be seen");
    Ok(lines)
}

#[tokio::test]
async fn focus_scroll_and_what_was_opened_stay() -> Result<()> {
    journey(Look { width: 390, height: 844, ..Look::default() }, "", async |page| {
        page.script(
            "document.querySelector('#app .question').open = true;
            document.querySelectorAll('#app .option')[1].focus({preventScroll: true});
            scrollTo(0, 120)",
        )
        .await?;
        page.script("dispatchEvent(new PointerEvent('pointermove'))").await?;
        is_running(page).await?;
        let kept = page
            .script(
                "return [document.querySelector('#app .question').open, scrollY,
                    [...document.querySelectorAll('#app .option')].indexOf(document.activeElement)]",
            )
            .await?;
        ensure!(kept == json!([true, 120, 1]), "opened, scrolled, focused: {kept}");
        page.press(Key::Tab + "").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_link_to_another_state_never_shows_the_base_state() -> Result<()> {
    let mut link = String::new();
    journey(Look::default(), "", async |page| {
        page.click("button", "Option B").await?;
        page.until("the address to follow", "return location.hash.includes('s=1.')").await?;
        link = page.script("return location.hash").await?.as_str().unwrap_or_default().to_owned();
        Ok(())
    })
    .await?;
    journey(Look::default(), &link, async |page| {
        page.is_on("button", "Option B", true).await?;
        is_running(page).await?;
        ensure!(
            page.script("return 'wait' in document.documentElement.dataset").await? == false,
            "still waiting"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn without_javascript_everything_can_be_read() -> Result<()> {
    journey(Look::default(), "", async |page| {
        page.scripts(false).await?;
        // The journey's own scripts do not run either; what assistive technology reads is there.
        let text: String = page.tree().await?.iter().flat_map(|node| [node.name.as_str(), "\n"]).collect();
        for words in [
            "An isolated VPC that needs PyPI",
            "隔離された VPC",
            "needs JavaScript and WebAssembly",
            "holds",
            "fails",
            "満たさない",
            "NAT gateway",
        ] {
            ensure!(text.contains(words), "`{words}` cannot be read:\n{text}");
        }
        let pictures = page.all("graphics-document").await?.len();
        ensure!(pictures == 2, "a picture for each language, not {pictures}");
        page.picture("without-javascript").await?;
        page.scripts(true).await
    })
    .await
}

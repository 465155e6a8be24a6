//! Words of another language: longer, doubled, from right to left, full-width, or full of marks. They are put into the page as it stands,
//! and nothing may break out of it.

use anyhow::{Result, ensure};
use journeys::{Look, Page, journey};

/// What becomes of each text.
const LANGUAGES: [(&str, &str); 4] = [
    ("long", "t => t.replace(/[A-Za-z]+/g, w => w + 'y'.repeat(Math.ceil(w.length / 2)))"),
    ("doubled", "t => t + ' ' + t"),
    ("full-width", "t => t.replace(/[!-~]/g, c => String.fromCharCode(c.charCodeAt(0) + 0xfee0))"),
    ("marks", "t => '<i>' + t"),
];

/// A part of the page: its name, its place, the buttons that open it there, and what is there once it is complete.
const PARTS: [(&str, &str, &[&str], &str); 10] = [
    ("explore", "", &[], ".cards"),
    ("theory", "#mode=theory", &[], ".chapter h2"),
    ("practice", "#mode=practice", &[], ".commands li"),
    ("question", "#mode=predict", &[], ".answers"),
    ("compare", "#mode=compare", &[], ".matrix td"),
    ("configurations", "", &["All configurations"], ".survey-told"),
    ("vote", "#mode=predict", &[], ".ballot[open] .hands"),
    ("sheet", "#mode=predict", &["Sheet and answer cards"], "dialog.sheet .leaf"),
    ("share", "", &["Share"], "dialog.share #snippet"),
    ("class", "#present=2", &[], ".presenter .slide-name"),
];

/// Opens a part of the page.
async fn part(page: &Page, buttons: &[&str], complete: &str) -> Result<()> {
    page.until("the page", "return !!document.querySelector('.page')").await?;
    page.script("document.querySelector('.ballot > summary')?.click()").await?;
    for button in buttons {
        page.click("button", button).await?;
    }
    page.until("the part", &format!("return !!document.querySelector('{complete}')")).await
}

#[tokio::test]
async fn other_languages_fit_everywhere() -> Result<()> {
    for (name, place, buttons, complete) in PARTS {
        for (language, change) in LANGUAGES {
            journey(Look::default(), place, async |page| {
                part(page, buttons, complete).await?;
                let script = format!(
                    "const change = {change};
                    const walker = document.createTreeWalker(document.querySelector('.page'), NodeFilter.SHOW_TEXT);
                    const texts = [];
                    while (walker.nextNode()) if (walker.currentNode.data.trim() && !walker.currentNode.parentElement.closest('svg, pre, textarea')) texts.push(walker.currentNode);
                    texts.forEach(t => t.data = change(t.data))"
                );
                page.script(&script).await?;
                fits(page, &format!("{name} in {language}")).await?;
                page.picture(&format!("pseudo-{language}-{name}")).await
            })
            .await?;
        }
        journey(Look::default(), place, async |page| {
            part(page, buttons, complete).await?;
            page.script("document.documentElement.dir = 'rtl'").await?;
            fits(page, &format!("{name} from right to left")).await
        })
        .await?;
    }
    Ok(())
}

/// Nothing is wider than the page, or than the dialog it is in.
async fn fits(page: &Page, what: &str) -> Result<()> {
    for (width, height) in [(1280, 800), (320, 640)] {
        page.resize(width, height).await?;
        let wide = "const wide = e => e.scrollWidth > e.clientWidth + 1;
            const where = [document.documentElement, ...document.querySelectorAll('dialog[open]')].filter(wide);
            const out = e => { const {left, right} = e.getBoundingClientRect(); return right > innerWidth + 1 || left < -1; };
            return where.length ? [...document.querySelectorAll('.page *')].filter(e => e.checkVisibility() && out(e)).map(e => e.tagName + '.' + (e.className.baseVal ?? e.className)).slice(0, 9) : []";
        let wide = page.script(wide).await?;
        ensure!(
            wide == serde_json::json!([]) && !page.scrolls_sideways().await?,
            "{what} scrolls sideways at {width} px: {wide}"
        );
    }
    Ok(())
}

/// WCAG 2.2, 1.4.12.
#[tokio::test]
async fn wider_spacing_of_text_loses_nothing() -> Result<()> {
    for place in ["", "#mode=theory", "#mode=practice", "#mode=predict", "#mode=compare"] {
        journey(Look { width: 390, height: 844, ..Look::default() }, place, async |page| {
            page.until("the place", "return !!document.querySelector('.place-body > *')").await?;
            page.script(
                "const style = document.createElement('style');
                style.textContent = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }';
                document.head.append(style)",
            )
            .await?;
            ensure!(!page.scrolls_sideways().await?, "{place} scrolls sideways");
            let cut = page
                .script(
                    "return [...document.querySelectorAll('button, label, h1, h2, h3, .tag')].filter(e => e.offsetParent && !e.closest('.visually-hidden, .with-glyph')
                        && getComputedStyle(e).overflow === 'hidden' && e.scrollWidth > e.clientWidth + 1).map(e => e.textContent)",
                )
                .await?;
            ensure!(cut == serde_json::json!([]), "{place}: cut off: {cut}");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

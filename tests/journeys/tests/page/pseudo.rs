//! Words of another language: longer, doubled, from right to left, full-width, or full of marks. They are put into the page as it stands,
//! and nothing may break out of it.

use anyhow::{Result, ensure};
use journeys::{Look, journey};

/// What becomes of each text.
const LANGUAGES: [(&str, &str); 4] = [
    ("long", "t => t.replace(/[A-Za-z]+/g, w => w + 'y'.repeat(Math.ceil(w.length / 2)))"),
    ("doubled", "t => t + ' ' + t"),
    ("full-width", "t => t.replace(/[!-~]/g, c => String.fromCharCode(c.charCodeAt(0) + 0xfee0))"),
    ("marks", "t => '<i>' + t"),
];

#[tokio::test]
async fn other_languages_fit_everywhere() -> Result<()> {
    for (place, complete) in [
        ("", ".cards"),
        ("#mode=theory", ".chapter h2"),
        ("#mode=practice", ".commands li"),
        ("#mode=predict", ".answers"),
        ("#mode=compare", ".matrix td"),
    ] {
        for (language, change) in LANGUAGES {
            journey(Look::default(), place, async |page| {
                page.until("the place", &format!("return !!document.querySelector('{complete}')")).await?;
                let script = format!(
                    "const change = {change};
                    const walker = document.createTreeWalker(document.querySelector('.page'), NodeFilter.SHOW_TEXT);
                    const texts = [];
                    while (walker.nextNode()) if (walker.currentNode.data.trim() && !walker.currentNode.parentElement.closest('svg, pre')) texts.push(walker.currentNode);
                    texts.forEach(t => t.data = change(t.data))"
                );
                page.script(&script).await?;
                for (width, height) in [(1280, 800), (320, 640)] {
                    page.resize(width, height).await?;
                    ensure!(!page.scrolls_sideways().await?, "{place} in {language} scrolls sideways at {width} px");
                }
                page.picture(&format!("pseudo-{language}-{}", place.trim_start_matches("#mode="))).await
            })
            .await?;
        }
        journey(Look::default(), place, async |page| {
            page.until("the place", &format!("return !!document.querySelector('{complete}')")).await?;
            page.script("document.documentElement.dir = 'rtl'").await?;
            for (width, height) in [(1280, 800), (320, 640)] {
                page.resize(width, height).await?;
                ensure!(
                    !page.scrolls_sideways().await?,
                    "{place} from right to left scrolls sideways at {width} px"
                );
            }
            Ok(())
        })
        .await?;
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

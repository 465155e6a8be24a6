//! Sharing a state: what is pasted where, and what readers will see.

use anyhow::{Result, ensure};
use journeys::{Look, Page, journey};
use serde_json::Value;
use thirtyfour::Key;

async fn snippet(page: &Page) -> Result<String> {
    let text = page.script("return document.getElementById('snippet').value").await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

/// Waits until what is to be pasted has all of this in it.
async fn reads(page: &Page, parts: &[&str]) -> Result<()> {
    let all: Vec<String> =
        parts.iter().map(|part| format!("text.includes({})", Value::from(*part))).collect();
    let script =
        format!("const text = document.getElementById('snippet').value; return {}", all.join(" && "));
    let waited = page.until("the snippet", &script).await;
    let text = snippet(page).await?;
    waited.map_err(|error| error.context(format!("{parts:?} in\n{text}")))
}

#[tokio::test]
async fn every_target_gets_what_it_takes() -> Result<()> {
    for (lang, share, frame, hatena, height) in [
        ("en", "Share", "HTML (iframe)", "Hatena Blog", "Height (px)"),
        ("ja", "共有", "HTML（iframe）", "はてなブログ", "高さ（px）"),
    ] {
        journey(Look { lang, ..Look::default() }, "#s=1.ABZxyAAoCQ", async |page| {
            page.click("button", share).await?;
            page.the("dialog", share).await?;
            page.axe_is_content().await?;
            reads(page, &["http", "#s=1.ABZxyAAoCQ", &format!("lang={lang}")]).await?;
            ensure!(!snippet(page).await?.contains("embed="), "a link leads to the whole page");
            for (target, parts) in [
                (
                    frame,
                    &[
                        "<iframe src=",
                        "s=1.ABZxyAAoCQ&amp;",
                        "embed=compact",
                        "height=\"520\"",
                        "<p><a href=",
                    ][..],
                ),
                ("Markdown", &["[", "](http", "1.ABZxyAAoCQ"][..]),
                ("Zenn", &["\n\n```mermaid\nflowchart LR\n"][..]),
                ("Qiita", &["\n\n```mermaid\nflowchart LR\n"][..]),
                (hatena, &["<iframe src=", "height=\"520\""][..]),
                ("Notion, NotionNext", &["http", "embed=compact"][..]),
                ("WordPress", &["<!-- wp:html -->", "<iframe", "<!-- /wp:html -->"][..]),
                ("Mermaid", &["```mermaid\nflowchart LR\n"][..]),
            ] {
                page.click("radio", target).await?;
                reads(page, parts).await?;
            }
            page.click("radio", frame).await?;
            let field = page.element(&page.the("spinbutton", height).await?).await?;
            field.clear().await?;
            field.send_keys("640".to_owned() + Key::Tab).await?;
            reads(page, &["height=\"640\""]).await?;
            page.picture(&format!("share-{lang}-1280")).await?;
            for (width, tall) in [(768, 1024), (390, 844), (320, 640)] {
                page.resize(width, tall).await?;
                ensure!(!page.scrolls_sideways().await?, "it scrolls sideways at {width} px");
                let dialog =
                    "const d = document.querySelector('dialog'); return d.scrollWidth <= d.clientWidth";
                ensure!(page.script(dialog).await? == true, "the dialog scrolls sideways at {width} px");
                page.picture(&format!("share-{lang}-{width}")).await?;
            }
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn what_is_chosen_is_in_the_address_and_in_the_preview() -> Result<()> {
    journey(Look::default(), "", async |page| {
        page.click("button", "Share").await?;
        let entries = page.script("return history.length").await?;
        page.click("radio", "HTML (iframe)").await?;
        for (name, value) in [("Language", "ja"), ("Colours", "dark"), ("Part of the lesson", "theory"), ("Size", "full")] {
            let select = page.element(&page.the("combobox", name).await?).await?;
            page.driver
                .execute(
                    "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('change', {bubbles: true}))",
                    vec![select.to_json()?, Value::from(value)],
                )
                .await?;
        }
        reads(page, &["lang=ja", "theme=dark", "mode=theory", "embed=full"]).await?;
        page.script("document.querySelectorAll('dialog details').forEach(d => d.open = true)").await?;
        page.click("checkbox", "all of them").await?;
        page.click("checkbox", "Options").await?;
        reads(page, &["lock=all", "hide=options"]).await?;
        page.until(
            "the preview to show it",
            // A page without an origin cannot look into its own frames.
            "const inside = document.querySelector('.share-preview iframe').contentDocument;
             return inside === null || inside.documentElement.lang === 'ja' && inside.documentElement.dataset.theme === 'dark'
                && !!inside.querySelector('.chapter h2')",
        )
        .await?;
        page.picture("share-preview").await?;
        // Nothing of it changed the page itself, and the focus is where it was.
        page.press(Key::Escape + "").await?;
        page.until("the dialog to close", "return !document.querySelector('dialog')").await?;
        page.until(
            "the focus back at its button",
            "return document.activeElement.textContent === 'Share' && document.documentElement.lang === 'en'",
        )
        .await?;
        ensure!(page.script("return history.length").await? == entries, "the preview left entries in the history");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_question_that_is_open_is_shared_without_its_answer() -> Result<()> {
    journey(Look::default(), "#mode=predict", async |page| {
        page.click("button", "Share").await?;
        for target in ["Zenn", "Mermaid"] {
            page.click("radio", target).await?;
            reads(page, &["mode=predict"]).await?;
            let text = snippet(page).await?;
            ensure!(!text.contains("flowchart"), "it tells the answer: {text}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_code_as_large_as_the_screen_holds_exactly_this_state() -> Result<()> {
    for (lang, title) in
        [("en", "An isolated VPC that needs PyPI"), ("ja", "隔離された VPC から PyPI を使うには")]
    {
        journey(Look { lang, dark: true, ..Look::default() }, "#s=1.ABZxyAAoCQ", async |page| {
            page.press(Key::Control + Key::Alt + "q").await?;
            page.the("dialog", title).await?;
            let shown = "return document.querySelector('.qr-link').textContent === location.href";
            ensure!(page.script(shown).await? == true, "another link");
            let size = page
                .script("return document.querySelector('.qr svg[role=img]').getBoundingClientRect().height")
                .await?;
            ensure!(size.as_f64().is_some_and(|size| size > 550.0), "too small: {size}");
            page.axe_is_content().await?;
            page.picture(&format!("code-{lang}")).await?;
            page.press(Key::Escape + "").await?;
            page.until("the dialog to close", "return !document.querySelector('dialog')").await
        })
        .await?;
    }
    Ok(())
}

//! The question on paper: what is printed, on how many pages, and that no answer is among it before the reveal.

use std::env;

use anyhow::{Result, ensure};
use journeys::{Look, Page, journey};

/// How many pages come out of the printer.
async fn pages(page: &Page, name: &str) -> Result<usize> {
    let pdf = page.pdf(name).await?;
    let text = String::from_utf8_lossy(&pdf);
    Ok(text.matches("/Type /Page\n").count())
}

/// What can be seen of these on paper.
async fn seen(page: &Page, what: &str) -> Result<bool> {
    let script =
        format!("return [...document.querySelectorAll('{what}')].some(e => e.getClientRects().length > 0)");
    Ok(page.script(&script).await? == true)
}

#[tokio::test]
async fn the_sheet_has_question_code_and_cards_and_answers_only_once_revealed() -> Result<()> {
    for (lang, open, sheet, reveal, one) in [
        ("en", "Vote in class", "Sheet and answer cards", "Reveal to the class", "One more vote for A"),
        ("ja", "クラスで投票", "問題用紙と回答カード", "結果を公開する", "A に 1 票"),
    ] {
        journey(Look { lang, dark: true, ..Look::default() }, "#mode=predict", async |page| {
            page.script("document.querySelector('.ballot > summary').click()").await?;
            page.reads(open).await?;
            page.click("button", sheet).await?;
            page.until("the sheet", "return !!document.querySelector('dialog.sheet .leaf')").await?;
            page.axe_is_content().await?;
            page.picture(&format!("sheet-{lang}")).await?;
            ensure!(!seen(page, ".leaf-answers").await?, "the answers are on the sheet before the reveal");
            page.media("print", &[]).await?;
            for (what, printed) in [
                (".leaf figure svg", true),
                (".leaf-options", true),
                (".leaf-cards b", true),
                (".sheet-how", false),
                (".dialog-head", false),
                (".place", false),
                (".page-head .tools", false),
            ] {
                ensure!(seen(page, what).await? == printed, "{what} on paper: {}", !printed);
            }
            page.media("", &[]).await?;
            if env::var("FRAME").is_ok() {
                // A frame without an origin cannot print: the page itself can.
                page.the(
                    "link",
                    if lang == "ja" {
                        "構成図を単独のページで開く"
                    } else {
                        "Open the diagram on a page of its own"
                    },
                )
                .await?;
                return Ok(());
            }
            let count = pages(page, &format!("sheet-{lang}")).await?;
            ensure!(count == 2, "{count} pages: one for the question, one for the cards");
            page.press(thirtyfour::Key::Escape).await?;
            page.click("button", one).await?;
            page.click("button", reveal).await?;
            page.click("button", sheet).await?;
            page.until("the answers", "return !!document.querySelector('.leaf-answers article')").await?;
            let count = pages(page, &format!("sheet-answers-{lang}")).await?;
            ensure!(count == 3, "{count} pages: the answers on their own");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_sheet_fits_a_phone() -> Result<()> {
    journey(Look { width: 390, ..Look::default() }, "#mode=predict", async |page| {
        page.script("document.querySelector('.ballot > summary').click()").await?;
        page.click("button", "Sheet and answer cards").await?;
        page.until("the sheet", "return !!document.querySelector('dialog.sheet .leaf')").await?;
        ensure!(!page.scrolls_sideways().await?, "the page is wider than a phone");
        page.picture("sheet-390").await
    })
    .await
}

//! Japanese and English.

use anyhow::{Result, ensure};
use journeys::{Look, journey};

#[tokio::test]
async fn the_browsers_language_decides_at_first() -> Result<()> {
    for (lang, title) in
        [("en", "An isolated VPC that needs PyPI"), ("ja", "隔離された VPC から PyPI を使うには")]
    {
        journey(Look { lang, ..Look::default() }, "", async |page| {
            page.reads(title).await?;
            let html = page.script("return document.documentElement.lang").await?;
            ensure!(html == lang, "<html lang> is {html}, not {lang}");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_language_can_be_switched_and_the_link_can_fix_it() -> Result<()> {
    journey(Look::default(), "#lang=ja", async |page| {
        page.reads("隔離された VPC").await?;
        page.click("button", "EN").await?;
        page.reads("An isolated VPC that needs PyPI").await?;
        page.until("<html lang> to follow", "return document.documentElement.lang === 'en'").await?;
        page.click("button", "日本語").await?;
        page.until("<html lang> to follow", "return document.documentElement.lang === 'ja'").await
    })
    .await
}

#[tokio::test]
async fn nothing_is_left_in_the_other_language() -> Result<()> {
    journey(Look::default(), "#lang=ja", async |page| {
        page.click("button", "選択肢 B").await?;
        // Whole sentences of English: three or more plain words in a row, outside technical notation.
        let text = page.text().await?;
        let english = ["the ", "The ", " is ", "lets it", "Pick an", "Switches"];
        for word in english {
            ensure!(!text.contains(word), "`{word}` is left on the Japanese page:\n{text}");
        }
        Ok(())
    })
    .await
}

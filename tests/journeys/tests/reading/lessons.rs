//! Lessons and documentation, to be read at every width, in light and dark, without JavaScript.

use anyhow::{Result, ensure};
use journeys::{Look, visit};

use crate::open;

const PAGES: [&str; 6] = [
    "sap-349/en/",
    "sap-349/ja/",
    "docs/parameters/en/",
    "docs/parameters/ja/",
    "docs/messages/en/",
    "docs/messages/ja/",
];

#[tokio::test]
async fn every_page_can_be_read_by_everybody() -> Result<()> {
    for dark in [false, true] {
        visit(Look { dark, ..Look::default() }, None, async |page| {
            for of in PAGES {
                open(page, of).await?;
                page.axe_is_content().await?;
                for width in [320, 768, 1280] {
                    page.resize(width, 800).await?;
                    ensure!(!page.scrolls_sideways().await?, "{of} is wider than {width} pixels");
                    let name =
                        format!("reading-{}{width}{}", of.replace('/', "-"), if dark { "-dark" } else { "" });
                    page.picture(&name).await?;
                }
            }
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_lesson_is_whole_without_javascript() -> Result<()> {
    visit(Look::default(), None, async |page| {
        open(page, "sap-349/en/").await?;
        page.scripts(false).await?;
        for text in [
            "Which approach gives them the packages",
            "CodeArtifact with public:pypi",
            "gateway endpoint",
            "Sources",
        ] {
            page.reads(text).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_lesson_leads_to_its_live_page_and_to_its_other_language() -> Result<()> {
    visit(Look::default(), None, async |page| {
        open(page, "sap-349/ja/").await?;
        page.click("link", "English").await?;
        page.until("the English page", "return document.documentElement.lang === 'en'").await?;
        page.click("link", "日本語").await?;
        page.until("the Japanese page", "return document.documentElement.lang === 'ja'").await?;
        page.click("link", "問題に挑戦する").await?;
        page.until("the question", "return !!document.querySelector('.answers')").await?;
        page.until("the same language", "return document.documentElement.lang === 'ja'").await?;
        page.driver.back().await?;
        page.click("link", "スイッチを動かして確かめる").await?;
        page.the("switch", "NAT ゲートウェイ").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_chapter_leads_to_the_same_chapter_beside_the_picture() -> Result<()> {
    visit(Look::default(), None, async |page| {
        open(page, "sap-349/en/").await?;
        let second = page.script("return document.querySelectorAll('.try a')[1].href").await?;
        page.driver.goto(second.as_str().unwrap_or_default()).await?;
        page.the("heading", "2 CodeArtifact").await?;
        Ok(())
    })
    .await
}

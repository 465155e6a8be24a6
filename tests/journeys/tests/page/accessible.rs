//! The accessibility rules of axe-core, in every language and colour scheme.

use anyhow::{Result, ensure};
use journeys::{Look, journey};

async fn axe(look: Look) -> Result<()> {
    journey(look, "", async |page| {
        page.axe_is_content().await?;
        let option = if look.lang == "ja" { "選択肢 B" } else { "Option B" };
        page.click("button", option).await?;
        page.is_on("button", option, true).await?;
        page.axe_is_content().await?;
        for tab in if look.lang == "ja" { ["直す方法", "理由"] } else { ["Fixes", "Reasons"] } {
            page.click("tab", tab).await?;
            page.until("what was asked", "return !document.querySelector('.aspect .working')").await?;
            page.axe_is_content().await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn english_light() -> Result<()> {
    axe(Look::default()).await
}

#[tokio::test]
async fn english_dark() -> Result<()> {
    axe(Look { dark: true, ..Look::default() }).await
}

#[tokio::test]
async fn japanese_light() -> Result<()> {
    axe(Look { lang: "ja", ..Look::default() }).await
}

#[tokio::test]
async fn japanese_dark() -> Result<()> {
    axe(Look { lang: "ja", dark: true, ..Look::default() }).await
}

#[tokio::test]
async fn narrow() -> Result<()> {
    axe(Look { width: 320, height: 640, ..Look::default() }).await
}

#[tokio::test]
async fn every_control_has_a_name() -> Result<()> {
    journey(Look::default(), "", async |page| {
        let nameless: Vec<_> = page
            .tree()
            .await?
            .into_iter()
            .filter(|n| {
                ["button", "switch", "link", "graphics-document"].contains(&n.role.as_str())
                    && n.name.is_empty()
            })
            .collect();
        ensure!(nameless.is_empty(), "controls without a name: {nameless:?}");
        let headings = page.all("heading").await?;
        ensure!(
            headings.iter().filter(|h| h.property("level") == "1").count() == 1,
            "one heading of the first level"
        );
        Ok(())
    })
    .await
}

//! The whole page as one file, opened from a disk.

use std::env;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use journeys::{Look, visit};

#[tokio::test]
async fn the_single_file_opens_from_a_disk() -> Result<()> {
    let dist = env::var("DIST").context("DIST says where the site is; run `cargo xtask test`")?;
    let file = Path::new(&dist).join("vpc-explainer.html").canonicalize()?;
    for (lang, switch, theory) in [("en", "NAT gateway", "Theory"), ("ja", "NAT ゲートウェイ", "理論")]
    {
        visit(Look { lang, ..Look::default() }, None, async |page| {
            page.driver.goto(format!("file://{}", file.display())).await?;
            page.until("the view to be there", "return document.querySelectorAll('#app svg.dg').length > 0")
                .await?;
            page.click("switch", switch).await?;
            page.is_on("switch", switch, true).await?;
            page.until("the address to follow", "return location.hash.includes('s=1.')").await?;
            page.click("tab", theory).await?;
            page.until("the chapter to come", "return !!document.querySelector('.chapter h2')").await?;
            page.driver.refresh().await?;
            page.until("the chapter to come again", "return !!document.querySelector('.chapter h2')").await?;
            page.picture(&format!("single-file-{lang}")).await?;
            let fetched =
                page.script("return performance.getEntriesByType('resource').map(e => e.name)").await?;
            ensure!(
                fetched.as_array().is_some_and(Vec::is_empty),
                "everything is inside, but it fetched {fetched}"
            );
            Ok(())
        })
        .await?;
    }
    Ok(())
}

//! The state is in the address, for ever.

use anyhow::{Result, ensure};
use journeys::{Look, Page, journey};

use crate::verdicts;

async fn fragment(page: &Page) -> Result<String> {
    Ok(page.script("return location.hash").await?.as_str().unwrap_or_default().to_owned())
}

#[tokio::test]
async fn a_link_opens_exactly_this_state() -> Result<()> {
    let mut copied = String::new();
    journey(Look::default(), "", async |page| {
        page.click("button", "Option B").await?;
        page.is_on("button", "Option B", true).await?;
        page.until("the address to follow", "return location.hash.includes('s=1.')").await?;
        copied = fragment(page).await?;
        page.reload().await?;
        page.is_on("button", "Option B", true).await
    })
    .await?;
    ensure!(copied.len() <= 120, "the state is short: {copied}");
    journey(Look::default(), &copied, async |page| {
        page.is_on("button", "Option B", true).await?;
        verdicts::are(page, &[("Isolated from the internet", "fails")]).await
    })
    .await
}

#[tokio::test]
async fn back_and_forward_go_through_the_states() -> Result<()> {
    journey(Look::default(), "", async |page| {
        page.click("switch", "NAT gateway").await?;
        page.is_on("switch", "NAT gateway", true).await?;
        page.click("switch", "CodeArtifact").await?;
        page.is_on("switch", "CodeArtifact", true).await?;
        page.back().await?;
        page.is_on("switch", "CodeArtifact", false).await?;
        page.is_on("switch", "NAT gateway", true).await?;
        page.back().await?;
        page.is_on("switch", "NAT gateway", false).await?;
        page.driver.forward().await?;
        page.is_on("switch", "NAT gateway", true).await
    })
    .await
}

#[tokio::test]
async fn a_bad_link_gives_the_default_and_says_so_quietly() -> Result<()> {
    journey(Look::default(), "#s=1.broken!&lang=jp&thme=dark", async |page| {
        verdicts::are(page, &[("Isolated from the internet", "holds"), ("Packages from PyPI", "fails")])
            .await?;
        page.reads("jp").await?;
        page.reads("thme").await?;
        ensure!(page.all("alert").await?.is_empty(), "a bad link is no alarm");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_wordpress_appends_is_tolerated() -> Result<()> {
    journey(Look::default(), "#lang=ja?secret=abc123", async |page| {
        page.reads("隔離された VPC").await?;
        ensure!(!page.text().await?.contains("secret"), "the secret is nobody's business");
        Ok(())
    })
    .await
}

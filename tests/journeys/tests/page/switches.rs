//! The main job: flip a switch, see at once what it does, and why.

use anyhow::{Result, ensure};
use journeys::{Look, journey};

use crate::verdicts;

#[tokio::test]
async fn a_nat_gateway_loses_isolation_along_a_path_that_is_shown() -> Result<()> {
    journey(Look::default(), "", async |page| {
        verdicts::are(page, &[("Isolated from the internet", "holds"), ("Packages from PyPI", "fails")]).await?;
        page.click("switch", "NAT gateway").await?;
        page.is_on("switch", "NAT gateway", true).await?;
        verdicts::are(page, &[("Isolated from the internet", "fails"), ("Packages from PyPI", "holds")]).await?;
        page.reads("through the NAT gateway, so it is not isolated from the internet").await?;
        page.reads("was holding").await?;
        // The one live region says it too.
        let said = "return [...document.querySelectorAll('[role=status]')].some(e => /holds → fails/.test(e.textContent))";
        page.until("the change to be announced", said).await
    })
    .await
}

#[tokio::test]
async fn codeartifact_with_its_endpoints_holds_both() -> Result<()> {
    journey(Look::default(), "", async |page| {
        for switch in ["CodeArtifact", "CodeArtifact endpoints", "pip uses CodeArtifact"] {
            verdicts::are(page, &[("Packages from PyPI", "fails")]).await?;
            page.click("switch", switch).await?;
            page.is_on("switch", switch, true).await?;
        }
        verdicts::are(page, &[("Isolated from the internet", "holds"), ("Packages from PyPI", "holds")])
            .await?;
        page.is_on("button", "Option D", true).await
    })
    .await
}

#[tokio::test]
async fn the_pypi_only_filter_does_not_isolate() -> Result<()> {
    journey(Look::default(), "", async |page| {
        page.click("switch", "NAT gateway").await?;
        page.click("switch", "PyPI-only network ACL").await?;
        page.is_on("button", "Option B", true).await?;
        verdicts::are(page, &[("Isolated from the internet", "fails")]).await
    })
    .await
}

#[tokio::test]
async fn the_rest_of_the_switches_is_one_click_away() -> Result<()> {
    journey(Look::default(), "", async |page| {
        ensure!(page.all("switch").await?.len() == 7, "seven switches at first");
        page.click("button", "More switches").await?;
        page.click("switch", "Direct internet access").await?;
        verdicts::are(page, &[("Isolated from the internet", "fails")]).await
    })
    .await
}

#[tokio::test]
async fn a_click_on_a_component_switches_it() -> Result<()> {
    journey(Look::default(), "", async |page| {
        let component = "const label = [...document.querySelectorAll('svg text')].find(t => t.getClientRects().length > 0 && t.textContent.includes('NAT gateway'));
            const box = label.getBoundingClientRect();
            return [box.x + box.width / 2, box.y - 20]";
        let at = page.script(component).await?;
        let (x, y) = (at[0].as_f64().unwrap_or_default(), at[1].as_f64().unwrap_or_default());
        page.click_at(x, y).await?;
        page.is_on("switch", "NAT gateway", true).await?;
        verdicts::are(page, &[("Isolated from the internet", "fails")]).await
    })
    .await
}

#[tokio::test]
async fn undo_redo_and_reset_work_by_button() -> Result<()> {
    journey(Look::default(), "", async |page| {
        page.click("switch", "NAT gateway").await?;
        page.is_on("switch", "NAT gateway", true).await?;
        page.click("button", "Undo").await?;
        page.is_on("switch", "NAT gateway", false).await?;
        page.click("button", "Redo").await?;
        page.is_on("switch", "NAT gateway", true).await?;
        page.click("button", "Reset").await?;
        page.is_on("switch", "NAT gateway", false).await
    })
    .await
}

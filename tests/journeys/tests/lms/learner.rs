//! What a learner does: predicts, reveals, turns a switch.

use anyhow::Result;
use journeys::Page;
use serde_json::Value;

/// A script inside the explainer, which stands in a frame of the package's page, which stands in `depth` frames.
pub(crate) async fn inside(page: &Page, depth: u16, script: &str) -> Result<Value> {
    page.driver.enter_default_frame().await?;
    for _ in 0..=depth {
        page.driver.enter_frame(0).await?;
    }
    let found = page.script(script).await;
    page.driver.enter_default_frame().await?;
    found
}

/// Waits until a script inside the explainer gives true.
pub(crate) async fn until(page: &Page, depth: u16, what: &str, script: &str) -> Result<()> {
    for _ in 0..200 {
        if matches!(inside(page, depth, script).await, Ok(Value::Bool(true))) {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    anyhow::bail!("waited in vain for {what}")
}

/// Picks an option that is expected to hold, is certain, and reveals.
pub(crate) async fn predict(page: &Page, depth: u16, option: u8) -> Result<()> {
    until(page, depth, "the question", "return document.getElementById('pick-0') !== null").await?;
    for control in [
        format!("pick-{option}"),
        format!("guess-{option}-0-holds"),
        format!("guess-{option}-1-holds"),
        "sure-2".to_owned(),
    ] {
        inside(page, depth, &format!("document.getElementById('{control}').click()")).await?;
    }
    inside(page, depth, "document.querySelector('.commit button').click()").await?;
    until(page, depth, "the outcome", "return document.getElementById('outcome-title') !== null").await
}

//! What the requirement cards say.

use std::time::Duration;

use anyhow::{Result, bail};
use journeys::Page;
use tokio::time::sleep;

/// Waits until the card of each requirement ends in its word.
pub(crate) async fn are(page: &Page, expected: &[(&str, &str)]) -> Result<()> {
    let mut seen = Vec::new();
    for _ in 0..100 {
        seen = page.all("button").await?.into_iter().map(|node| node.name).collect::<Vec<_>>();
        let said = |(title, word): &(&str, &str)| {
            seen.iter().any(|name| name.starts_with(title) && name.trim_end().ends_with(word))
        };
        if expected.iter().all(said) {
            return Ok(());
        }
        sleep(Duration::from_millis(50)).await;
    }
    bail!("expected {expected:?}, but the buttons are {seen:#?}")
}

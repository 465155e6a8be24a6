//! The pages that need no program: lessons to be read, documentation, examples of embedding.

mod cards;
mod examples;
mod lessons;

use std::env;

use anyhow::{Context, Result};
use journeys::Page;

/// The address of a page of the site.
fn address(of: &str) -> Result<String> {
    let site = env::var("SITE").context("SITE says where the site is served; run `cargo xtask test`")?;
    Ok([&site, of].concat())
}

/// Opens a page of the site.
async fn open(page: &Page, of: &str) -> Result<()> {
    page.driver.goto(address(of)?).await?;
    Ok(())
}

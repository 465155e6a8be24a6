//! What link cards and oEmbed are told, and whether it is there.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use journeys::{Look, visit};
use serde_json::Value;

use crate::open;

/// The file of the site behind an address that the site claims.
fn file(claimed: &str) -> Result<PathBuf> {
    let dist = env::var("DIST").context("DIST says where the site is built; run `cargo xtask test`")?;
    let (_, rest) = claimed.split_once("://").with_context(|| format!("{claimed} is no whole address"))?;
    let (_, place) = rest.split_once('/').context("an address has a path")?;
    Ok(Path::new(&dist).join(place))
}

#[tokio::test]
async fn cards_have_a_picture_and_players_find_a_frame() -> Result<()> {
    visit(Look::default(), None, async |page| {
        for of in ["", "sap-349/en/", "sap-349/ja/"] {
            open(page, of).await?;
            let said = page
                .script(
                    "const of = (what) => document.querySelector(what);
                     return [of('meta[property=\"og:image\"]').content, of('link[type=\"application/json+oembed\"]').href,
                        of('meta[name=\"twitter:card\"]').content, of('meta[property=\"og:title\"]').content]",
                )
                .await?;
            let said: Vec<String> = serde_json::from_value(said)?;
            let [image, oembed, card, title] = said.as_slice() else { anyhow::bail!("{of}: {said:?}") };
            ensure!(card == "summary_large_image" && !title.is_empty(), "{of}: {said:?}");
            ensure!(fs::read(file(image)?)?.starts_with(b"\x89PNG"), "{image} is no picture");
            let answer: Value = serde_json::from_str(&fs::read_to_string(file(oembed)?)?)?;
            let frame = answer["html"].as_str().unwrap_or_default();
            ensure!(frame.contains("sandbox=\"allow-scripts"), "{frame}");
            ensure!(answer["thumbnail_url"].as_str().is_some_and(|image| file(image).is_ok_and(|file| file.is_file())));
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn each_language_names_the_other_and_itself() -> Result<()> {
    visit(Look::default(), None, async |page| {
        for of in ["sap-349/en/", "sap-349/ja/"] {
            open(page, of).await?;
            let said = page
                .script(
                    "return [...document.querySelectorAll('link[hreflang]')].map(l => [l.hreflang, l.href])",
                )
                .await?;
            let said: Vec<(String, String)> = serde_json::from_value(said)?;
            let tags: Vec<&str> = said.iter().map(|(tag, _)| tag.as_str()).collect();
            ensure!(tags == ["en", "ja", "x-default"], "{of}: {said:?}");
            for (_, to) in &said {
                ensure!(file(to)?.join("index.html").is_file(), "{of} names {to}");
            }
        }
        Ok(())
    })
    .await
}

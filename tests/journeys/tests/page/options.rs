//! Each option of the question, in both languages, with a picture of it.

use anyhow::{Result, ensure};
use journeys::{Look, journey};

use crate::verdicts;

/// Isolated, packages, data, API: whether each holds.
type Expected = [bool; 4];

const EN: [&str; 4] = ["Isolated from the internet", "Packages from PyPI", "Data in S3", "SageMaker API"];
const JA: [&str; 4] = ["インターネットからの隔離", "PyPI のパッケージ", "S3 のデータ", "SageMaker API"];

async fn option(letter: &str, expected: Expected) -> Result<()> {
    for (lang, titles, holds, fails, says) in
        [("en", EN, "holds", "fails", "Option "), ("ja", JA, "満たす", "満たさない", "選択肢 ")]
    {
        journey(Look { lang, ..Look::default() }, "", async |page| {
            let name = format!("{says}{letter}");
            page.click("button", &name).await?;
            page.is_on("button", &name, true).await?;
            let words: Vec<_> =
                titles.iter().zip(expected).map(|(t, h)| (*t, if h { holds } else { fails })).collect();
            verdicts::are(page, &words).await?;
            let figure = page.the("graphics-document", "").await?;
            ensure!(!figure.description.is_empty(), "the picture has no description");
            page.picture(&format!("option-{letter}-{lang}")).await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn option_a_keeps_isolation_and_brings_no_packages() -> Result<()> {
    option("A", [true, false, true, true]).await
}

#[tokio::test]
async fn option_b_brings_packages_and_loses_isolation() -> Result<()> {
    option("B", [false, true, true, true]).await
}

#[tokio::test]
async fn option_c_brings_packages_and_loses_isolation() -> Result<()> {
    option("C", [false, true, true, true]).await
}

#[tokio::test]
async fn option_d_holds_everything() -> Result<()> {
    option("D", [true, true, true, true]).await
}

//! A class votes: counted out of sight, shown beside the truth.

use anyhow::{Result, ensure};
use journeys::{Look, Page, journey};

/// So many hands for an option.
async fn hands(page: &Page, name: &str, count: usize) -> Result<()> {
    for _ in 0..count {
        page.click("button", name).await?;
    }
    Ok(())
}

#[tokio::test]
async fn votes_are_out_of_sight_until_they_stand_beside_the_truth() -> Result<()> {
    journey(Look::default(), "#mode=predict", async |page| {
        page.script("document.querySelector('.ballot > summary').click()").await?;
        page.reads("No votes yet").await?;
        hands(page, "One more vote for B", 3).await?;
        hands(page, "One more vote for D", 1).await?;
        page.reads("4 votes counted").await?;
        page.click("radio", "After discussion").await?;
        page.reads("No votes yet").await?;
        hands(page, "One more vote for D", 2).await?;
        page.reads("2 votes counted").await?;
        // Numbers are closed, and so nothing says how many are for which option.
        let bars = page.script("return document.querySelectorAll('.voted, .bar').length").await?;
        ensure!(bars == 0, "bars before the reveal");
        ensure!(!page.text().await?.contains("3 of 4"), "the votes are told before the reveal");
        page.axe_is_content().await?;
        page.picture("vote-before").await?;
        page.click("button", "Reveal to the class").await?;
        page.the("heading", "What the class voted").await?;
        for text in ["3 of 4", "1 of 4", "2 of 2"] {
            page.reads(text).await?;
        }
        let rows = page
            .script("return [...document.querySelectorAll('.voted tbody tr')].map(row => row.querySelector('.mark').dataset.verdict)")
            .await?;
        ensure!(rows == serde_json::json!(["fails", "fails", "fails", "holds"]), "beside the votes: {rows}");
        page.axe_is_content().await?;
        page.picture("vote-after").await
    })
    .await
}

#[tokio::test]
async fn numbers_can_be_typed_and_what_is_none_is_said() -> Result<()> {
    for (lang, option, told) in
        [("en", "A, First vote", "999 was taken"), ("ja", "A, 1 回目", "999 として数えます")]
    {
        journey(Look { lang, width: 390, ..Look::default() }, "#mode=predict", async |page| {
            page.script(
                "document.querySelectorAll('.ballot, .ballot details').forEach(fold => (fold.open = true))",
            )
            .await?;
            let field = page.the("spinbutton", option).await?;
            let field = page.element(&field).await?;
            field.scroll_into_view().await?;
            field.clear().await?;
            field.send_keys("1200\t").await?;
            page.reads(told).await?;
            page.until(
                "the field to say so",
                "return document.querySelector('.numbers input').value === '999'",
            )
            .await?;
            ensure!(!page.scrolls_sideways().await?, "the page is wider than a phone");
            page.axe_is_content().await?;
            page.picture(&format!("vote-numbers-{lang}")).await
        })
        .await?;
    }
    Ok(())
}

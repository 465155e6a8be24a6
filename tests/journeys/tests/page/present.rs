//! Before a class: slides, verdicts that wait, keys of a clicker, notes in a window of their own.

use std::env;

use anyhow::{Context, Result, ensure};
use journeys::{Look, Page, journey};
use thirtyfour::Key;

/// Verdicts that can be seen.
const VERDICTS: &str =
    "return document.querySelectorAll('.card, .strip [data-verdict], .outcome, .dg-path, .dg-stop').length";

async fn are_hidden(page: &Page) -> Result<bool> {
    Ok(page.script(VERDICTS).await? == serde_json::json!(0))
}

async fn slide(page: &Page, name: &str) -> Result<()> {
    page.until(
        &format!("the slide {name}"),
        &format!("return (document.querySelector('.slide-name')?.textContent ?? '').includes('{name}')"),
    )
    .await
}

#[tokio::test]
async fn a_clicker_goes_through_the_lesson_and_verdicts_wait() -> Result<()> {
    let look = Look { width: 1920, height: 1080, ..Look::default() };
    journey(look, "", async |page| {
        page.click("button", "Present to a class").await?;
        slide(page, "Theory 1").await?;
        page.until(
            "the projector's colours",
            "return document.documentElement.dataset.theme === 'projector'",
        )
        .await?;
        ensure!(are_hidden(page).await?, "verdicts are told before anybody asked");
        page.axe_is_content().await?;
        page.press(Key::PageDown).await?;
        page.until("the verdicts", "return !!document.querySelector('.strip [data-verdict]')").await?;
        slide(page, "Theory 1").await?;
        for _ in 0..11 {
            page.press(Key::PageDown).await?;
        }
        slide(page, "Question").await?;
        ensure!(are_hidden(page).await?, "the question gives its answer away");
        page.picture("present-question").await?;
        page.axe_is_content().await?;
        page.press(Key::PageDown).await?;
        page.the("heading", "The outcome").await?;
        page.press(Key::PageDown).await?;
        slide(page, "Option A").await?;
        ensure!(are_hidden(page).await?, "an option gives its verdicts away");
        page.picture("present-option").await?;
        page.press(Key::PageDown).await?;
        page.until("the verdicts", "return !!document.querySelector('.card')").await?;
        page.press(Key::PageDown).await?;
        page.until(
            "the first stop",
            "return !!document.querySelector('.hop.pointed, .step-says')?.textContent",
        )
        .await?;
        page.picture("present-path").await?;
        page.axe_is_content().await?;
        // Where the class is stands in the address.
        page.reload().await?;
        slide(page, "Option A").await?;
        page.press(Key::PageUp).await?;
        slide(page, "The outcome").await?;
        page.click("button", "End").await?;
        page.until("the end", "return !document.querySelector('.presenter')").await
    })
    .await
}

#[tokio::test]
async fn the_screen_goes_dark_and_light_again() -> Result<()> {
    journey(Look { lang: "ja", ..Look::default() }, "#present=7", async |page| {
        slide(page, "一問道場").await?;
        page.press(".").await?;
        page.until("a dark screen", "return !!document.querySelector('.blank')").await?;
        page.press(".").await?;
        page.until("a light screen", "return !document.querySelector('.blank')").await?;
        page.picture("present-ja").await?;
        for width in [390, 768] {
            page.resize(width, 800).await?;
            ensure!(!page.scrolls_sideways().await?, "wider than {width} pixels");
        }
        page.picture("present-ja-768").await
    })
    .await
}

#[tokio::test]
async fn notes_stand_in_the_bar_and_in_a_window_of_their_own() -> Result<()> {
    journey(Look::default(), "#present=7", async |page| {
        page.script("document.querySelector('.notes').open = true").await?;
        page.reads("Read the question aloud").await?;
        page.axe_is_content().await?;
        page.picture("present-notes").await?;
        let opens = page.script("return [...document.querySelectorAll('.notes button')].length").await?;
        if env::var("FRAME").is_ok() {
            // A frame without an origin shares no channel with another window.
            ensure!(opens == serde_json::json!(0), "a window is offered that could not hear anything");
            return Ok(());
        }
        page.click("button", "Notes in a window of their own").await?;
        let main = page.driver.window().await?;
        page.until("the window", "return true").await?;
        let windows = page.driver.windows().await?;
        let notes = windows.into_iter().find(|window| *window != main).context("no second window")?;
        page.driver.switch_to_window(notes.clone()).await?;
        page.reads("Read the question aloud").await?;
        page.axe_is_content().await?;
        page.click("button", "Next").await?;
        page.reads("Show the two votes beside the truth").await?;
        // Either window may be loaded again.
        page.driver.refresh().await?;
        page.reads("Show the two votes beside the truth").await?;
        page.driver.switch_to_window(main.clone()).await?;
        page.the("heading", "The outcome").await?;
        page.driver.refresh().await?;
        slide(page, "The outcome").await?;
        page.press(Key::PageDown).await?;
        slide(page, "Option A").await?;
        page.driver.switch_to_window(notes).await?;
        page.reads("name what pip would have to ask").await?;
        page.picture("present-notes-window").await?;
        page.driver.switch_to_window(main).await?;
        Ok(())
    })
    .await
}

//! A path, gone along step by step.

use anyhow::{Result, ensure};
use journeys::{Look, Page, journey};
use thirtyfour::Key;

use crate::picture::focus_is;

/// How many steps there are, and which is pointed out.
const STEPS: &str = "const all = [...document.querySelectorAll('#app .stop')];
    return [all.length, all.findIndex(e => e.hasAttribute('aria-current')) + 1]";

async fn step_is(page: &Page, step: u64) -> Result<()> {
    let script = format!(
        "return [...document.querySelectorAll('#app .stop')].findIndex(e => e.hasAttribute('aria-current')) + 1 === {step}"
    );
    page.until(&format!("step {step}"), &script).await
}

#[tokio::test]
async fn a_path_is_gone_along_step_by_step() -> Result<()> {
    journey(Look { reduced_motion: true, ..Look::default() }, "", async |page| {
        page.click("button", "Option B").await?;
        page.is_on("button", "Option B", true).await?;
        let steps = page.script(STEPS).await?;
        let of = steps[0].as_u64().unwrap_or_default();
        ensure!(of > 3 && steps[1] == 0, "no step is pointed out at first: {steps}");
        page.click("button", "Next step").await?;
        step_is(page, 1).await?;
        page.until("a component to be lit", "return document.querySelectorAll('#app .dg-lit').length === 1")
            .await?;
        page.until(
            "the rule that decided",
            "return document.querySelector('#app .step-says .compared')?.textContent.includes('line')",
        )
        .await?;
        page.axe_is_content().await?;
        // Along the row by keys; the focus goes along.
        page.script("document.querySelector('#app .stop[aria-current]').focus()").await?;
        page.press(Key::Right + "").await?;
        step_is(page, 2).await?;
        focus_is(page, "Step 2 of").await?;
        page.press(Key::End + "").await?;
        step_is(page, of).await?;
        // It plays by itself, can be held, and ends by itself.
        page.press(Key::Left + "").await?;
        step_is(page, of - 1).await?;
        page.click("button", "Play").await?;
        page.the("button", "Pause").await?;
        step_is(page, of).await?;
        page.the("button", "Play").await?;
        page.picture("step").await
    })
    .await
}

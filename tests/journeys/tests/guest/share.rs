//! Sharing from within another site's page.

use anyhow::{Result, ensure};
use journeys::{Outside, framed};

#[tokio::test]
async fn a_state_is_shared_from_a_sandbox_by_a_text_that_can_be_selected() -> Result<()> {
    framed(Outside { attributes: "sandbox=\"allow-scripts\"", ..Outside::default() }, async |page| {
        let press = "const find = () => [...document.querySelectorAll('button')].find(e => e.textContent === 'Share');
            find().click(); return find() !== undefined";
        ensure!(page.inside(press).await? == true, "no button");
        for _ in 0..200 {
            if page.inside("return document.querySelector('dialog[open] iframe') !== null").await? == true {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        let select = "const area = document.getElementById('snippet'); area.focus();
            return area.value.slice(area.selectionStart, area.selectionEnd)";
        let selected = page.inside(select).await?;
        let text = selected.as_str().unwrap_or_default();
        ensure!(text.starts_with("http") && text.contains("#s=1."), "the link is selected: {text}");
        Ok(())
    })
    .await
}

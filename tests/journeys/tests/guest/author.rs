//! What an author sets in the link: locked switches, hidden verdicts.

use std::env;

use anyhow::{Result, ensure};
use journeys::{Look, Outside, framed, visit};
use serde_json::json;

const SANDBOX: &str = "style=\"width:1000px;height:900px\" sandbox=\"allow-scripts\"";

#[tokio::test]
async fn a_locked_switch_cannot_be_turned_and_says_so() -> Result<()> {
    let outside =
        Outside { attributes: SANDBOX, link: "?lang=en&embed=full#lock=nat-gateway", ..Outside::default() };
    framed(outside, async |page| {
        let locked = "document.querySelector('#app [role=switch][aria-disabled=true]')";
        page.driver.enter_frame(0).await?;
        page.until("the lock to be there", &format!("return Boolean({locked}?.title)")).await?;
        page.script(&format!("{locked}.click()")).await?;
        page.driver.enter_default_frame().await?;
        let state = page.ask("{type: 'getState'}").await?["s"].clone();
        let other = page.ask("{type: 'setState', s: '1.ABZxyAAoCQ'}").await?["s"].clone();
        ensure!(state != other, "the host may do what the reader may not");
        ensure!(page.inside(&format!("return {locked}.ariaChecked")).await? == "true", "the host turned it");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn hidden_verdicts_are_nowhere_until_they_are_revealed() -> Result<()> {
    let outside =
        Outside { attributes: SANDBOX, link: "?lang=en&embed=full#hide=verdicts", ..Outside::default() };
    framed(outside, async |page| {
        page.ask("{type: 'getState'}").await?;
        let seen = "return document.querySelectorAll('#app .card, #app .chip, #app .dg-path, [data-verdict]').length";
        ensure!(page.inside(seen).await? == 0, "verdicts or paths are in the document");
        ensure!(page.script("return got.some(m => m.type === 'verdict')").await? == false, "the host was told");
        page.ask("{type: 'reveal'}").await?;
        page.until("the host to be told", "return got.some(m => m.type === 'verdict')").await?;
        ensure!(page.inside(seen).await?.as_u64() > Some(4), "the verdicts are there");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn hidden_verdicts_are_not_in_the_document_before_the_program_runs() -> Result<()> {
    visit(Look::default(), None, async |page| {
        let never =
            "WebAssembly.instantiateStreaming = WebAssembly.instantiate = () => new Promise(() => {})";
        let never = json!({ "source": never });
        page.driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", never).await?;
        let site = env::var("SITE")?;
        for (link, tells) in [
            ("", true),
            ("#hide=verdicts", false),
            ("?hide=options,verdicts", false),
            ("#mode=predict", false),
        ] {
            page.driver.goto("about:blank").await?;
            page.driver.goto(format!("{site}{link}")).await?;
            page.until("the document", "return document.readyState === 'complete'").await?;
            let found = page
                .script("return document.querySelectorAll('[data-verdict], .dg-path').length > 0")
                .await?;
            ensure!(found == tells, "`{link}`: verdicts in the document: {found}");
        }
        Ok(())
    })
    .await
}

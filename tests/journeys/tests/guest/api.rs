//! What a host may want, and what it is told.

use anyhow::{Result, ensure};
use journeys::{Outside, framed};
use serde_json::json;

/// Option B, as `tests/links` has it.
const B: &str = "1.ABZxyAAoCQ";

#[tokio::test]
async fn a_host_reads_and_sets_the_state_and_hears_of_changes() -> Result<()> {
    for attributes in ["", "sandbox=\"allow-scripts\""] {
        let outside = Outside { attributes, ..Outside::default() };
        framed(outside, async |page| {
            let base = page.ask("{type: 'getState'}").await?["s"].clone();
            ensure!(base.as_str().is_some_and(|base| base.starts_with("1.")), "a state: {base}");
            let set = page.ask(&format!("{{type: 'setState', s: '{B}'}}")).await?;
            ensure!(set["ok"] == true && set["s"] == B, "{set}");
            page.until(
                "the new state to be told",
                &format!("return got.some(m => m.type === 'state' && m.cause === 'api' && m.s === '{B}' && m.changed.includes('NatGateway'))"),
            )
            .await?;
            page.until(
                "the verdicts to be told",
                "return got.some(m => m.type === 'verdict' && m.results.some(r => r.req === 'isolated' && !r.holds && r.code && r.why && r.minimalCause.includes('NatGateway=true')))",
            )
            .await?;
            let undone = page.ask("{type: 'undo'}").await?;
            ensure!(undone["s"] == base, "undo: {undone}");
            ensure!(page.ask("{type: 'redo'}").await?["s"] == B, "redo");
            ensure!(page.ask(&format!("{{type: 'setDefaultState', s: '{B}'}}")).await?["ok"] == true, "default");
            ensure!(page.ask("{type: 'setState', s: '1.ABZgywAJCQ'}").await?["ok"] == true, "another");
            ensure!(page.ask("{type: 'reset'}").await?["s"] == B, "reset goes back to the host's state");
            ensure!(page.ask("{type: 'setLang', lang: 'ja'}").await?["ok"] == true, "language");
            ensure!(page.ask("{type: 'setTheme', theme: 'dark'}").await?["ok"] == true, "theme");
            ensure!(page.ask("{type: 'step', to: 1}").await?["ok"] == true, "step");
            ensure!(page.ask("{type: 'focus', part: 'verdicts'}").await?["ok"] == true, "focus");
            let html = page.inside("return [document.documentElement.lang, document.documentElement.dataset.theme]").await?;
            ensure!(html == json!(["ja", "dark"]), "language and theme: {html}");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn what_cannot_be_is_refused_with_a_reason() -> Result<()> {
    framed(Outside::default(), async |page| {
        for (message, code) in [
            ("{type: 'setState', s: '1.broken'}", "BAD_STATE"),
            ("{type: 'setTheme', theme: 'pink'}", "BAD_VALUE"),
            ("{type: 'focus', part: 'constructor'}", "BAD_VALUE"),
        ] {
            let answer = page.ask(message).await?;
            ensure!(answer["ok"] == false && answer["code"] == code, "{message}: {answer}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_element_of_embed_js_keeps_the_height_and_gives_promises() -> Result<()> {
    let script = "const made = document.createElement('script'); made.src = site + 'embed.js'; document.head.append(made);
        frame.remove();
        document.body.insertAdjacentHTML('beforeend', `<div data-vpc-explainer data-state='1.ABZxyAAoCQ' data-lang='ja' data-title='図'></div>
            <vpc-explainer theme='dark'></vpc-explainer>`);
        addEventListener('vpc-explainer:height', () => {});";
    framed(Outside { script, ..Outside::default() }, async |page| {
        page.until(
            "two frames as high as they say",
            "const all = [...document.querySelectorAll('vpc-explainer iframe')];
             return all.length === 2 && all.every(f => f.clientHeight > 520 && f.title && f.sandbox.contains('allow-scripts'))",
        )
        .await?;
        let script = "const [first, second] = document.querySelectorAll('vpc-explainer');
            window.said = [];
            (async () => {
                said.push((await first.getState()).s);
                said.push((await second.setState('1.ABZgywAJCQ')).s);
                said.push(await second.setState('1.broken').catch(error => error.code));
            })()";
        page.script(script).await?;
        page.until("three answers", "return said.length === 3").await?;
        let said = page.script("return said").await?;
        ensure!(said == json!([B, "1.ABZgywAJCQ", "BAD_STATE"]), "{said}");
        Ok(())
    })
    .await
}

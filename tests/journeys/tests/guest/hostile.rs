//! A host that means ill: nothing breaks, nothing is lost, nothing is run.

use anyhow::{Result, ensure};
use journeys::{Outside, framed};
use serde_json::json;

#[tokio::test]
async fn malformed_huge_and_cyclic_messages_change_nothing() -> Result<()> {
    let outside = Outside { attributes: "sandbox=\"allow-scripts\"", ..Outside::default() };
    framed(outside, async |page| {
        let before = page.ask("{type: 'getState'}").await?["s"].clone();
        let flood = "const cyclic = {app: 'vpc-explainer', v: 1, type: 'setState'}; cyclic.s = cyclic;
            const markup = '<img src=x onerror=parent.postMessage({hacked:1},\"*\")>';
            const all = [null, undefined, 0, '', 'x', [], {}, new Map([['app', 'vpc-explainer']]), cyclic,
                {app: 'vpc-explainer'}, {app: 'vpc-explainer', v: 2, type: 'undo'}, {app: 'vpc-explainer', v: 1, type: '__proto__'},
                {app: 'vpc-explainer', v: 1, type: 'constructor', req: 'a'}, {app: 'vpc-explainer', v: 1, type: 'setState'},
                {app: 'vpc-explainer', v: 1, type: 'setState', s: 5}, {app: 'vpc-explainer', v: 1, type: 'setState', s: 'x'.repeat(5e6)},
                {app: 'vpc-explainer', v: 1, type: 'setState', s: markup}, {app: 'vpc-explainer', v: 1, type: 'setLang', lang: markup},
                {app: 'vpc-explainer', v: 1, type: 'step', to: NaN}, {app: 'vpc-explainer', v: 1, type: 'step', to: -1e300},
                {app: 'vpc-explainer', v: 1, type: 'focus', part: '#app, *'}, {app: 'vpc-explainer', v: 1, type: 'getState', req: {}},
                {context: 'h5p'}, {context: 'h5p', action: 'constructor'}, {message: 'ready', secret: markup},
                '[iFrameSizer]', '[iFrameSizer]' + markup, '[iFrameSizer]' + ':'.repeat(5e6), 'javascript:alert(1)'];
            for (const one of all) frame.contentWindow.postMessage(one, '*');
            return all.length";
        page.script(flood).await?;
        let after = page.ask("{type: 'getState'}").await?["s"].clone();
        ensure!(after == before, "the state is {after}, not {before}");
        let seen = page.script("return got.some(m => m.hacked)").await?;
        ensure!(seen == false, "markup was run");
        let inside = page.inside("return [document.querySelectorAll('img').length, document.documentElement.lang]").await?;
        ensure!(inside == json!([0, "en"]), "{inside}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn only_the_parent_is_listened_to() -> Result<()> {
    framed(Outside::default(), async |page| {
        let before = page.ask("{type: 'getState'}").await?["s"].clone();
        page.script(
            "const other = document.createElement('iframe'); document.body.append(other);
             const script = other.contentDocument.createElement('script');
             script.textContent = `parent.frames[0].postMessage({app: 'vpc-explainer', v: 1, type: 'setState', s: '1.ABZxyAAoCQ'}, '*')`;
             other.contentDocument.body.append(script)",
        )
        .await?;
        let after = page.ask("{type: 'getState'}").await?["s"].clone();
        ensure!(after == before, "a frame beside it set the state");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn ten_thousand_messages_a_second_leave_page_and_memory_as_they_are() -> Result<()> {
    let outside = Outside { attributes: "sandbox=\"allow-scripts\"", ..Outside::default() };
    framed(outside, async |page| {
        page.ask("{type: 'setState', s: '1.ABZxyAAoCQ'}").await?;
        let heap = "return performance.memory?.usedJSHeapSize ?? 0";
        let before = page.inside(heap).await?.as_f64().unwrap_or_default();
        page.script(
            "window.sent = 0;
             const kinds = [{type: 'setTheme', theme: 'dark'}, {type: 'getState'}, {type: 'nonsense'}, {type: 'step', to: 2}];
             const send = () => { for (let i = 0; i < 100; i++) { const kind = kinds[sent++ % 4];
                frame.contentWindow.postMessage({app: 'vpc-explainer', v: 1, ...kind}, '*'); frame.contentWindow.postMessage('[iFrameSizer]resize', '*'); }
                if (sent < 20000) setTimeout(send, 10); };
             send()",
        )
        .await?;
        page.until("the flood to end", "return sent >= 20000").await?;
        let mut after = page.ask("{type: 'getState'}").await?;
        while after["code"] == "BUSY" {
            after = page.ask("{type: 'getState'}").await?;
        }
        ensure!(after["s"] == "1.ABZxyAAoCQ", "the state is lost: {after}");
        let grown = page.inside(heap).await?.as_f64().unwrap_or_default() - before;
        ensure!(grown < 50e6, "the page holds {grown} bytes more");
        Ok(())
    })
    .await
}

//! Every host learns how high the page is, in its own words.

use std::env;
use std::fs;

use anyhow::{Context, Result, ensure};
use journeys::{Outside, framed};

/// A frame as a site would have it, and in a sandbox.
const PLAIN: &str = "style=\"border:0\"";
const SANDBOX: &str = "style=\"border:0\" sandbox=\"allow-scripts\"";

/// What a site does that knows our own message.
const OWN: &str = "addEventListener('message', ({data}) => { if (data.type === 'height') frame.style.height = data.value + 'px'; });";

/// What H5P's resizer does, by its published behaviour: it answers only a sender whose origin it can name.
const H5P: &str = "addEventListener('message', event => {
    const {context, action, height} = event.data;
    if (context !== 'h5p') return;
    const respond = action => event.source.postMessage({context, action}, event.origin);
    if (action === 'hello') { frame.style.width = '100%'; respond('hello'); }
    else if (action === 'prepareResize') { frame.style.height = '1px'; respond('resizePrepared'); }
    else if (action === 'resize') frame.style.height = height + 'px';
});";

/// What WordPress does with the frames of unknown providers: sandbox, secret, 200 to 1000 px.
const WORDPRESS: &str = "addEventListener('message', ({source, data}) => {
    if (source !== frame.contentWindow || data.secret !== 'Ab3dE5gH7j') return;
    if (data.message === 'height') frame.height = Math.min(1000, Math.max(200, parseInt(data.value, 10)));
});
frame.addEventListener('load', () => frame.contentWindow.postMessage({message: 'ready', secret: 'Ab3dE5gH7j'}, '*'));";

async fn settles(attributes: &'static str, script: &'static str, heights: &str) -> Result<()> {
    let outside = Outside { attributes, script, ..Outside::default() };
    framed(outside, async |page| {
        page.settles(heights).await?;
        page.script("got.length = 0; frame.style.width = '480px'").await?;
        page.settles(heights).await
    })
    .await
}

#[tokio::test]
async fn our_own_message() -> Result<()> {
    for attributes in [PLAIN, SANDBOX] {
        settles(attributes, OWN, "m.type === 'height'").await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_card_that_opens_makes_the_frame_higher() -> Result<()> {
    let outside = Outside { attributes: SANDBOX, script: OWN, ..Outside::default() };
    framed(outside, async |page| {
        page.settles("m.type === 'height'").await?;
        let before = page.script("return frame.clientHeight").await?.as_f64().unwrap_or_default();
        page.script("got.length = 0").await?;
        page.inside("document.querySelector('#app .card.shown .card-head').click(); dispatchEvent(new PointerEvent('pointermove'))").await?;
        page.until("the card to open", &format!("return frame.clientHeight > {before} + 50")).await?;
        page.settles("m.type === 'height'").await
    })
    .await
}

#[tokio::test]
async fn h5p() -> Result<()> {
    settles(PLAIN, H5P, "m.context === 'h5p' && m.action === 'resize'").await
}

#[tokio::test]
async fn h5p_cannot_answer_a_sandbox_and_need_not() -> Result<()> {
    settles(SANDBOX, H5P, "m.context === 'h5p' && m.action === 'resize'").await
}

#[tokio::test]
async fn iframe_resizer_version_4() -> Result<()> {
    let file = env::var("IFRAME_RESIZER").context("IFRAME_RESIZER names its file; run `cargo xtask test`")?;
    let library = fs::read_to_string(file)?;
    for attributes in [PLAIN, SANDBOX] {
        // The library compares origins unless told not to, and a sandboxed page has none.
        let script = "iFrameResize({warningTimeout: 0, checkOrigin: false}, frame);";
        let outside = Outside { attributes, script, library: library.clone(), ..Outside::default() };
        framed(outside, async |page| {
            let heights = "typeof m === 'string' && m.startsWith('[iFrameSizer]')";
            page.settles(heights).await?;
            page.script("got.length = 0; frame.style.width = '480px'").await?;
            page.settles(heights).await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn wordpress() -> Result<()> {
    let outside = Outside {
        attributes: "style=\"border:0\" sandbox=\"allow-scripts\" security=\"restricted\"",
        link: "?embed=compact&lang=en#?secret=Ab3dE5gH7j",
        script: WORDPRESS,
        ..Outside::default()
    };
    framed(outside, async |page| {
        page.until(
            "WordPress to be told",
            "return got.some(m => m.message === 'height' && m.secret === 'Ab3dE5gH7j')",
        )
        .await?;
        page.settles("m.message === 'height'").await?;
        let high = page.script("return frame.clientHeight").await?;
        ensure!(
            high.as_u64().is_some_and(|high| high < 1000),
            "WordPress cuts frames at 1000 px, and this is {high}"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_host_that_says_nothing_has_one_scroll_bar_at_any_height() -> Result<()> {
    for link in ["?lang=en", "?lang=ja&embed=compact", "?lang=en&embed=full", "?lang=ja&embed=figure"] {
        let outside = Outside { attributes: SANDBOX, link, ..Outside::default() };
        framed(outside, async |page| {
            for (width, height) in [(780, 520), (360, 320), (720, 320)] {
                page.script(&format!("frame.style.width = '{width}px'; frame.style.height = '{height}px'")).await?;
                let bars = "return [...document.querySelectorAll('#app *')].filter(e => e.scrollHeight > e.clientHeight + 1
                    && ['auto', 'scroll'].includes(getComputedStyle(e).overflowY) && e.clientHeight > 0).map(e => e.className.baseVal ?? e.className)";
                let bars = page.inside(bars).await?;
                ensure!(bars.as_array().is_some_and(Vec::is_empty), "{link} {width} x {height}: {bars} scroll by themselves");
                let seen = "const strip = document.querySelector('#app .strip').getBoundingClientRect();
                    scrollTo(0, 200); const later = document.querySelector('#app .strip').getBoundingClientRect(); scrollTo(0, 0);
                    return strip.height > 0 && later.top >= 0 && later.bottom <= innerHeight";
                ensure!(page.inside(seen).await? == true, "{link} {width} x {height}: the verdicts are out of sight");
                let sideways = page.inside("return document.documentElement.scrollWidth > innerWidth").await?;
                ensure!(sideways == false, "{link} {width} x {height}: it scrolls sideways");
            }
            Ok(())
        })
        .await?;
    }
    Ok(())
}

/// What NotionNext and react-notion-x do with an embed block: a lazy frame of a height that somebody dragged, in a box that cuts what is wider,
/// on a page that may be dark; no message is listened to.
#[tokio::test]
async fn notion_next() -> Result<()> {
    for (theme, dark) in [("dark", true), ("light", false)] {
        let outside = Outside {
            attributes: "loading=\"lazy\" style=\"border:0;width:100%;height:100%;max-width:100%;background-color:transparent\"",
            link: if dark { "?lang=en&embed=compact&theme=dark" } else { "?lang=en&embed=compact&theme=light" },
            script: "const box = document.createElement('figure');
                box.style.cssText = 'margin:0 auto;overflow:hidden;position:relative;width:708px;height:420px';
                frame.before(box); box.append(frame);",
            ..Outside::default()
        };
        framed(outside, async |page| {
            page.until("the verdicts", "return frame.clientHeight === 420").await?;
            let clear = "return [document.documentElement, document.body, document.querySelector('.page')]
                .every(e => /^rgba\\(.*, 0\\)$/.test(getComputedStyle(e).backgroundColor))";
            ensure!(page.inside(clear).await? == true, "{theme}: the host's ground does not show through");
            let ink = "const [red, green, blue] = getComputedStyle(document.querySelector('#app .card-title')).color.match(/[0-9.]+/g).map(Number);
                return 0.2126 * red + 0.7152 * green + 0.0722 * blue";
            let ink = page.inside(ink).await?.as_f64().unwrap_or(128.0);
            ensure!((ink > 160.0) == dark && (ink < 90.0) != dark, "{theme}: letters of brightness {ink}");
            let reach = "const last = [...document.querySelectorAll('#app .card')].at(-1); last.scrollIntoView({block: 'end'});
                const {bottom, right} = last.getBoundingClientRect(); return bottom <= innerHeight + 1 && right <= innerWidth + 1";
            ensure!(page.inside(reach).await? == true, "{theme}: the last verdict cannot be scrolled to");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

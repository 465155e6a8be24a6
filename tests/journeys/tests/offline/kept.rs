//! A site once visited opens without a network, and is always of one version.

use anyhow::{Result, ensure};
use journeys::{Look, Page, visit};
use serde_json::json;

use crate::deploy::{Deploy, Site};

const READY: &str = "return performance.getEntriesByName('ready').length > 0";

async fn open(page: &Page, deploy: &Deploy, fragment: &str) -> Result<()> {
    page.driver.goto("about:blank").await?;
    page.driver.goto([&deploy.server.address, fragment].concat()).await?;
    page.until("the page to be ready", READY).await
}

/// Waits until this version is the one that is kept.
async fn is_kept(page: &Page, version: &str) -> Result<()> {
    page.script(
        "window.kept = []; window.look = async () => { window.kept = (await navigator.serviceWorker?.getRegistration())?.active
            ? (await caches.keys()) : []; setTimeout(look, 50); }; look()",
    )
    .await?;
    page.until("the site to be kept", &format!("return window.kept.some(name => name.endsWith('{version}'))"))
        .await
}

/// The program runs, answers, and its texts come.
async fn is_alive(page: &Page, lang: &str) -> Result<()> {
    let (switch, theory) = match lang {
        "ja" => ("NAT ゲートウェイ", "理論"),
        _ => ("NAT gateway", "Theory"),
    };
    page.click("switch", switch).await?;
    page.is_on("switch", switch, true).await?;
    page.until("isolation to be lost", "return !!document.querySelector('article[data-verdict=fails]')")
        .await?;
    page.click("tab", theory).await?;
    page.until("the chapter to come", "return !!document.querySelector('.chapter h2')").await
}

/// Versions that the files of this page came from.
async fn versions(page: &Page) -> Result<serde_json::Value> {
    page.script(
        "return [...new Set(performance.getEntriesByType('resource').map(e => new URL(e.name).pathname.split('/')[1])
            .filter(first => /^[0-9a-z]{12}$/.test(first)))]",
    )
    .await
}

#[tokio::test]
async fn after_a_first_visit_everything_works_without_a_network() -> Result<()> {
    let site = Site::built()?;
    for lang in ["en", "ja"] {
        let deploy = Deploy::of(&site)?;
        visit(Look { lang, ..Look::default() }, None, async |page| {
            open(page, &deploy, "").await?;
            is_kept(page, &site.version()?).await?;
            deploy.server.cut_off();
            open(page, &deploy, "?from=elsewhere").await?;
            is_alive(page, lang).await?;
            // The state is in the link, with or without a network.
            page.driver.refresh().await?;
            page.until("the page to be ready again", READY).await?;
            page.until("the chapter to come again", "return !!document.querySelector('.chapter h2')").await?;
            // The browser itself tells that the address of the worker cannot be reached.
            page.driver.browser_log().await?;
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_tab_of_the_old_version_stays_whole_when_a_new_one_is_published() -> Result<()> {
    let old = Site::built()?;
    let new = old.renewed("0123456789ab", "The new version")?;
    let deploy = Deploy::of(&old)?;
    visit(Look::default(), None, async |page| {
        open(page, &deploy, "").await?;
        is_kept(page, &old.version()?).await?;
        deploy.publish(&new);
        page.script("navigator.serviceWorker.getRegistration().then(found => found.update())").await?;
        is_kept(page, "0123456789ab").await?;
        // The program was not fetched yet, nor the chapter.
        ensure!(page.driver.title().await? != "The new version", "the old tab is the old page");
        is_alive(page, "en").await?;
        ensure!(versions(page).await? == json!([old.version()?]), "all files are of the old version");
        open(page, &deploy, "").await?;
        is_alive(page, "en").await?;
        ensure!(versions(page).await? == json!(["0123456789ab"]), "all files are of the new version");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn half_a_version_is_never_kept() -> Result<()> {
    let old = Site::built()?;
    let new = old.renewed("0123456789ab", "The new version")?;
    let deploy = Deploy::of(&old)?;
    visit(Look::default(), None, async |page| {
        open(page, &deploy, "").await?;
        is_kept(page, &old.version()?).await?;
        // The new worker and files are there, the page is still the old one.
        deploy.publish(&new.with_page_of(&old));
        let updated = page
            .driver
            .execute_async(
                "const done = arguments[0]; navigator.serviceWorker.getRegistration().then(found => found.update())
                    .then(found => { const worker = found.installing; if (!worker) return done('none');
                        worker.onstatechange = () => done(worker.state); }, () => done('refused'))",
                vec![],
            )
            .await?;
        ensure!(updated.json() == &json!("redundant"), "the new worker was refused: {}", updated.json());
        deploy.server.cut_off();
        open(page, &deploy, "").await?;
        is_alive(page, "en").await?;
        ensure!(versions(page).await? == json!([old.version()?]), "all files are of the old version");
        page.driver.browser_log().await?;
        Ok(())
    })
    .await
}

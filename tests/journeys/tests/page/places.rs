//! The places of the page: theory, practice, comparison; each in both languages and schemes, at every width.

use anyhow::{Result, ensure};
use journeys::{Look, Page, journey};
use thirtyfour::Key;

use crate::verdicts;

/// What is there once a place is complete.
const PLACES: [(&str, &str); 3] =
    [("theory", ".chapter h2"), ("practice", ".commands li"), ("compare", ".matrix td")];

async fn is_complete(page: &Page, selector: &str) -> Result<()> {
    page.until(
        &format!("{selector} and all that comes when asked for"),
        &format!("return !!document.querySelector('{selector}') && !document.querySelector('.place .missing')
            && ![...document.querySelectorAll('.place [role=status]')].some(e => /^(Loading|読み込んで)/.test(e.textContent))"),
    )
    .await
}

#[tokio::test]
async fn every_place_fits_every_width_and_scheme() -> Result<()> {
    for (lang, dark) in [("en", false), ("ja", false), ("en", true), ("ja", true)] {
        for (place, complete) in PLACES {
            journey(Look { lang, dark, ..Look::default() }, &format!("#mode={place}"), async |page| {
                is_complete(page, complete).await?;
                page.axe_is_content().await?;
                for (width, height) in [(1280, 800), (768, 1024), (390, 844), (320, 640)] {
                    page.resize(width, height).await?;
                    page.script("dispatchEvent(new Event('resize'))").await?;
                    ensure!(!page.scrolls_sideways().await?, "{place} scrolls sideways at {width} px");
                    let scheme = if dark { "-dark" } else { "" };
                    page.picture(&format!("{place}-{lang}-{width}{scheme}")).await?;
                }
                Ok(())
            })
            .await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn tabs_and_the_browsers_back_go_through_the_places() -> Result<()> {
    journey(Look::default(), "", async |page| {
        for (name, selector) in [
            ("Theory", ".chapter h2"),
            ("Practice", ".commands li"),
            ("Question", ".answers"),
            ("Compare", ".matrix td"),
            ("Explore", ".cards"),
        ] {
            page.click("tab", name).await?;
            page.until(name, &format!("return !!document.querySelector('{selector}')")).await?;
        }
        page.until("the address to follow", "return !location.hash.includes('mode=')").await?;
        page.back().await?;
        page.until("the comparison again", "return !!document.querySelector('.matrix td')").await?;
        page.reload().await?;
        page.until("the comparison after a reload", "return !!document.querySelector('.matrix td')").await?;
        page.script("document.getElementById('tab-compare').focus()").await?;
        page.press(Key::Home + "").await?;
        page.until(
            "the explorer by key",
            "return document.activeElement.id === 'tab-explore' && !!document.querySelector('.cards')",
        )
        .await
    })
    .await
}

#[tokio::test]
async fn a_chapters_task_is_recognised_and_can_be_read_out() -> Result<()> {
    for (lang, switch, done, next) in [
        ("en", "Endpoints admit the notebook", "Done. This is what the engine finds now:", "Next chapter"),
        ("ja", "エンドポイント側でノートブックを許可", "できました。", "次の章"),
    ] {
        journey(Look { lang, ..Look::default() }, "#mode=theory", async |page| {
            is_complete(page, ".chapter h2").await?;
            ensure!(!page.text().await?.contains(done), "not done yet");
            page.click("switch", switch).await?;
            page.reads(done).await?;
            page.until(
                "it to be read out",
                &format!("return document.querySelector('[aria-live]').textContent.includes('{done}')"),
            )
            .await?;
            page.click("button", next).await?;
            page.until("the heading to have the focus", "return document.activeElement.id === 'chapter-title'").await?;
            page.until("the address to follow", "return location.hash.includes('mode=theory') && location.hash.includes('chapter=2')").await?;
            let tried = page.script("return document.querySelectorAll('.chapter-link .letter svg').length").await?;
            ensure!(tried == 1, "one chapter is tried, not {tried}");
            page.reload().await?;
            page.until("the same chapter", "return document.querySelector('.chapter-link[aria-current]')?.textContent.includes('CodeArtifact')").await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn hints_come_in_four_rungs_and_end_with_the_whole_way() -> Result<()> {
    for (lang, first, another, rungs) in [
        (
            "en",
            "A hint",
            "Another hint",
            [
                "Look here:",
                "The rule that decides:|No rule matches there.",
                "It is held against this packet:|No packet is compared here",
                "The whole way:",
            ],
        ),
        (
            "ja",
            "ヒント",
            "次のヒント",
            [
                "ここを見てください：",
                "決め手になるルール：|そこには一致するルールがありません。",
                "比べられるパケット：|ここでパケットは比べられません。",
                "全体の流れ：",
            ],
        ),
    ] {
        for chapter in 1..=5 {
            journey(Look { lang, ..Look::default() }, &format!("#mode=theory&chapter={chapter}"), async |page| {
                is_complete(page, ".chapter h2").await?;
                for (at, says) in rungs.iter().enumerate() {
                    page.click("button", if at == 0 { first } else { another }).await?;
                    let count = at + 1;
                    page.until(
                        &format!("rung {count}"),
                        &format!(
                            "const all = [...document.querySelectorAll('.hints > ol > li')];
                            return all.length === {count} && '{says}'.split('|').some(says => all.at(-1).textContent.includes(says))"
                        ),
                    )
                    .await?;
                    page.until("what to look at to be marked", "return !!document.querySelector('.dg-pointed')").await?;
                }
                page.until("hops in the whole way", "return document.querySelectorAll('.hints .trace li').length > 0").await?;
                page.axe_is_content().await
            })
            .await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn words_point_at_the_picture() -> Result<()> {
    journey(Look::default(), "#mode=theory", async |page| {
        is_complete(page, ".pointer").await?;
        for part in 0..3 {
            page.script(&format!("document.querySelectorAll('.pointer')[{part}].click()")).await?;
            page.until(
                "something to be marked",
                "return document.querySelectorAll('.dg-pointed').length > 0",
            )
            .await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_practice_is_of_the_state_in_force() -> Result<()> {
    journey(Look::default(), "", async |page| {
        page.click("button", "Option D").await?;
        page.is_on("button", "Option D", true).await?;
        page.click("tab", "Practice").await?;
        page.reads("Option D: CodeArtifact").await?;
        page.reads("aws codeartifact login --tool pip --domain data-science").await?;
        page.reads("401 Unauthorized").await?;
        page.reads("404, not found").await?;
        page.click("button", "Copy").await.ok();
        let default = page
            .script("return /\\n  CodeArtifact:\\n[^\\n]*\\n[^\\n]*\\n[^\\n]*\\n    Default: \"true\"/.test(document.querySelector('.code-block').textContent)")
            .await?;
        ensure!(default == true, "the template has the state as its defaults");
        page.click("tab", "Explore").await?;
        page.is_on("button", "Option D", true).await
    })
    .await
}

#[tokio::test]
async fn a_what_if_leads_to_its_state() -> Result<()> {
    journey(Look::default(), "#mode=compare", async |page| {
        is_complete(page, ".what-ifs").await?;
        page.click("button", "What if the repository has no connection to PyPI?").await?;
        verdicts::are(page, &[("Isolated from the internet", "holds"), ("Packages from PyPI", "fails")]).await
    })
    .await
}

#[tokio::test]
async fn what_changed_can_be_gone_back_to() -> Result<()> {
    journey(Look::default(), "", async |page| {
        page.click("switch", "NAT gateway").await?;
        page.is_on("switch", "NAT gateway", true).await?;
        page.click("switch", "CodeArtifact").await?;
        page.is_on("switch", "CodeArtifact", true).await?;
        page.script("document.querySelector('.steps-taken > summary').click()").await?;
        page.reads("Isolated from the internet: holds → fails").await?;
        page.click("button", "The beginning").await?;
        page.is_on("switch", "NAT gateway", false).await?;
        page.click("button", "CodeArtifact: on.").await?;
        page.is_on("switch", "CodeArtifact", true).await?;
        page.is_on("switch", "NAT gateway", true).await
    })
    .await
}

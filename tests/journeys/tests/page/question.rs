//! The question: predict, commit, reveal. Nothing leaks before; everything is beside its reason after.

use anyhow::{Result, ensure};
use journeys::{Look, Page, journey};
use thirtyfour::Key;

/// What each option comes to, as the explorer says it.
async fn reasons(page: &Page, lang: &str) -> Result<Vec<String>> {
    let mut all = Vec::new();
    for letter in ["A", "B", "C", "D"] {
        let option = if lang == "ja" { format!("選択肢 {letter}") } else { format!("Option {letter}") };
        page.click("button", &option).await?;
        page.is_on("button", &option, true).await?;
        let says = page
            .script("return [...document.querySelectorAll('#app .card-says')].map(e => e.textContent)")
            .await?;
        all.extend(says.as_array().into_iter().flatten().filter_map(|s| s.as_str().map(str::to_owned)));
    }
    Ok(all)
}

/// Everything that could give an answer away: document, title, address, storage, history, what assistive technology reads.
async fn everything(page: &Page) -> Result<String> {
    let seen = page
        .script(
            "const kept = (() => { try { return JSON.stringify({...localStorage, ...sessionStorage}) } catch { return '' } })();
            return [document.documentElement.outerHTML.replace(/<style[^]*?<\\/style>/g, ''), document.body.textContent,
                document.title, location.href, kept, JSON.stringify(history.state), window.name].join('\\n')",
        )
        .await?;
    let tree = page.tree().await?.into_iter().map(|node| [node.name, node.description].join(" "));
    Ok([seen.as_str().unwrap_or_default().to_owned(), tree.collect::<Vec<_>>().join("\n")].join("\n"))
}

async fn leaks_nothing(page: &Page, reasons: &[String]) -> Result<()> {
    let seen = everything(page).await?;
    for reason in reasons {
        ensure!(!seen.contains(reason), "the page gives away: {reason}");
    }
    for code in [
        "NO_WAY_TO",
        "EGRESS_THROUGH",
        "GIT_HOST",
        "EXTERNAL_CONNECTION_FOUND",
        "aria-live=\"polite\">Option",
    ] {
        ensure!(!seen.contains(code), "the page gives away {code}");
    }
    let shown = page
        .script(
            "return ['.card', '.strip', '.outcome', '.idea', '.dg-path', '.dg-badge', '.dg-stop', '.dg-mark-leak', '.chain', '.limits']
                .filter(what => document.querySelector(what))",
        )
        .await?;
    ensure!(shown == serde_json::json!([]), "shown before the reveal: {shown}");
    Ok(())
}

async fn guess(page: &Page, option: u8, requirement: u8, holds: bool) -> Result<()> {
    let end = if holds { "holds" } else { "fails" };
    let script = format!("document.getElementById('guess-{option}-{requirement}-{end}').click()");
    page.script(&script).await?;
    Ok(())
}

#[tokio::test]
async fn nothing_leaks_before_the_reveal() -> Result<()> {
    for (lang, tab, pick, sure) in
        [("en", "Question", "B NAT", "Certain"), ("ja", "一問道場", "B NAT", "自信あり")]
    {
        let look = Look { lang, ..Look::default() };
        let mut said = Vec::new();
        journey(look, "", async |page| {
            said = reasons(page, lang).await?;
            ensure!(said.len() == 16, "four answers of four options");
            // From a state whose verdicts have just been read out.
            page.click("tab", tab).await?;
            page.until("the question", "return !!document.querySelector('.answers')").await?;
            page.until(
                "the live region to be empty",
                "return document.querySelector('[aria-live]').textContent === ''",
            )
            .await?;
            leaks_nothing(page, &said).await
        })
        .await?;
        journey(look, "#mode=predict", async |page| {
            page.until("the question", "return !!document.querySelector('.answers')").await?;
            leaks_nothing(page, &said).await?;
            page.click("radio", pick).await?;
            guess(page, 1, 0, true).await?;
            page.click("radio", sure).await?;
            leaks_nothing(page, &said).await?;
            // Undo and reset mean nothing here.
            page.press(Key::Control + "z").await?;
            leaks_nothing(page, &said).await?;
            page.picture(&format!("question-{lang}-before")).await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn what_is_missing_is_asked_for() -> Result<()> {
    journey(Look::default(), "#mode=predict", async |page| {
        for (missing, id) in [
            ("Pick an option first", "pick-0"),
            ("Say what you expect", "guess-1-0-holds"),
            ("Say how sure", "sure-0"),
        ] {
            page.click("button", "Reveal").await?;
            page.reads(missing).await?;
            let focus = format!("return document.activeElement.id === '{id}'");
            page.until("the focus to be where something is missing", &focus).await?;
            match id {
                "pick-0" => page.click("radio", "B NAT").await?,
                "guess-1-0-holds" => {
                    guess(page, 1, 0, true).await?;
                    guess(page, 1, 1, true).await?;
                }
                _ => page.click("radio", "Certain").await?,
            }
        }
        page.click("button", "Reveal").await?;
        page.until("the outcome", "return document.activeElement.id === 'outcome-title'").await
    })
    .await
}

#[tokio::test]
async fn a_wrong_idea_is_named_and_its_consequence_shown() -> Result<()> {
    for (lang, sure, reveal, idea, lead, reads) in [
        (
            "en",
            "Fairly sure",
            "Reveal",
            "A NAT only lets traffic out",
            "See where this idea leads",
            "Option D meets every requirement.",
        ),
        (
            "ja",
            "たぶん",
            "答え合わせ",
            "NAT は外向きの通信しか",
            "この考えの行き着く先を見る",
            "すべての要件を満たすのは選択肢 D です。",
        ),
    ] {
        journey(Look { lang, ..Look::default() }, "#mode=predict", async |page| {
            page.click("radio", "B NAT").await?;
            for (option, requirement, holds) in [(1, 0, true), (1, 1, true), (3, 0, true), (3, 1, false)] {
                guess(page, option, requirement, holds).await?;
            }
            page.click("radio", sure).await?;
            page.click("button", reveal).await?;
            page.reads(reads).await?;
            page.reads(idea).await?;
            let rows = page.script("return document.querySelectorAll('.outcome').length").await?;
            ensure!(rows == 4, "an outcome for each option, not {rows}");
            let ideas = page.script("return document.querySelectorAll('section.ideas .idea').length").await?;
            ensure!(ideas == 3, "outbound only, names, and the S3 gateway, not {ideas}");
            page.axe_is_content().await?;
            page.picture(&format!("question-{lang}-after")).await?;
            let press = format!("[...document.querySelectorAll('.idea')].find(e => e.textContent.includes('{idea}')).querySelector('button').click()");
            page.script(&press).await?;
            page.until("the leak to be drawn", "return !!document.querySelector('.dg-leaks') && location.hash.includes('mode=predict')").await?;
            let _ = lead;
            page.picture(&format!("question-{lang}-consequence")).await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_whole_question_by_keyboard_alone() -> Result<()> {
    async fn tab_to(page: &Page, id: &str) -> Result<()> {
        for _ in 0..60 {
            page.press(Key::Tab + "").await?;
            if page.script(&format!("return document.activeElement.id.startsWith('{id}')")).await? == true {
                return Ok(());
            }
        }
        anyhow::bail!("Tab never comes to {id}")
    }
    journey(Look::default(), "", async |page| {
        tab_to(page, "tab-explore").await?;
        page.press(Key::End + "").await?;
        while page.script("return document.activeElement.id").await? != "tab-predict" {
            page.press(Key::Left + "").await?;
        }
        page.until("the question", "return !!document.querySelector('.answers')").await?;
        tab_to(page, "pick-").await?;
        page.press(" ").await?;
        for _ in 0..3 {
            page.press(Key::Down + "").await?;
        }
        page.until("option D to be picked", "return document.getElementById('pick-3').checked").await?;
        tab_to(page, "guess-3-0").await?;
        page.press(" ").await?;
        tab_to(page, "guess-3-1").await?;
        page.press(" ").await?;
        tab_to(page, "sure-").await?;
        page.press(" ").await?;
        page.press(Key::Tab + "").await?;
        page.press(Key::Enter + "").await?;
        page.until("the outcome to have the focus", "return document.activeElement.id === 'outcome-title'")
            .await?;
        page.reads("You picked D, and it meets every requirement.").await
    })
    .await
}

#[tokio::test]
async fn the_question_fits_every_width_and_scheme() -> Result<()> {
    for (lang, dark) in [("en", false), ("ja", false), ("en", true), ("ja", true)] {
        journey(Look { lang, dark, ..Look::default() }, "#mode=predict", async |page| {
            page.until("the question", "return !!document.querySelector('.answers')").await?;
            page.axe_is_content().await?;
            for (width, height) in [(1280, 800), (768, 1024), (390, 844), (320, 640)] {
                page.resize(width, height).await?;
                ensure!(!page.scrolls_sideways().await?, "the page scrolls sideways at {width} px");
                let scheme = if dark { "-dark" } else { "" };
                page.picture(&format!("question-{lang}-{width}{scheme}")).await?;
            }
            Ok(())
        })
        .await?;
    }
    Ok(())
}

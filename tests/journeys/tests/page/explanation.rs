//! Why, what would fix it, and all configurations.

use anyhow::Result;
use journeys::{Look, Page, journey};
use thirtyfour::Key;

use crate::keyboard::tab_to;
use crate::verdicts;

/// What a reader of a language presses and reads.
struct Said {
    lang: &'static str,
    packages: &'static str,
    isolated: &'static str,
    holds: &'static str,
    fails: &'static str,
    path: &'static str,
    harmless: &'static str,
    apply: &'static str,
    announced: &'static str,
    option: &'static str,
    configurations: &'static str,
    count: &'static str,
    here: &'static str,
}

const EN: Said = Said {
    lang: "en",
    packages: "Packages from PyPI",
    isolated: "Isolated from the internet",
    holds: "holds",
    fails: "fails",
    path: "Path",
    harmless: "Nothing else breaks.",
    apply: "Apply",
    announced: "CodeArtifact: on.",
    option: "Option D",
    configurations: "All configurations",
    count: "Of 4,194,304 configurations 8,320 satisfy everything.",
    here: "This one does.",
};

const JA: Said = Said {
    lang: "ja",
    packages: "PyPI のパッケージ",
    isolated: "インターネットからの隔離",
    holds: "満たす",
    fails: "満たさない",
    path: "経路",
    harmless: "ほかの要件は崩れません。",
    apply: "適用",
    announced: "CodeArtifact をオンにしました。",
    option: "選択肢 D",
    configurations: "すべての構成",
    count: "満たすのは 8,320 通りです。",
    here: "今の構成はすべての要件を満たしています。",
};

impl Said {
    fn look(&self) -> Look {
        Look { lang: self.lang, ..Look::default() }
    }
}

async fn focus_is(page: &Page, id: &str) -> Result<()> {
    page.until(&format!("the focus to be on {id}"), &format!("return document.activeElement.id === '{id}'"))
        .await
}

async fn applies_a_fix_by_keyboard(said: Said) -> Result<()> {
    journey(said.look(), "", async |page| {
        verdicts::are(page, &[(said.packages, said.fails)]).await?;
        tab_to(page, said.path).await?;
        page.press(Key::Right + "").await?;
        focus_is(page, "tab-fixes").await?;
        page.reads(said.harmless).await?;
        tab_to(page, said.apply).await?;
        page.press(Key::Enter + "").await?;
        verdicts::are(page, &[(said.isolated, said.holds), (said.packages, said.holds)]).await?;
        page.is_on("button", said.option, true).await?;
        focus_is(page, "tab-fixes").await?;
        let told = format!(
            "return [...document.querySelectorAll('[role=status]')].some(e => e.textContent.includes('{}'))",
            said.announced
        );
        page.until("the change to be announced", &told).await?;
        page.picture(&format!("fixed-{}", said.lang)).await?;
        page.press(Key::Control + "z").await?;
        verdicts::are(page, &[(said.packages, said.fails)]).await
    })
    .await
}

#[tokio::test]
async fn a_fix_is_applied_by_keyboard() -> Result<()> {
    applies_a_fix_by_keyboard(EN).await
}

#[tokio::test]
async fn a_fix_is_applied_by_keyboard_in_japanese() -> Result<()> {
    applies_a_fix_by_keyboard(JA).await
}

/// Waits for the count of a million configurations: some seconds, more on a busy machine.
async fn counted(page: &Page, count: &str) -> Result<()> {
    for _ in 0..8 {
        if page.reads(count).await.is_ok() {
            return Ok(());
        }
    }
    page.reads(count).await
}

async fn surveys(said: Said) -> Result<()> {
    journey(said.look(), "", async |page| {
        page.click("button", said.configurations).await?;
        counted(page, said.count).await?;
        page.axe_is_content().await?;
        page.picture(&format!("configurations-{}", said.lang)).await?;
        page.click("button", said.apply).await?;
        page.reads(said.here).await?;
        verdicts::are(page, &[(said.isolated, said.holds), (said.packages, said.holds)]).await
    })
    .await
}

#[tokio::test]
async fn all_configurations_are_counted_and_the_nearest_good_one_is_one_click_away() -> Result<()> {
    surveys(EN).await
}

#[tokio::test]
async fn all_configurations_are_counted_in_japanese() -> Result<()> {
    surveys(JA).await
}

#[tokio::test]
async fn a_square_of_the_map_is_gone_to_by_arrow_keys() -> Result<()> {
    journey(Look::default(), "", async |page| {
        page.click("button", EN.configurations).await?;
        page.until("the map", "return document.querySelectorAll('.square').length === 32").await?;
        page.script("document.querySelector('.square.here').focus()").await?;
        page.press(Key::Down + "").await?;
        page.press(Key::Enter + "").await?;
        verdicts::are(page, &[(EN.isolated, EN.fails), (EN.packages, EN.holds)]).await?;
        page.until("the focus to stay", "return document.activeElement.matches('.square.here')").await
    })
    .await
}

#[tokio::test]
async fn the_same_question_to_aws_can_be_copied() -> Result<()> {
    journey(Look::default(), "", async |page| {
        // The program comes at the first sign of the reader.
        tab_to(page, EN.path).await?;
        page.until("the command", "return !!document.querySelector('.ask > summary')").await?;
        page.script("document.querySelector('.ask').open = true").await?;
        page.click("button", "Copy").await?;
        // On the clipboard, or where the browser refuses selected in its field.
        let done = "const field = document.getElementById('ask-aws');
            const selected = field.selectionEnd - field.selectionStart === field.value.length;
            const told = document.querySelector('.ask [role=status]').textContent;
            return field.value.startsWith('aws ec2 create-network-insights-path --source') &&
                (told === 'Copied' || (told.includes('selected') && selected))";
        page.until("the command to be copied or selected", done).await
    })
    .await
}

#[tokio::test]
async fn pointing_at_a_switch_lights_what_it_builds() -> Result<()> {
    journey(Look::default(), "", async |page| {
        tab_to(page, "NAT gateway").await?;
        let lit = "const box = [...document.querySelectorAll('[data-toggle=NatGateway] > .dg-box')].find(b => b.getClientRects().length);
            return getComputedStyle(box).strokeWidth === '3px'";
        page.until("the NAT gateway to be lit", lit).await
    })
    .await
}

#[tokio::test]
async fn a_step_is_announced_and_scrolled_to() -> Result<()> {
    journey(Look::default(), "", async |page| {
        page.click("button", "Option B").await?;
        for _ in 0..6 {
            page.click("button", "Next step").await?;
        }
        let seen = "const hop = document.querySelector('.hop.pointed')?.getBoundingClientRect();
            const panel = document.querySelector('.aspect').getBoundingClientRect();
            return !!hop && hop.top >= panel.top - 1 && hop.bottom <= panel.bottom + 1";
        page.until("the hop to be in sight", seen).await?;
        let said = "return [...document.querySelectorAll('[role=status]')].some(e => /Step 6 of 6.*Internet gateway/.test(e.textContent))";
        page.until("the step to be announced", said).await
    })
    .await
}

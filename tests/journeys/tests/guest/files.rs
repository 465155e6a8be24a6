//! The picture and the verdicts as files: chosen, copied and saved by their buttons; to be had where neither is allowed.

use anyhow::{Result, ensure};
use journeys::{Look, Outside, Page, framed, journey};

/// The practice sheet of option A, in which some requirements hold and some do not.
const SHEET: &str = "#s=1.ABZgywAJCQ&mode=practice";

/// Keeps what is saved and what is copied instead of doing it.
const WATCH: &str = "window.saved = []; window.copied = [];
    HTMLAnchorElement.prototype.click = function () {
        const of = this.href.startsWith('blob:') ? window.blobs.get(this.href).text() : Promise.resolve(this.href);
        of.then(text => window.saved.push([this.download, text])); };
    window.blobs = new Map();
    const make = URL.createObjectURL;
    URL.createObjectURL = blob => { const address = make.call(URL, blob); window.blobs.set(address, blob); return address; };
    Object.defineProperty(navigator, 'clipboard', {value: {writeText: async text => { window.copied.push(text); }}});";

/// The texts that can be had: the button, how the file's name ends, how its text begins, what stands in it.
const TEXTS: [(&str, &str, &str, &str); 4] = [
    ("Picture (SVG)", ".svg", "<svg ", "<title id=\"t\">"),
    ("Text (Markdown)", ".md", "# ", "s=1.ABZgywAJCQ"),
    ("Data (JSON)", ".json", "{", "\"verdict\""),
    ("Diagram (Mermaid)", ".mmd", "flowchart ", "accTitle"),
];

#[tokio::test]
async fn every_text_is_shown_copied_and_saved_under_a_name_that_says_lesson_and_state() -> Result<()> {
    journey(Look::default(), SHEET, async |page| {
        page.script(WATCH).await?;
        for (place, (name, ending, begins, holds)) in TEXTS.into_iter().enumerate() {
            page.click("button", name).await?;
            page.is_on("button", name, true).await?;
            let shown = text(page).await?;
            ensure!(shown.starts_with(begins) && shown.contains(holds), "not what {name} is: {shown}");
            press(page, ".primary").await?;
            press(page, ".copy button").await?;
            let both =
                format!("return window.saved.length === {0} && window.copied.length === {0}", place + 1);
            page.until("it to be saved and copied", &both).await?;
            let saved = page.script("return window.saved.at(-1)").await?;
            let file = format!("sap-349-ABZgywAJCQ{ending}");
            ensure!(saved[0] == *file && saved[1] == *shown, "saved as {}, not {file}", saved[0]);
            ensure!(
                page.script("return window.copied.at(-1)").await? == *shown,
                "what is copied is not what is shown"
            );
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_picture_can_be_had_as_png_once_and_twice_as_large() -> Result<()> {
    journey(Look::default(), SHEET, async |page| {
        page.script(WATCH).await?;
        page.click("button", "Picture (SVG)").await?;
        let plain = width(page, "data:image/svg+xml").await?;
        for (name, times, ending) in [("Picture (PNG)", 1, ".png"), ("Picture (PNG, double size)", 2, ".2x.png")] {
            page.click("button", name).await?;
            page.is_on("button", name, true).await?;
            ensure!(width(page, "data:image/png").await? == times * plain, "{name} has another size");
            let wanted = format!("return window.saved.length === {times}");
            press(page, ".primary").await?;
            page.until("it to be saved", &wanted).await?;
            let saved = page.script("return window.saved.at(-1)").await?;
            let picture = page.script("return document.querySelector('img.taken').src").await?;
            ensure!(saved[0].as_str().is_some_and(|file| file.ends_with(ending)), "saved as {}", saved[0]);
            ensure!(saved[1] == picture, "what is saved is not what is shown");
            // Something is drawn: not all of it has one colour.
            let colours = "const image = document.querySelector('img.taken'), canvas = document.createElement('canvas');
                canvas.width = image.naturalWidth; canvas.height = image.naturalHeight;
                const paper = canvas.getContext('2d'); paper.drawImage(image, 0, 0);
                return new Set(new Uint32Array(paper.getImageData(0, 0, canvas.width, canvas.height).data.buffer)).size";
            ensure!(page.script(colours).await?.as_u64() > Some(20), "nothing is drawn");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn in_a_sandbox_every_text_can_be_selected_and_every_picture_is_shown() -> Result<()> {
    let outside = Outside {
        attributes: "style=\"width:1000px;height:900px\" sandbox=\"allow-scripts\"",
        link: "?lang=ja&embed=full#mode=practice",
        ..Outside::default()
    };
    framed(outside, async |page| {
        page.driver.enter_frame(0).await?;
        page.until("the files to be offered", "return Boolean(document.querySelector('[role=group][aria-labelledby=files-title]'))")
            .await?;
        for (place, begins) in [(0, "<svg "), (3, "# "), (4, "{"), (5, "flowchart ")] {
            choose(page, place).await?;
            let shown = format!("return Boolean(document.querySelector('textarea.taken')?.value.startsWith('{begins}'))");
            page.until("the text to be shown", &shown).await?;
            let selected = "const area = document.querySelector('textarea.taken'); area.blur(); area.focus();
                return area.selectionStart === 0 && area.selectionEnd === area.value.length";
            ensure!(page.script(selected).await? == true, "the text is not selected");
        }
        choose(page, 0).await?;
        let plain = width(page, "data:image/svg+xml").await?;
        for times in [1, 2] {
            choose(page, times).await?;
            page.until("that picture", &format!("return document.querySelector('img.taken')?.naturalWidth === {plain} * {times} && document.querySelector('img.taken').src.startsWith('data:image/png')")).await?;
        }
        page.driver.enter_default_frame().await?;
        Ok(())
    })
    .await
}

/// The text shown.
async fn text(page: &Page) -> Result<String> {
    let shown = page.script("return document.querySelector('textarea.taken')?.value ?? ''").await?;
    Ok(shown.as_str().unwrap_or_default().to_owned())
}

/// The width of the picture shown, once it is of this kind.
async fn width(page: &Page, kind: &str) -> Result<u64> {
    let picture = "document.querySelector('img.taken')";
    let there = format!("return {picture}?.src.startsWith('{kind}') === true && {picture}.naturalWidth > 0");
    page.until("the picture", &there).await?;
    Ok(page.script(&format!("return {picture}.naturalWidth")).await?.as_u64().unwrap_or_default())
}

/// Presses a button of the part with the files.
async fn press(page: &Page, which: &str) -> Result<()> {
    page.script(&format!("document.querySelector('section[aria-labelledby=files-title] {which}').click()"))
        .await?;
    Ok(())
}

/// Chooses a format by its place.
async fn choose(page: &Page, place: u64) -> Result<()> {
    let button =
        format!("document.querySelectorAll('[role=group][aria-labelledby=files-title] button')[{place}]");
    page.script(&format!("{button}.click()")).await?;
    page.until("it to be chosen", &format!("return {button}.ariaPressed === 'true'")).await
}

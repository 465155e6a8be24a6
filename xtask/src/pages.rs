//! The pages that can be read without the program: lessons with the pictures of their link cards, documentation, examples.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::compress::{files, site};
use crate::prerender::rendered;
use crate::run::{root, run, say};
use crate::tools;

/// Their folders, beside those of lessons.
const FOLDERS: [&str; 2] = ["docs", "examples"];

/// Writes `<lesson>/<language>/`, `docs/` and `examples/` into a site that is built. They belong to no version: nothing of the program is in
/// them, and no other page waits for them.
pub(crate) fn write(dist: &Path, address: Option<&str>) -> Result<()> {
    say("rendering the pages to be read");
    let top = dist.to_str().context("the path of dist/ is no text")?;
    let args = ["pages", top].into_iter().chain(address);
    rendered(&args.collect::<Vec<_>>())?;
    if address.is_none() {
        say("without --address there are no link cards and no oEmbed: both need whole addresses");
    }
    let lessons =
        fs::read_dir(root().join("static/lessons"))?.filter_map(|entry| Some(entry.ok()?.file_name()));
    for folder in lessons.chain(FOLDERS.map(Into::into)) {
        let folder = dist.join(folder);
        for file in files(&folder)? {
            if file.ends_with("card.html") {
                paint(&file)?;
                fs::remove_file(&file)?;
            }
        }
        site(&folder)?;
    }
    Ok(())
}

/// The picture of a link card, as a browser shows it: it has the fonts of every language.
fn paint(card: &Path) -> Result<()> {
    let picture = card.with_extension("png");
    let name = |file: &Path| file.to_str().map(str::to_owned).context("a path is no text");
    let mut browser = Command::new(tools::browser()?.program);
    browser.args([
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--hide-scrollbars",
        "--window-size=1200,630",
    ]);
    browser.args(["--force-device-scale-factor=1", "--virtual-time-budget=2000"]);
    browser.arg(["--screenshot=", &name(&picture)?].concat()).arg(["file://", &name(card)?].concat());
    browser.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null());
    run(&mut browser)?;
    let size = png_size(&fs::read(&picture).with_context(|| format!("no picture for {}", card.display()))?);
    if size != Some([1200, 630]) {
        bail!("{} is {size:?} pixels, not 1200 × 630", picture.display());
    }
    Ok(())
}

/// Width and height as a PNG file says.
fn png_size(bytes: &[u8]) -> Option<[u32; 2]> {
    let side = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    bytes.starts_with(b"\x89PNG").then_some(())?;
    Some([side(16)?, side(20)?])
}

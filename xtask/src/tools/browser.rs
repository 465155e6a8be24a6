//! The browser that the tests drive, and its driver.

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::system;
use crate::run::on_path;

/// A Chromium (or Chrome) and the driver that fits it.
pub(crate) struct Browser {
    /// The browser's program.
    pub(crate) program: PathBuf,
    /// The driver's program.
    pub(crate) driver: PathBuf,
}

const JAPANESE_FONT: &str = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";
const CHROME_ON_MACOS: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/// Finds or installs browser, driver and a Japanese font.
pub(crate) fn browser() -> Result<Browser> {
    if let Some(found) = find()
        && (cfg!(target_os = "macos") || Path::new(JAPANESE_FONT).exists())
    {
        return Ok(found);
    }
    system::install(
        &["chromium", "chromium-driver", "fonts-noto-cjk"],
        "a browser, its driver and a Japanese font",
        "Chrome and chromedriver of the same version (macOS: brew install --cask google-chrome chromedriver)",
    )?;
    find()
        .ok_or_else(|| anyhow::anyhow!("neither chromium nor chrome with its chromedriver was found on PATH"))
}

fn find() -> Option<Browser> {
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    let program = names
        .iter()
        .find_map(|name| on_path(name))
        .or_else(|| Some(PathBuf::from(CHROME_ON_MACOS)).filter(|file| file.is_file()))?;
    let driver = on_path("chromedriver")?;
    Some(Browser { program, driver })
}

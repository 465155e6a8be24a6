//! Tools from the npm registry: `wasm-opt` (binaryen), the accessibility checker that the journeys inject, and a host that they
//! put the page into.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use super::{folder, system};
use crate::run::{on_path, output, run, say};

const BINARYEN: &str = "132.0.0";
const AXE_CORE: &str = "4.14.1";
/// Of version 4, which many sites keep: later ones have another licence.
const IFRAME_RESIZER: &str = "4.4.2";
/// Older versions refuse the instructions that today's Rust emits.
const OLDEST_WASM_OPT: u32 = 123;

/// Makes sure that a `wasm-opt` new enough is found by trunk.
pub(crate) fn wasm_opt() -> Result<()> {
    let version = output(Command::new("wasm-opt").arg("--version").env("PATH", super::path()));
    let number = version.and_then(|v| v.split_whitespace().find_map(|word| word.parse::<u32>().ok()));
    if number.is_some_and(|n| n >= OLDEST_WASM_OPT) {
        return Ok(());
    }
    install("binaryen", BINARYEN)
}

/// The file to inject into a page.
pub(crate) fn axe_core() -> Result<PathBuf> {
    let file = folder().join("npm/node_modules/axe-core/axe.min.js");
    if !file.is_file() {
        install("axe-core", AXE_CORE)?;
    }
    Ok(file)
}

/// The script of a site that resizes its frames.
pub(crate) fn iframe_resizer() -> Result<PathBuf> {
    let file = folder().join("npm/node_modules/iframe-resizer/js/iframeResizer.min.js");
    if !file.is_file() {
        install("iframe-resizer", IFRAME_RESIZER)?;
    }
    Ok(file)
}

fn install(package: &str, version: &str) -> Result<()> {
    if on_path("npm").is_none() {
        system::install(&["nodejs", "npm"], "npm", "npm from https://nodejs.org")?;
    }
    say(&format!("set-up: {package} {version} from the npm registry, a few seconds"));
    let mut npm = Command::new("npm");
    npm.args(["install", "--no-audit", "--no-fund", "--no-save", "--ignore-scripts", "--silent", "--prefix"]);
    // `--no-save` prunes what is not listed, so all packages are always named.
    npm.arg(folder().join("npm"));
    npm.arg(format!("binaryen@{BINARYEN}"));
    npm.arg(format!("axe-core@{AXE_CORE}"));
    npm.arg(format!("iframe-resizer@{IFRAME_RESIZER}"));
    run(&mut npm).with_context(|| format!("{package} could not be installed with npm"))
}

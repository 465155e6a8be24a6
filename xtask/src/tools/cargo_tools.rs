//! Tools that cargo builds from source.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use super::folder;
use crate::run::{output, root, run, say};

/// Trunk builds the page; 0.21.14 is the newest that the minimum Rust version compiles.
pub(crate) fn trunk() -> Result<()> {
    cargo_install("trunk", "trunk", "0.21.14", &["--no-default-features", "--features", "rustls"], 7)
}

/// The `wasm-bindgen` command must have exactly the version of the crate in `Cargo.lock`.
pub(crate) fn wasm_bindgen() -> Result<()> {
    let version = locked_version("wasm-bindgen")?;
    cargo_install("wasm-bindgen-cli", "wasm-bindgen", &version, &[], 4)
}

/// Licences, bans, sources of dependencies.
pub(crate) fn deny() -> Result<()> {
    cargo_install("cargo-deny", "cargo-deny", "0.20.2", &[], 6)
}

/// Unused dependencies.
pub(crate) fn machete() -> Result<()> {
    cargo_install("cargo-machete", "cargo-machete", "0.9.2", &[], 2)
}

fn cargo_install(package: &str, program: &str, version: &str, extra: &[&str], minutes: u32) -> Result<()> {
    let file = folder().join("bin").join(program);
    let have = output(Command::new(&file).arg("--version")).unwrap_or_default();
    if have.split_whitespace().any(|word| word == version) {
        return Ok(());
    }
    say(&format!("set-up: building {package} {version}, once, about {minutes} minutes"));
    let mut cargo = Command::new("cargo");
    cargo
        .args(["install", package, "--version", version, "--locked", "--quiet", "--root"])
        .arg(folder())
        .args(extra);
    // The tools are built with the host's compiler, whatever the page is built with.
    for variable in ["RUSTC", "RUSTC_BOOTSTRAP", "CARGO_UNSTABLE_BUILD_STD", "CARGO_TARGET_DIR"] {
        cargo.env_remove(variable);
    }
    run(&mut cargo).with_context(|| {
        format!("{package} {version} could not be installed; is the crate registry in reach?")
    })
}

/// The version of a package in `Cargo.lock`.
fn locked_version(package: &str) -> Result<String> {
    let lock = fs::read_to_string(root().join("Cargo.lock")).context("cannot read Cargo.lock")?;
    let entry = format!("name = \"{package}\"\nversion = \"");
    let after = lock.split_once(&entry).with_context(|| format!("Cargo.lock has no {package}"))?.1;
    Ok(after.split('"').next().unwrap_or_default().to_owned())
}

//! What a reviewer should not have to look for.

use std::process::Command;

use anyhow::Result;

use crate::run::{root, run, say};
use crate::tools;
use crate::wasm::Compiler;

/// `cargo xtask check`.
pub(crate) fn check() -> Result<()> {
    say("formatting");
    run(Command::new("cargo").args(["fmt", "--all", "--check"]))?;
    say("lints, host");
    run(Command::new("cargo").args([
        "clippy",
        "--workspace",
        "--all-targets",
        "--features",
        "vpc-explainer-page/prerender",
        "--locked",
        "--",
        "-D",
        "warnings",
    ]))?;
    if Compiler::find()?.has_clippy() {
        say("lints, wasm");
        let mut clippy = Command::new("cargo");
        clippy.args(["clippy", "--locked", "--target", "wasm32-unknown-unknown", "--", "-D", "warnings"]);
        clippy.env("CARGO_TARGET_DIR", root().join("target").join("wasm"));
        run(&mut clippy)?;
    } else {
        say("lints, wasm: skipped, since clippy needs rustup's wasm target, which cannot be had here");
    }
    say("documentation");
    run(Command::new("cargo")
        .args([
            "doc",
            "--workspace",
            "--no-deps",
            "--locked",
            "--document-private-items",
            "--features",
            "vpc-explainer-page/prerender",
        ])
        .env("RUSTDOCFLAGS", "-D warnings"))?;
    say("licences and sources of dependencies");
    tools::deny()?;
    run(Command::new("cargo")
        .args(["deny", "--offline", "check", "bans", "licenses", "sources"])
        .env("PATH", tools::path()))?;
    say("unused dependencies");
    tools::machete()?;
    run(Command::new(tools::folder().join("bin/cargo-machete")).arg("--skip-target-dir"))
}

//! A compiler that can build for `wasm32-unknown-unknown`.
//!
//! rustup is asked first. Where its downloads are out of reach, Debian's `rustc-web` with its library source builds the
//! standard library itself (`-Z build-std`); it takes `lld-22` to link. See ARCHITECTURE.md.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::run::{on_path, output, root, say};
use crate::tools;

const TARGET: &str = "wasm32-unknown-unknown";
const DEBIAN_PACKAGES: [&str; 4] = ["rustc-web", "rust-web-src", "rust-web-llvm", "lld-22"];

/// How the page is compiled.
#[derive(Clone, Copy)]
pub(crate) enum Compiler {
    /// rustup's, with its prebuilt standard library.
    Rustup,
    /// Debian's, which builds the standard library from source.
    Debian,
}

impl Compiler {
    /// Finds one, installing what is missing.
    pub(crate) fn find() -> Result<Compiler> {
        let installed =
            output(Command::new("rustup").args(["target", "list", "--installed"])).unwrap_or_default();
        if installed.lines().any(|line| line == TARGET) {
            return Ok(Compiler::Rustup);
        }
        if debian_is_complete() {
            return Ok(Compiler::Debian);
        }
        if on_path("rustup").is_some() {
            say(&format!("set-up: asking rustup for {TARGET}, up to 1 minute"));
            if output(Command::new("rustup").args(["target", "add", TARGET])).is_some() {
                return Ok(Compiler::Rustup);
            }
            say("set-up: rustup cannot download it; trying Debian's compiler for the web");
        }
        tools::install_system_packages(
            &DEBIAN_PACKAGES,
            "a compiler for wasm",
            &format!("it with `rustup target add {TARGET}`"),
        )
        .context("no standard library for wasm could be had")?;
        Ok(Compiler::Debian)
    }

    /// Sets a cargo or trunk command up to build for wasm.
    pub(crate) fn prepare(self, command: &mut Command) -> &mut Command {
        command.env("PATH", tools::path());
        // Two compilers must not share a target folder.
        command.env("CARGO_TARGET_DIR", root().join("target").join("wasm"));
        if let Compiler::Debian = self {
            command.env("RUSTC", "/usr/bin/rustc").env("RUSTC_BOOTSTRAP", "1");
            command.env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort");
            command.env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size");
        }
        command
    }
}

fn debian_is_complete() -> bool {
    let Some(sysroot) = output(Command::new("/usr/bin/rustc").args(["--print", "sysroot"])) else {
        return false;
    };
    Path::new(&sysroot).join("lib/rustlib/src/rust/library/std").is_dir()
        && output(Command::new("/usr/bin/rustc").args(["--print", "target-list"]))
            .is_some_and(|list| list.lines().any(|line| line == TARGET))
        && (Path::new("/usr/lib/llvm-22/bin/lld").exists() || on_path("rust-lld").is_some())
}

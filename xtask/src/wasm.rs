//! A compiler that can build for `wasm32-unknown-unknown`, and a standard library built for size.
//!
//! rustup is asked first, for the target and for the library's source. Where its downloads are out of reach, Debian's
//! `rustc-web` brings both; it takes `lld-22` to link. The standard library is then built with the page (cargo's `build-std`,
//! `optimize_for_size`): its sorting and formatting come out a good deal smaller. See ARCHITECTURE.md.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::run::{on_path, output, root, say};
use crate::tools;

pub(crate) const TARGET: &str = "wasm32-unknown-unknown";
const DEBIAN_PACKAGES: [&str; 4] = ["rustc-web", "rust-web-src", "rust-web-llvm", "lld-22"];

/// How the page is compiled.
#[derive(Clone, Copy)]
pub(crate) enum Compiler {
    /// rustup's, with the source of its standard library.
    Rustup,
    /// rustup's, with the standard library as it comes: a larger page.
    RustupPrebuilt,
    /// Debian's, with the source of its standard library.
    Debian,
}

impl Compiler {
    /// Finds one, installing what is missing.
    pub(crate) fn find() -> Result<Compiler> {
        if let Some(found) = rustup() {
            return Ok(found);
        }
        if !debian_is_complete() {
            tools::install_system_packages(
                &DEBIAN_PACKAGES,
                "a compiler for wasm",
                &format!("it with `rustup target add {TARGET}`"),
            )
            .context("no standard library for wasm could be had")?;
        }
        Ok(Compiler::Debian)
    }

    /// Whether clippy, which rustup brings, can look at the page as built for wasm.
    pub(crate) fn has_clippy(self) -> bool {
        matches!(self, Compiler::Rustup | Compiler::RustupPrebuilt)
    }

    /// Sets a cargo or trunk command up to build for wasm.
    pub(crate) fn prepare(self, command: &mut Command) -> &mut Command {
        command.env("PATH", tools::path());
        // Two compilers must not share a target folder.
        command.env("CARGO_TARGET_DIR", root().join("target").join("wasm"));
        if let Compiler::Debian = self {
            command.env("RUSTC", "/usr/bin/rustc");
        }
        if let Compiler::Debian | Compiler::Rustup = self {
            // Building the standard library is a cargo feature that a released compiler only has when told so.
            command.env("RUSTC_BOOTSTRAP", "1");
            command.env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort");
            command.env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size");
        }
        command
    }
}

/// rustup's compiler, where the target is there or can be had.
fn rustup() -> Option<Compiler> {
    // A way to try Debian's on a machine that has both.
    if std::env::var_os("WASM_COMPILER").is_some_and(|wanted| wanted == "debian") {
        return None;
    }
    on_path("rustup")?;
    let installed = output(Command::new("rustup").args(["target", "list", "--installed"]))?;
    if !installed.lines().any(|line| line == TARGET) {
        say(&format!("set-up: asking rustup for {TARGET}, up to 1 minute"));
        if output(Command::new("rustup").args(["target", "add", TARGET])).is_none() {
            say("set-up: rustup cannot download it; trying Debian's compiler for the web");
            return None;
        }
    }
    let components =
        output(Command::new("rustup").args(["component", "list", "--installed"])).unwrap_or_default();
    if components.lines().any(|line| line == "rust-src") {
        return Some(Compiler::Rustup);
    }
    say("set-up: asking rustup for the standard library's source, up to 1 minute");
    let added = output(Command::new("rustup").args(["component", "add", "rust-src"])).is_some();
    Some(if added { Compiler::Rustup } else { Compiler::RustupPrebuilt })
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

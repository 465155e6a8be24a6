//! The site: built by trunk, its first view prerendered, compressed, held to its size budgets.

use std::process::Command;

use anyhow::{Result, bail};

use crate::run::{root, run, say};
use crate::wasm::{Compiler, TARGET};
use crate::{compress, offline, packages, prerender, scripts, size, tools, version};

/// How the page is built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Quick to build, large.
    Dev,
    /// What is published.
    Release,
}

/// `cargo xtask dist`.
pub(crate) fn chore(args: &[&str]) -> Result<()> {
    let single = match args {
        [] => false,
        ["--single-file"] => true,
        other => bail!("dist has no option `{}`; it has --single-file", other.join(" ")),
    };
    let version = dist(Profile::Release)?;
    if single {
        crate::single::write(&root().join("dist"), &version)?;
    }
    Ok(())
}

/// Sets up, builds into `dist/`, and gives the version; a release is compressed and must keep the budget.
pub(crate) fn dist(profile: Profile) -> Result<String> {
    let compiler = Compiler::find()?;
    tools::wasm_bindgen()?;
    tools::trunk()?;
    if profile == Profile::Release {
        tools::wasm_opt()?;
    }
    // The standard library has dependencies of its own: a lock file of ours does not bring them, and cargo fetches them for
    // the targets it is told of only.
    for target in [&[][..], &["--target", TARGET]] {
        let mut fetch = Command::new("cargo");
        fetch.args(["fetch", "--quiet", "--locked"]).args(target).current_dir(root());
        run(compiler.prepare(&mut fetch))?;
    }
    say("building the page, 1 to 3 minutes the first time");
    let mut trunk = Command::new(tools::folder().join("bin/trunk"));
    // Tools come from PATH in exactly the versions above, so trunk has nothing to download.
    trunk.args(["build", "--offline", "--locked"]).current_dir(root());
    // Trunk reads NO_COLOR as a boolean and rejects the common value 1.
    trunk.env_remove("NO_COLOR");
    if profile == Profile::Release {
        trunk.arg("--release");
    }
    run(compiler.prepare(&mut trunk))?;
    let dist = root().join("dist");
    scripts::write(&dist)?;
    if profile == Profile::Dev {
        return Ok(String::new());
    }
    prerender::prerender(&dist)?;
    let version = version::set_apart(&dist)?;
    offline::write(&dist, &version)?;
    compress::site(&dist)?;
    packages::write(&dist)?;
    size::report()?;
    Ok(version)
}

//! The template linter, in a Python environment of its own.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use super::{folder, system};
use crate::run::{output, run, say};

const CFN_LINT: &str = "1.58.0";

/// The `cfn-lint` program.
pub(crate) fn cfn_lint() -> Result<PathBuf> {
    let environment = folder().join("python");
    let program = environment.join("bin/cfn-lint");
    let have = output(Command::new(&program).arg("--version")).unwrap_or_default();
    if have.ends_with(CFN_LINT) {
        return Ok(program);
    }
    say(&format!("set-up: cfn-lint {CFN_LINT}, once, about 1 minute"));
    if output(Command::new("python3").args(["-c", "import ensurepip, venv"])).is_none() {
        system::install(
            &["python3", "python3-venv"],
            "Python 3 with venv",
            "Python 3 from https://www.python.org",
        )?;
    }
    run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&environment))?;
    run(Command::new(environment.join("bin/python"))
        .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"])
        .arg(format!("cfn-lint=={CFN_LINT}")))
    .context("cfn-lint could not be installed with pip")?;
    Ok(program)
}

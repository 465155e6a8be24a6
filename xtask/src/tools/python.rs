//! The linter of templates and the validator of manifests, in a Python environment of their own.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use super::{folder, system};
use crate::run::{output, run, say};

const CFN_LINT: &str = "1.58.0";
const XMLSCHEMA: &str = "4.3.2";

/// The linter of templates: the `cfn-lint` program.
pub(crate) fn cfn_lint() -> Result<PathBuf> {
    program("cfn-lint")
}

/// The validator of XML documents: the `xmlschema-validate` program.
pub(crate) fn xmlschema() -> Result<PathBuf> {
    program("xmlschema-validate")
}

/// A program of the environment, which is made where it is not as it should be.
fn program(name: &str) -> Result<PathBuf> {
    let environment = folder().join("python");
    let packages = [format!("cfn-lint=={CFN_LINT}"), format!("xmlschema=={XMLSCHEMA}")];
    let python = environment.join("bin/python");
    let have = output(Command::new(&python).args(["-m", "pip", "freeze"])).unwrap_or_default();
    if packages.iter().all(|package| have.lines().any(|line| line == package)) {
        return Ok(environment.join("bin").join(name));
    }
    say(&format!("set-up: {}, once, about 1 minute", packages.join(", ")));
    if output(Command::new("python3").args(["-c", "import ensurepip, venv"])).is_none() {
        system::install(
            &["python3", "python3-venv"],
            "Python 3 with venv",
            "Python 3 from https://www.python.org",
        )?;
    }
    run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&environment))?;
    run(Command::new(&python)
        .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"])
        .args(&packages))
    .context("Python packages could not be installed with pip")?;
    Ok(environment.join("bin").join(name))
}

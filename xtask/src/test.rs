//! All tests: on the host, on the templates, in a real browser against the release site.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};

use crate::dist;
use crate::run::{root, run, say};
use crate::serve::Site;
use crate::wasm::Compiler;
use crate::{manifests, tools};

/// Where the site of the tests claims to be: what needs a whole address is made, and nothing is fetched from there.
const ADDRESS: &str = "https://vpc-explainer.example/";

/// `cargo xtask test`.
pub(crate) fn test(args: &[&str]) -> Result<()> {
    let host_only = match args {
        [] => false,
        ["--host-only"] => true,
        other => bail!("test has no option `{}`; it has --host-only", other.join(" ")),
    };
    tools::namespaces();
    say("tests on the host");
    let mut host = Command::new("cargo");
    host.args(["test", "--workspace", "--locked", "--no-fail-fast"]);
    run(host.args(["--features", "vpc-explainer-page/prerender"]))?;
    lint_templates()?;
    if host_only {
        return Ok(());
    }
    let browser = tools::browser()?;
    let axe = tools::axe_core()?;
    let iframe_resizer = tools::iframe_resizer()?;
    let run_time = tools::scorm_run_time()?;
    dist::chore(&["--single-file", "--address", ADDRESS])?;
    manifests::validate()?;

    say("tests that need a document, in the browser");
    let compiler = Compiler::find()?;
    let mut dom = Command::new("cargo");
    dom.args(["test", "--locked", "--target", "wasm32-unknown-unknown", "--test", "dom"]);
    dom.env("CHROMEDRIVER", &browser.driver).env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    run(compiler.prepare(&mut dom))?;

    say("journeys in the browser, against the release site");
    let site = Site::start(&root().join("dist"), 0)?;
    let mut journeys = Command::new("cargo");
    journeys.args(["test", "--locked", "--package", "journeys", "--features", "browser"]);
    journeys.args(["--", "--test-threads", "2"]);
    journeys.env("SITE", &site.address).env("AXE", &axe).env("IFRAME_RESIZER", &iframe_resizer);
    journeys.env("CHROMEDRIVER", &browser.driver).env("BROWSER", &browser.program);
    journeys
        .env("DIST", root().join("dist"))
        .env("SCORM_AGAIN", &run_time)
        .env("PICTURES", root().join("target").join("screenshots"));
    run(&mut journeys)?;
    say("the same journeys, inside a sandboxed frame of another site");
    let mut sandboxed = Command::new("cargo");
    sandboxed.args(["test", "--locked", "--package", "journeys", "--features", "browser", "--test", "page"]);
    sandboxed
        .args(["--", "--test-threads", "2"])
        .envs(journeys.get_envs().filter_map(|(k, v)| Some((k, v?))));
    run(sandboxed.env("FRAME", "sandbox"))
}

/// Every lesson's template must be clean for `cfn-lint`, and so must what a reader takes along of it; the tests of the engine have written
/// that for every option and what-if.
fn lint_templates() -> Result<()> {
    let lessons = root().join("static").join("lessons");
    let mut templates: Vec<PathBuf> = fs::read_dir(&lessons)?
        .filter_map(|entry| entry.ok().map(|e| e.path().join("template.yaml")))
        .filter(|file| file.is_file())
        .collect();
    let taken = root().join("target").join("tmp").join("templates");
    templates.extend(fs::read_dir(&taken)?.filter_map(|entry| entry.ok().map(|e| e.path())));
    templates.sort();
    let cfn_lint = tools::cfn_lint()?;
    say("cfn-lint on the lessons' templates, and on those for every option and what-if");
    run(Command::new(cfn_lint).arg("--non-zero-exit-code").arg("informational").arg("--").args(&templates))
}

//! Every chore of the project. `cargo xtask` lists them.

mod check;
mod compress;
mod dist;
mod letters;
mod manifests;
mod offline;
mod packages;
mod pages;
mod prerender;
mod run;
mod scripts;
mod serve;
mod single;
mod size;
mod test;
mod tools;
mod version;
mod wasm;

use std::env;
use std::process::ExitCode;

use anyhow::{Result, bail};

const USAGE: &str = "\
cargo xtask serve [--port N] [--dev]   set up what is missing, build the page and serve it on 127.0.0.1
cargo xtask test [--host-only]         set up what is missing and pass all tests
cargo xtask dist                       build the release site into dist/, compressed, within the size budget
cargo xtask dist --single-file         the same, and the whole page as one file, dist/vpc-explainer.html
cargo xtask dist --address URL         the same for a site at this address: with link cards and oEmbed
cargo xtask check                      formatting, lints for host and wasm, docs, licences, unused dependencies
cargo xtask size                       report the size of the site in dist/";

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    match chore(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn chore(args: &[String]) -> Result<()> {
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    env::set_current_dir(run::root())?;
    match args.as_slice() {
        ["serve", rest @ ..] => serve::serve(rest),
        ["test", rest @ ..] => test::test(rest),
        ["dist", rest @ ..] => dist::chore(rest),
        ["check"] => check::check(),
        ["size"] => size::report(),
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        [unknown, ..] => bail!("there is no chore `{unknown}`\n\n{USAGE}"),
    }
}

//! The site: built by trunk, its first view prerendered, compressed, held to its size budgets.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::run::{root, run, say};
use crate::wasm::{Compiler, TARGET};
use crate::{compress, offline, packages, pages, prerender, scripts, size, tools, version};

/// How the page is built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Quick to build, large.
    Dev,
    /// What is published.
    Release,
}

/// What is asked of a release.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Wanted {
    /// The whole page as one file too.
    single: bool,
    /// Where the site will be published, with a slash at its end: link cards and oEmbed take whole addresses only.
    address: Option<String>,
}

impl Wanted {
    fn read(args: &[&str]) -> Result<Wanted> {
        let (mut wanted, mut args) = (Wanted::default(), args.iter());
        while let Some(arg) = args.next() {
            match *arg {
                "--single-file" => wanted.single = true,
                "--address" => {
                    let given = args.next().context("--address is followed by the address of the site")?;
                    wanted.address = Some(address(given)?);
                }
                other => bail!("dist has no option `{other}`; it has --single-file and --address"),
            }
        }
        Ok(wanted)
    }
}

/// The address of a folder on a site.
fn address(given: &str) -> Result<String> {
    let is_web =
        ["https://", "http://"].iter().any(|scheme| given.len() > scheme.len() && given.starts_with(scheme));
    let is_plain = given.is_ascii() && !given.contains(['"', '<', '>', '?', '#', '&', ' ', '\'', '\\']);
    if !is_web || !is_plain {
        bail!("`{given}` is not the address of a site; one looks like https://example.org/vpc/");
    }
    Ok(if given.ends_with('/') { given.to_owned() } else { [given, "/"].concat() })
}

/// `cargo xtask dist`.
pub(crate) fn chore(args: &[&str]) -> Result<()> {
    let wanted = Wanted::read(args)?;
    let version = dist(Profile::Release, wanted.address.as_deref())?;
    let dist = root().join("dist");
    if wanted.single {
        crate::single::write(&dist, &version)?;
    }
    pages::write(&dist, wanted.address.as_deref())
}

/// Sets up, builds into `dist/`, and gives the version; a release is compressed and must keep the budget.
pub(crate) fn dist(profile: Profile, address: Option<&str>) -> Result<String> {
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
    prerender::prerender(&dist, address)?;
    let version = version::set_apart(&dist)?;
    offline::write(&dist, &version)?;
    compress::site(&dist)?;
    packages::write(&dist)?;
    size::report()?;
    Ok(version)
}

#[cfg(test)]
mod tests {
    use super::Wanted;

    #[test]
    fn an_address_is_that_of_a_folder() {
        let read = |args: &[&str]| {
            Wanted::read(args).map(|wanted| wanted.address).map_err(|error| error.to_string())
        };
        for given in ["https://vpc.example/a", "https://vpc.example/a/"] {
            assert_eq!(read(&["--address", given]), Ok(Some("https://vpc.example/a/".to_owned())));
        }
        assert_eq!(read(&["--single-file"]), Ok(None));
        for given in ["vpc.example", "https://", "https://a/?b", "https://a/\"b", "ftp://a/"] {
            let error = read(&["--address", given]).expect_err(given);
            assert!(error.contains("https://example.org/vpc/"), "{error}");
        }
        assert!(read(&["--adress", "x"]).expect_err("a wrong name").contains("--address"));
        assert!(read(&["--address"]).is_err());
    }
}

//! Packages of the system, where Debian's package manager is there and may be used.

use std::process::Command;

use anyhow::{Result, bail};

use crate::run::{on_path, output, run, say};

/// Installs Debian packages, or says exactly what to install by hand.
pub(crate) fn install(packages: &[&str], what: &str, by_hand: &str) -> Result<()> {
    let command = format!("apt-get install -y --no-install-recommends {}", packages.join(" "));
    if on_path("apt-get").is_none() {
        bail!("{what} is missing; install {by_hand}");
    }
    let (Some(mut update), Some(mut install)) = (apt_get(), apt_get()) else {
        bail!("{what} is missing and this user may not install it; run: sudo {command}");
    };
    say(&format!("set-up: {what} from the system's packages, 1 to 3 minutes: {command}"));
    run(update.args(["update", "-qq"]))?;
    run(install.args(["install", "-y", "-qq", "--no-install-recommends"]).args(packages))
}

/// `apt-get` as root, or through a `sudo` that asks nothing.
fn apt_get() -> Option<Command> {
    let root = output(Command::new("id").arg("-u")).is_some_and(|id| id == "0");
    let mut command = if root {
        Command::new("apt-get")
    } else {
        output(Command::new("sudo").args(["-n", "true"]))?;
        let mut sudo = Command::new("sudo");
        sudo.args(["-n", "apt-get"]);
        sudo
    };
    command.env("DEBIAN_FRONTEND", "noninteractive");
    Some(command)
}

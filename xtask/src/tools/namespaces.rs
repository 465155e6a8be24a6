//! What the test of real packets needs on Linux: `ip` and `nft`. It skips itself where they are missing, so nothing fails here.

use std::path::Path;

use super::system;
use crate::run::{on_path, say};

/// Installs what is missing of them, where that is possible.
pub(crate) fn namespaces() {
    // Debian keeps them where an ordinary user's path does not lead.
    let there = |name: &str| on_path(name).is_some() || Path::new("/usr/sbin").join(name).is_file();
    if !cfg!(target_os = "linux") || (there("ip") && there("nft")) {
        return;
    }
    let packages = ["iproute2", "nftables"];
    if let Err(why) =
        system::install(&packages, "iproute2 and nftables for real packets", "iproute2 and nftables")
    {
        say(&format!("real packets will be skipped: {why}"));
    }
}

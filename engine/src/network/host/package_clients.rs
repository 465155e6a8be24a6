//! `pip config` and `npm config`: which index a client asks. A token in the address may be a variable of the run; the host is what
//! counts.

use super::{Host, PackageSource};
use crate::template::Place;

/// `pip config [--user|--global|--site] set global.index-url URL`. An *extra* index leaves the public one in the list and so is
/// not modelled.
pub(super) fn pip_config(arguments: &[&str], place: Place, host: &mut Host) -> bool {
    let arguments: Vec<&str> = arguments.iter().copied().filter(|word| !word.starts_with("--")).collect();
    match arguments.as_slice() {
        ["set", "global.index-url" | "install.index-url" | "global.index_url", url] => {
            host.pip = PackageSource::Url { place, url: (*url).into() };
            true
        }
        ["unset", "global.index-url" | "install.index-url"] => {
            host.pip = PackageSource::Public;
            true
        }
        // These change neither the index nor its host.
        ["set", key, _] => {
            matches!(
                key.rsplit('.').next(),
                Some("trusted-host" | "timeout" | "retries" | "disable-pip-version-check")
            )
        }
        ["list" | "debug" | "get", ..] => true,
        _ => false,
    }
}

/// `npm config set registry URL` and `npm config set registry=URL`.
pub(super) fn npm_config(arguments: &[&str], place: Place, host: &mut Host) -> bool {
    let arguments: Vec<&str> = arguments.iter().copied().filter(|word| !word.starts_with('-')).collect();
    let url = match arguments.as_slice() {
        ["set", "registry", url] => *url,
        ["set", pair] => match pair.split_once('=') {
            Some(("registry", url)) => url,
            _ => return false,
        },
        ["list" | "ls" | "get", ..] => return true,
        _ => return false,
    };
    host.npm = PackageSource::Url { place, url: url.into() };
    true
}

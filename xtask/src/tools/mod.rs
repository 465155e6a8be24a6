//! The programs the chores need: found, or installed into `target/tools`, once.

mod browser;
mod cargo_tools;
mod namespaces;
mod npm;
mod python;
mod system;

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

pub(crate) use browser::browser;
pub(crate) use cargo_tools::{deny, machete, trunk, wasm_bindgen};
pub(crate) use namespaces::namespaces;
pub(crate) use npm::{axe_core, iframe_resizer, scorm_run_time, scorm_schemas, wasm_opt};
pub(crate) use python::{cfn_lint, xmlschema};
pub(crate) use system::install as install_system_packages;

use crate::run::root;

/// Where tools are kept between runs.
pub(crate) fn folder() -> PathBuf {
    root().join("target").join("tools")
}

/// `PATH` with our tools first.
pub(crate) fn path() -> OsString {
    let ours = [folder().join("bin"), folder().join("npm/node_modules/.bin")];
    let rest = env::var_os("PATH").unwrap_or_default();
    env::join_paths(ours.into_iter().chain(env::split_paths(&rest))).unwrap_or(rest)
}

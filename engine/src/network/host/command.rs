//! Which commands of a start-up script are modelled.

use super::{Host, code_artifact, iptables, package_clients};
use crate::template::Place;

/// Runs one command on the host's model. False where it is not modelled.
pub(super) fn run(
    words: &[&str],
    written: &str,
    place: Place,
    host: &mut Host,
    tables: &mut iptables::Tables,
) -> bool {
    let Some((program, arguments)) = words.split_first() else { return true };
    let program = program.rsplit('/').next().unwrap_or(program);
    match (program, arguments) {
        // What changes nothing that is asked about.
        ("set" | "echo" | "cd" | "true" | ":" | "source" | "." | "export" | "unset" | "exit", _) => true,
        ("conda", ["activate" | "deactivate", ..]) => true,
        ("aws", ["codeartifact", "login", flags @ ..]) => code_artifact::login(flags, place, host),
        ("pip" | "pip3", ["config", rest @ ..]) => package_clients::pip_config(rest, place, host),
        ("python" | "python3", ["-m", "pip", "config", rest @ ..]) => {
            package_clients::pip_config(rest, place, host)
        }
        ("npm", ["config" | "c", rest @ ..]) => package_clients::npm_config(rest, place, host),
        ("iptables", rest) => tables.v4.run(rest, written, place),
        ("ip6tables", rest) => tables.v6.run(rest, written, place),
        _ => false,
    }
}

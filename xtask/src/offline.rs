//! The script that keeps the site in a reader's browser, with the list of what it keeps.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::compress::{ending, files, name};
use crate::run::root;
use crate::version::sha256;

/// Where the list stands in `static/sw.js`.
const MARKS: [&str; 2] = ["// begin\n", "// end\n"];

/// What is fetched only by pages that cannot keep anything, or by other sites: not worth a reader's disk.
fn is_kept(name: &str) -> bool {
    let as_script = name.contains(".wasm.") || name.contains(".yaml.");
    !as_script && name != "embed.js" && ending(Path::new(name)) != "png"
}

/// Writes `sw.js` for the site as it is.
pub(crate) fn write(dist: &Path, version: &str) -> Result<()> {
    let script = fs::read_to_string(root().join("static/sw.js")).context("static/sw.js")?;
    let mut list = String::new();
    for file in files(dist)? {
        let name = name(dist, &file);
        if is_kept(&name) {
            list.extend(["  \"", &name, "\": \"", &sha256(&fs::read(&file)?), "\",\n"]);
        }
    }
    let script = filled(&script, version, &list).context("static/sw.js has no place for its files")?;
    fs::write(dist.join("sw.js"), script)?;
    Ok(())
}

fn filled(script: &str, version: &str, list: &str) -> Option<String> {
    let (before, rest) = script.split_once(MARKS[0])?;
    let (_, after) = rest.split_once(MARKS[1])?;
    Some(format!("{before}const VERSION = \"{version}\";\nconst FILES = {{\n{list}}};\n{after}"))
}

#[cfg(test)]
mod tests {
    use super::{filled, is_kept};

    #[test]
    fn the_list_takes_the_place_between_the_marks() {
        let script = "a\n// begin\nconst VERSION = \"\";\n// end\nb\n";
        let made = filled(script, "1f", "  \"x\": \"2e\",\n").expect("a script with marks");
        assert_eq!(made, "a\nconst VERSION = \"1f\";\nconst FILES = {\n  \"x\": \"2e\",\n};\nb\n");
        assert_eq!(filled("a\n", "1f", ""), None);
    }

    #[test]
    fn what_only_a_page_without_a_store_fetches_is_not_kept() {
        let kept = ["index.html", "1f/a.wasm", "1f/a.js", "1f/lessons/a/t.yaml"];
        assert!(kept.iter().all(|name| is_kept(name)));
        assert!(!["1f/a.wasm.js", "1f/lessons/a/t.yaml.js", "embed.js"].iter().any(|name| is_kept(name)));
    }
}

//! The walls of the house plan: text comes in at the top, a verdict with its evidence comes out at the bottom.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

/// The engine's rooms, lowest first. A room may use those before it. (ARCHITECTURE.md tells the reasons.)
const ROOMS: [&str; 14] = [
    "code", "packet", "facts", "template", "policy", "network", "reach", "journey", "verdict", "lesson",
    "explain", "words", "layout", "export",
];

/// What the engine must not know: files, clock, environment, processes, threads, network, browser.
const OUTSIDE: [&str; 9] = [
    "std::fs",
    "std::time",
    "std::env",
    "std::process",
    "std::thread",
    "std::io",
    "web_sys",
    "wasm_bindgen",
    "js_sys",
];

#[test]
fn a_lower_room_never_imports_a_higher_one() {
    let mut broken = Vec::new();
    for (file, text) in sources("engine/src") {
        let Some(room) = rank(&room_of(&file)) else { continue };
        for name in imported_rooms(&text) {
            if rank(&name).is_none_or(|other| other > room) {
                broken.push(format!("{} imports {name}", file.display()));
            }
        }
    }
    assert!(broken.is_empty(), "imports against the direction:\n{}", broken.join("\n"));
}

#[test]
fn every_room_has_its_place() {
    let mut homeless: Vec<String> = sources("engine/src")
        .iter()
        .map(|(file, _)| room_of(file))
        .filter(|room| room != "lib" && rank(room).is_none())
        .collect();
    homeless.dedup();
    assert!(homeless.is_empty(), "rooms that are not in the order: {homeless:?}");
}

#[test]
fn the_engine_knows_nothing_outside() {
    let broken: Vec<String> = sources("engine/src")
        .iter()
        .flat_map(|(file, text)| {
            let code = without_tests(text);
            OUTSIDE
                .iter()
                .filter(move |word| code.contains(*word))
                .map(|word| format!("{} uses {word}", file.display()))
        })
        .collect();
    assert!(broken.is_empty(), "the engine reaches outside:\n{}", broken.join("\n"));
}

#[test]
fn only_the_page_and_the_exports_know_sentences() {
    // What decides gives codes; sentences are made in `words` and by those above it.
    let broken: Vec<String> = sources("engine/src")
        .iter()
        .filter(|(file, _)| rank(&room_of(file)).is_some_and(|room| room < rank("words").unwrap_or(0)))
        .filter(|(_, text)| without_tests(text).chars().any(|c| ('\u{3040}'..='\u{30ff}').contains(&c)))
        .filter(|(_, text)| !only_in_comments(text))
        .map(|(file, _)| file.display().to_string())
        .collect();
    assert!(broken.is_empty(), "Japanese text below `words`: {broken:?}");
}

fn rank(room: &str) -> Option<usize> {
    ROOMS.iter().position(|r| *r == room)
}

/// The first folder (or file) below `engine/src`.
fn room_of(file: &Path) -> String {
    let below = file.strip_prefix("engine/src").unwrap_or(file);
    let first =
        below.components().next().map(|c| c.as_os_str().to_string_lossy().into_owned()).unwrap_or_default();
    first.trim_end_matches(".rs").to_owned()
}

/// Names after `crate::` outside of tests and comments.
fn imported_rooms(text: &str) -> Vec<String> {
    let code = without_tests(text);
    code.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| line.split("crate::").skip(1).map(str::to_owned).collect::<Vec<_>>())
        .filter(|rest| !rest.starts_with('{'))
        .map(|rest| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect())
        .filter(|name: &String| name.chars().next().is_some_and(char::is_lowercase))
        .collect()
}

/// The text up to its test module.
fn without_tests(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap_or(text)
}

fn only_in_comments(text: &str) -> bool {
    without_tests(text)
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .all(|line| !line.chars().any(|c| ('\u{3040}'..='\u{30ff}').contains(&c)))
}

/// Every Rust file below a folder of the repository, with its text; test files apart from the code are left out.
fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut folders = vec![root.join(folder)];
    while let Some(next) = folders.pop() {
        let entries = fs::read_dir(&next).unwrap_or_else(|e| panic!("{}: {e}", next.display()));
        for path in entries.map(|entry| entry.expect("a readable folder").path()) {
            if path.is_dir() {
                if path.file_name().is_none_or(|name| name != "tests") {
                    folders.push(path);
                }
            } else if path.extension().is_some_and(|e| e == "rs")
                && path.file_stem().is_none_or(|s| s != "tests")
            {
                let text = fs::read_to_string(&path).expect("readable text");
                found.push((path.strip_prefix(root).expect("below the root").to_path_buf(), text));
            }
        }
    }
    found.sort();
    found
}

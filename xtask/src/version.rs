//! One folder for everything that belongs to one version of the site. A page then never meets a file of another version: after
//! a new one is published, a page of the old one finds its files or finds nothing.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::compress::{files, name};

/// What other sites know by its address, and the window of a presenter's notes, which stays while the page may become another version.
const PUBLIC: [&str; 5] = ["index.html", "embed.js", "notes.html", "notes.js", "notes.css"];

/// Letters of the digest that name a version.
const LETTERS: usize = 12;

/// Moves the files of `dist/` that only the page fetches into `<version>/`, writes their new addresses into the page, and gives
/// the version.
pub(crate) fn set_apart(dist: &Path) -> Result<String> {
    let mut digest = Sha256::new();
    let all = files(dist)?;
    for file in &all {
        digest.update(name(dist, file));
        digest.update(fs::read(file)?);
    }
    let version: String = format!("{:x}", digest.finalize()).chars().take(LETTERS).collect();
    for file in &all {
        let name = name(dist, file);
        if !PUBLIC.contains(&name.as_str()) {
            let moved = dist.join(&version).join(&name);
            fs::create_dir_all(moved.parent().unwrap_or(dist))?;
            fs::rename(file, moved)?;
        }
    }
    for entry in fs::read_dir(dist)?.filter_map(Result::ok) {
        if entry.path().is_dir() && entry.file_name() != version.as_str() {
            fs::remove_dir_all(entry.path())?;
        }
    }
    let page = dist.join("index.html");
    let html = readdressed(&fs::read_to_string(&page)?, &version).context("index.html loads no program")?;
    fs::write(page, html)?;
    Ok(version)
}

/// Attributes that hold addresses of the page's own files.
const ATTRIBUTES: [&str; 4] = [" src=", " href=", " data-js=", " data-wasm="];

/// The page with its own files' addresses in the folder of the version; the loader is told the version too.
fn readdressed(html: &str, version: &str) -> Option<String> {
    let mut html = html.to_owned();
    for attribute in ATTRIBUTES {
        for quote in ["", "\""] {
            let (here, there) =
                ([attribute, quote, "./"].concat(), [attribute, quote, version, "/"].concat());
            html = html.replace(&here, &there);
        }
    }
    let (before, after) = html.split_once(" data-wasm=")?;
    Some([before, " data-version=", version, " data-wasm=", after].concat())
}

/// The SHA-256 of a file's content, in hexadecimal digits.
pub(crate) fn sha256(content: &[u8]) -> String {
    format!("{:x}", Sha256::digest(content))
}

#[cfg(test)]
mod tests {
    use super::{readdressed, set_apart};
    use crate::compress::{files, name};
    use std::fs;

    const PAGE: &str = "<head><script src=./first.js></script><link rel=\"icon\" href=\"./i.svg\"></head>\
                        <body><a href=#x>x</a><script src=./boot.js data-js=./a.js data-wasm=./a.wasm></script></body>";

    #[test]
    fn own_files_are_found_in_the_folder_of_the_version() {
        let page = readdressed(PAGE, "1f").expect("a page with a program");
        assert_eq!(
            page,
            "<head><script src=1f/first.js></script><link rel=\"icon\" href=\"1f/i.svg\"></head><body><a href=#x>x</a>\
             <script src=1f/boot.js data-js=1f/a.js data-version=1f data-wasm=1f/a.wasm></script></body>"
        );
        assert_eq!(readdressed("<body></body>", "1f"), None);
    }

    #[test]
    fn every_change_makes_another_version() {
        let dist = std::env::temp_dir().join(format!("vpc-explainer-version-{}", std::process::id()));
        let made = |text: &str| {
            fs::remove_dir_all(&dist).ok();
            fs::create_dir_all(dist.join("lessons/a")).expect("a folder");
            for (file, content) in
                [("index.html", PAGE), ("embed.js", ""), ("a.js", ""), ("lessons/a/t.yaml", text)]
            {
                fs::write(dist.join(file), content).expect("a file");
            }
            let version = set_apart(&dist).expect("a site");
            let found: Vec<_> =
                files(&dist).expect("a folder").iter().map(|file| name(&dist, file)).collect();
            (version, found)
        };
        let (version, found) = made("one");
        assert_eq!(
            found,
            [&version, "/a.js"]
                .concat()
                .lines()
                .chain([&*[&version, "/lessons/a/t.yaml"].concat(), "embed.js", "index.html"])
                .collect::<Vec<_>>()
        );
        assert_eq!(made("one").0, version, "the same site is the same version");
        assert_ne!(made("two").0, version, "another text is another version");
        fs::remove_dir_all(&dist).ok();
    }
}

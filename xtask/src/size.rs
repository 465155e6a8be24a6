//! The size budgets, compressed with brotli: of the first view, which is what a browser fetches before the reader does
//! anything, and of the program, which it fetches at the first sign that the reader will.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::compress::brotli;
use crate::run::root;

/// Bytes of the first view; 1 kB is 1000 bytes.
const FIRST_VIEW: usize = 120_000;

/// Bytes of the program: what it was when the budget was set (with the five places and what explains verdicts), and 5 % more; and
/// 10 kB for what writes SVG, Markdown, JSON and Mermaid; and what the dialog to share (9 kB), the QR code (6 kB), the vote of a class
/// (5 kB), its sheet (4 kB) and slides for a class with notes (8 kB) weigh.
const PROGRAM: usize = 618_000;

/// Bytes of the script for pages that embed this one.
const EMBED: usize = 3_000;

/// Prints all sizes and fails above a budget.
pub(crate) fn report() -> Result<()> {
    let dist = root().join("dist");
    let html =
        fs::read_to_string(dist.join("index.html")).context("no site in dist/; run `cargo xtask dist`")?;
    let first = [vec!["index.html".to_owned()], named(&html, &["src=", "href="])].concat();
    let program = named(&html, &["data-js=", "data-wasm="]);
    let first = total(&dist, "first view", &first, FIRST_VIEW)?;
    let program = total(&dist, "program, when the reader starts", &program, PROGRAM)?;
    let embed = total(&dist, "script of pages around this one", &["embed.js".to_owned()], EMBED)?;
    if embed > EMBED {
        bail!("embed.js is {embed} bytes of brotli, {} over the budget", embed - EMBED);
    }
    if first > FIRST_VIEW {
        bail!("the first view is {first} bytes of brotli, {} over the budget", first - FIRST_VIEW);
    }
    if program > PROGRAM {
        bail!("the program is {program} bytes of brotli, {} over the budget", program - PROGRAM);
    }
    Ok(())
}

/// Prints a table of files and gives their size.
fn total(dist: &Path, what: &str, names: &[String], budget: usize) -> Result<usize> {
    let mut total = 0;
    println!("{:>9} {:>9}  {what}", "raw", "brotli");
    for name in names {
        let content = fs::read(dist.join(name)).with_context(|| format!("dist/ has no {name}"))?;
        let compressed = brotli(&content)?.len();
        total += compressed;
        println!("{:>9} {compressed:>9}  {name}", content.len());
    }
    println!("{:>9} {total:>9}  of {budget}", "");
    Ok(total)
}

/// Local files that the page names in these attributes: scripts, styles, wasm, icon, preloads.
fn named(html: &str, attributes: &[&str]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for attribute in attributes {
        // Not the end of a longer name.
        for rest in html.split(&[" ", attribute].concat()).skip(1) {
            let quote = rest.chars().next().unwrap_or(' ');
            let value = if quote == '"' || quote == '\'' {
                rest[1..].split(quote).next()
            } else {
                rest.split([' ', '>']).next()
            };
            let name = value.unwrap_or_default().trim_start_matches("./").to_owned();
            let local =
                [".js", ".css", ".wasm", ".svg", ".ico", ".png"].iter().any(|end| name.ends_with(end));
            if local && !name.contains("://") && !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn names_what_the_page_fetches() {
        let html = r##"<link rel=stylesheet href="./app-1.css"><a href="https://example.org/x.js">x</a>
            <script type=module src=./boot.js data-js="./page.js" data-wasm='./page_bg.wasm'></script>
            <a href="#why">why</a>"##;
        assert_eq!(named(html, &["src=", "href="]), ["boot.js", "app-1.css"]);
        assert_eq!(named(html, &["data-js=", "data-wasm="]), ["page.js", "page_bg.wasm"]);
    }
}

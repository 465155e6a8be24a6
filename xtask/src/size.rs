//! The size budget: everything a first view fetches, compressed with brotli.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::compress::brotli;
use crate::run::root;

/// Bytes; 1 kB is 1000 bytes.
const BUDGET: usize = 120_000;

/// Prints the size of the first view and fails above the budget.
pub(crate) fn report() -> Result<()> {
    let dist = root().join("dist");
    let html =
        fs::read_to_string(dist.join("index.html")).context("no site in dist/; run `cargo xtask dist`")?;
    let mut total = 0;
    println!("{:>9} {:>9}  first view", "raw", "brotli");
    for name in std::iter::once("index.html".to_owned()).chain(fetched(&html)) {
        let content = fs::read(dist.join(&name)).with_context(|| format!("dist/ has no {name}"))?;
        let compressed = brotli(&content)?.len();
        total += compressed;
        println!("{:>9} {compressed:>9}  {name}", content.len());
    }
    println!("{:>9} {total:>9}  of {BUDGET}", "");
    if total > BUDGET {
        bail!("the first view is {total} bytes of brotli, {} over the budget", total - BUDGET);
    }
    Ok(())
}

/// Local files that the page names in `src`, `href` and `data-*` attributes: scripts, styles, wasm, icon, preloads.
fn fetched(html: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for attribute in ["src=", "href=", "data-js=", "data-wasm="] {
        for rest in html.split(attribute).skip(1) {
            let quote = rest.chars().next().unwrap_or(' ');
            let value = if quote == '"' || quote == '\'' {
                rest[1..].split(quote).next()
            } else {
                rest.split([' ', '>']).next()
            };
            let name = value.unwrap_or_default().trim_start_matches("./").to_owned();
            let fetched =
                [".js", ".css", ".wasm", ".svg", ".ico", ".png"].iter().any(|end| name.ends_with(end));
            if fetched && !name.contains("://") && !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::fetched;

    #[test]
    fn names_what_the_page_fetches() {
        let html = r##"<link rel=stylesheet href="./app-1.css"><a href="https://example.org/x.js">x</a>
            <script type=module src=./boot.js data-js="./page.js" data-wasm='./page_bg.wasm'></script>
            <link rel="preload" href="./page_bg.wasm"><a href="#why">why</a>"##;
        assert_eq!(fetched(html), ["boot.js", "app-1.css", "page_bg.wasm", "page.js"]);
    }
}

//! The first view in the page itself: what the components show at first, as HTML, and the styles it needs, so that the
//! browser paints it before the program is there.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::run::{output, say};

/// Puts the first view and the styles into `index.html`; where the site is published, what link cards ask for too.
pub(crate) fn prerender(dist: &Path, address: Option<&str>) -> Result<()> {
    say("rendering the first view");
    let views = rendered(&["views"])?;
    let front = address.map(|address| rendered(&["front", address])).transpose()?.unwrap_or_default();
    let file = dist.join("index.html");
    let html = fs::read_to_string(&file).context("trunk made no index.html")?;
    let html = put(&html, &views).context("index.html has no empty element `app`")?;
    let html = inline_styles(&html, |name| {
        let style = dist.join(name);
        let content = fs::read_to_string(&style).with_context(|| format!("dist/ has no {name}"))?;
        fs::remove_file(&style)?;
        Ok(content)
    })?;
    let html = html.replacen("</head>", &[&front, "</head>"].concat(), 1);
    fs::write(&file, html)?;
    Ok(())
}

/// What the page's own components make on the host.
pub(crate) fn rendered(args: &[&str]) -> Result<String> {
    let command = [
        "run",
        "--quiet",
        "--package",
        "vpc-explainer-page",
        "--features",
        "prerender",
        "--bin",
        "prerender",
        "--",
    ];
    let mut cargo = Command::new("cargo");
    cargo.args(command).args(args);
    let why = || format!("nothing was rendered; `cargo {} {}` says why", command.join(" "), args.join(" "));
    output(&mut cargo).with_context(why)
}

/// Puts the views in place of the empty element `app`.
fn put(html: &str, views: &str) -> Option<String> {
    let place = ["<div id=\"app\"></div>", "<div id=app></div>"];
    let (before, after) = place.iter().find_map(|place| html.split_once(place))?;
    Some([before, views, after].concat())
}

/// Puts one `<style>` in place of the links to style sheets.
fn inline_styles(html: &str, mut read: impl FnMut(&str) -> Result<String>) -> Result<String> {
    let (mut styles, mut parts, mut rest) = (String::new(), Vec::new(), html);
    while let Some((before, tag)) = rest.split_once("<link") {
        let (tag, after) = tag.split_once('>').context("a tag does not end")?;
        parts.push(before.to_owned());
        match href(tag).filter(|_| tag.contains("stylesheet")) {
            Some(name) => styles.push_str(&read(name.trim_start_matches("./"))?),
            None => parts.push(["<link", tag, ">"].concat()),
        }
        rest = after;
    }
    let html = parts.concat() + rest;
    let (head, body) = html.split_once("</head>").context("the page has no head")?;
    Ok([head, "<style>", &styles, "</style></head>", body].concat())
}

/// The address in a tag, quoted or not.
fn href(tag: &str) -> Option<&str> {
    let value = tag.split_once("href=")?.1;
    match value.chars().next()? {
        quote @ ('"' | '\'') => value[1..].split(quote).next(),
        _ => value.split([' ', '>']).next(),
    }
}

#[cfg(test)]
mod tests {
    use super::{inline_styles, put};

    #[test]
    fn the_views_take_the_place_of_the_element() {
        let put = |html| put(html, "<p>view</p>");
        assert_eq!(put("<body><div id=\"app\"></div></body>").as_deref(), Some("<body><p>view</p></body>"));
        assert_eq!(put("<body><div id=app></div>").as_deref(), Some("<body><p>view</p>"), "minified");
        assert_eq!(put("<body></body>"), None);
    }

    #[test]
    fn the_styles_stand_in_the_head_in_their_order() {
        let html = "<head><link rel=icon href=./i.svg><link rel=\"stylesheet\" href=\"./a.css\"/>\
                    <link rel=stylesheet href=./b.css></head><body></body>";
        let html = inline_styles(html, |name| Ok([name, ";"].concat())).expect("a good page");
        assert_eq!(html, "<head><link rel=icon href=./i.svg><style>a.css;b.css;</style></head><body></body>");
    }
}

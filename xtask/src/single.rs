//! The whole page in one file, for a USB stick or a mail: both languages, every lesson, opened from `file://`. The program and
//! its texts are compressed, and written in letters of seven bits: base64 would take a sixth more. `static/single.js` reads them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use base64ct::{Base64, Encoding};
use sha2::{Digest, Sha256};

use crate::compress::{ending, files, name};
use crate::letters::letters;
use crate::run::{root, say};

/// The file in `dist/`.
const FILE: &str = "vpc-explainer.html";

/// Bytes that it may have; 1 MB is 1,000,000 bytes.
const MOST: usize = 1_000_000;

/// Writes the file from a site that is built.
pub(crate) fn write(dist: &Path, version: &str) -> Result<()> {
    say("packing the page into one file, half a minute");
    let folder = dist.join(version);
    let html = fs::read_to_string(dist.join("index.html"))?;
    let read =
        |file: &str| fs::read_to_string(folder.join(file)).with_context(|| format!("dist/ has no {file}"));
    let mut packed = Vec::new();
    let mut wasm = String::new();
    for file in files(&folder)? {
        let name = name(&folder, &file);
        match ending(&file) {
            "wasm" => wasm.clone_from(&name),
            "yaml" => {}
            _ => continue,
        }
        packed.push((name, fs::read(&file)?));
    }
    let glue = wasm.replace("_bg.wasm", ".js");
    let unpack = fs::read_to_string(root().join("static/single.js"))?;
    let scripts = [read("first.js")?, unpack, read(&glue)?, read("boot.js")?];
    let icon = fs::read(root().join("static/icons/icon.svg"))?;
    let made = single(&html, &scripts, [&glue, &wasm], &icon, &letters(&deflate(&pack(&packed))?))
        .context("index.html is not as it is known")?;
    println!("{:>9} of {MOST}  {FILE}", made.len());
    if made.len() > MOST {
        bail!("{FILE} is {} bytes over the budget", made.len() - MOST);
    }
    fs::write(dist.join(FILE), made)?;
    Ok(())
}

/// Files one after the other, after a line that lists their names and lengths.
fn pack(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let list: Vec<_> = files.iter().map(|(name, bytes)| format!("[\"{name}\",{}]", bytes.len())).collect();
    let mut all = format!("[{}]\n", list.join(",")).into_bytes();
    for (_, bytes) in files {
        all.extend(bytes);
    }
    all
}

fn deflate(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Deflate, bytes, &mut out)?;
    Ok(out)
}

/// The page with its scripts inside, allowed by their digests, and the packed files at its end. Without the views: there is
/// nothing to wait for, and they take a fifth of what the file may have.
fn single(
    html: &str,
    scripts: &[String; 4],
    program: [&str; 2],
    icon: &[u8],
    packed: &str,
) -> Option<String> {
    let [first, unpack, glue, boot] = scripts;
    let digests = scripts.iter().map(|script| Base64::encode_string(&Sha256::digest(script)));
    let allowed: String = digests.map(|digest| ["'sha256-", &digest, "' "].concat()).collect();
    let icon =
        ["<link rel=icon href=\"data:image/svg+xml;base64,", &Base64::encode_string(icon), "\">"].concat();
    let (head, body) = html.split_once("<body")?;
    let head = head.replace("script-src 'self' ", &["script-src ", &allowed].concat());
    let head =
        replaced(&head, ["<script", "</script>"], "first.js", &["<script>", first, "</script>"].concat())?;
    let head = replaced(&head, ["<script", "</script>"], "boot.js", "")?;
    let head = replaced(&head, ["<link", ">"], "icon", &icon)?;
    let notes: String =
        body.split("<noscript>").skip(1).filter_map(|rest| rest.split("</noscript>").next()).collect();
    let [js, wasm] = program;
    let parts = [
        [&head, "<body><div id=app></div><noscript>", &notes, "</noscript>"].concat(),
        ["<script>", unpack, "</script><script>", glue, "</script>"].concat(),
        ["<script data-js=", js, " data-wasm=", wasm, ">", boot, "</script>"].concat(),
        ["<script id=inside type=text/plain>", packed, "</script></body></html>\n"].concat(),
    ];
    Some(parts.concat())
}

/// A text with something else in place of the first element that names this.
fn replaced(html: &str, element: [&str; 2], naming: &str, with: &str) -> Option<String> {
    let mut from = 0;
    loop {
        let start = from + html[from..].find(element[0])?;
        let stop = start + html[start..].find(element[1])? + element[1].len();
        if html[start..stop].contains(naming) {
            return Some([&html[..start], with, &html[stop..]].concat());
        }
        from = stop;
    }
}

#[cfg(test)]
mod tests {
    use super::{pack, replaced};

    #[test]
    fn the_list_comes_first() {
        let files = [("a.wasm".to_owned(), b"xy".to_vec()), ("b/c.yaml".to_owned(), b"z".to_vec())];
        assert_eq!(pack(&files), b"[[\"a.wasm\",2],[\"b/c.yaml\",1]]\nxyz");
    }

    #[test]
    fn an_element_is_found_by_what_it_names() {
        let html = replaced("<b>1</b><b>2</b>", ["<b", "</b>"], "2", "<i>3</i>");
        assert_eq!(html.as_deref(), Some("<b>1</b><i>3</i>"));
        assert_eq!(replaced("<b>1</b>", ["<b", "</b>"], "3", ""), None);
    }
}

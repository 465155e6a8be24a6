//! The whole page in one file, for a USB stick or a mail: both languages, every lesson, opened from `file://`. The program and
//! its texts are compressed, and written in letters of seven bits: base64 would take a sixth more. `static/single.js` reads them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use base64ct::{Base64, Encoding};
use sha2::{Digest, Sha256};

use crate::compress::{files, name};
use crate::run::{root, say};

/// The file in `dist/`.
const FILE: &str = "vpc-explainer.html";

/// Bytes that it may have; 1 MB is 1,000,000 bytes.
const MOST: usize = 1_000_000;

/// Values that HTML would change or end at, and the letters in their place. The order is known to `static/single.js`.
const MOVED: [(u8, char); 3] = [(0, '\u{100}'), (13, '\u{101}'), (b'<', '\u{102}')];

/// Writes the file from a site that is built.
pub(crate) fn write(dist: &Path, version: &str) -> Result<()> {
    say("packing the page into one file, half a minute");
    let folder = dist.join(version);
    let html = fs::read_to_string(dist.join("index.html"))?;
    let read =
        |file: &str| fs::read_to_string(folder.join(file)).with_context(|| format!("dist/ has no {file}"));
    let mut packed = Vec::new();
    for file in files(&folder)? {
        let name = name(&folder, &file);
        if name.ends_with(".wasm") || name.ends_with(".yaml") {
            packed.push((name, fs::read(&file)?));
        }
    }
    let glue = files(&folder)?.into_iter().map(|file| name(&folder, &file));
    let wasm =
        packed.iter().find(|(name, _)| name.ends_with(".wasm")).context("dist/ has no program")?.0.clone();
    let glue = glue
        .into_iter()
        .find(|name| *name == wasm.replace("_bg.wasm", ".js"))
        .context("the program has no script")?;
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

/// Seven bits a letter, the highest first.
fn letters(bytes: &[u8]) -> String {
    let letter = |value: u8| {
        MOVED.iter().find(|(moved, _)| *moved == value).map_or(char::from(value), |(_, letter)| *letter)
    };
    let (mut text, mut bits, mut held) = (String::with_capacity(bytes.len() * 6 / 5), 0_u32, 0);
    for byte in bytes {
        bits = (bits << 8) | u32::from(*byte);
        held += 8;
        while held >= 7 {
            held -= 7;
            text.push(letter((bits >> held) as u8 & 0x7f));
        }
        bits &= (1 << held) - 1;
    }
    if held > 0 {
        text.push(letter((bits << (7 - held)) as u8 & 0x7f));
    }
    text
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
    use super::{MOVED, letters, pack, replaced};

    /// What `static/single.js` does.
    fn bytes(letters: &str) -> Vec<u8> {
        let (mut all, mut bits, mut held) = (Vec::new(), 0_u32, 0);
        for letter in letters.chars() {
            let moved = MOVED.iter().find(|(_, moved)| *moved == letter).map(|(value, _)| u32::from(*value));
            bits = (bits << 7) | moved.unwrap_or(u32::from(letter));
            held += 7;
            if held >= 8 {
                held -= 8;
                all.push((bits >> held) as u8);
                bits &= (1 << held) - 1;
            }
        }
        all
    }

    #[test]
    fn every_byte_comes_back() {
        for length in [0, 1, 6, 7, 8, 255, 1000] {
            let all: Vec<u8> = (0..length).map(|n: u32| (n * 37 % 256) as u8).collect();
            let letters = letters(&all);
            assert!(!letters.contains(['\0', '\r', '<']), "letters that HTML leaves as they are");
            assert_eq!(bytes(&letters), all, "{length} bytes");
        }
    }

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

//! Files of the site as scripts too, for pages without an origin: a browser fetches bytes for a sandboxed frame only from a
//! host that says it may, and never from a disk; scripts it fetches from everywhere. `static/boot.js` reads them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::compress::{ending, files, name};

/// The first letter: with it no byte becomes a control character.
const SHIFT: u32 = 0x20;

/// Writes `<file>.js` beside the program and beside every text that it asks for.
pub(crate) fn write(dist: &Path) -> Result<()> {
    for file in files(dist)? {
        let name = name(dist, &file);
        let (text, extension) = match ending(&file) {
            "wasm" => (letters(&fs::read(&file)?), "wasm.js"),
            "yaml" => (fs::read_to_string(&file).with_context(|| name.clone())?, "yaml.js"),
            _ => continue,
        };
        fs::write(file.with_extension(extension), script(&name, &text))?;
    }
    Ok(())
}

/// One letter a byte. That stays as compressible as the bytes were, which base64 would not.
fn letters(bytes: &[u8]) -> String {
    bytes.iter().filter_map(|byte| char::from_u32(u32::from(*byte) + SHIFT)).collect()
}

/// A script that hands a text over.
fn script(name: &str, text: &str) -> String {
    let mut script = format!("vpcExplainerFiles[\"{name}\"]=\"");
    for letter in text.chars() {
        match letter {
            '\n' => script.push_str("\\n"),
            '\r' => script.push_str("\\r"),
            '"' | '\\' => script.extend(['\\', letter]),
            _ => script.push(letter),
        }
    }
    script.push_str("\"\n");
    script
}

#[cfg(test)]
mod tests {
    use super::{letters, script};

    #[test]
    fn every_byte_is_a_letter_that_a_script_may_hold() {
        let all: Vec<u8> = (0..=255).collect();
        let letters = letters(&all);
        assert!(letters.chars().all(|letter| letter >= ' '), "no control characters");
        let read: Vec<_> = letters.chars().filter_map(|c| u8::try_from(u32::from(c) - 0x20).ok()).collect();
        assert_eq!(read, all, "what the page reads");
    }

    #[test]
    fn a_text_stays_what_it_is() {
        let made = script("lessons/a.yaml", "a: \"b\"\n\\ \u{96fb}\r");
        assert_eq!(made, "vpcExplainerFiles[\"lessons/a.yaml\"]=\"a: \\\"b\\\"\\n\\\\ \u{96fb}\\r\"\n");
    }
}

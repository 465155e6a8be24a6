//! `.br` and `.gz` beside every file of the site that shrinks, for hosts that serve them.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

const SHRINKING: [&str; 9] = ["css", "html", "js", "json", "svg", "txt", "wasm", "webmanifest", "yaml"];

/// Writes the compressed files of a whole site.
pub(crate) fn site(folder: &Path) -> Result<()> {
    for file in files(folder)? {
        if !SHRINKING.contains(&ending(&file)) {
            continue;
        }
        let content = fs::read(&file)?;
        fs::write(beside(&file, "br"), brotli(&content)?)?;
        let mut gz =
            flate2::write::GzEncoder::new(File::create(beside(&file, "gz"))?, flate2::Compression::best());
        gz.write_all(&content)?;
        gz.finish()?;
    }
    Ok(())
}

/// Brotli at its best, as static hosts serve it.
pub(crate) fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &content[..], &mut out, &parameters).context("brotli")?;
    Ok(out)
}

/// Every file below a folder, sorted.
pub(crate) fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).with_context(|| format!("cannot read {}", next.display()))? {
            let path = entry?.path();
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    Ok(found)
}

/// How a file's name ends.
pub(crate) fn ending(file: &Path) -> &str {
    file.extension().and_then(|end| end.to_str()).unwrap_or_default()
}

/// A file's name in a site: its way from the top folder, with `/`.
pub(crate) fn name(folder: &Path, file: &Path) -> String {
    file.strip_prefix(folder).unwrap_or(file).to_string_lossy().replace('\\', "/")
}

fn beside(file: &Path, extension: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    PathBuf::from(name)
}

//! Packages for learning management systems: the lesson, a page that speaks to the system, and the manifest it asks for. There is
//! one for SCORM 1.2, one for SCORM 2004 and one for cmi5; what they hold besides is in `static/lms/`.
//!
//! The page stands in a sandboxed frame, which loads the program as a script: many systems serve `.wasm` wrongly, or not at all.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::compress::{ending, files, name};
use crate::run::root;

/// The standards: name of the package and of its files in `static/lms/`, and the manifest's name.
const STANDARDS: [(&str, &str); 3] =
    [("scorm-1.2", "imsmanifest.xml"), ("scorm-2004", "imsmanifest.xml"), ("cmi5", "cmi5.xml")];

/// Languages of titles, as tags.
const LANGUAGES: [(&str, &str); 2] = [("en", "en-US"), ("ja", "ja-JP")];

/// Writes `packages/<lesson>-<standard>.zip` for every lesson of a site that is built.
pub(crate) fn write(dist: &Path) -> Result<()> {
    let content = content(dist)?;
    let folder = dist.join("packages");
    fs::create_dir_all(&folder)?;
    for entry in fs::read_dir(root().join("static/lessons"))? {
        let lesson = entry?.file_name().to_string_lossy().into_owned();
        let titles = titles(&lesson)?;
        for (standard, manifest) in STANDARDS {
            let own = own_files(&lesson, &titles, standard, manifest, &content)?;
            let file = folder.join(format!("{lesson}-{standard}.zip"));
            let mut zip = ZipWriter::new(File::create(&file)?);
            for (name, bytes) in own.iter().chain(&content) {
                // No time of the day is in it: the same site is the same package.
                zip.start_file(name.as_str(), SimpleFileOptions::default())?;
                zip.write_all(bytes)?;
            }
            zip.finish()?;
            println!("{:>9}  packages/{lesson}-{standard}.zip", file.metadata()?.len());
        }
    }
    Ok(())
}

/// What a sandboxed frame fetches of the site.
fn content(dist: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let mut content = Vec::new();
    for file in files(dist)? {
        let name = name(dist, &file);
        if matches!(ending(&file), "html" | "js" | "svg") && is_content(&name) {
            content.push((name, fs::read(&file)?));
        }
    }
    Ok(content)
}

/// Of what lies at the top only the page and the script that embeds it; the rest are other ways to have the site.
fn is_content(name: &str) -> bool {
    name.contains('/') || ["index.html", "embed.js"].contains(&name)
}

/// The page that speaks to the system, its scripts, and the manifest, which names every file.
fn own_files(
    lesson: &str,
    titles: &[String],
    standard: &str,
    manifest: &str,
    content: &[(String, Vec<u8>)],
) -> Result<Vec<(String, Vec<u8>)>> {
    let lms = root().join("static/lms");
    let read = |name: &str| fs::read_to_string(lms.join(name)).with_context(|| format!("static/lms/{name}"));
    let mut own = vec![
        ("lms.html".to_owned(), read("lms.html")?.replace("LESSON", lesson)),
        ("lms.js".to_owned(), read("lms.js")?),
        ("adapter.js".to_owned(), read(&[standard, ".js"].concat())?),
    ];
    let names = own.iter().map(|(name, _)| name).chain(content.iter().map(|(name, _)| name));
    let listed: String = names
        .flat_map(|name| ["      <file href=\"".to_owned(), escaped(name), "\" />\n".to_owned()])
        .collect();
    let each = LANGUAGES.iter().zip(titles);
    let mut langstrings = String::new();
    for ((_, tag), title) in each {
        langstrings.extend([
            "      <langstring lang=\"",
            tag,
            "\">",
            &escaped(title),
            "</langstring>
",
        ]);
    }
    let text = read(&[standard, ".xml"].concat())?
        .replace("LESSON", lesson)
        .replace("TITLES", &langstrings)
        .replace("TITLE", &escaped(&titles.join(" / ")))
        .replace("FILES", &listed);
    own.insert(0, (manifest.to_owned(), text));
    Ok(own.into_iter().map(|(name, text)| (name, text.into_bytes())).collect())
}

/// The lesson's title in every language.
fn titles(lesson: &str) -> Result<Vec<String>> {
    let title = |(language, _): &(&str, &str)| {
        let name = format!("static/lessons/{lesson}/text.{language}.yaml");
        let text = fs::read_to_string(root().join(&name)).with_context(|| name.clone())?;
        let line = text.lines().find_map(|line| line.strip_prefix("title:"));
        Ok(line.with_context(|| format!("{name} has no title"))?.trim().trim_matches('"').to_owned())
    };
    LANGUAGES.iter().map(title).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::{STANDARDS, is_content, own_files, titles};

    #[test]
    fn only_what_a_frame_fetches_is_inside() {
        for (name, inside) in [
            ("index.html", true),
            ("embed.js", true),
            ("1f/boot.js", true),
            ("1f/a.wasm.js", true),
            ("sw.js", false),
            ("vpc-explainer.html", false),
        ] {
            assert_eq!(is_content(name), inside, "{name}");
        }
    }

    #[test]
    fn the_manifest_names_every_file_and_the_title() {
        let titles = titles("sap-349").expect("a lesson");
        let content = [("1f/a&b.js".to_owned(), Vec::new())];
        for (standard, manifest) in STANDARDS {
            let own = own_files("sap-349", &titles, standard, manifest, &content).expect("files");
            let (name, text) = own.first().expect("a manifest");
            let text = String::from_utf8_lossy(text);
            assert_eq!(name, manifest);
            assert!(titles.iter().all(|title| text.contains(title.as_str())), "{text}");
            let files = ["lms.html", "lms.js", "adapter.js", "1f/a&amp;b.js"];
            let listed = files.iter().all(|file| text.contains(&format!("<file href=\"{file}\" />")));
            assert_eq!(listed, standard != "cmi5", "{text}");
            for left in ["LESSON", "TITLE", "FILES"] {
                assert!(!text.contains(left), "{left} is left in {text}");
            }
        }
    }
}

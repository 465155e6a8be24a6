//! The manifests of the packages against the schemas of their standard. cmi5's schema is in no registry that set-up asks, so its
//! manifest is held against the standard's text by the tests of `packages` alone.

use std::fs::{self, File};
use std::io::Read;
use std::process::Command;

use anyhow::{Context, Result};
use zip::ZipArchive;

use crate::compress::{ending, files};
use crate::run::{root, run, say};
use crate::tools;

/// End of the package's name, and the folder of its schemas.
const STANDARDS: [(&str, &str); 2] = [("scorm-1.2", "scorm12edition"), ("scorm-2004", "scorm20044thedition")];

/// Validates the manifest in every package in `dist/`.
pub(crate) fn validate() -> Result<()> {
    let (schemas, program) = (tools::scorm_schemas()?, tools::xmlschema()?);
    say("the packages' manifests against their schemas");
    let made = root().join("target").join("tmp").join("manifests");
    for package in files(&root().join("dist/packages"))? {
        let stem = package.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        let Some((_, edition)) = STANDARDS.iter().find(|(standard, _)| stem.ends_with(standard)) else {
            continue;
        };
        let folder = made.join(stem);
        fs::create_dir_all(&folder)?;
        for schema in files(&schemas.join(edition))?.iter().filter(|file| ending(file) == "xsd") {
            fs::copy(schema, folder.join(schema.file_name().unwrap_or_default()))?;
        }
        // SCORM 1.2 brings a schema of the namespace `xml` that today's validators refuse; its successor brings a good one.
        if *edition == "scorm12edition" {
            fs::copy(schemas.join("scorm20044thedition/xml.xsd"), folder.join("ims_xml.xsd"))?;
        }
        let mut text = String::new();
        let mut zip = ZipArchive::new(File::open(&package)?)?;
        zip.by_name("imsmanifest.xml").context("no manifest")?.read_to_string(&mut text)?;
        fs::write(folder.join("imsmanifest.xml"), text)?;
        run(Command::new(&program).arg("imsmanifest.xml").current_dir(&folder))?;
    }
    Ok(())
}

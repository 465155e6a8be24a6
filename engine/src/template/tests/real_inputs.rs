//! Public templates of others, where a folder of them is at hand: they must be read without an error.

use std::path::{Path, PathBuf};

use crate::template::{Parameters, Source, Templates};

const FOLDER: &str = "VPC_EXPLAINER_TEMPLATES";

#[test]
fn real_templates_resolve() {
    let Some(folder) = std::env::var_os(FOLDER) else {
        eprintln!("SKIPPED: {FOLDER} does not name a folder of templates, so no real template was read");
        return;
    };
    let mut files = Vec::new();
    collect(Path::new(&folder), &mut files);
    assert!(!files.is_empty(), "{FOLDER} names a folder without templates");
    for file in files {
        let name = file.display().to_string();
        let text = std::fs::read_to_string(&file).expect("readable");
        let templates = Templates::parse(&[Source { name: &name, text: &text }])
            .unwrap_or_else(|errors| panic!("{errors:#?}"));
        let stack = templates.resolve(&Parameters::new()).unwrap_or_else(|errors| panic!("{errors:#?}"));
        assert!(!stack.resources.is_empty(), "{name} has no resources");
    }
}

/// Files that look like templates.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    entries.sort();
    for path in entries {
        let ends = |ending| path.extension().is_some_and(|e| e == ending);
        if path.is_dir() {
            collect(&path, files);
        } else if (ends("yaml") || ends("json") || ends("template"))
            && std::fs::read_to_string(&path).is_ok_and(|text| text.contains("Resources"))
        {
            files.push(path);
        }
    }
}

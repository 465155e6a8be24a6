//! Files as given.

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use engine::template::Source;

use crate::problem::Problem;

/// A file with its text.
#[derive(Debug)]
pub(crate) struct File {
    /// As given.
    pub(crate) name: String,
    /// Its text.
    pub(crate) text: String,
}

impl File {
    /// As the engine takes it.
    pub(crate) fn source(&self) -> Source<'_> {
        Source { name: &self.name, text: &self.text }
    }
}

/// Reads templates; `-` is standard input. Every file that cannot be read is a problem.
pub(crate) fn read_all(paths: &[PathBuf]) -> Result<Vec<File>, Vec<Problem>> {
    let mut files = Vec::new();
    let mut problems = Vec::new();
    for path in paths {
        match read(path) {
            Ok(file) => files.push(file),
            Err(problem) => problems.push(problem),
        }
    }
    if problems.is_empty() { Ok(files) } else { Err(problems) }
}

/// Reads one.
pub(crate) fn read(path: &Path) -> Result<File, Problem> {
    let mut text = String::new();
    let (name, result) = if path == Path::new("-") {
        ("<stdin>".to_owned(), std::io::stdin().read_to_string(&mut text).map(drop))
    } else {
        (path.display().to_string(), fs::read_to_string(path).map(|read| text = read))
    };
    result.map(|()| File { name, text }).map_err(|why| Problem::unreadable(path, &why))
}

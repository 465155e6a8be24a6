//! What is wrong with the input, shown with the line it stands on.

use std::fmt;
use std::path::Path;

use engine::template::Place;
use miette::{Diagnostic, LabeledSpan, NamedSource, SourceCode, SourceSpan};

use crate::nearest::nearest;

/// A problem.
#[derive(Debug)]
pub(crate) struct Problem {
    message: String,
    help: Option<String>,
    at: Option<Box<At>>,
}

#[derive(Debug)]
struct At {
    source: NamedSource<String>,
    span: SourceSpan,
}

impl Problem {
    /// A problem that stands on no line.
    pub(crate) fn new(message: String) -> Self {
        Self { message, help: None, at: None }
    }

    /// The same, with what helps.
    pub(crate) fn with_help(self, help: &str) -> Self {
        Self { help: Some(help.to_owned()), ..self }
    }

    /// A file that cannot be read.
    pub(crate) fn unreadable(path: &Path, why: &std::io::Error) -> Self {
        Self::new(format!("{} cannot be read: {why}", path.display()))
    }

    /// A name that does not exist.
    pub(crate) fn no_such<'a>(
        what: &str,
        found: &str,
        candidates: impl IntoIterator<Item = &'a str> + Clone,
    ) -> Self {
        let all = candidates.clone().into_iter().collect::<Vec<_>>().join(", ");
        let all = (!all.is_empty()).then(|| format!("there are: {all}"));
        let help = nearest(found, candidates).map(|near| format!("the nearest is `{near}`")).or(all);
        Self { message: format!("there is no {what} `{found}`"), help, at: None }
    }

    /// A mistake in a file, shown with its line. One that stands on no line has only its sentence.
    pub(crate) fn at(file: &str, place: Place, says: &str, text: Option<&str>) -> Self {
        if place.line == 0 {
            return Self::new(says.to_owned());
        }
        let message = format!("{file}:{}:{}: {says}", place.line, place.column);
        let at = text.map(|text| {
            let source = NamedSource::new(file, text.to_owned());
            Box::new(At { source, span: span(text, place.line, place.column) })
        });
        Self { message, help: None, at }
    }
}

/// The word at a line and column, both counted from 1.
fn span(text: &str, line: u32, column: u32) -> SourceSpan {
    let (line, column) = (at(line), at(column));
    let before: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    let rest = text.get(before..).unwrap_or_default().lines().next().unwrap_or_default();
    let skipped: usize = rest.chars().take(column).map(char::len_utf8).sum();
    let word = rest.get(skipped..).unwrap_or_default();
    let length = word.find([' ', ',', ']', '}']).unwrap_or(word.len()).max(1);
    (before + skipped, length.min(text.len().saturating_sub(before + skipped))).into()
}

fn at(counted_from_one: u32) -> usize {
    usize::try_from(counted_from_one.saturating_sub(1)).unwrap_or(usize::MAX)
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Problem {}

impl Diagnostic for Problem {
    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.help.as_ref().map(|help| Box::new(help) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.at.as_ref().map(|at| &at.source as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let at = self.at.as_ref()?;
        Some(Box::new(std::iter::once(LabeledSpan::underline(at.span))))
    }
}

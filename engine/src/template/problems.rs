//! Collects what is wrong with one file, so that many errors come in one go.

use super::{Place, TemplateError, TemplateErrorKind, nearest::nearest, raw::Raw};

/// The errors of one file.
pub(super) struct Problems {
    file: String,
    list: Vec<TemplateError>,
}

impl Problems {
    /// None yet.
    pub(super) fn new(file: &str) -> Problems {
        Problems { file: file.to_owned(), list: Vec::new() }
    }

    /// None yet, of the same file.
    pub(super) fn alike(&self) -> Problems {
        Problems::new(&self.file)
    }

    /// Takes over what was found.
    pub(super) fn extend(&mut self, other: Problems) {
        self.list.extend(other.list);
    }

    /// Adds an error.
    pub(super) fn add(&mut self, place: Place, kind: TemplateErrorKind) {
        self.list.push(TemplateError { file: self.file.clone(), place, kind });
    }

    /// A value of the wrong shape.
    pub(super) fn expected(&mut self, expected: impl Into<String>, found: &Raw) {
        self.add(
            found.place,
            TemplateErrorKind::Expected { expected: expected.into(), found: found.describe() },
        );
    }

    /// A name that does not exist.
    pub(super) fn no_such<'a>(
        &mut self,
        place: Place,
        what: &'static str,
        found: &str,
        names: impl IntoIterator<Item = &'a str>,
    ) {
        self.add(
            place,
            TemplateErrorKind::NoSuchName {
                what,
                found: found.to_owned(),
                nearest: nearest(found, names).map(str::to_owned),
            },
        );
    }

    /// The errors in order of place.
    pub(super) fn into_sorted(mut self) -> Vec<TemplateError> {
        self.list.sort_by_key(|error| error.place);
        self.list
    }
}

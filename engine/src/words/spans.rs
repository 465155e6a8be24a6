//! Runs of Latin script inside a Japanese sentence, so that a page can mark them `lang="en"`.

/// A run of text in one script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span<'a> {
    /// The text.
    pub text: &'a str,
    /// Whether it is a name in Latin script.
    pub latin: bool,
}

/// Splits text into runs; joined they are the text again. A Latin run begins and ends with a letter or digit, has at
/// least one letter, and may hold spaces and symbols between.
pub fn latin_spans(text: &str) -> Vec<Span<'_>> {
    let mut spans = Vec::new();
    let mut rest = text;
    while let Some((before, run, after)) = next_run(rest) {
        if !before.is_empty() {
            spans.push(Span { text: before, latin: false });
        }
        spans.push(Span { text: run, latin: true });
        rest = after;
    }
    if !rest.is_empty() {
        spans.push(Span { text: rest, latin: false });
    }
    spans
}

/// The text before the first Latin run, the run, and what follows.
fn next_run(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    loop {
        let (_, tail) = text.split_at_checked(from)?;
        let start = from + tail.find(|c: char| c.is_ascii_alphanumeric())?;
        let (before, tail) = text.split_at_checked(start)?;
        let end = tail.find(|c: char| !c.is_ascii()).unwrap_or(tail.len());
        let (ascii, _) = tail.split_at_checked(end)?;
        let run = ascii.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
        if run.contains(|c: char| c.is_ascii_alphabetic()) {
            let (_, after) = tail.split_at_checked(run.len())?;
            return Some((before, run, after));
        }
        from = start + end;
    }
}

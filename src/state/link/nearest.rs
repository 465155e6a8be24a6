//! The valid word nearest to what was written.

/// The word with the smallest edit distance; the first of several.
pub(super) fn nearest<'v>(found: &str, valid: impl IntoIterator<Item = &'v str>) -> Option<&'v str> {
    // A longer text is no misspelling; measuring all of it would cost time for nothing.
    let found: Vec<char> = found.chars().take(32).flat_map(char::to_lowercase).collect();
    valid.into_iter().min_by_key(|word| distance(&found, word))
}

/// Levenshtein's distance, row by row.
fn distance(found: &[char], word: &str) -> usize {
    let mut row: Vec<usize> = (0..=found.len()).collect();
    for (line, letter) in word.chars().enumerate() {
        let mut diagonal = line;
        let mut left = line + 1;
        let mut cells = row.iter_mut();
        if let Some(first) = cells.next() {
            *first = left;
        }
        for (cell, other) in cells.zip(found) {
            let replaced = diagonal + usize::from(*other != letter);
            diagonal = *cell;
            left = replaced.min(*cell + 1).min(left + 1);
            *cell = left;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_wins() {
        let themes = ["auto", "light", "dark"];
        for (found, expected) in
            [("drak", "dark"), ("Light", "light"), ("", "auto"), ("lihgt", "light"), ("暗い", "auto")]
        {
            assert_eq!(nearest(found, themes), Some(expected), "nearest to {found}");
        }
    }
}

//! Where the keys lead in a row of tabs.

/// The one that a key leads to from another; around at the ends.
pub(crate) fn beside<T: Copy + PartialEq>(all: &[T], from: T, key: &str) -> Option<T> {
    let at = all.iter().position(|one| *one == from)?;
    match key {
        "ArrowRight" => all.iter().cycle().nth(at + 1),
        "ArrowLeft" => all.iter().cycle().nth(at + all.len() - 1),
        "Home" => all.first(),
        "End" => all.last(),
        _ => None,
    }
    .copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(from: char, key: &str, expect: Option<char>) {
        assert_eq!(beside(&['a', 'b', 'c'], from, key), expect, "{key} from {from}");
    }

    #[test]
    fn arrows_go_around() {
        check('a', "ArrowRight", Some('b'));
        check('c', "ArrowRight", Some('a'));
        check('b', "ArrowLeft", Some('a'));
        check('a', "ArrowLeft", Some('c'));
        check('b', "Home", Some('a'));
        check('b', "End", Some('c'));
        check('b', "x", None);
        check('z', "Home", None);
    }
}

//! The latest things worked out, kept: readers go back and forth between a few states.

use std::cell::RefCell;
use std::fmt;

/// Things by what they were worked out from; the one not asked for longest goes first.
pub(crate) struct Kept<K, V> {
    most: usize,
    /// The latest last.
    found: RefCell<Vec<(K, V)>>,
}

impl<K: PartialEq, V: Clone> Kept<K, V> {
    /// Keeps so many at most.
    pub(crate) fn new(most: usize) -> Kept<K, V> {
        Kept { most, found: RefCell::new(Vec::new()) }
    }

    /// What is kept under this key, else what `work` gives.
    pub(crate) fn get_or(&self, key: K, work: impl FnOnce() -> V) -> V {
        let known = {
            let mut found = self.found.borrow_mut();
            let at = found.iter().position(|(kept, _)| *kept == key);
            at.map(|at| found.remove(at))
        };
        let latest = known.unwrap_or_else(|| (key, work()));
        let value = latest.1.clone();
        let mut found = self.found.borrow_mut();
        if found.len() >= self.most {
            found.remove(0);
        }
        found.push(latest);
        value
    }
}

impl<K, V> fmt::Debug for Kept<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Kept").field("most", &self.most).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_asked_for_lately_is_not_worked_out_again() {
        let kept = Kept::new(2);
        let worked = RefCell::new(Vec::new());
        let asked = |key: u8| {
            kept.get_or(key, || {
                worked.borrow_mut().push(key);
                key + 1
            })
        };
        assert_eq!([1, 2, 1, 3, 1, 2].map(asked), [2, 3, 2, 4, 2, 3]);
        assert_eq!(*worked.borrow(), [1, 2, 3, 2], "2 gave way to 3, and 1 did not");
    }
}

//! Finding an item of a long list by its key.

use std::cell::OnceCell;
use std::rc::Rc;

/// The order of a list's items by a key, made at the first search and kept. It is no part of what the list is: it is equal to any other.
///
/// Items may be added later; the order is then out of date, and searches go through the whole list. Keys must stay as they are.
#[derive(Clone, Debug, Default)]
pub struct Lookup(OnceCell<Rc<[u32]>>);

impl PartialEq for Lookup {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Lookup {}

impl Lookup {
    /// The place of the first item with this key.
    pub fn position<T, K: Ord + ?Sized>(
        &self,
        items: &[T],
        key: impl Fn(&T) -> &K,
        wanted: &K,
    ) -> Option<usize> {
        // A few are sooner looked through than put in order.
        const FEW: usize = 32;
        let through = || items.iter().position(|item| key(item) == wanted);
        if items.len() < FEW {
            return through();
        }
        let order = self.0.get_or_init(|| {
            let mut order: Vec<u32> = (0..u32::try_from(items.len()).unwrap_or(u32::MAX)).collect();
            order.sort_by_key(|at| item(items, *at).map(&key));
            order.into()
        });
        if order.len() != items.len() {
            return through();
        }
        let at = order.partition_point(|at| item(items, *at).map(&key) < Some(wanted));
        let found = usize::try_from(*order.get(at)?).ok()?;
        (key(items.get(found)?) == wanted).then_some(found)
    }
}

fn item<T>(items: &[T], at: u32) -> Option<&T> {
    items.get(usize::try_from(at).ok()?)
}

#[cfg(test)]
mod tests {
    use super::Lookup;

    #[track_caller]
    fn check(items: &[String]) {
        let lookup = Lookup::default();
        for wanted in items.iter().map(String::as_str).chain(["", "nothing", "zz"]) {
            let plain = items.iter().position(|item| item == wanted);
            assert_eq!(lookup.position(items, String::as_str, wanted), plain, "{wanted}");
        }
    }

    #[test]
    fn the_first_of_each_key_is_found() {
        check(&[]);
        check(&["b".into(), "a".into(), "b".into()]);
        check(&(0..500).rev().map(|n: u32| (n * 7919 % 101).to_string()).collect::<Vec<_>>());
    }

    #[test]
    fn what_was_added_later_is_found() {
        let lookup = Lookup::default();
        let mut items: Vec<String> = (0..100_u32).map(|n| n.to_string()).collect();
        assert_eq!(lookup.position(&items, String::as_str, "99"), Some(99));
        items.push("new".into());
        assert_eq!(lookup.position(&items, String::as_str, "new"), Some(100));
    }
}

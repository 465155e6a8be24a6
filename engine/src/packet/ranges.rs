//! Sets of numbers as sorted disjoint ranges.

use std::fmt;

/// A number a [`Ranges`] can hold.
pub trait Bound: Copy + Ord + fmt::Debug {
    /// Smallest value.
    const MIN: Self;
    /// Largest value.
    const MAX: Self;
    /// The next value, `None` after [`Bound::MAX`].
    fn next(self) -> Option<Self>;
    /// The previous value, `None` before [`Bound::MIN`].
    fn previous(self) -> Option<Self>;
}

macro_rules! bound {
    ($($t:ty),*) => {$(
        impl Bound for $t {
            const MIN: Self = <$t>::MIN;
            const MAX: Self = <$t>::MAX;
            fn next(self) -> Option<Self> { self.checked_add(1) }
            fn previous(self) -> Option<Self> { self.checked_sub(1) }
        }
    )*};
}
bound!(u8, u16, u32, u128);

/// A set of numbers: sorted, disjoint, non-touching inclusive ranges. Canonical.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ranges<T>(Vec<(T, T)>);

impl<T> Default for Ranges<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Bound> Ranges<T> {
    /// No number.
    pub fn empty() -> Self {
        Self(Vec::new())
    }

    /// Every number.
    pub fn full() -> Self {
        Self(vec![(T::MIN, T::MAX)])
    }

    /// One number.
    pub fn one(value: T) -> Self {
        Self(vec![(value, value)])
    }

    /// `low..=high`; empty where `low > high`.
    pub fn range(low: T, high: T) -> Self {
        if low <= high { Self(vec![(low, high)]) } else { Self::empty() }
    }

    /// The ranges, sorted.
    pub fn ranges(&self) -> &[(T, T)] {
        &self.0
    }

    /// Whether no number is in the set.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether every number is in the set.
    pub fn is_full(&self) -> bool {
        self.0.as_slice() == [(T::MIN, T::MAX)]
    }

    /// Whether `value` is in the set.
    pub fn contains(&self, value: T) -> bool {
        let after = self.0.partition_point(|(low, _)| *low <= value);
        after.checked_sub(1).and_then(|i| self.0.get(i)).is_some_and(|(_, high)| value <= *high)
    }

    /// The smallest number.
    pub fn first(&self) -> Option<T> {
        self.0.first().map(|(low, _)| *low)
    }

    /// Numbers in either set.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        let mut all: Vec<(T, T)> = Vec::with_capacity(self.0.len() + other.0.len());
        let (mut a, mut b) = (self.0.iter().peekable(), other.0.iter().peekable());
        loop {
            let (low, high) = match (a.peek(), b.peek()) {
                (Some(x), Some(y)) if x.0 <= y.0 => {
                    let x = **x;
                    a.next();
                    x
                }
                (_, Some(y)) => {
                    let y = **y;
                    b.next();
                    y
                }
                (Some(x), None) => {
                    let x = **x;
                    a.next();
                    x
                }
                (None, None) => return Self(all),
            };
            match all.last_mut() {
                Some(last) if last.1.next().is_none_or(|after| low <= after) => last.1 = last.1.max(high),
                _ => all.push((low, high)),
            }
        }
    }

    /// Numbers in both sets.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Self {
        let mut all = Vec::new();
        let (mut a, mut b) = (self.0.iter().peekable(), other.0.iter().peekable());
        while let (Some(&&(al, ah)), Some(&&(bl, bh))) = (a.peek(), b.peek()) {
            let (low, high) = (al.max(bl), ah.min(bh));
            if low <= high {
                all.push((low, high));
            }
            if ah < bh {
                a.next();
            } else {
                b.next();
            }
        }
        Self(all)
    }

    /// Numbers not in the set.
    #[must_use]
    pub fn complement(&self) -> Self {
        let mut all = Vec::with_capacity(self.0.len() + 1);
        let mut from = Some(T::MIN);
        for &(low, high) in &self.0 {
            if let (Some(start), Some(end)) = (from, low.previous())
                && start <= end
            {
                all.push((start, end));
            }
            from = high.next();
        }
        if let Some(start) = from {
            all.push((start, T::MAX));
        }
        Self(all)
    }

    /// Numbers in this set and not in the other.
    #[must_use]
    pub fn difference(&self, other: &Self) -> Self {
        self.intersection(&other.complement())
    }

    /// Whether every number of this set is in the other.
    pub fn is_subset(&self, other: &Self) -> bool {
        self.difference(other).is_empty()
    }
}

impl<T: Bound> FromIterator<(T, T)> for Ranges<T> {
    /// From inclusive ranges in any order, overlapping or not; inverted ones are empty.
    fn from_iter<I: IntoIterator<Item = (T, T)>>(iter: I) -> Self {
        let mut ranges: Vec<(T, T)> = iter.into_iter().filter(|(low, high)| low <= high).collect();
        ranges.sort_unstable();
        let mut all: Vec<(T, T)> = Vec::with_capacity(ranges.len());
        for (low, high) in ranges {
            match all.last_mut() {
                Some(last) if last.1.next().is_none_or(|after| low <= after) => last.1 = last.1.max(high),
                _ => all.push((low, high)),
            }
        }
        Self(all)
    }
}

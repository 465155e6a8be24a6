//! Sets of numbers as sorted disjoint ranges.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

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
///
/// Nearly all sets that filters speak of are empty or one range, so these need no allocation; others are shared, because a walk hands
/// the same sets on from hop to hop.
#[derive(Clone, Debug)]
pub struct Ranges<T>(Few<T>);

/// Ranges in order; `Many` holds two or more.
#[derive(Clone, Debug)]
enum Few<T> {
    None,
    One((T, T)),
    Many(Arc<[(T, T)]>),
}

/// Ranges being put together.
struct Gathered<T> {
    first: Option<(T, T)>,
    more: Vec<(T, T)>,
}

impl<T> Default for Ranges<T> {
    fn default() -> Self {
        Self(Few::None)
    }
}

impl<T> Ranges<T> {
    /// The ranges, sorted.
    pub fn ranges(&self) -> &[(T, T)] {
        match &self.0 {
            Few::None => &[],
            Few::One(range) => std::slice::from_ref(range),
            Few::Many(ranges) => ranges,
        }
    }
}

impl<T: Bound> Ranges<T> {
    /// No number.
    pub fn empty() -> Self {
        Self(Few::None)
    }

    /// Every number.
    pub fn full() -> Self {
        Self(Few::One((T::MIN, T::MAX)))
    }

    /// One number.
    pub fn one(value: T) -> Self {
        Self(Few::One((value, value)))
    }

    /// `low..=high`; empty where `low > high`.
    pub fn range(low: T, high: T) -> Self {
        if low <= high { Self(Few::One((low, high))) } else { Self::empty() }
    }

    /// Whether no number is in the set.
    pub fn is_empty(&self) -> bool {
        matches!(self.0, Few::None)
    }

    /// Whether every number is in the set.
    pub fn is_full(&self) -> bool {
        matches!(self.0, Few::One((low, high)) if low == T::MIN && high == T::MAX)
    }

    /// Whether `value` is in the set.
    pub fn contains(&self, value: T) -> bool {
        let ranges = self.ranges();
        let after = ranges.partition_point(|(low, _)| *low <= value);
        after.checked_sub(1).and_then(|i| ranges.get(i)).is_some_and(|(_, high)| value <= *high)
    }

    /// The smallest number.
    pub fn first(&self) -> Option<T> {
        self.ranges().first().map(|(low, _)| *low)
    }

    /// Numbers in either set.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        if self.is_empty() || other.is_full() || self.is_shared(other) {
            return other.clone();
        }
        if other.is_empty() || self.is_full() {
            return self.clone();
        }
        let mut all = Gathered::new();
        let (mut a, mut b) = (self.ranges().iter().peekable(), other.ranges().iter().peekable());
        while let Some(&range) = match (a.peek(), b.peek()) {
            (Some(x), Some(y)) if x.0 <= y.0 => a.next(),
            (_, Some(_)) => b.next(),
            (_, None) => a.next(),
        } {
            all.push(range);
        }
        all.finish()
    }

    /// Numbers in both sets.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Self {
        if self.is_empty() || other.spans(self) || self.is_shared(other) {
            return self.clone();
        }
        if other.is_empty() || self.spans(other) {
            return other.clone();
        }
        let mut all = Gathered::new();
        let (mut a, mut b) = (self.overlapping(other), other.overlapping(self));
        while let (Some(&(al, ah)), Some(&(bl, bh))) = (a.first(), b.first()) {
            let (low, high) = (al.max(bl), ah.min(bh));
            if low <= high {
                all.push((low, high));
            }
            let passed = if ah < bh { &mut a } else { &mut b };
            *passed = passed.get(1..).unwrap_or_default();
        }
        all.finish()
    }

    /// Whether this is one range with all of another set in it.
    fn spans(&self, other: &Self) -> bool {
        let Few::One((low, high)) = &self.0 else { return false };
        let ranges = other.ranges();
        ranges.first().is_some_and(|(first, _)| low <= first)
            && ranges.last().is_some_and(|(_, last)| last <= high)
    }

    /// Whether both are the same ranges in the same place.
    fn is_shared(&self, other: &Self) -> bool {
        matches!((&self.0, &other.0), (Few::Many(a), Few::Many(b)) if Arc::ptr_eq(a, b))
    }

    /// Whether a number is in both sets.
    pub fn meets(&self, other: &Self) -> bool {
        let (few, many) =
            if self.ranges().len() <= other.ranges().len() { (self, other) } else { (other, self) };
        let many = many.ranges();
        few.ranges().iter().any(|(low, high)| {
            let first = many.partition_point(|(_, end)| end < low);
            many.get(first).is_some_and(|(start, _)| start <= high)
        })
    }

    /// The ranges between the ends of another set.
    fn overlapping(&self, other: &Self) -> &[(T, T)] {
        let ranges = self.ranges();
        let (Some((low, _)), Some((_, high))) = (other.ranges().first(), other.ranges().last()) else {
            return &[];
        };
        let from = ranges.partition_point(|(_, end)| end < low);
        let to = ranges.partition_point(|(start, _)| start <= high);
        ranges.get(from..to).unwrap_or_default()
    }

    /// Numbers not in the set.
    #[must_use]
    pub fn complement(&self) -> Self {
        Self::full().difference(self)
    }

    /// Numbers in this set and not in the other.
    #[must_use]
    pub fn difference(&self, other: &Self) -> Self {
        let near = other.overlapping(self);
        if near.is_empty() {
            return self.clone();
        }
        if self.is_empty() || other.spans(self) || self.is_shared(other) {
            return Self::empty();
        }
        let mut all = Gathered::new();
        for &(low, high) in self.ranges() {
            let mut from = Some(low);
            let first = near.partition_point(|(_, end)| *end < low);
            for &(start, end) in near.iter().skip(first).take_while(|(start, _)| *start <= high) {
                if let (Some(from), Some(before)) = (from, start.previous())
                    && from <= before
                {
                    all.push((from, before));
                }
                from = end.next();
            }
            if let Some(from) = from.filter(|from| *from <= high) {
                all.push((from, high));
            }
        }
        all.finish()
    }

    /// Whether every number of this set is in the other.
    pub fn is_subset(&self, other: &Self) -> bool {
        self.ranges().iter().all(|(low, high)| {
            let ranges = other.ranges();
            let first = ranges.partition_point(|(_, end)| end < low);
            ranges.get(first).is_some_and(|(start, end)| start <= low && high <= end)
        })
    }
}

impl<T: Bound> Gathered<T> {
    fn new() -> Self {
        Self { first: None, more: Vec::new() }
    }

    /// Adds a range that begins no lower than the last one.
    fn push(&mut self, (low, high): (T, T)) {
        match self.more.last_mut().or(self.first.as_mut()) {
            Some(last) if last.1.next().is_none_or(|after| low <= after) => last.1 = last.1.max(high),
            Some(_) => self.more.push((low, high)),
            None => self.first = Some((low, high)),
        }
    }

    fn finish(self) -> Ranges<T> {
        Ranges(match self.first {
            None => Few::None,
            Some(only) if self.more.is_empty() => Few::One(only),
            Some(first) => Few::Many(std::iter::once(first).chain(self.more).collect()),
        })
    }
}

impl<T: PartialEq> PartialEq for Ranges<T> {
    fn eq(&self, other: &Self) -> bool {
        self.ranges() == other.ranges()
    }
}

impl<T: Eq> Eq for Ranges<T> {}

impl<T: Ord> PartialOrd for Ranges<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T: Ord> Ord for Ranges<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.ranges().cmp(other.ranges())
    }
}

impl<T: Hash> Hash for Ranges<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.ranges().hash(state);
    }
}

impl<T: Bound> FromIterator<(T, T)> for Ranges<T> {
    /// From inclusive ranges in any order, overlapping or not; inverted ones are empty.
    fn from_iter<I: IntoIterator<Item = (T, T)>>(iter: I) -> Self {
        let mut ranges: Vec<(T, T)> = iter.into_iter().filter(|(low, high)| low <= high).collect();
        ranges.sort_unstable();
        let mut all = Gathered::new();
        for range in ranges {
            all.push(range);
        }
        all.finish()
    }
}

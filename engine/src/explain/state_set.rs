//! Sets of states, one bit for each.

use super::setting::bits;
use super::tree::mask;

/// A set of the states of some toggles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct StateSet {
    toggles: u32,
    /// State `s` is bit `s % 64` of word `s / 64`.
    words: Vec<u64>,
}

/// A word holds the states of this many toggles, the lowest.
const IN_A_WORD: u32 = 6;

/// For each of them, the states of a word in which it is on.
const ON: [u64; 6] = [
    0xaaaa_aaaa_aaaa_aaaa,
    0xcccc_cccc_cccc_cccc,
    0xf0f0_f0f0_f0f0_f0f0,
    0xff00_ff00_ff00_ff00,
    0xffff_0000_ffff_0000,
    0xffff_ffff_0000_0000,
];

impl StateSet {
    /// No state.
    pub(super) fn empty(toggles: u32) -> Self {
        Self { toggles, words: vec![0; 1 << toggles.saturating_sub(IN_A_WORD)] }
    }

    /// Every state.
    pub(super) fn full(toggles: u32) -> Self {
        let mut all = Self::empty(toggles);
        all.add(0, 0);
        all
    }

    /// Adds every state that agrees with one on what is decided.
    pub(super) fn add(&mut self, decided: u64, state: u64) {
        let mut within = 1u64.checked_shl(1 << self.toggles.min(IN_A_WORD)).map_or(u64::MAX, |bit| bit - 1);
        for (bit, on) in ON.iter().enumerate() {
            if decided >> bit & 1 == 1 {
                within &= if state >> bit & 1 == 1 { *on } else { !on };
            }
        }
        let (first, free) = ((state & decided) >> IN_A_WORD, (mask(self.toggles) & !decided) >> IN_A_WORD);
        let mut some = 0u64;
        loop {
            // Every subset of the free toggles above a word's, in order.
            if let Some(word) = usize::try_from(first | some).ok().and_then(|at| self.words.get_mut(at)) {
                *word |= within;
            }
            some = some.wrapping_sub(free) & free;
            if some == 0 {
                break;
            }
        }
    }

    /// States in both sets.
    pub(super) fn and(&self, other: &Self) -> Self {
        let words = self.words.iter().zip(&other.words).map(|(a, b)| a & b);
        Self { toggles: self.toggles, words: words.collect() }
    }

    /// Adds the states of another set.
    pub(super) fn join(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(a, b)| *a |= b);
    }

    /// Takes out the states of another set.
    pub(super) fn leave_out(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(a, b)| *a &= !b);
    }

    /// How many states there are.
    pub(super) fn len(&self) -> u64 {
        self.words.iter().map(|word| u64::from(word.count_ones())).sum()
    }

    /// Whether a state is in the set.
    pub(super) fn contains(&self, state: u64) -> bool {
        let word = usize::try_from(state >> IN_A_WORD).ok().and_then(|at| self.words.get(at));
        word.is_some_and(|word| word >> (state & 63) & 1 == 1)
    }

    /// Whether turning a toggle leads into or out of the set anywhere.
    pub(super) fn rests_on(&self, toggle: u32) -> bool {
        if let Some(above) = toggle.checked_sub(IN_A_WORD) {
            let step = 1usize << above;
            return self.words.chunks_exact(step * 2).any(|both| {
                let (off, on) = both.split_at(step);
                off != on
            });
        }
        let on = usize::try_from(toggle).ok().and_then(|at| ON.get(at)).copied().unwrap_or_default();
        self.words.iter().any(|word| (word & on) >> (1u32 << toggle) != word & !on)
    }

    /// The states, in order.
    pub(super) fn states(&self) -> impl Iterator<Item = u64> {
        (0u64..)
            .zip(&self.words)
            .flat_map(|(at, word)| bits(*word).map(move |bit| at << IN_A_WORD | u64::from(bit)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn states_are_those_that_agree(toggles in 0u32..9, cubes in prop::collection::vec((0u64..512, 0u64..512), 0..4)) {
            let mut set = StateSet::empty(toggles);
            let all = mask(toggles);
            for (decided, state) in &cubes {
                set.add(decided & all, state & all);
            }
            let within = |s: u64| cubes.iter().any(|(decided, state)| (s ^ state) & decided & all == 0);
            let expected: Vec<u64> = (0..1 << toggles).filter(|s| within(*s)).collect();
            prop_assert_eq!(set.states().collect::<Vec<_>>(), expected.clone());
            prop_assert_eq!(set.len(), u64::try_from(expected.len()).unwrap());
            for toggle in 0..toggles {
                let rests = (0..1u64 << toggles).any(|s| within(s) != within(s ^ 1 << toggle));
                prop_assert_eq!(set.rests_on(toggle), rests, "toggle {}", toggle);
            }
        }
    }
}

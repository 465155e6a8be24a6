//! Which of a lesson's toggles are on.

/// A set of toggles, by their place in the lesson's list; at most [`Toggles::MOST`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Toggles(u64);

impl Toggles {
    /// How many toggles a lesson may have.
    pub const MOST: usize = 64;

    /// Whether the toggle is on.
    pub fn is_on(self, index: usize) -> bool {
        index < Self::MOST && self.0 >> index & 1 == 1
    }

    /// The set with this toggle on or off.
    #[must_use]
    pub fn with(self, index: usize, on: bool) -> Self {
        if index >= Self::MOST {
            return self;
        }
        let bit = 1 << index;
        Self(if on { self.0 | bit } else { self.0 & !bit })
    }

    /// One bit per toggle.
    pub fn bits(self) -> u64 {
        self.0
    }

    /// The first `count` toggles as bytes, lowest first.
    pub fn to_bytes(self, count: usize) -> impl Iterator<Item = u8> {
        self.0.to_le_bytes().into_iter().take(count.div_ceil(8))
    }

    /// Reads [`Toggles::to_bytes`] back; bytes beyond the eighth do not count.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        let mut whole = [0; 8];
        whole.iter_mut().zip(bytes).for_each(|(to, from)| *to = *from);
        Self(u64::from_le_bytes(whole))
    }
}

impl From<u64> for Toggles {
    fn from(bits: u64) -> Self {
        Self(bits)
    }
}

impl FromIterator<usize> for Toggles {
    fn from_iter<I: IntoIterator<Item = usize>>(on: I) -> Self {
        on.into_iter().fold(Self::default(), |toggles, index| toggles.with(index, true))
    }
}

//! States of a template's toggles as bits, and as parameters.

use crate::template::{MAX_TOGGLES, Parameters, Toggle};

/// A toggle and what it is set to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Setting {
    /// The parameter.
    pub parameter: Box<str>,
    /// Whether it is on.
    pub on: bool,
    /// The value that means so.
    pub value: Box<str>,
}

/// The toggles of a template, numbered; a state is one bit for each, 1 being on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    toggles: Vec<Toggle>,
    /// What is given besides.
    fixed: Parameters,
}

impl Settings {
    /// These toggles, with other parameters fixed at what is given. Toggles beyond 63 are fixed as well.
    pub fn new(toggles: &[Toggle], given: &Parameters) -> Self {
        let toggles: Vec<Toggle> = toggles.iter().take(MAX_TOGGLES).cloned().collect();
        let fixed = given.iter().filter(|(name, _)| toggles.iter().all(|t| *t.parameter != ***name));
        Self { fixed: fixed.map(|(name, value)| (name.clone(), value.clone())).collect(), toggles }
    }

    /// The toggles, by number.
    pub fn toggles(&self) -> &[Toggle] {
        &self.toggles
    }

    /// How many toggles there are.
    pub fn len(&self) -> u32 {
        u32::try_from(self.toggles.len()).unwrap_or(u32::MAX)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.toggles.is_empty()
    }

    /// The state that these parameters make; what is not given is at its default.
    pub fn state(&self, parameters: &Parameters) -> u64 {
        let on = |toggle: &Toggle| {
            let given = parameters.get(&*toggle.parameter).map(String::as_str);
            given.or(toggle.default.as_deref()) == Some(&*toggle.values.1)
        };
        let bits = (0u32..).zip(&self.toggles).filter(|(_, toggle)| on(toggle));
        bits.fold(0, |state, (bit, _)| state | 1 << bit)
    }

    /// The state where every toggle is at its default.
    pub fn defaults(&self) -> u64 {
        self.state(&Parameters::new())
    }

    /// The parameters that make a state, complete.
    pub fn parameters(&self, state: u64) -> Parameters {
        let mut parameters = self.fixed.clone();
        for (bit, _) in (0u32..).zip(&self.toggles) {
            parameters.extend(self.setting(bit, state).map(|s| (s.parameter.into(), s.value.into())));
        }
        parameters
    }

    /// What one toggle is in a state.
    pub fn setting(&self, bit: u32, state: u64) -> Option<Setting> {
        let toggle = self.toggles.get(usize::try_from(bit).ok()?)?;
        let on = state >> bit & 1 == 1;
        let value = if on { &toggle.values.1 } else { &toggle.values.0 };
        Some(Setting { parameter: toggle.parameter.clone(), on, value: value.clone() })
    }

    /// What the toggles of a set are in a state.
    pub fn of(&self, set: u64, state: u64) -> Vec<Setting> {
        bits(set).filter_map(|bit| self.setting(bit, state)).collect()
    }
}

/// The numbers of the bits that are set, lowest first.
pub(super) fn bits(mut set: u64) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        let bit = (set != 0).then(|| set.trailing_zeros())?;
        set &= set - 1;
        Some(bit)
    })
}

//! The question: predict, commit, reveal. What is predicted is nowhere but here: not in the address, not in a message.

/// A prediction, and whether it has been committed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prediction {
    /// The option picked.
    pub pick: Option<usize>,
    /// How sure the reader is.
    pub confidence: Option<Confidence>,
    /// Whether an option was expected to meet a requirement, where that was guessed.
    guesses: Vec<Guess>,
    /// Whether the engine's answers are shown.
    pub revealed: bool,
    /// Whether they were asked for before the prediction was complete.
    pub early: bool,
}

/// Of one option and one requirement, by their places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guess {
    /// The option.
    pub option: usize,
    /// The requirement.
    pub requirement: usize,
    /// Whether it is expected to hold.
    pub holds: bool,
}

/// How sure the reader is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confidence {
    /// A guess.
    Low,
    /// Fairly sure.
    Middle,
    /// Certain.
    High,
}

impl Confidence {
    /// Every degree, least first.
    pub const ALL: [Confidence; 3] = [Confidence::Low, Confidence::Middle, Confidence::High];
}

/// A step of a prediction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Predict {
    /// An option was picked.
    Pick(usize),
    /// How sure.
    Sure(Confidence),
    /// A guess about one option and one requirement.
    Guess(Guess),
    /// Commits, and asks for the answers.
    Reveal,
    /// Begins anew.
    Again,
}

/// What is still to be predicted before anything is revealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// An option.
    Pick,
    /// Guesses about the option picked: this one is the first.
    Guess(usize, usize),
    /// How sure.
    Confidence,
}

impl Prediction {
    /// What was guessed of an option and a requirement.
    pub fn guess(&self, option: usize, requirement: usize) -> Option<bool> {
        self.guesses.iter().find(|g| (g.option, g.requirement) == (option, requirement)).map(|g| g.holds)
    }

    /// Every guess.
    pub fn guesses(&self) -> &[Guess] {
        &self.guesses
    }

    /// What is missing first, where the option picked has `headlines` requirements to be guessed.
    pub fn missing(&self, headlines: usize) -> Option<Missing> {
        let Some(pick) = self.pick else { return Some(Missing::Pick) };
        if let Some(open) = (0..headlines).find(|index| self.guess(pick, *index).is_none()) {
            return Some(Missing::Guess(pick, open));
        }
        self.confidence.is_none().then_some(Missing::Confidence)
    }

    /// The prediction after a step. Once revealed it does not change any more, except to begin anew.
    #[must_use]
    pub fn after(&self, step: Predict, headlines: usize) -> Prediction {
        let mut next = self.clone();
        match step {
            Predict::Again => return Prediction::default(),
            _ if self.revealed => {}
            Predict::Pick(option) => next.pick = Some(option),
            Predict::Sure(confidence) => next.confidence = Some(confidence),
            Predict::Guess(guess) => {
                next.guesses.retain(|g| (g.option, g.requirement) != (guess.option, guess.requirement));
                next.guesses.push(guess);
            }
            Predict::Reveal => {
                next.revealed = self.missing(headlines).is_none();
                next.early = !next.revealed;
            }
        }
        next.early &= next.missing(headlines).is_some();
        next
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const HEADLINES: usize = 2;

    fn after(steps: &[Predict]) -> Prediction {
        steps.iter().fold(Prediction::default(), |now, step| now.after(*step, HEADLINES))
    }

    fn guess(option: usize, requirement: usize, holds: bool) -> Predict {
        Predict::Guess(Guess { option, requirement, holds })
    }

    #[track_caller]
    fn check(steps: &[Predict], missing: Option<Missing>, revealed: bool) {
        let now = after(steps);
        assert_eq!((now.missing(HEADLINES), now.revealed), (missing, revealed), "after {steps:?}");
    }

    #[test]
    fn nothing_is_revealed_before_the_prediction_is_complete() {
        let mut steps = vec![Predict::Reveal];
        check(&steps, Some(Missing::Pick), false);
        steps.extend([Predict::Pick(1), Predict::Reveal]);
        check(&steps, Some(Missing::Guess(1, 0)), false);
        steps.extend([guess(1, 0, false), guess(0, 1, true), Predict::Reveal]);
        check(&steps, Some(Missing::Guess(1, 1)), false);
        steps.extend([guess(1, 1, true), Predict::Reveal]);
        check(&steps, Some(Missing::Confidence), false);
        steps.extend([Predict::Sure(Confidence::High), Predict::Reveal]);
        check(&steps, None, true);
    }

    #[test]
    fn what_is_committed_to_stays_and_can_be_begun_anew() {
        let steps = [
            Predict::Pick(0),
            guess(0, 0, true),
            guess(0, 1, true),
            Predict::Sure(Confidence::Low),
            Predict::Reveal,
        ];
        let committed = after(&steps);
        for step in [Predict::Pick(1), guess(0, 0, false), Predict::Sure(Confidence::High), Predict::Reveal] {
            assert_eq!(committed.after(step, HEADLINES), committed, "{step:?} changes nothing");
        }
        assert_eq!(committed.after(Predict::Again, HEADLINES), Prediction::default());
    }

    #[test]
    fn a_guess_can_be_changed() {
        let now = after(&[guess(2, 1, true), guess(2, 1, false)]);
        assert_eq!((now.guess(2, 1), now.guesses().len()), (Some(false), 1));
    }

    fn steps() -> impl Strategy<Value = Vec<Predict>> {
        let one = prop_oneof![
            (0..3usize).prop_map(Predict::Pick),
            prop::sample::select(&Confidence::ALL[..]).prop_map(Predict::Sure),
            (0..3usize, 0..2usize, any::<bool>()).prop_map(|(option, requirement, holds)| Predict::Guess(
                Guess { option, requirement, holds }
            )),
            Just(Predict::Reveal),
        ];
        prop::collection::vec(one, 0..24)
    }

    proptest! {
        #[test]
        fn revealed_means_complete(steps in steps()) {
            let now = after(&steps);
            prop_assert!(!now.revealed || now.missing(HEADLINES).is_none());
            prop_assert!(!(now.revealed && now.early));
        }
    }
}

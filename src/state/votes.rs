//! What a class votes, counted by whoever stands before it. It is nowhere but here: not in the address, not in a message.

/// When a vote is taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Round {
    /// Everybody alone.
    #[default]
    First,
    /// After they have talked it over.
    Second,
}

impl Round {
    /// Both, in order.
    pub const ALL: [Round; 2] = [Round::First, Round::Second];
}

/// The votes of a class, by option.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Votes {
    /// The round that is being counted.
    pub round: Round,
    first: Vec<u16>,
    second: Vec<u16>,
}

/// What happens to the votes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vote {
    /// This round is counted now.
    Round(Round),
    /// One more for an option, by its place, in the round that is counted.
    Cast(usize),
    /// So many for an option in a round.
    Count(Round, usize, u16),
    /// The class has voted: the answers are shown, without a prediction of one's own.
    Reveal,
    /// Another class.
    Clear,
}

impl Votes {
    /// The most that are counted for one option.
    pub const MOST: u16 = 999;

    /// The votes for an option in a round.
    pub fn of(&self, round: Round, option: usize) -> u16 {
        self.counts(round).get(option).copied().unwrap_or_default()
    }

    /// All votes of a round.
    pub fn total(&self, round: Round) -> u32 {
        self.counts(round).iter().map(|count| u32::from(*count)).sum()
    }

    /// Whether nobody has voted.
    pub fn is_empty(&self) -> bool {
        Round::ALL.iter().all(|round| self.total(*round) == 0)
    }

    /// The votes after this, where there are so many options.
    #[must_use]
    pub fn after(&self, vote: Vote, options: usize) -> Votes {
        let mut next = self.clone();
        match vote {
            Vote::Round(round) => next.round = round,
            Vote::Cast(option) => next.set(self.round, option, self.of(self.round, option) + 1, options),
            Vote::Count(round, option, count) => next.set(round, option, count, options),
            Vote::Reveal => {}
            Vote::Clear => return Votes::default(),
        }
        next
    }

    fn counts(&self, round: Round) -> &[u16] {
        match round {
            Round::First => &self.first,
            Round::Second => &self.second,
        }
    }

    fn set(&mut self, round: Round, option: usize, count: u16, options: usize) {
        let counts = match round {
            Round::First => &mut self.first,
            Round::Second => &mut self.second,
        };
        counts.resize(options, 0);
        if let Some(place) = counts.get_mut(option) {
            *place = count.min(Self::MOST);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(votes: &[Vote], first: [u16; 3], second: [u16; 3]) {
        let now = votes.iter().fold(Votes::default(), |now, vote| now.after(*vote, 3));
        let counted = |round| [0, 1, 2].map(|option| now.of(round, option));
        assert_eq!((counted(Round::First), counted(Round::Second)), (first, second), "after {votes:?}");
        assert_eq!(now.total(Round::First), first.iter().map(|count| u32::from(*count)).sum::<u32>());
    }

    #[test]
    fn votes_are_counted_for_the_round_that_is_on() {
        let mut votes = vec![Vote::Cast(1), Vote::Cast(1), Vote::Cast(0)];
        check(&votes, [1, 2, 0], [0; 3]);
        votes.extend([Vote::Round(Round::Second), Vote::Cast(2)]);
        check(&votes, [1, 2, 0], [0, 0, 1]);
        votes.extend([Vote::Count(Round::First, 0, 7), Vote::Count(Round::Second, 2, u16::MAX)]);
        check(&votes, [7, 2, 0], [0, 0, Votes::MOST]);
        votes.push(Vote::Cast(2));
        check(&votes, [7, 2, 0], [0, 0, Votes::MOST]);
        votes.push(Vote::Clear);
        check(&votes, [0; 3], [0; 3]);
    }

    #[test]
    fn an_option_that_is_not_there_gets_no_votes() {
        check(&[Vote::Cast(3), Vote::Count(Round::Second, 9, 1)], [0; 3], [0; 3]);
    }
}

//! The stops of a journey, a decision each: what is gone through step by step beneath the picture.

use engine::verdict::Answer;

/// A decision on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stop {
    /// The step of the journey.
    pub(crate) step: usize,
    /// The hop in it, where it is a network step: there, and then back.
    pub(crate) hop: Option<usize>,
}

/// Every stop of an answer's journey, in order.
pub(crate) fn stops(answer: &Answer) -> Vec<Stop> {
    let steps = answer.steps.iter().enumerate();
    steps
        .flat_map(|(step, taken)| {
            let hops = (0..taken.hops.len()).map(move |hop| Stop { step, hop: Some(hop) });
            hops.chain(taken.hops.is_empty().then_some(Stop { step, hop: None }))
        })
        .collect()
}

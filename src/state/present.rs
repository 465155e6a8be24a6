//! The lesson before a class, slide by slide. Verdicts wait on each slide until they are asked for, and then the path is walked.

use super::{Mode, Model, Shape};

/// A slide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slide {
    /// A chapter of the theory, by its place.
    Chapter(usize),
    /// The question, open.
    Question,
    /// The question, revealed.
    Outcome,
    /// An option, by its place, in the explorer.
    Option(usize),
}

impl Slide {
    /// All slides of a lesson, in order.
    pub fn all(shape: &Shape) -> Vec<Slide> {
        let chapters = (0..shape.chapters.len()).map(Slide::Chapter);
        let options = (0..shape.options.len()).map(Slide::Option);
        chapters.chain([Slide::Question, Slide::Outcome]).chain(options).collect()
    }

    /// The slide at a place.
    pub fn at(shape: &Shape, place: usize) -> Option<Slide> {
        Slide::all(shape).get(place).copied()
    }

    /// The slide that is nearest to where the reader is, by its place: that is where a class begins.
    pub fn nearest(model: &Model) -> usize {
        let here = match (model.mode, model.shape.option(model.on())) {
            (Mode::Theory, _) => Slide::Chapter(model.chapter),
            (Mode::Predict, _) => Slide::Question,
            (Mode::Explore, Some(option)) => Slide::Option(option),
            _ => Slide::Chapter(0),
        };
        Slide::all(&model.shape).iter().position(|slide| *slide == here).unwrap_or_default()
    }
}

/// Where a step of the presenter leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    /// To another slide.
    To(usize),
    /// The verdicts of this one are shown.
    Reveal,
    /// Along the path, to a stop or off it.
    Step(Option<usize>),
}

/// Where a step forth or back leads, where the path shown has so many stops. Nothing at the ends.
pub(super) fn turn(model: &Model, forth: bool, stops: usize) -> Option<Turn> {
    let at = model.present?;
    let walks = matches!(Slide::at(&model.shape, at)?, Slide::Option(_));
    if forth {
        let next = model.step.map_or(1, |step| step + 1);
        return match Slide::at(&model.shape, at)? {
            Slide::Question | Slide::Outcome => Slide::at(&model.shape, at + 1).map(|_| Turn::To(at + 1)),
            _ if !model.revealed => Some(Turn::Reveal),
            _ if walks && next <= stops => Some(Turn::Step(Some(next))),
            _ => Slide::at(&model.shape, at + 1).map(|_| Turn::To(at + 1)),
        };
    }
    match model.step.filter(|_| walks) {
        Some(step) => Some(Turn::Step(step.checked_sub(1).filter(|step| *step > 0))),
        None => at.checked_sub(1).map(Turn::To),
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use engine::words::Lang;
    use proptest::prelude::*;

    use super::*;
    use crate::state::{Action, Toggles, reduce};

    fn model() -> Model {
        let shape = Shape {
            lesson: "small".into(),
            toggles: 2,
            switches: vec![vec![0], vec![1]],
            switch_ids: vec!["a".into(), "b".into()],
            options: vec![Toggles::from_iter([0]), Toggles::from_iter([1])],
            requirements: 1,
            headlines: 1,
            chapters: vec![(Toggles::default(), None), (Toggles::from_iter([0]), Some(0))],
            ..Shape::default()
        };
        let model = Model::new(Rc::new(shape), Lang::En);
        reduce(&model, Action::Present(Some(0))).expect("a change")
    }

    /// Slide, whether verdicts are hidden, stop.
    fn seen(model: &Model) -> (Option<usize>, bool, Option<usize>) {
        (model.present, model.is_secret(), model.step)
    }

    #[test]
    fn a_class_sees_everything_once_and_verdicts_only_when_asked_for() {
        let mut model = model();
        let mut all = vec![seen(&model)];
        while let Some(next) = reduce(&model, Action::Turn { forth: true, stops: 2 }) {
            model = next;
            all.push(seen(&model));
        }
        let walked = |at| {
            [
                (Some(at), true, None),
                (Some(at), false, None),
                (Some(at), false, Some(1)),
                (Some(at), false, Some(2)),
            ]
        };
        let chapters =
            [(Some(0), true, None), (Some(0), false, None), (Some(1), true, None), (Some(1), false, None)];
        let question = [(Some(2), true, None), (Some(3), false, None)];
        assert_eq!(all, [&chapters[..], &question, &walked(4), &walked(5)].concat());
        assert_eq!(model.on(), Toggles::from_iter([1]), "the last option is shown");
    }

    #[test]
    fn the_way_back_ends_at_the_first_slide() {
        let mut model = model();
        for _ in 0..9 {
            model = reduce(&model, Action::Turn { forth: true, stops: 2 }).unwrap_or(model);
        }
        let mut turns = 0;
        while let Some(next) = reduce(&model, Action::Turn { forth: false, stops: 2 }) {
            model = next;
            turns += 1;
            assert!(turns < 40, "it goes on for ever");
        }
        assert_eq!(model.present, Some(0));
        let ended = reduce(&model, Action::Present(None)).expect("a change");
        assert!(!ended.is_secret(), "after a class everything is there again");
    }

    proptest! {
        #[test]
        fn the_question_is_never_given_away(turns in prop::collection::vec((any::<bool>(), 0usize..4), 0..40)) {
            let mut model = model();
            for (forth, stops) in turns {
                model = reduce(&model, Action::Turn { forth, stops }).unwrap_or(model);
                let slide = model.present.and_then(|at| Slide::at(&model.shape, at));
                prop_assert!(slide != Some(Slide::Question) || model.is_secret());
                prop_assert!(slide != Some(Slide::Outcome) || !model.is_secret());
            }
        }
    }
}

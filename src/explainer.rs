//! What explains verdicts, worked out when it is asked for and then kept. Never while a switch is being turned: a screen asks
//! after it is painted.

use std::cell::RefCell;
use std::rc::Rc;

use engine::explain::{
    BlockedPath, Causes, Fix, Knowledge, Progress, Slice, Space, Summary, blocked_path, causes, fixes,
    network_insights, slice, smallest_cause,
};
use engine::lesson::Lesson;
use engine::verdict::Verdict;

use crate::state::{Aspect, Toggles};

/// One side of the explanation of one requirement in one state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Question {
    /// The state.
    pub(crate) on: Toggles,
    /// The requirement, by its place.
    pub(crate) requirement: usize,
    /// The side.
    pub(crate) aspect: Aspect,
}

/// What was found.
#[derive(Debug)]
pub(crate) enum Found {
    /// Everything on the way that has to change, and the same question to AWS.
    Path(Box<BlockedPath>, Option<String>),
    /// What makes it hold.
    Fixes(Vec<Fix>),
    /// What suffices for the verdict, and what turns it.
    Causes(Causes),
}

/// Answers kept at most.
const MOST_KEPT: usize = 96;

/// Works things out and keeps them.
#[derive(Debug, Default)]
pub(crate) struct Explainer {
    knowledge: RefCell<Option<Knowledge>>,
    found: RefCell<Vec<(Question, Rc<Found>)>>,
    /// All states, while they are being judged.
    space: RefCell<Option<Space>>,
    summary: RefCell<Option<Rc<Summary>>>,
}

/// Axes of the small map at most: 32 squares of a size that can be pressed.
const AXES: usize = 5;

impl Explainer {
    /// What was found before.
    pub(crate) fn known(&self, question: Question) -> Option<Rc<Found>> {
        let found = self.found.borrow();
        found.iter().find(|(asked, _)| *asked == question).map(|(_, found)| found.clone())
    }

    /// Works it out, if it is not known. This takes its time.
    pub(crate) fn work_out(&self, lesson: &Lesson, question: Question) {
        if self.known(question).is_some() {
            return;
        }
        let found = self.with_knowledge(lesson, |knowledge| find(knowledge, question)).flatten();
        let mut kept = self.found.borrow_mut();
        if kept.len() >= MOST_KEPT {
            kept.clear();
        }
        kept.extend(found.map(|found| (question, Rc::new(found))));
    }

    /// The smallest set of settings that suffices for a verdict, as parameters with their values.
    pub(crate) fn smallest_cause(&self, lesson: &Lesson, on: Toggles, requirement: usize) -> Vec<String> {
        let cause =
            self.with_knowledge(lesson, |knowledge| smallest_cause(knowledge, on.bits(), requirement));
        cause
            .unwrap_or_default()
            .iter()
            .map(|setting| [&*setting.parameter, "=", &*setting.value].concat())
            .collect()
    }

    /// All states, summed up; nothing until all are judged.
    pub(crate) fn summary(&self) -> Option<Rc<Summary>> {
        self.summary.borrow().clone()
    }

    /// Judges a few states more of all there are. Nothing where there are too many to sum up.
    pub(crate) fn survey(&self, lesson: &Lesson, budget: usize) -> Option<Progress> {
        if self.summary.borrow().is_some() {
            return None;
        }
        let mut space = self.space.borrow_mut();
        if space.is_none() {
            *space = Knowledge::of_lesson(lesson).ok().and_then(Space::new);
        }
        let progress = space.as_mut()?.step(budget);
        if progress.done
            && let Some(whole) = space.take()
        {
            *self.summary.borrow_mut() = whole.summary().map(Rc::new);
            // What was learned helps every other question.
            *self.knowledge.borrow_mut() = Some(whole.into_knowledge());
        }
        Some(progress)
    }

    /// Every setting of the switches that are always in sight, the others as they are.
    pub(crate) fn slice(&self, lesson: &Lesson, on: Toggles, switches: &[Toggles]) -> Option<Slice> {
        let switches: Vec<u64> = switches.iter().map(|switch| switch.bits()).collect();
        self.with_knowledge(lesson, |knowledge| slice(knowledge, on.bits(), &switches, AXES))
    }

    /// Asks what is known of the lesson's states. Nothing for a template that does not resolve; the page says so elsewhere.
    fn with_knowledge<T>(&self, lesson: &Lesson, ask: impl FnOnce(&mut Knowledge) -> T) -> Option<T> {
        let mut knowledge = self.knowledge.borrow_mut();
        if knowledge.is_none() {
            *knowledge = Knowledge::of_lesson(lesson).ok();
        }
        knowledge.as_mut().map(ask)
    }
}

fn find(knowledge: &mut Knowledge, question: Question) -> Option<Found> {
    let Question { on, requirement, aspect } = question;
    let state = on.bits();
    match aspect {
        Aspect::Path => {
            let judged = knowledge.judge(state).ok()?;
            let source = judged.report.sources.first()?;
            let answer = source.answers.get(requirement)?;
            let blocked = blocked_path(&judged.network, knowledge.source(), &answer.requirement);
            Some(Found::Path(Box::new(blocked), network_insights(&judged.network, source.source, answer)))
        }
        Aspect::Fixes if knowledge.verdict(state, requirement) != Verdict::Holds => {
            fixes(knowledge, state, requirement).ok().map(Found::Fixes)
        }
        Aspect::Fixes | Aspect::Reasons => causes(knowledge, state, requirement).ok().map(Found::Causes),
    }
}

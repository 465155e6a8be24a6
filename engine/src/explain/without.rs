//! A working state with one piece taken away: what breaks, at which step, and what is seen of it.

use std::rc::Rc;

use super::symptom::{Symptom, failing_step, symptom};
use crate::journey::Step;
use crate::lesson::{Judged, Lesson};
use crate::network;
use crate::template::{Parameters, Stack, TemplateError};
use crate::verdict::{Requirement, Verdict, judge};

/// A piece of a state.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Piece {
    /// A toggle that is on, by its place in the lesson.
    Toggle(usize),
    /// A resource that is always there, by its logical id.
    Resource(Box<str>),
}

/// What comes of taking a piece away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Without {
    /// The piece.
    pub piece: Piece,
    /// What held and does not hold any more; empty where nothing asked here rests on the piece.
    pub broken: Vec<Broken>,
    /// The state without it, so that its names can be told.
    pub judged: Judged,
}

/// A requirement that a piece's absence breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The requirement.
    pub requirement: Requirement,
    /// Its place among the answers.
    pub place: usize,
    /// The step at which it goes wrong, with its number from 1.
    pub step: Option<(usize, Step)>,
    /// What is seen.
    pub symptom: Symptom,
}

/// Takes every piece away, one at a time: first the toggles that are on, then the resources that are always there and on which something
/// rests. A piece that nothing else can be built without is no piece of its own.
///
/// # Errors
/// Parameters that the template refuses.
pub fn without(lesson: &Lesson, parameters: &Parameters) -> Result<Vec<Without>, Vec<TemplateError>> {
    let now = lesson.judge(parameters)?;
    let mut all = Vec::new();
    for (index, toggle) in lesson.toggles.iter().enumerate() {
        let is_on =
            now.stack.parameters.get(&*toggle.parameter).is_some_and(|value| **value == *toggle.values.1);
        if !is_on {
            continue;
        }
        let mut turned = parameters.clone();
        turned.insert(toggle.parameter.to_string(), toggle.values.0.to_string());
        let then = lesson.judge(&turned)?;
        // A toggle may have no say while another is off.
        if then.stack.resources != now.stack.resources {
            all.push(Without { piece: Piece::Toggle(index), broken: broken(&now, &then), judged: then });
        }
    }
    for resource in now.stack.resources.iter().filter(|r| r.enabled && r.condition.is_none()) {
        // What is asked about is no piece of the way to it.
        let id = now.network.find(&resource.id);
        if id.is_some_and(|id| now.network.buckets.contains_key(&id) || now.network.tables.contains_key(&id))
        {
            continue;
        }
        let then = judge_without(lesson, &now.stack, &resource.id);
        let broken = broken(&now, &then);
        let can_be_built = broken.iter().all(|broken| broken.symptom != Symptom::Refused);
        if !broken.is_empty() && can_be_built {
            all.push(Without { piece: Piece::Resource(resource.id.clone()), broken, judged: then });
        }
    }
    Ok(all)
}

fn judge_without(lesson: &Lesson, stack: &Stack, id: &str) -> Judged {
    let mut stack = stack.clone();
    for resource in stack.resources.iter_mut().filter(|resource| *resource.id == *id) {
        Rc::make_mut(resource).enabled = false;
    }
    let network = network::build(&stack);
    let report = judge(&network, &lesson.sources_in(&network), &lesson.requirements);
    Judged { stack, network, report }
}

/// What holds in one state and not in another.
fn broken(now: &Judged, then: &Judged) -> Vec<Broken> {
    let answers = |judged: &Judged| judged.report.sources.first().map(|source| source.answers.clone());
    let (Some(now), Some(then)) = (answers(now), answers(then)) else { return Vec::new() };
    let pairs = now.iter().zip(&then).enumerate().filter(|(_, (now, _))| now.verdict == Verdict::Holds);
    pairs
        .filter_map(|(place, (_, then))| {
            Some(Broken {
                requirement: then.requirement.clone(),
                place,
                symptom: symptom(then)?,
                step: failing_step(then).map(|(index, step)| (index + 1, step.clone())),
            })
        })
        .collect()
}

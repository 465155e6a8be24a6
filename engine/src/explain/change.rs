//! What a change did: verdicts before and after, and the first hop where the two walks part.

use crate::lesson::Judged;
use crate::network::Network;
use crate::reach::Hop;
use crate::verdict::{Answer, Requirement, Verdict};

/// What a change did to one requirement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The workload.
    pub source: Box<str>,
    /// The requirement.
    pub requirement: Requirement,
    /// The verdict before; `None` where the workload was not there.
    pub before: Option<Verdict>,
    /// The verdict after; `None` where the workload is gone.
    pub after: Option<Verdict>,
    /// Where the walks part; `None` where they are the same.
    pub parted_at: Option<Parting>,
}

/// The first place where two walks are not the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parting {
    /// How many hops they have in common.
    pub common: usize,
    /// The hop before the change, with ids of the model before; `None` where that walk ended.
    pub before: Option<Hop>,
    /// The hop after it, with ids of the model after.
    pub after: Option<Hop>,
}

impl Change {
    /// Whether the verdict is another.
    pub fn flipped(&self) -> bool {
        self.before != self.after
    }
}

/// What is not the same in two judged states: verdicts or ways. In the order asked.
pub fn changes(before: &Judged, after: &Judged) -> Vec<Change> {
    let mut all: Vec<Change> = Vec::new();
    for (network, report, is_after) in
        [(&before.network, &before.report, false), (&after.network, &after.report, true)]
    {
        for source in &report.sources {
            for answer in &source.answers {
                let name = network.name(source.source);
                if is_after && all.iter().any(|c| *c.source == *name && c.requirement == answer.requirement) {
                    continue;
                }
                all.push(change(name, &answer.requirement, before, after));
            }
        }
    }
    all.retain(|change| change.flipped() || change.parted_at.is_some());
    all
}

fn change(source: &str, requirement: &Requirement, before: &Judged, after: &Judged) -> Change {
    let (was, is) = (answer(before, source, requirement), answer(after, source, requirement));
    let parted_at =
        was.zip(is).and_then(|(was, is)| parting((&before.network, was.path()), (&after.network, is.path())));
    Change {
        source: source.into(),
        requirement: requirement.clone(),
        before: was.map(|answer| answer.verdict),
        after: is.map(|answer| answer.verdict),
        parted_at,
    }
}

fn answer<'j>(judged: &'j Judged, source: &str, requirement: &Requirement) -> Option<&'j Answer> {
    let source = judged.report.sources.iter().find(|s| judged.network.name(s.source) == source)?;
    source.answers.iter().find(|answer| answer.requirement == *requirement)
}

/// Hops are the same when the same thing decides the same by the same rule; the packet shown may be another.
fn parting(before: (&Network, &[Hop]), after: (&Network, &[Hop])) -> Option<Parting> {
    let told = |(network, hops): (&Network, &[Hop]), at: usize| {
        hops.get(at).map(|hop| {
            let name = |id| network.name(id).to_owned();
            (
                hop.code,
                name(hop.by),
                name(hop.at),
                hop.rule.map(|(id, _)| name(id)),
                hop.compared.rule.clone(),
                hop.reply,
            )
        })
    };
    let longest = before.1.len().max(after.1.len());
    let common = (0..longest).find(|at| told(before, *at) != told(after, *at))?;
    Some(Parting { common, before: before.1.get(common).cloned(), after: after.1.get(common).cloned() })
}

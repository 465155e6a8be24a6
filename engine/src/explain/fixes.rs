//! The smallest sets of changes that make a requirement hold, each judged: what else it breaks or mends, what it opens, what it costs.

use std::collections::BTreeMap;

use super::blocked::Trial;
use super::cost::{destinations, hourly};
use super::edit::Edit;
use super::flips::{Aim, flips};
use super::knowledge::Knowledge;
use crate::network::Network;
use crate::template::TemplateError;
use crate::verdict::{Report, Requirement, Verdict};

/// How many toggles a fix turns at most.
pub const MOST_TURNED: u32 = 4;

/// How many edits of the network a fix has at most.
const MOST_EDITS: usize = 3;

/// Changes that make a requirement hold; none of them can be left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// The changes: toggles only, or edits of the network only.
    pub edits: Vec<Edit>,
    /// Every verdict that is another afterwards, the mended one first.
    pub effects: Vec<Effect>,
    /// What it opens.
    pub opens: Opens,
    /// What it costs more, in millionths of a US dollar an hour.
    pub hourly: i64,
}

/// A verdict that is another afterwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// The requirement.
    pub requirement: Requirement,
    /// Its verdict before.
    pub before: Verdict,
    /// Its verdict afterwards.
    pub after: Verdict,
}

/// The access that a change grants.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Opens {
    /// Whether isolation is lost.
    pub isolation_lost: bool,
    /// How many more addresses of the internet (IPv4) packets can be sent to.
    pub destinations: u64,
}

impl Fix {
    /// Whether it breaks something that held.
    pub fn breaks(&self) -> impl Iterator<Item = &Effect> {
        self.effects.iter().filter(|effect| effect.before == Verdict::Holds)
    }

    /// Whether it only turns toggles of the template, so that it can be applied.
    pub fn is_toggles(&self) -> bool {
        self.edits.iter().all(|edit| matches!(edit, Edit::Turn(_)))
    }
}

/// What a model comes to.
struct Standing {
    verdicts: BTreeMap<Requirement, Verdict>,
    /// Asked whether or not it is among the requirements.
    isolated: bool,
    destinations: u64,
    hourly: u64,
}

impl Standing {
    fn of(network: &Network, source: &str, report: &Report) -> Self {
        let answers = report.sources.iter().flat_map(|source| &source.answers);
        let verdicts: BTreeMap<Requirement, Verdict> =
            answers.map(|answer| (answer.requirement.clone(), answer.verdict)).collect();
        let isolated = verdicts.get(&Requirement::Isolated).copied();
        let isolated = isolated.or_else(|| {
            let asked = Trial::new(source, &Requirement::Isolated).ask(network);
            asked.map(|(_, answer)| answer.verdict)
        });
        Self {
            isolated: isolated == Some(Verdict::Holds),
            verdicts,
            destinations: network.find(source).map_or(0, |source| destinations(network, source)),
            hourly: hourly(network),
        }
    }

    fn fix(&self, edits: Vec<Edit>, after: &Standing, mended: &Requirement) -> Fix {
        let mut effects: Vec<Effect> = self
            .verdicts
            .iter()
            .filter_map(|(requirement, before)| {
                let after = *after.verdicts.get(requirement)?;
                (after != *before).then(|| Effect {
                    requirement: requirement.clone(),
                    before: *before,
                    after,
                })
            })
            .collect();
        effects.sort_by_key(|effect| effect.requirement != *mended);
        let cost = |hourly: u64| i64::try_from(hourly).unwrap_or(i64::MAX);
        Fix {
            edits,
            effects,
            opens: Opens {
                isolation_lost: self.isolated && !after.isolated,
                destinations: after.destinations.saturating_sub(self.destinations),
            },
            hourly: cost(after.hourly) - cost(self.hourly),
        }
    }
}

/// Every smallest fix of a requirement, by its place: sets of at most [`MOST_TURNED`] toggles, then edits of the network that the
/// complete blocked path suggests. Within each, fewer changes go first, then what opens less, then what costs less.
///
/// # Errors
/// Parameters that the templates refuse.
pub fn fixes(
    knowledge: &mut Knowledge,
    state: u64,
    requirement: usize,
) -> Result<Vec<Fix>, Vec<TemplateError>> {
    let Some(mended) = knowledge.requirements().get(requirement).cloned() else { return Ok(Vec::new()) };
    if knowledge.verdict(state, requirement) == Verdict::Holds {
        return Ok(Vec::new());
    }
    let now = knowledge.judge(state)?;
    let source: Box<str> = knowledge.source().into();
    let before = Standing::of(&now.network, &source, &now.report);
    let mut turned = Vec::new();
    for set in flips(knowledge, state, requirement, Aim::Holds, MOST_TURNED).sets {
        let judged = knowledge.judge(state ^ set)?;
        let after = Standing::of(&judged.network, &source, &judged.report);
        let edits = knowledge.settings().of(set, state ^ set).into_iter().map(Edit::Turn).collect();
        turned.push(before.fix(edits, &after, &mended));
    }
    let mut edited = Vec::new();
    let mut trial = Trial::new(&source, &mended);
    for solution in trial.solve(&now.network, MOST_EDITS).0 {
        let Some((edits, network)) = minimise(&trial, &now.network, solution.edits) else { continue };
        if edits.len() > MOST_EDITS || edited.iter().any(|fix: &Fix| fix.edits == edits) {
            continue;
        }
        let after = Standing::of(&network, &source, &knowledge.report(&network));
        edited.push(before.fix(edits, &after, &mended));
    }
    for fixes in [&mut turned, &mut edited] {
        fixes.sort_by_key(|fix| (fix.edits.len(), fix.opens, fix.hourly));
    }
    turned.extend(edited);
    Ok(turned)
}

/// Leaves out every edit without which the requirement holds as well.
fn minimise(trial: &Trial<'_>, network: &Network, mut edits: Vec<Edit>) -> Option<(Vec<Edit>, Network)> {
    let mut at = 0;
    while at < edits.len() {
        let mut fewer = edits.clone();
        fewer.remove(at);
        if holds_after(trial, network, &fewer).is_some() {
            edits = fewer;
        } else {
            at += 1;
        }
    }
    let network = holds_after(trial, network, &edits)?;
    Some((edits, network))
}

fn holds_after(trial: &Trial<'_>, network: &Network, edits: &[Edit]) -> Option<Network> {
    let mut network = network.clone();
    for edit in edits {
        if !edit.apply(&mut network) {
            return None;
        }
    }
    let (_, answer) = trial.ask(&network)?;
    (answer.verdict == Verdict::Holds).then_some(network)
}

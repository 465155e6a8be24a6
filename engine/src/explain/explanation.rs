//! Everything that explains one answer, in one go.

use super::blocked::{BlockedPath, blocked_path};
use super::causes::{Causes, causes};
use super::fixes::{Fix, fixes};
use super::insights::network_insights;
use super::knowledge::Knowledge;
use crate::template::TemplateError;

/// Why an answer is what it is, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// What suffices for it.
    pub causes: Causes,
    /// What makes it hold; none where it does.
    pub fixes: Vec<Fix>,
    /// Everything on the way that has to change; no blocker where it holds.
    pub blocked_path: BlockedPath,
    /// The same question to AWS, as a command.
    pub network_insights: Option<String>,
}

/// Explains a requirement, by its place, in a state.
///
/// # Errors
/// Parameters that the templates refuse.
pub fn explain(
    knowledge: &mut Knowledge,
    state: u64,
    requirement: usize,
) -> Result<Option<Explanation>, Vec<TemplateError>> {
    let judged = knowledge.judge(state)?;
    let source = judged.report.sources.first();
    let Some((source, answer)) = source.and_then(|s| Some((s.source, s.answers.get(requirement)?))) else {
        return Ok(None);
    };
    Ok(Some(Explanation {
        causes: causes(knowledge, state, requirement)?,
        fixes: fixes(knowledge, state, requirement)?,
        blocked_path: blocked_path(&judged.network, knowledge.source(), &answer.requirement),
        network_insights: network_insights(&judged.network, source, answer),
    }))
}

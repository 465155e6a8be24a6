//! Explanations on the wire: they grow the report's contract, field by field.

use serde::Serialize;

use super::blocked::BlockedPath;
use super::causes::Causes;
use super::edit::Edit;
use super::element::Element;
use super::explanation::Explanation;
use super::fixes::Fix;
use super::setting::Setting;
use crate::journey::Gate;
use crate::network::Network;
use crate::template::Stack;
use crate::verdict::{Report, json};

/// What is added to an answer.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Explanation"))]
struct ExplanationWire<'a> {
    /// Smallest sets of facts that suffice for the verdict.
    causes: CausesWire<'a>,
    /// Smallest sets of changes that make it hold, the first first.
    fixes: Vec<FixWire<'a>>,
    /// Everything on the way that has to change; empty where it holds.
    blocked_path: BlockedPathWire<'a>,
    /// The same question to AWS, as a command.
    #[serde(skip_serializing_if = "Option::is_none")]
    network_insights: Option<&'a str>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Causes"))]
struct CausesWire<'a> {
    /// Settings that suffice, whatever the other toggles are.
    settings: Vec<Vec<SettingWire<'a>>>,
    /// Whether these are all.
    complete: bool,
    /// Settings that, made together, change the verdict.
    changes: Vec<Vec<SettingWire<'a>>>,
    /// Rules that suffice, with no others there.
    rules: Vec<Vec<ElementWire<'a>>>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Setting"))]
struct SettingWire<'a> {
    parameter: &'a str,
    value: &'a str,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Rule"))]
struct ElementWire<'a> {
    kind: &'static str,
    of: &'a str,
    resource: &'a str,
    rule: &'a str,
    line: u32,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Change"))]
struct EditWire<'a> {
    kind: &'static str,
    /// In technical notation.
    change: String,
    /// For a toggle, its parameter.
    #[serde(skip_serializing_if = "Option::is_none")]
    parameter: Option<&'a str>,
    /// For a toggle, its value.
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'a str>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Fix"))]
struct FixWire<'a> {
    changes: Vec<EditWire<'a>>,
    /// Verdicts that are others afterwards.
    effects: Vec<EffectWire>,
    isolation_lost: bool,
    /// How many more IPv4 addresses of the internet can be sent to.
    destinations: u64,
    /// What it costs more, in millionths of a US dollar an hour.
    hourly_micro_usd: i64,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Effect"))]
struct EffectWire {
    requirement: String,
    before: &'static str,
    after: &'static str,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "BlockedPath"))]
struct BlockedPathWire<'a> {
    blockers: Vec<BlockerWire<'a>>,
    /// Whether it holds once all of them are mended.
    complete: bool,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Blocker"))]
struct BlockerWire<'a> {
    code: &'static str,
    resource: Option<&'a str>,
    line: Option<u32>,
    subject: &'a str,
    gate: &'static str,
    reply: bool,
    /// What would let the journey pass, the one supposed first.
    remedies: Vec<EditWire<'a>>,
}

impl Report {
    /// The report as a JSON object, with what was explained: by source, then by answer, in the report's order.
    ///
    /// # Errors
    /// None for a report of this engine; the writer's own error type is passed on.
    pub fn to_json_explained(
        &self,
        stack: &Stack,
        network: &Network,
        explained: &[Vec<Explanation>],
    ) -> Result<String, serde_json::Error> {
        json::write(self, stack, network, |source, answer| {
            explained.get(source).and_then(|answers| answers.get(answer)).map(wire)
        })
    }
}

/// The JSON Schema of the report's contract, generated from its types.
#[cfg(feature = "schema")]
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(json::ReportWire<'static, ExplanationWire<'static>>).to_value()
}

fn wire(explanation: &Explanation) -> ExplanationWire<'_> {
    ExplanationWire {
        causes: causes(&explanation.causes),
        fixes: explanation.fixes.iter().map(fix).collect(),
        blocked_path: blocked(&explanation.blocked_path),
        network_insights: explanation.network_insights.as_deref(),
    }
}

fn causes(causes: &Causes) -> CausesWire<'_> {
    CausesWire {
        settings: causes.settings.iter().map(|set| set.iter().map(setting).collect()).collect(),
        complete: causes.complete,
        changes: causes.changes.iter().map(|set| set.iter().map(setting).collect()).collect(),
        rules: causes.rules.iter().map(|set| set.iter().map(element).collect()).collect(),
    }
}

fn setting(setting: &Setting) -> SettingWire<'_> {
    SettingWire { parameter: &setting.parameter, value: &setting.value }
}

fn element(element: &Element) -> ElementWire<'_> {
    ElementWire {
        kind: element.kind.as_str(),
        of: &element.of,
        resource: &element.resource,
        rule: &element.text,
        line: element.place.line,
    }
}

fn edit(edit: &Edit) -> EditWire<'_> {
    let (parameter, value) = match edit {
        Edit::Turn(setting) => (Some(&*setting.parameter), Some(&*setting.value)),
        _ => (None, None),
    };
    EditWire { kind: edit.kind(), change: edit.to_string(), parameter, value }
}

fn fix(fix: &Fix) -> FixWire<'_> {
    FixWire {
        changes: fix.edits.iter().map(edit).collect(),
        effects: fix
            .effects
            .iter()
            .map(|effect| EffectWire {
                requirement: effect.requirement.to_string(),
                before: effect.before.as_str(),
                after: effect.after.as_str(),
            })
            .collect(),
        isolation_lost: fix.opens.isolation_lost,
        destinations: fix.opens.destinations,
        hourly_micro_usd: fix.hourly,
    }
}

fn blocked(path: &BlockedPath) -> BlockedPathWire<'_> {
    let blockers = path.blockers.iter().map(|blocker| BlockerWire {
        code: blocker.finding.code.as_str(),
        resource: blocker.finding.resource.map(|id| path.network.name(id)),
        line: blocker.finding.place.map(|place| place.line),
        subject: &blocker.finding.subject,
        gate: match blocker.gate {
            Gate::Name => "name",
            Gate::Network => "network",
            Gate::Policy => "policy",
            Gate::Application => "application",
        },
        reply: blocker.hop.as_ref().is_some_and(|hop| hop.reply),
        remedies: blocker.edits.iter().map(edit).collect(),
    });
    BlockedPathWire { blockers: blockers.collect(), complete: path.complete }
}

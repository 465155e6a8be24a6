//! The report as JSON: a contract with version 1. Fields may be added, none is renamed or removed.
//!
//! Types of the wire stand apart from the model, so that the model can move.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Answer, Partial, Report, Witness};
use crate::journey::Finding;
use crate::network::{Id, Network};
use crate::packet::{Protocol, Ranges, Segment};
use crate::reach::Hop;
use crate::template::{Place, Stack};

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Report"))]
pub(crate) struct ReportWire<'a, M> {
    version: u32,
    parameters: &'a BTreeMap<String, String>,
    not_modelled: Vec<NotModelledWire<'a>>,
    sources: Vec<SourceWire<'a, M>>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "NotModelled"))]
struct NotModelledWire<'a> {
    resource: &'a str,
    #[serde(rename = "type")]
    kind: &'a str,
    #[serde(flatten)]
    at: At<'a>,
    could_change: Vec<String>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Source"))]
struct SourceWire<'a, M> {
    resource: &'a str,
    #[serde(rename = "type")]
    kind: &'a str,
    requirements: Vec<AnswerWire<'a, M>>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Answer"))]
struct AnswerWire<'a, M> {
    requirement: String,
    verdict: &'static str,
    findings: Vec<FindingWire<'a>>,
    path: Vec<HopWire<'a>>,
    witness: Option<WitnessWire>,
    #[serde(skip_serializing_if = "Option::is_none")]
    partial: Option<PartialWire<'a>>,
    notes: Vec<FindingWire<'a>>,
    /// Causes, fixes and the complete blocked path, where they were asked for.
    #[serde(flatten)]
    more: Option<M>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Finding"))]
struct FindingWire<'a> {
    code: &'static str,
    resource: Option<&'a str>,
    #[serde(flatten)]
    at: At<'a>,
    compared: ComparedWire<'a>,
    #[serde(skip_serializing_if = "str::is_empty")]
    subject: &'a str,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Compared"))]
struct ComparedWire<'a> {
    rule: &'a str,
    packet: &'a str,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Hop"))]
struct HopWire<'a> {
    resource: &'a str,
    #[serde(flatten)]
    at: At<'a>,
    code: &'static str,
    compared: ComparedWire<'a>,
    reply: bool,
}

/// A line; with the file's name where there are several.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct At<'a> {
    line: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Witness"))]
struct WitnessWire {
    source: String,
    destination: String,
    protocol: String,
    source_port: Option<u16>,
    destination_port: Option<u16>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Partial"))]
struct PartialWire<'a> {
    /// From source ports between these; empty for any.
    source_ports: Vec<(u16, u16)>,
    /// Only these resources; empty where a network decides.
    resources: Vec<&'a str>,
    /// Destinations and traffic that work, in disjoint parts.
    works: Vec<WorksWire>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Works"))]
struct WorksWire {
    /// Prefixes.
    destinations: Vec<String>,
    /// Destination ports from, to.
    tcp: Vec<(u16, u16)>,
    /// Destination ports from, to.
    udp: Vec<(u16, u16)>,
    /// Type times 256 plus code, from, to.
    icmp: Vec<(u16, u16)>,
    /// Type times 256 plus code, from, to.
    icmpv6: Vec<(u16, u16)>,
    /// Numbers of other protocols, from, to.
    protocols: Vec<(u8, u8)>,
}

struct Wire<'a> {
    network: &'a Network,
    stack: &'a Stack,
}

impl Report {
    /// The report as a JSON object.
    ///
    /// # Errors
    /// None for a report of this engine; the writer's own error type is passed on.
    pub fn to_json(&self, stack: &Stack, network: &Network) -> Result<String, serde_json::Error> {
        write(self, stack, network, |_, _| None::<NoMore>)
    }
}

/// Nothing was asked for besides the report.
#[derive(Serialize)]
struct NoMore {}

/// Writes a report with something more for each answer, by the place of its source and its own.
pub(crate) fn write<M: Serialize>(
    report: &Report,
    stack: &Stack,
    network: &Network,
    more: impl Fn(usize, usize) -> Option<M>,
) -> Result<String, serde_json::Error> {
    serde_json::to_string(&Wire { network, stack }.report(report, more))
}

impl<'a> Wire<'a> {
    fn report<M>(&self, report: &'a Report, more: impl Fn(usize, usize) -> Option<M>) -> ReportWire<'a, M> {
        let not_modelled = report.not_modelled.iter().map(|(unmodelled, could_change)| NotModelledWire {
            resource: self.network.name(unmodelled.id),
            kind: self.kind(unmodelled.id),
            at: self.at(Some(self.network.place(unmodelled.id))),
            could_change: could_change.iter().map(ToString::to_string).collect(),
        });
        let sources = report.sources.iter().enumerate().map(|(place, source)| {
            let answers = source.answers.iter().enumerate();
            SourceWire {
                resource: self.network.name(source.source),
                kind: self.kind(source.source),
                requirements: answers.map(|(at, answer)| self.answer(answer, more(place, at))).collect(),
            }
        });
        ReportWire {
            version: 1,
            parameters: &self.stack.parameters,
            not_modelled: not_modelled.collect(),
            sources: sources.collect(),
        }
    }

    fn answer<M>(&self, answer: &'a Answer, more: Option<M>) -> AnswerWire<'a, M> {
        AnswerWire {
            requirement: answer.requirement.to_string(),
            verdict: answer.verdict.as_str(),
            findings: answer.findings.iter().map(|finding| self.finding(finding)).collect(),
            path: answer.path().iter().map(|hop| self.hop(hop)).collect(),
            witness: answer.witness.as_ref().map(witness),
            partial: answer.partial.as_ref().map(partial),
            notes: answer.notes.iter().map(|note| self.finding(note)).collect(),
            more,
        }
    }

    fn finding(&self, finding: &'a Finding) -> FindingWire<'a> {
        FindingWire {
            code: finding.code.as_str(),
            resource: finding.resource.map(|id| self.network.name(id)),
            at: self.at(finding.place),
            compared: ComparedWire { rule: &finding.compared.rule, packet: &finding.compared.packet },
            subject: &finding.subject,
        }
    }

    fn hop(&self, hop: &'a Hop) -> HopWire<'a> {
        HopWire {
            resource: self.network.name(hop.by),
            at: self.at(Some(hop.place(self.network))),
            code: hop.code.as_str(),
            compared: ComparedWire { rule: &hop.compared.rule, packet: &hop.compared.packet },
            reply: hop.reply,
        }
    }

    fn kind(&self, id: Id) -> &'a str {
        self.network.entity(id).map_or("?", |entity| &*entity.kind)
    }

    fn at(&self, place: Option<Place>) -> At<'a> {
        let several = self.stack.files.len() > 1;
        let file = place.and_then(|place| self.stack.files.get(usize::from(place.file)));
        At { line: place.map(|place| place.line), file: file.filter(|_| several).map(String::as_str) }
    }
}

fn witness(w: &Witness) -> WitnessWire {
    let protocol = match w.protocol {
        Protocol::Tcp => "tcp".to_owned(),
        Protocol::Udp => "udp".to_owned(),
        Protocol::Icmp => "icmp".to_owned(),
        Protocol::Icmpv6 => "icmpv6".to_owned(),
        Protocol::Other(number) => number.to_string(),
    };
    WitnessWire {
        source: w.source.to_string(),
        destination: w.destination.to_string(),
        protocol,
        source_port: w.source_port,
        destination_port: w.destination_port,
    }
}

fn partial(partial: &Partial) -> PartialWire<'_> {
    let full = partial.source_ports == Ranges::full();
    PartialWire {
        source_ports: if full { Vec::new() } else { partial.source_ports.ranges().to_vec() },
        resources: partial.resources.iter().map(|r| &**r).collect(),
        works: partial.works.segments().iter().map(works).collect(),
    }
}

fn works(segment: &Segment) -> WorksWire {
    let Segment { addresses, traffic } = segment;
    WorksWire {
        destinations: addresses.prefixes().iter().map(ToString::to_string).collect(),
        tcp: traffic.tcp.ranges().to_vec(),
        udp: traffic.udp.ranges().to_vec(),
        icmp: traffic.icmp.ranges().to_vec(),
        icmpv6: traffic.icmpv6.ranges().to_vec(),
        protocols: traffic.other.ranges().to_vec(),
    }
}

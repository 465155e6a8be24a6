//! What is partial, unknown, not modelled, refused or wrong.

use crate::journey::Partial;
use crate::lesson::LessonErrorKind;
use crate::network::{NotModelled, Refusal};
use crate::template::{TemplateErrorKind, Unknown, UnknownWhy};
use crate::verdict::{NoSuchRequirement, Requirement, Witness};
use crate::words::Naming;
use crate::words::evidence::{destination, protocol, ranges, source};
use crate::words::told::Told;

use super::clauses::clause;
use super::names::{capital, label};

pub(in crate::words) fn witness(witness: &Witness) -> String {
    [&protocol(witness.protocol), " from ", &source(witness), " to ", &destination(witness)].concat()
}

pub(in crate::words) fn partial(partial: &Partial) -> String {
    let mut parts = Vec::new();
    if !partial.source_ports.is_empty() && !partial.source_ports.is_full() {
        parts.push(["from source ports ", &ranges(&partial.source_ports)].concat());
    }
    for segment in partial.works.segments().iter().take(2) {
        for (name, ports) in [("TCP", &segment.traffic.tcp), ("UDP", &segment.traffic.udp)] {
            if !ports.is_empty() && !ports.is_full() {
                parts.push(["to ", name, " ports ", &ranges(ports)].concat());
            }
        }
    }
    if let Some((first, more)) = partial.resources.split_first() {
        let rest = if more.is_empty() {
            String::new()
        } else {
            [" and ", &more.len().to_string(), " more"].concat()
        };
        parts.push(["for ", first, &rest].concat());
    }
    if parts.is_empty() {
        parts.push("for some of the packets".to_owned());
    }
    ["only ", &parts.join(", ")].concat()
}

pub(in crate::words) fn unknown(unknown: &Unknown) -> String {
    let why = match unknown.why {
        UnknownWhy::ParameterNotGiven => "this parameter has no default and was not given",
        UnknownWhy::ImportNotGiven => "none of the templates given makes this export",
        UnknownWhy::OnlyWhenDeployed => "the value exists only once deployed",
        UnknownWhy::FunctionNotEvaluated => "this function is not evaluated here",
        UnknownWhy::LookedUpOutside => "the value is looked up outside the template",
    };
    [&unknown.what, ": ", why, "."].concat()
}

pub(in crate::words) fn not_modelled(
    unmodelled: &NotModelled,
    kind: &str,
    could_change: &[Requirement],
    names: &dyn Naming,
) -> String {
    let name = label(names.name(unmodelled.id));
    let change = if could_change.is_empty() {
        " It changes no verdict here.".to_owned()
    } else {
        let titles: Vec<String> = could_change.iter().map(super::requirement).collect();
        [" It could change: ", &titles.join("; "), "."].concat()
    };
    [&name, " (", kind, ") is not modelled.", &change].concat()
}

pub(in crate::words) fn refusal(refusal: &Refusal, names: &dyn Naming) -> String {
    [&capital(&clause(refusal.code, Told::refusal(refusal, names))), "."].concat()
}

pub(in crate::words) fn no_such_requirement(error: &NoSuchRequirement) -> String {
    error.to_string()
}

pub(in crate::words) fn lesson_error(kind: &LessonErrorKind) -> String {
    kind.to_string()
}

pub(in crate::words) fn template_error(kind: &TemplateErrorKind) -> String {
    kind.to_string()
}

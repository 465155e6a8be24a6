//! Verdicts where parameters, conditions or switches of the template are not known: every possibility is judged, and what does
//! not come to the same in all of them is unknown.
//!
//! A possibility is a *world*. What cannot be told apart into a few worlds (an address range, the id of a subnet) stays unknown in
//! the model itself, and the walk tells whether it matters.

use std::fmt::Write as _;
use std::rc::Rc;

use super::{Answer, Report, Requirement, SourceReport, Verdict, judge};
use crate::code::Code;
use crate::journey::Finding;
use crate::network::{self, Id, Network};
use crate::reach::Compared;
use crate::template::{Parameters, Place, Resource, Stack, Templates};

/// Worlds judged at most. Beyond it a verdict is unknown unless nothing is open.
const MAX_WORLDS: usize = 256;

/// A template judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// The resolved template, in the world that the evidence is taken from.
    pub stack: Stack,
    /// The model of that world.
    pub network: Network,
    /// The verdicts over all worlds.
    pub report: Report,
}

/// Something open, with the values it may have.
struct Switch {
    name: Box<str>,
    place: Option<Place>,
    values: Vec<Box<str>>,
    sort: Sort,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Parameter,
    Condition,
    Word,
}

/// One world: for each switch the number of its value.
type Setting = Vec<usize>;

struct World {
    setting: Setting,
    stack: Stack,
    network: Network,
}

struct Worlds<'a> {
    templates: &'a Templates,
    given: &'a Parameters,
    switches: Vec<Switch>,
}

/// Judges these workloads of `base`, the template as these parameters resolve it.
pub fn judge_worlds(
    templates: &Templates,
    given: &Parameters,
    base: (Stack, Network),
    sources: &[Id],
    requirements: &[Requirement],
) -> Judged {
    let (stack, network) = base;
    let mut worlds = Worlds { templates, given, switches: Vec::new() };
    worlds.find(&stack);
    if worlds.switches.is_empty() {
        let report = judge(&network, sources, requirements);
        return Judged { stack, network, report };
    }
    let (settings, complete) = worlds.settings();
    let all: Vec<World> = settings.into_iter().filter_map(|setting| worlds.world(setting)).collect();
    let names: Vec<Box<str>> = sources.iter().map(|id| network.name(*id).into()).collect();
    let shown = |world: &&World| names.iter().all(|name| source(&world.network, name).is_some());
    let enabled = |stack: &Stack| stack.resources.iter().filter(|r| r.enabled).count();
    // Of several worlds with as much in them the first one.
    let model = all.iter().filter(shown).rev().max_by_key(|world| enabled(&world.stack));
    let (mut stack_shown, network_shown) = match model {
        Some(world) => (world.stack.clone(), world.network.clone()),
        None => (stack.clone(), network),
    };
    stack_shown.parameters = stack.parameters;
    let sources: Vec<Id> = names.iter().filter_map(|name| source(&network_shown, name)).collect();
    let mut report = judge(&network_shown, &sources, requirements);
    for told in &mut report.sources {
        let name = network_shown.name(told.source);
        worlds.settle(&all, complete, name, told, requirements);
    }
    Judged { stack: stack_shown, network: network_shown, report }
}

fn source(network: &Network, name: &str) -> Option<Id> {
    network.find(name).filter(|id| network.workloads.contains_key(id))
}

impl Worlds<'_> {
    /// Finds what is open and makes a difference to the model.
    fn find(&mut self, base: &Stack) {
        for open in self.templates.open_parameters(self.given) {
            let switch = Switch {
                name: open.name,
                place: Some(open.place),
                values: open.values,
                sort: Sort::Parameter,
            };
            self.add(switch);
        }
        let mut stacks = vec![base.clone()];
        for at in 0..self.switches.len() {
            for value in 0..self.switches.get(at).map_or(0, |s| s.values.len()) {
                let mut setting = vec![0; self.switches.len()];
                if let Some(number) = setting.get_mut(at) {
                    *number = value;
                }
                stacks.extend(self.world(setting).map(|world| world.stack));
            }
        }
        // What parameters decide is told by them; what stays open with all of them set is open by itself.
        if stacks.len() > 1 {
            stacks.remove(0);
        }
        for stack in &stacks {
            for resource in stack.resources.iter().filter(|r| r.condition_unknown.is_some()) {
                let Some(name) = resource.condition.as_deref().map(Box::from) else { continue };
                let values = vec!["true".into(), "false".into()];
                self.add(Switch { name, place: Some(resource.place), values, sort: Sort::Condition });
            }
            for (name, values) in network::open_words(stack) {
                self.add(Switch { name, place: None, values, sort: Sort::Word });
            }
        }
    }

    fn add(&mut self, mut switch: Switch) {
        if self.switches.iter().any(|s| s.name == switch.name && s.sort == switch.sort) {
            return;
        }
        let world = |value: &str| {
            let mut given = self.given.clone();
            given.insert(switch.name.to_string(), value.to_owned());
            let stack = self.templates.resolve(&given).ok()?;
            let network = network::build(&stack);
            let built: Vec<(bool, bool)> =
                stack.resources.iter().map(|r| (r.enabled, r.condition_unknown.is_some())).collect();
            Some((network, built))
        };
        if switch.sort == Sort::Parameter {
            let made: Vec<_> = switch.values.iter().map(|value| (value.clone(), world(value))).collect();
            let taken: Vec<_> = made.into_iter().filter_map(|(value, made)| Some((value, made?))).collect();
            // A parameter that changes nothing, like a machine's size, is left open.
            if taken.windows(2).all(|pair| matches!(pair, [(_, a), (_, b)] if a == b)) {
                return;
            }
            switch.values = taken.into_iter().map(|(value, _)| value).collect();
        }
        self.switches.push(switch);
    }

    /// Every setting; where they are too many, those that differ from the first in one switch.
    fn settings(&self) -> (Vec<Setting>, bool) {
        let counts: Vec<usize> = self.switches.iter().map(|s| s.values.len()).collect();
        let total = counts.iter().try_fold(1_usize, |all, n| all.checked_mul(*n)).unwrap_or(usize::MAX);
        let first = vec![0; counts.len()];
        if total > MAX_WORLDS {
            let mut few = vec![first.clone()];
            for (at, count) in counts.iter().enumerate() {
                for value in 1..*count {
                    let mut setting = first.clone();
                    if let Some(number) = setting.get_mut(at) {
                        *number = value;
                    }
                    few.push(setting);
                }
            }
            few.truncate(MAX_WORLDS);
            return (few, false);
        }
        let mut all = vec![Vec::new()];
        for count in counts {
            all = all
                .into_iter()
                .flat_map(|setting: Setting| {
                    (0..count).map(move |value| [setting.as_slice(), &[value]].concat())
                })
                .collect();
        }
        (all, true)
    }

    /// The world of a setting; `None` where the template does not take the values.
    fn world(&self, setting: Setting) -> Option<World> {
        let chosen = || {
            self.switches
                .iter()
                .zip(&setting)
                .filter_map(|(switch, at)| Some((switch, switch.values.get(*at)?)))
        };
        let mut given = self.given.clone();
        for (switch, value) in chosen().filter(|(switch, _)| switch.sort == Sort::Parameter) {
            given.insert(switch.name.to_string(), value.to_string());
        }
        let mut stack = self.templates.resolve(&given).ok()?;
        chosen().for_each(|(switch, value)| switch.apply(&mut stack, value));
        let network = network::build(&stack);
        Some(World { setting, stack, network })
    }

    /// Answers that do not come to the same in every world become unknown.
    fn settle(
        &self,
        all: &[World],
        complete: bool,
        name: &str,
        told: &mut SourceReport,
        requirements: &[Requirement],
    ) {
        let judged: Vec<(&Setting, SourceReport)> = all
            .iter()
            .filter_map(|world| {
                let report = judge(&world.network, &[source(&world.network, name)?], requirements);
                Some((&world.setting, report.sources.into_iter().next()?))
            })
            .collect();
        for (number, answer) in told.answers.iter_mut().enumerate() {
            let verdicts: Vec<(&Setting, Verdict)> = judged
                .iter()
                .filter_map(|(setting, report)| Some((*setting, report.answers.get(number)?.verdict)))
                .collect();
            let same = verdicts.iter().all(|(_, verdict)| *verdict == answer.verdict);
            if !same || !complete {
                *answer = self.unknown(answer.requirement.clone(), &verdicts);
            }
        }
    }

    fn unknown(&self, requirement: Requirement, verdicts: &[(&Setting, Verdict)]) -> Answer {
        let mut findings: Vec<Finding> =
            (0..self.switches.len()).filter_map(|at| self.decider(at, verdicts)).collect();
        if findings.is_empty() {
            // Only together do they make a difference, or not everything was tried.
            findings = self.switches.iter().map(|switch| switch.finding(String::new())).collect();
        }
        Answer {
            requirement,
            verdict: Verdict::Unknown,
            findings,
            notes: Vec::new(),
            steps: Vec::new(),
            witness: None,
            partial: None,
        }
    }

    /// A switch that decides by itself in some world.
    fn decider(&self, at: usize, verdicts: &[(&Setting, Verdict)]) -> Option<Finding> {
        let switch = self.switches.get(at)?;
        let others = |setting: &Setting| -> Setting {
            setting.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, value)| *value).collect()
        };
        let (pivot, _) = verdicts.iter().find(|(setting, verdict)| {
            verdicts.iter().any(|(other, v)| others(other) == others(setting) && v != verdict)
        })?;
        let mut text = String::new();
        for (setting, verdict) in verdicts.iter().filter(|(setting, _)| others(setting) == others(pivot)) {
            let Some(value) = setting.get(at).and_then(|n| switch.values.get(*n)) else { continue };
            let between = if text.is_empty() { "" } else { "; " };
            // Writing to a `String` cannot fail.
            let _ = write!(text, "{between}{}={value}: {}", switch.name, verdict.as_str());
        }
        Some(switch.finding(text))
    }
}

impl Switch {
    fn apply(&self, stack: &mut Stack, value: &str) {
        match self.sort {
            Sort::Parameter => {}
            Sort::Word => network::settle_word(stack, &self.name, value),
            Sort::Condition => {
                let meant = |r: &&mut Rc<Resource>| {
                    r.condition_unknown.is_some() && r.condition.as_deref() == Some(&*self.name)
                };
                for resource in stack.resources.iter_mut().filter(meant) {
                    let resource = Rc::make_mut(resource);
                    resource.enabled = value == "true";
                    resource.condition_unknown = None;
                }
            }
        }
    }

    fn finding(&self, rule: String) -> Finding {
        Finding {
            code: Code::ValueUnknown,
            resource: None,
            place: self.place,
            compared: Compared { rule: rule.into(), packet: Box::default() },
            subject: self.name.clone(),
        }
    }
}

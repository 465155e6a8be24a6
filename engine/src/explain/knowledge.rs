//! A template's verdicts over all states of its toggles, learned as they are asked for.

use super::scope::{ALL, Scope};
use super::setting::Settings;
use super::tree::{Tree, mask};
use crate::lesson::{Judged, Lesson};
use crate::network::{self, Id, Network, Scripts};
use crate::template::{Dependence, Parameters, Prepared, Stack, TemplateError, Templates, Toggle};
use crate::verdict::{Report, Requirement, Verdict, judge};

/// What is known of one workload's requirements over all states of the toggles. It grows by being asked.
#[derive(Clone, Debug)]
pub struct Knowledge {
    prepared: Prepared,
    scripts: Scripts,
    settings: Settings,
    requirements: Vec<Requirement>,
    source: Box<str>,
    scope: Scope,
    verdicts: Vec<Tree<Verdict>>,
    /// By resource: whether AWS would accept it.
    accepted: Vec<Tree<bool>>,
    judged: usize,
}

impl Knowledge {
    /// Of a lesson's first workload.
    ///
    /// # Errors
    /// A template whose defaults do not resolve.
    pub fn of_lesson(lesson: &Lesson) -> Result<Self, Vec<TemplateError>> {
        let given = Parameters::new();
        Self::new(&lesson.templates, &lesson.toggles, &given, &lesson.requirements, None)
    }

    /// Of any templates: these toggles, other parameters fixed at what is given, this workload by its name (the first where none is
    /// named).
    ///
    /// # Errors
    /// Parameters that the templates refuse.
    pub fn new(
        templates: &Templates,
        toggles: &[Toggle],
        given: &Parameters,
        requirements: &[Requirement],
        source: Option<&str>,
    ) -> Result<Self, Vec<TemplateError>> {
        let settings = Settings::new(toggles, given);
        let dependence = Dependence::new(templates, settings.toggles());
        let mut prepared = Prepared::new(templates, settings.toggles(), &dependence);
        let is_value =
            |toggle: &Toggle, value: &str| value == &*toggle.values.0 || value == &*toggle.values.1;
        let stray = |t: &Toggle| given.get(&*t.parameter).is_some_and(|value| !is_value(t, value));
        if settings.toggles().iter().any(stray) {
            // A value that makes no state: mostly one that the templates refuse.
            templates.resolve(given)?;
        }
        let start = settings.state(given);
        let stack = prepared.resources(start, || settings.parameters(start))?;
        let scripts = Scripts::default();
        let source = if let Some(name) = source {
            name.into()
        } else {
            let network = network::build_with(&stack, &scripts);
            network.workloads.keys().next().map_or("", |id| network.name(*id)).into()
        };
        let scope = Scope::new(dependence, &stack);
        let count = settings.len();
        Ok(Self {
            prepared,
            scripts,
            requirements: requirements.to_vec(),
            source,
            verdicts: requirements.iter().map(|_| Tree::new(count)).collect(),
            // The last one is for what belongs to no resource of the template.
            accepted: (0..=scope.resources()).map(|_| Tree::new(count)).collect(),
            scope,
            settings,
            judged: 0,
        })
    }

    /// The toggles.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// What is asked.
    pub fn requirements(&self) -> &[Requirement] {
        &self.requirements
    }

    /// The workload asked about.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// How many states were judged so far.
    pub fn judged(&self) -> usize {
        self.judged
    }

    /// The verdict of a requirement, by its place, in a state.
    pub fn verdict(&mut self, state: u64, requirement: usize) -> Verdict {
        let state = state & mask(self.settings.len());
        loop {
            if let Some(verdict) = self.known(state, requirement) {
                return verdict;
            }
            self.learn_some(state, |at| at == requirement);
        }
    }

    /// The verdict, and toggles of which at least one must be turned to change it. A refusal by AWS counts only where there is one.
    pub(super) fn certificate(&mut self, state: u64, requirement: usize) -> (Verdict, u64) {
        let verdict = self.verdict(state, requirement);
        let known = || Some((verdict, ALL));
        let told = if verdict == Verdict::Undeployable {
            let refused = |tree: &Tree<bool>| tree.certificate(state).filter(|(accepted, _)| !accepted);
            self.accepted.iter().find_map(refused).map(|(_, by)| (verdict, by))
        } else {
            self.verdicts.get(requirement).and_then(|tree| tree.certificate(state))
        };
        let (verdict, by) = told.or_else(known).unwrap_or((verdict, ALL));
        (verdict, by & mask(self.settings.len()))
    }

    /// The verdicts of all requirements in a state.
    pub fn all(&mut self, state: u64) -> Vec<Verdict> {
        let known = |at: usize| self.known(state & mask(self.settings.len()), at).is_some();
        if !(0..self.requirements.len()).all(known) {
            self.learn(state & mask(self.settings.len()));
        }
        (0..self.requirements.len()).map(|requirement| self.verdict(state, requirement)).collect()
    }

    fn known(&self, state: u64, requirement: usize) -> Option<Verdict> {
        let Some(tree) = self.verdicts.get(requirement) else { return Some(Verdict::Unknown) };
        let verdict = tree.get(state)?;
        for accepted in &self.accepted {
            if !accepted.get(state)? {
                return Some(Verdict::Undeployable);
            }
        }
        Some(verdict)
    }

    /// The state, judged with all evidence.
    ///
    /// # Errors
    /// Parameters that the templates refuse.
    pub fn judge(&mut self, state: u64) -> Result<Judged, Vec<TemplateError>> {
        let stack = self.prepared.resolve(state, || self.settings.parameters(state))?;
        let network = network::build_with(&stack, &self.scripts);
        let report = self.report(&network);
        Ok(Judged { stack, network, report })
    }

    /// The workload asked about.
    pub(super) fn source_in(&self, network: &Network) -> Option<Id> {
        network.find(&self.source).filter(|id| network.workloads.contains_key(id))
    }

    /// The requirements judged on a model.
    pub(super) fn report(&self, network: &Network) -> Report {
        let sources: Vec<Id> = self.source_in(network).into_iter().collect();
        judge(network, &sources, &self.requirements)
    }

    /// Judges a state and learns for which others it is true.
    pub(super) fn learn(&mut self, state: u64) {
        self.learn_some(state, |_| true);
    }

    /// The same of some requirements, by their places.
    fn learn_some(&mut self, state: u64, wanted: impl Fn(usize) -> bool) {
        self.judged += 1;
        let stack = self.prepared.resources(state, || self.settings.parameters(state));
        let Ok(stack) = stack else {
            // Parameters that a template refuses do not come from its own toggles.
            self.verdicts.iter_mut().for_each(|tree| tree.learn(state, ALL, Verdict::Undeployable));
            self.accepted.iter_mut().for_each(|tree| tree.learn(state, ALL, true));
            return;
        };
        let mut network = network::build_with(&stack, &self.scripts);
        let refusals = std::mem::take(&mut network.refusals);
        let last = self.scope.resources();
        let refused: Vec<usize> =
            refusals.iter().map(|r| self.scope.number(network.name(r.id)).unwrap_or(last)).collect();
        for (number, tree) in self.accepted.iter_mut().enumerate() {
            if tree.get(state).is_none() {
                let is_refused = refused.contains(&number);
                let matter = match (number == last, is_refused) {
                    (true, true) => ALL,
                    (true, false) => 0,
                    _ => self.scope.of_refusal(state, number),
                };
                tree.learn(state, matter, !is_refused);
            }
        }
        self.learn_verdicts(&stack, &network, state, wanted);
    }

    fn learn_verdicts(
        &mut self,
        stack: &Stack,
        network: &Network,
        state: u64,
        wanted: impl Fn(usize) -> bool,
    ) {
        let open: Vec<usize> = self
            .verdicts
            .iter()
            .enumerate()
            .filter(|(at, tree)| wanted(*at) && tree.get(state).is_none())
            .map(|(at, _)| at)
            .collect();
        let asked: Vec<Requirement> =
            open.iter().filter_map(|at| self.requirements.get(*at)).cloned().collect();
        let sources: Vec<Id> = self.source_in(network).into_iter().collect();
        let report = judge(network, &sources, &asked);
        let answers = report.sources.into_iter().next().map(|source| source.answers);
        for (place, at) in open.into_iter().enumerate() {
            let answer = answers.as_ref().and_then(|answers| answers.get(place));
            let (verdict, matter) = match answer {
                Some(answer) => {
                    (answer.verdict, self.scope.of_answer((stack, network), state, &self.source, answer))
                }
                None => (Verdict::Unknown, ALL),
            };
            if let Some(tree) = self.verdicts.get_mut(at) {
                tree.learn(state, matter, verdict);
            }
        }
    }

    /// A state that is not known yet, like the given one where that is possible.
    pub(super) fn open(&self, like: u64) -> Option<u64> {
        self.verdicts
            .iter()
            .find_map(|tree| tree.open(like))
            .or_else(|| self.accepted.iter().find_map(|tree| tree.open(like)))
    }

    pub(super) fn verdict_trees(&self) -> &[Tree<Verdict>] {
        &self.verdicts
    }

    pub(super) fn accepted_trees(&self) -> &[Tree<bool>] {
        &self.accepted
    }
}

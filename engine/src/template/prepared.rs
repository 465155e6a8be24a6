//! Templates prepared for many states of their toggles: a resource is worked out once for every state of those it could rest on, and
//! shared by all stacks that have it so.

use std::rc::Rc;

use super::{
    Dependence, MAX_TOGGLES, Parameters, Resource, Stack, TemplateError, Templates, Toggle, resolve,
};

/// Templates with what was worked out of them before.
#[derive(Clone, Debug)]
pub struct Prepared {
    templates: Templates,
    toggles: Vec<Toggle>,
    /// By resource, last what belongs to none: the toggles it could rest on.
    extents: Vec<u64>,
    /// By resource: what it is, by the state of those toggles.
    known: Vec<Vec<(u64, Rc<Resource>)>>,
    /// States of what belongs to no resource in which nothing is wrong with it.
    clean: Vec<u64>,
    /// What they make beside resources, in some state.
    base: Option<Stack>,
}

/// So many states of a resource are kept at most.
const MOST_STATES: usize = 256;

impl Prepared {
    /// Nothing worked out yet. The dependence numbers these toggles in this order.
    pub fn new(templates: &Templates, toggles: &[Toggle], dependence: &Dependence) -> Self {
        Self {
            templates: templates.clone(),
            toggles: toggles.iter().take(MAX_TOGGLES).cloned().collect(),
            extents: dependence.extents(),
            known: (0..dependence.len()).map(|_| Vec::new()).collect(),
            clean: Vec::new(),
            base: None,
        }
    }

    /// What [`Templates::resolve`] gives with the parameters of a state: one bit for each toggle, all else the same every time. They are
    /// only asked for where something is worked out anew.
    ///
    /// # Errors
    /// Parameters that the templates refuse, and what is wrong with what they make.
    pub fn resolve(
        &mut self,
        state: u64,
        parameters: impl FnOnce() -> Parameters,
    ) -> Result<Stack, Vec<TemplateError>> {
        let mut stack = self.resources(state, parameters)?;
        if let Some(base) = &self.base {
            stack.parameters.clone_from(&base.parameters);
        }
        for (bit, toggle) in self.toggles.iter().enumerate() {
            if let Some(value) = stack.parameters.get_mut(&*toggle.parameter) {
                let (off, on) = &toggle.values;
                let now = if state >> bit & 1 == 1 { on } else { off };
                if **value != **now {
                    *value = now.to_string();
                }
            }
        }
        Ok(stack)
    }

    /// The same without the parameters in effect: all that a model is built of.
    ///
    /// # Errors
    /// As those of [`Prepared::resolve`].
    pub fn resources(
        &mut self,
        state: u64,
        parameters: impl FnOnce() -> Parameters,
    ) -> Result<Stack, Vec<TemplateError>> {
        let rest = state & self.extents.last().copied().unwrap_or(u64::MAX);
        let Some(base) = self.base.as_ref().filter(|_| self.clean.contains(&rest)) else {
            let mut stack = self.templates.resolve(&parameters())?;
            for (number, resource) in stack.resources.iter().enumerate() {
                self.keep(number, state, resource);
            }
            self.clean.truncate(MOST_STATES - 1);
            self.clean.push(rest);
            // Puts the resources in order once for all states.
            let _ = stack.position("");
            self.base.get_or_insert_with(|| Stack { resources: Vec::new(), ..stack.clone() });
            stack.parameters.clear();
            return Ok(stack);
        };
        let find = |number: usize| {
            let key = state & self.extents.get(number)?;
            self.known.get(number)?.iter().find(|(known, _)| *known == key).map(|(_, resource)| resource)
        };
        let missing: Vec<usize> = (0..self.known.len()).filter(|number| find(*number).is_none()).collect();
        let made = if missing.is_empty() {
            Vec::new()
        } else {
            resolve::some(&self.templates, &parameters(), &missing)?
        };
        let mut resources = Vec::with_capacity(self.known.len());
        let mut new = missing.iter().zip(&made).peekable();
        for number in 0..self.known.len() {
            match new.next_if(|(at, _)| **at == number) {
                Some((_, resource)) => resources.push(resource.clone()),
                None => resources.extend(find(number).cloned()),
            }
        }
        let stack = Stack {
            files: base.files.clone(),
            region: base.region.clone(),
            account: base.account.clone(),
            partition: base.partition.clone(),
            parameters: Parameters::new(),
            by_id: base.by_id.clone(),
            resources,
        };
        for (number, resource) in missing.into_iter().zip(&made) {
            self.keep(number, state, resource);
        }
        Ok(stack)
    }

    /// Keeps what a resource is, in place of another state's where there are too many.
    fn keep(&mut self, number: usize, state: u64, resource: &Rc<Resource>) {
        let (Some(extent), Some(known)) = (self.extents.get(number), self.known.get_mut(number)) else {
            return;
        };
        let key = state & extent;
        if known.iter().all(|(other, _)| *other != key) {
            known.truncate(MOST_STATES - 1);
            known.push((key, resource.clone()));
        }
    }
}

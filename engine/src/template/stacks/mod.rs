//! Several stacks: which files are nested in which. What a parent hands down, what they put out and what they export and import is told
//! in the files of this room.

mod exports;
mod outputs;
mod parameters;

pub(super) use exports::Export;

use super::{
    Lookup,
    declaration::ResourceDecl,
    world::{Instance, Once, World},
};

/// More stacks than this are not laid out; files that nest each other could otherwise make endlessly many.
const MAX_STACKS: usize = 200;

impl<'t> World<'t> {
    /// Makes the stacks: every file that no other one nests is a root, and roots make what they nest.
    pub(super) fn lay_out(&mut self) {
        let files = &self.templates.files;
        let nested: Vec<&str> =
            files.iter().flat_map(|f| &f.resources).filter_map(|r| r.nested.as_deref()).collect();
        for template in files.iter() {
            // Where files nest each other in a circle nobody is the root; then each is.
            let circular = files.iter().all(|f| nested.contains(&&*f.base));
            if circular || !nested.contains(&&*template.base) {
                self.add(template, template.stem.to_string(), None);
            }
        }
        if let (Some(name), Some(first)) = (self.given.get("AWS::StackName"), self.instances.first_mut()) {
            first.stack_name.clone_from(name);
        }
        let mut at = 0;
        while at < self.instances.len() && self.instances.len() < MAX_STACKS {
            self.add_children(at);
            at += 1;
        }
    }

    fn add_children(&mut self, at: usize) {
        let Some(instance) = self.instances.get(at) else { return };
        let (template, stack_name) = (instance.template, instance.stack_name.clone());
        let mut children = Vec::new();
        for (index, resource) in template.resources.iter().enumerate() {
            let Some(base) = &resource.nested else { continue };
            let child = self.templates.files.iter().find(|f| f.base == *base);
            if let Some(child) = child
                && !self.inside(at, child)
                && self.instances.len() < MAX_STACKS
            {
                let name = format!("{stack_name}-{}", resource.key.text);
                children.push((index, self.add(child, name, Some((at, resource)))));
            }
        }
        if let Some(instance) = self.instances.get_mut(at) {
            instance.children = children;
        }
    }

    /// Whether a stack is made, however far up, by this template.
    fn inside(&self, at: usize, template: &super::declaration::Template) -> bool {
        let mut here = self.instances.get(at);
        while let Some(instance) = here {
            if std::ptr::eq(instance.template, template) {
                return true;
            }
            here = instance.parent.and_then(|(parent, _)| self.instances.get(parent));
        }
        false
    }

    fn add(
        &mut self,
        template: &'t super::declaration::Template,
        stack_name: String,
        parent: Option<(usize, &'t ResourceDecl)>,
    ) -> usize {
        let taken = |id: &str| self.find(id).is_some();
        let ids = template.resources.iter().map(|resource| {
            let id = &resource.key.text;
            if !taken(id) {
                return (&**id).into();
            }
            let plain = format!("{}.{id}", template.stem);
            if taken(&plain) { format!("{stack_name}.{id}").into() } else { plain.into() }
        });
        let instance = Instance {
            template,
            parent,
            ids: ids.collect(),
            by_id: Lookup::default(),
            children: Vec::new(),
            parameters: template.parameters.iter().map(|_| Once::default()).collect(),
            conditions: template.conditions.iter().map(|_| Once::default()).collect(),
            outputs: template.outputs.iter().map(|_| Once::default()).collect(),
            stack_name,
        };
        self.instances.push(instance);
        self.instances.len() - 1
    }
}

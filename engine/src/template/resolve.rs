//! From parsed templates and parameter values to a [`Stack`].

use std::collections::BTreeMap;
use std::rc::Rc;

use super::{
    Lookup, Node, Parameters, Resource, Stack, TemplateError, Templates, Value,
    declaration::ResourceDecl,
    world::{Instance, World},
};

/// Works everything out; all errors at once.
pub(super) fn resolve(templates: &Templates, given: &Parameters) -> Result<Stack, Vec<TemplateError>> {
    let world = World::new(templates, given);
    world.check_given();
    let mut parameters = BTreeMap::new();
    for (at, instance) in world.instances.iter().enumerate() {
        world.check_handed_down(at);
        for (index, decl) in instance.template.parameters.iter().enumerate() {
            let value = world.parameter(at, index);
            if instance.parent.is_none()
                && let Some(text) = in_effect(&value)
            {
                parameters.insert(decl.key.text.to_string(), text);
            }
        }
        for index in 0..instance.template.conditions.len() {
            // Only for its errors: a condition that nothing uses is checked as well.
            let _ = world.condition(at, index);
        }
        for (index, decl) in instance.template.outputs.iter().enumerate() {
            if decl.condition.is_none_or(|c| world.condition(at, c) != Ok(false)) {
                let _ = world.output(at, index);
            }
        }
    }
    let mut resources = Vec::with_capacity(world.instances.iter().map(|i| i.ids.len()).sum());
    for (at, instance) in world.instances.iter().enumerate() {
        let parent_enabled = stack_enabled(&world, instance);
        for (decl, id) in instance.template.resources.iter().zip(&instance.ids) {
            resources.push(Rc::new(resource(&world, at, instance, decl, id, parent_enabled)));
        }
    }
    let mut stack = Stack {
        files: templates.files.iter().map(|file| file.name.to_string()).collect(),
        region: world.region.to_owned(),
        account: world.account.to_owned(),
        partition: world.partition.to_owned(),
        parameters,
        resources,
        by_id: Lookup::default(),
    };
    let errors = world.into_errors();
    if errors.is_empty() {
        stack.resources.shrink_to_fit();
        Ok(stack)
    } else {
        Err(errors)
    }
}

/// Works out only some resources, by their numbers in written order; of the rest nothing is checked.
pub(super) fn some(
    templates: &Templates,
    given: &Parameters,
    wanted: &[usize],
) -> Result<Vec<Rc<Resource>>, Vec<TemplateError>> {
    let world = World::new(templates, given);
    let all = world.instances.iter().enumerate().flat_map(|(at, instance)| {
        let decls = instance.template.resources.iter().zip(&instance.ids);
        decls.map(move |(decl, id)| (at, instance, decl, id))
    });
    let wanted = all.enumerate().filter(|(number, _)| wanted.contains(number));
    let made = wanted.map(|(_, (at, instance, decl, id))| {
        Rc::new(resource(&world, at, instance, decl, id, stack_enabled(&world, instance)))
    });
    let made = made.collect();
    let errors = world.into_errors();
    if errors.is_empty() { Ok(made) } else { Err(errors) }
}

/// The text of a parameter's value.
fn in_effect(value: &Value) -> Option<String> {
    let text = |value: &Value| match value {
        Value::Text(text) | Value::Number(text) => Some(text.to_string()),
        _ => None,
    };
    match value {
        Value::List(items) => {
            Some(items.iter().filter_map(|item| text(&item.value)).collect::<Vec<_>>().join(","))
        }
        _ => text(value),
    }
}

/// Whether every stack resource above is switched on.
fn stack_enabled(world: &World<'_>, instance: &Instance<'_>) -> bool {
    let mut parent = instance.parent;
    while let Some((at, resource)) = parent {
        if resource.condition.is_some_and(|c| world.condition(at, c) == Ok(false)) {
            return false;
        }
        parent = world.instances.get(at).and_then(|instance| instance.parent);
    }
    true
}

fn resource(
    world: &World<'_>,
    at: usize,
    instance: &Instance<'_>,
    decl: &ResourceDecl,
    id: &str,
    parent_enabled: bool,
) -> Resource {
    // A condition that is not known counts as holding: what may be there is looked at, not overlooked.
    let condition = decl.condition.map(|c| world.condition(at, c));
    let enabled = parent_enabled && condition != Some(Ok(false));
    world.quiet.set(!enabled);
    let empty = || Node { place: decl.properties.place, value: Value::Map(Vec::new()) };
    let properties = world.node(at, &decl.properties).unwrap_or_else(empty);
    world.quiet.set(false);
    let name = |index: usize| instance.template.conditions.get(index).map(|(key, _)| key.text.clone());
    Resource {
        id: id.into(),
        kind: decl.kind.clone(),
        place: decl.key.place,
        condition: decl.condition.and_then(name),
        condition_unknown: condition.and_then(Result::err),
        enabled,
        properties,
        depends_on: decl.depends_on.iter().filter_map(|index| instance.ids.get(*index).cloned()).collect(),
    }
}

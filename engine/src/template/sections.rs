//! The sections of a template: from the tree as written to declarations.

use super::{
    Key, Node, Place, TemplateErrorKind, Value, conditions,
    declaration::{Group, Interface, OutputDecl, ResourceDecl, Template},
    expression::{Expr, ExprKind, Part},
    names::Names,
    parameters,
    problems::Problems,
    raw::{Raw, RawKind},
    syntax::Reader,
};

const SECTIONS: [&str; 12] = [
    "AWSTemplateFormatVersion",
    "Conditions",
    "Description",
    // Of the serverless transform.
    "Globals",
    "Hooks",
    "Mappings",
    "Metadata",
    "Outputs",
    "Parameters",
    "Resources",
    "Rules",
    "Transform",
];

const RESOURCE_KEYS: [&str; 10] = [
    "Condition",
    "CreationPolicy",
    "DeletionPolicy",
    "DependsOn",
    "Description",
    "Metadata",
    "Properties",
    "Type",
    "UpdatePolicy",
    "UpdateReplacePolicy",
];

const OUTPUT_KEYS: [&str; 4] = ["Condition", "Description", "Export", "Value"];

/// Reads the sections of the file called `name`.
pub(super) fn read(name: &str, root: &Raw, problems: &mut Problems) -> Template {
    let names = Names::of(root);
    let base = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let mut template = Template {
        name: name.into(),
        stem: stem(base),
        base: base.into(),
        parameters_place: root.get("Parameters").map_or(root.place, |raw| raw.place),
        parameters: Vec::new(),
        mappings: Vec::new(),
        conditions: Vec::new(),
        resources: Vec::new(),
        outputs: Vec::new(),
        interface: Interface::default(),
    };
    let Some(entries) = root.map() else {
        problems.expected("a map of sections", root);
        return template;
    };
    for (key, raw) in entries {
        match &*key.text {
            "Parameters" => {
                each(raw, "a map of parameters", problems, |key, raw, problems| {
                    template.parameters.push(parameters::declare(key, raw, problems));
                });
            }
            "Mappings" => {
                each(raw, "a map of mappings", problems, |key, raw, problems| {
                    template.mappings.push((key.clone(), plain(raw, problems)));
                });
            }
            "Conditions" => {
                each(raw, "a map of conditions", problems, |key, raw, problems| {
                    let condition = Reader { names: &names, problems }.condition(raw);
                    template.conditions.push((key.clone(), condition));
                });
            }
            "Resources" => {
                each(raw, "a map of resources", problems, |key, raw, problems| {
                    template.resources.push(resource(key, raw, &names, problems));
                });
            }
            "Outputs" => {
                each(raw, "a map of outputs", problems, |key, raw, problems| {
                    template.outputs.push(output(key, raw, &names, problems));
                });
            }
            "Metadata" => template.interface = interface(raw),
            section if SECTIONS.contains(&section) => {}
            section => problems.no_such(key.place, "section", section, SECTIONS),
        }
    }
    if root.get("Resources").is_none() {
        problems.expected(
            "a section `Resources`",
            &Raw { kind: RawKind::Map(Vec::new()), ..Raw::null(root.place) },
        );
    }
    conditions::check_circular(&template.conditions, problems);
    template
}

/// A stack name may only hold letters, digits and hyphens.
fn stem(base: &str) -> Box<str> {
    let stem = base.rsplit_once('.').map_or(base, |(stem, _)| stem);
    let stem: String = stem.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    if stem.is_empty() { "stack".into() } else { stem.into() }
}

/// Visits the entries of a section.
fn each(
    raw: &Raw,
    expected: &str,
    problems: &mut Problems,
    mut visit: impl FnMut(&Key, &Raw, &mut Problems),
) {
    match raw.map() {
        Some(entries) => entries.iter().for_each(|(key, raw)| visit(key, raw, problems)),
        None if raw.is_null() => {}
        None => problems.expected(expected, raw),
    }
}

/// A value without functions.
pub(super) fn plain(raw: &Raw, problems: &mut Problems) -> Node {
    if let Some(tag) = &raw.tag {
        problems.add(
            raw.place,
            TemplateErrorKind::Expected {
                expected: "a value without functions".to_owned(),
                found: format!("`!{tag}`"),
            },
        );
    }
    let value = match &raw.kind {
        RawKind::List(items) => Value::List(items.iter().map(|item| plain(item, problems)).collect()),
        RawKind::Map(entries) => {
            Value::Map(entries.iter().map(|(key, value)| (key.clone(), plain(value, problems))).collect())
        }
        RawKind::Plain(_) | RawKind::Quoted(_) => raw.scalar().unwrap_or(Value::Null),
    };
    Node { place: raw.place, value }
}

fn resource(key: &Key, raw: &Raw, names: &Names, problems: &mut Problems) -> ResourceDecl {
    let empty = Expr { place: key.place, kind: ExprKind::Map(Vec::new()) };
    let mut resource = ResourceDecl {
        key: key.clone(),
        kind: "".into(),
        condition: None,
        properties: empty,
        depends_on: Vec::new(),
        nested: None,
    };
    // Loops and macros make resources that are not known here: they stay visible as one resource of no known type.
    if let Some(function) = key.text.strip_prefix("Fn::") {
        let function = function.split("::").next().unwrap_or(function);
        resource.kind = format!("Fn::{function}").into();
        return resource;
    }
    let Some(entries) = raw.map() else {
        problems.expected("a resource with `Type` and `Properties`", raw);
        return resource;
    };
    for (key, raw) in entries {
        match &*key.text {
            "Type" => match raw.text() {
                Some(kind) if !kind.is_empty() => resource.kind = kind.into(),
                _ => problems.expected("a resource type, like `AWS::EC2::VPC`", raw),
            },
            "Properties" if raw.is_null() => {}
            "Properties" if raw.map().is_none() && raw.tag.is_none() => {
                problems.expected("a map of properties", raw);
            }
            "Properties" => resource.properties = Reader { names, problems }.expression(raw),
            "Condition" => resource.condition = Reader { names, problems }.named_condition(raw),
            "DependsOn" => resource.depends_on = depends_on(raw, names, problems),
            key_text if RESOURCE_KEYS.contains(&key_text) => {}
            key_text => problems.no_such(key.place, "resource attribute", key_text, RESOURCE_KEYS),
        }
    }
    if raw.get("Type").is_none() {
        problems.expected("`Type`", raw);
    }
    if &*resource.kind == "AWS::CloudFormation::Stack" {
        resource.nested =
            property(&resource.properties, "TemplateURL").and_then(last_segment).map(Into::into);
    }
    resource
}

fn depends_on(raw: &Raw, names: &Names, problems: &mut Problems) -> Vec<usize> {
    let items = raw.list().unwrap_or(std::slice::from_ref(raw));
    let mut found = Vec::new();
    for item in items {
        match item.text() {
            Some(name) => {
                if let Some(index) = names.resources.get(name) {
                    found.push(*index);
                } else {
                    let names = names.resources.keys().map(|k| &**k);
                    problems.no_such(item.place, "resource", name, names);
                }
            }
            None => problems.expected("the logical id of a resource", item),
        }
    }
    found
}

fn output(key: &Key, raw: &Raw, names: &Names, problems: &mut Problems) -> OutputDecl {
    let mut output = OutputDecl {
        key: key.clone(),
        condition: None,
        value: Expr { place: raw.place, kind: ExprKind::Constant(Value::Null) },
        export: None,
    };
    if key.text.starts_with("Fn::") {
        return output;
    }
    let Some(entries) = raw.map() else {
        problems.expected("an output with `Value`", raw);
        return output;
    };
    for (key, raw) in entries {
        let mut reader = Reader { names, problems };
        match &*key.text {
            "Value" => output.value = reader.expression(raw),
            "Condition" => output.condition = reader.named_condition(raw),
            "Export" => match raw.get("Name") {
                Some(name) => output.export = Some(reader.expression(name)),
                None => problems.expected("`Name` of the export", raw),
            },
            text if OUTPUT_KEYS.contains(&text) => {}
            text => problems.no_such(key.place, "output attribute", text, OUTPUT_KEYS),
        }
    }
    output
}

/// A property as declared.
pub(super) fn property<'a>(properties: &'a Expr, name: &str) -> Option<&'a Expr> {
    let ExprKind::Map(entries) = &properties.kind else { return None };
    entries.iter().find(|(key, _)| &*key.text == name).map(|(_, value)| value)
}

/// The file name at the end of an address, as far as it is written out.
fn last_segment(url: &Expr) -> Option<&str> {
    let text: &str = match &url.kind {
        ExprKind::Constant(Value::Text(text)) => text,
        ExprKind::Sub(sub) => match sub.parts.last()? {
            Part::Text(text) => text,
            Part::Name(..) => return None,
        },
        ExprKind::Call(_, arguments) => match &arguments.kind {
            ExprKind::List(items) => return items.last().and_then(last_segment),
            _ => return None,
        },
        ExprKind::List(items) => return items.last().and_then(last_segment),
        _ => return None,
    };
    let path = text.split(['?', '#']).next().unwrap_or(text);
    path.trim().rsplit('/').next().filter(|name| !name.is_empty())
}

fn interface(metadata: &Raw) -> Interface {
    let Some(raw) = metadata.get("AWS::CloudFormation::Interface") else { return Interface::default() };
    let default = |raw: &Raw| raw.get("default").and_then(Raw::text).map(Into::into);
    let groups = raw.get("ParameterGroups").and_then(Raw::list).unwrap_or_default();
    let labels = raw.get("ParameterLabels").and_then(Raw::map).unwrap_or_default();
    Interface {
        groups: groups
            .iter()
            .map(|group| {
                let names = group.get("Parameters").and_then(Raw::list).unwrap_or_default();
                let parameters = names.iter().filter_map(Raw::text).map(Into::into).collect();
                Group { title: group.get("Label").and_then(default), parameters }
            })
            .collect(),
        labels: labels.iter().filter_map(|(key, raw)| Some(((&*key.text).into(), default(raw)?))).collect(),
    }
}

/// The beginning of a file.
pub(super) fn beginning(file: u16) -> Place {
    Place { file, line: 1, column: 1 }
}

//! A resolved value and the place it was written at. Texts are shared: most values are as written, in every state of a template.

use std::borrow::Cow;
use std::rc::Rc;

/// Where something stands in the text given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Index of the file in the order given.
    pub file: u16,
    /// Line, counted from 1.
    pub line: u32,
    /// Column, counted from 1.
    pub column: u32,
}

/// A value with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Where the value begins.
    pub place: Place,
    /// What it is.
    pub value: Value,
}

/// A value after parameters, conditions and intrinsic functions were worked out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// `null`, or nothing written.
    Null,
    /// `true`, `false`.
    Bool(bool),
    /// A number as written (`"443"` in quotes is a [`Value::Text`]; the accessors accept both).
    Number(Rc<str>),
    /// Text. References inside it (`!Sub "${Bucket}/x"`) are the physical names the template gives, or where
    /// `CloudFormation` would make one up, the placeholder `${LogicalId}`: unique, so equal text means the same thing.
    Text(Rc<str>),
    /// A list.
    List(Vec<Node>),
    /// A map in written order.
    Map(Vec<(Key, Node)>),
    /// A resource, as `!Ref` or `!GetAtt` named it, standing alone.
    Reference(Reference),
    /// Something that could not be worked out.
    Unknown(Unknown),
}

/// A key of a map with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// The key's text.
    pub text: Rc<str>,
    /// Where it stands.
    pub place: Place,
}

/// A resource of this template (or of one given together with it), named by `Ref` or `GetAtt`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reference {
    /// The resource's id as in [`super::Resource::id`].
    pub resource: Rc<str>,
    /// The attribute, with `Fn::GetAtt`; `None` with `Ref`.
    pub attribute: Option<Box<str>>,
}

/// Why a value is not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// What could not be resolved, as written: `ParentVPCStack`, `Fn::ImportValue net-Vpc` …
    pub what: Box<str>,
    /// Why.
    pub why: UnknownWhy,
}

/// The reasons a value stays unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnknownWhy {
    /// A parameter without a default that was not given.
    ParameterNotGiven,
    /// `Fn::ImportValue` of an export that no given template makes.
    ImportNotGiven,
    /// An attribute whose value only exists once deployed.
    OnlyWhenDeployed,
    /// A function this project does not evaluate, or a dynamic reference.
    FunctionNotEvaluated,
    /// Looked up outside the template (SSM parameter types, macros).
    LookedUpOutside,
}

impl Node {
    /// Entry `key` of a map; `None` where this is no map, the key is absent or its value is null.
    pub fn get(&self, key: &str) -> Option<&Node> {
        let Value::Map(entries) = &self.value else { return None };
        entries
            .iter()
            .find(|(k, _)| &*k.text == key)
            .map(|(_, node)| node)
            .filter(|node| node.value != Value::Null)
    }

    /// The value as text: numbers and booleans count as their text. `None` for anything else.
    pub fn text(&self) -> Option<Cow<'_, str>> {
        match &self.value {
            Value::Text(text) | Value::Number(text) => Some(Cow::Borrowed(text)),
            Value::Bool(b) => Some(Cow::Borrowed(if *b { "true" } else { "false" })),
            _ => None,
        }
    }

    /// A boolean; `CloudFormation` accepts `"true"` and `"false"` in any case as well.
    pub fn boolean(&self) -> Option<bool> {
        match &self.value {
            Value::Bool(b) => Some(*b),
            Value::Text(text) if text.eq_ignore_ascii_case("true") => Some(true),
            Value::Text(text) if text.eq_ignore_ascii_case("false") => Some(false),
            _ => None,
        }
    }

    /// A whole number, also from text.
    pub fn integer(&self) -> Option<i64> {
        match &self.value {
            Value::Number(text) | Value::Text(text) => text.trim().parse().ok(),
            _ => None,
        }
    }

    /// The elements of a list; a single value stands for a list of itself, null for none.
    pub fn items(&self) -> &[Node] {
        match &self.value {
            Value::List(nodes) => nodes,
            Value::Null => &[],
            _ => std::slice::from_ref(self),
        }
    }

    /// The entries of a map; empty for anything else.
    pub fn entries(&self) -> &[(Key, Node)] {
        match &self.value {
            Value::Map(entries) => entries,
            _ => &[],
        }
    }

    /// The resource this value names.
    pub fn reference(&self) -> Option<&Reference> {
        match &self.value {
            Value::Reference(reference) => Some(reference),
            _ => None,
        }
    }

    /// Why the value is not known.
    pub fn unknown(&self) -> Option<&Unknown> {
        match &self.value {
            Value::Unknown(unknown) => Some(unknown),
            _ => None,
        }
    }
}

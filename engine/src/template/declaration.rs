//! One template, read.

use std::rc::Rc;

use super::{Key, Node, Place, expression::Expr, parameters::ParameterDecl};

/// A parsed template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Template {
    /// The file's name as given.
    pub(super) name: Box<str>,
    /// The stack name to assume: the file's name without folder and ending.
    pub(super) stem: Box<str>,
    /// The file's name without folder.
    pub(super) base: Box<str>,
    /// The `Parameters`, or the whole file's, beginning: where errors of parameters given stand.
    pub(super) parameters_place: Place,
    /// `Parameters`.
    pub(super) parameters: Vec<ParameterDecl>,
    /// `Mappings`.
    pub(super) mappings: Vec<(Key, Node)>,
    /// `Conditions`.
    pub(super) conditions: Vec<(Key, Expr)>,
    /// `Resources`.
    pub(super) resources: Vec<ResourceDecl>,
    /// `Outputs`.
    pub(super) outputs: Vec<OutputDecl>,
    /// The interface metadata.
    pub(super) interface: Interface,
}

/// A resource as declared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ResourceDecl {
    /// Its logical id.
    pub(super) key: Key,
    /// Its type.
    pub(super) kind: Rc<str>,
    /// Its condition by index.
    pub(super) condition: Option<usize>,
    /// Its properties.
    pub(super) properties: Expr,
    /// `DependsOn`, by index of the resource.
    pub(super) depends_on: Vec<usize>,
    /// For a nested stack, the last segment of its `TemplateURL`.
    pub(super) nested: Option<Box<str>>,
}

/// An output as declared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct OutputDecl {
    /// Its name.
    pub(super) key: Key,
    /// Its condition by index.
    pub(super) condition: Option<usize>,
    /// Its value.
    pub(super) value: Expr,
    /// The name of the export.
    pub(super) export: Option<Expr>,
}

/// `AWS::CloudFormation::Interface`: how parameters are grouped and labelled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Interface {
    /// Groups with their parameters' names.
    pub(super) groups: Vec<Group>,
    /// Labels by parameter name.
    pub(super) labels: Vec<(Box<str>, Box<str>)>,
}

/// A group of parameters in the interface metadata.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    /// Its title.
    pub(super) title: Option<Box<str>>,
    /// Its parameters' names.
    pub(super) parameters: Vec<Box<str>>,
}

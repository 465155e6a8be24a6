//! What is written: `CloudFormation` text, its parameters, conditions and intrinsic functions, resolved to resources
//! that remember their lines.
//!
//! Parsing is separate from resolving, so that a toggle re-resolves without parsing again; and what a toggle does not touch is not
//! worked out again ([`Prepared`]).

mod attributes;
mod conditions;
mod declaration;
mod dependence;
mod evaluate;
mod expression;
mod functions;
mod json;
mod lookup;
mod names;
mod nearest;
mod open;
mod parameters;
mod parse;
mod prepared;
mod problems;
mod raw;
mod resolve;
mod sections;
mod stack;
mod stacks;
mod substitution;
mod syntax;
#[cfg(test)]
mod tests;
mod toggles;
mod value;
mod world;
mod yaml;

use std::collections::BTreeMap;
use std::rc::Rc;

pub use dependence::{Dependence, MAX_TOGGLES, PropertyDependence};
pub use lookup::Lookup;
pub use nearest::nearest;
pub use open::OpenParameter;
pub use parse::read_plain;
pub use prepared::Prepared;
pub use value::{Key, Node, Place, Reference, Unknown, UnknownWhy, Value};

/// A file as given.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// Name shown in messages, usually a path.
    pub name: &'a str,
    /// The text: YAML or JSON.
    pub text: &'a str,
}

/// Parameter values by name. With several files a value goes to every template that declares the name; pseudo
/// parameters (`AWS::Region`, `AWS::AccountId`, `AWS::StackName`, `AWS::Partition`) may be given too.
pub type Parameters = BTreeMap<String, String>;

/// What is wrong with the input, and where. Displayed as `file:line:column: …`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{}:{}: {kind}", place.line, place.column)]
pub struct TemplateError {
    /// The file's name.
    pub file: String,
    /// Where in the file.
    pub place: Place,
    /// What is wrong.
    pub kind: TemplateErrorKind,
}

/// The kinds of input errors. Each says what was found, what was expected and the nearest valid name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TemplateErrorKind {
    /// Neither YAML nor JSON.
    #[error("cannot be read as YAML or JSON: {0}")]
    Syntax(String),
    /// A name that does not exist: `Ref`, `GetAtt`, a condition, a mapping key, a parameter given, …
    #[error("{what} `{found}` does not exist{}", nearest.as_deref().map(|n| format!("; the nearest is `{n}`")).unwrap_or_default())]
    NoSuchName {
        /// What was looked for: `resource`, `parameter`, `condition`, `mapping`, `attribute`.
        what: &'static str,
        /// The name found.
        found: String,
        /// The nearest existing name.
        nearest: Option<String>,
    },
    /// A value of the wrong shape.
    #[error("expected {expected}, found {found}")]
    Expected {
        /// What was expected.
        expected: String,
        /// What was found.
        found: String,
    },
    /// A parameter value that its declaration does not allow.
    #[error("parameter `{name}` may not be `{found}`; allowed: {allowed}")]
    ParameterNotAllowed {
        /// The parameter.
        name: String,
        /// The value given.
        found: String,
        /// What is allowed, with the nearest value first where values are listed.
        allowed: String,
    },
    /// Definitions that lead back to themselves.
    #[error("`{0}` leads back to itself")]
    Circular(String),
}

/// A resource with its properties resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resource {
    /// Logical id; where several stacks are given and the id is taken, `Stack.LogicalId`.
    pub id: Box<str>,
    /// `AWS::EC2::VPC` …
    pub kind: Rc<str>,
    /// Where the logical id stands.
    pub place: Place,
    /// The `Condition` of the resource by name.
    pub condition: Option<Rc<str>>,
    /// Why it is not known whether the condition holds; it then counts as holding.
    pub condition_unknown: Option<Unknown>,
    /// False where the condition does not hold; the resource is then not built, only drawn as possible.
    pub enabled: bool,
    /// The resolved `Properties`; an empty map where none were written. Entries removed by `AWS::NoValue` are absent.
    pub properties: Node,
    /// `DependsOn`.
    pub depends_on: Vec<Box<str>>,
}

impl Resource {
    /// Property `key`, unless absent or null.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.properties.get(key)
    }
}

/// A switch of the template: a parameter that chooses what is built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toggle {
    /// The parameter's name.
    pub parameter: Box<str>,
    /// Label from `AWS::CloudFormation::Interface`, if any.
    pub label: Option<Box<str>>,
    /// Title of its group there, if any.
    pub group: Option<Box<str>>,
    /// The value that means off, and the one that means on, for a two-valued parameter (`false`, `true`).
    pub values: (Box<str>, Box<str>),
    /// The default value.
    pub default: Option<Box<str>>,
    /// Ids of the resources whose condition is directly this parameter being on.
    pub controls: Vec<Box<str>>,
}

/// Parsed templates, ready to be resolved with any parameters.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Templates {
    files: Rc<Vec<declaration::Template>>,
}

/// Resources of all templates given, resolved together.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Stack {
    /// Names of the files, by [`Place::file`].
    pub files: Vec<String>,
    /// The region, account and partition used.
    pub region: String,
    /// Twelve digits.
    pub account: String,
    /// `aws`, `aws-cn` …
    pub partition: String,
    /// Parameter values in effect, by name.
    pub parameters: BTreeMap<String, String>,
    /// All resources in written order, also those switched off.
    pub resources: Vec<Rc<Resource>>,
    by_id: Lookup,
}

impl Templates {
    /// Reads YAML or JSON.
    ///
    /// # Errors
    /// Every syntax error, every wrong shape of a section and every name that does not exist, in order of place.
    pub fn parse(sources: &[Source<'_>]) -> Result<Templates, Vec<TemplateError>> {
        parse::parse(sources)
    }

    /// Works out parameters, conditions and functions.
    ///
    /// # Errors
    /// Parameters that do not exist, values not allowed, arguments of the wrong shape; all of them.
    pub fn resolve(&self, parameters: &Parameters) -> Result<Stack, Vec<TemplateError>> {
        resolve::resolve(self, parameters)
    }

    /// The two-valued parameters, in the order of the interface metadata, then of the parameters.
    pub fn toggles(&self) -> Vec<Toggle> {
        toggles::toggles(self)
    }

    /// Whether the templates that declare this parameter allow the value.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check_parameter(&self, name: &str, value: &str) -> Result<(), TemplateErrorKind> {
        let declared = self.files.iter().flat_map(|file| &file.parameters);
        declared.filter(|parameter| &*parameter.key.text == name).try_for_each(|p| p.check(value))
    }

    /// The parameters without default that are not given, as far as the template tells their values apart.
    pub fn open_parameters(&self, given: &Parameters) -> Vec<OpenParameter> {
        open::parameters(self, given)
    }

    /// The logical ids of all resources as declared, in written order.
    pub fn resource_names(&self) -> impl Iterator<Item = &str> {
        self.files.iter().flat_map(|file| &file.resources).map(|resource| &*resource.key.text)
    }

    /// The parameters of the first file that have a default, and where each default is written.
    pub fn defaults(&self) -> Vec<(&str, Place)> {
        let parameters = self.files.first().map(|file| file.parameters.as_slice()).unwrap_or_default();
        let placed = |p: &'_ parameters::ParameterDecl| p.default.as_ref().map(|(place, _)| *place);
        parameters.iter().filter_map(|p| Some((&*p.key.text, placed(p)?))).collect()
    }

    /// The names of all parameters, in written order.
    pub fn parameter_names(&self) -> impl Iterator<Item = &str> {
        self.files.iter().flat_map(|file| &file.parameters).map(|parameter| &*parameter.key.text)
    }
}

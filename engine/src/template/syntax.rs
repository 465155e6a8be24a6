//! From the tree as written to expressions: the short forms (`!Sub`) and the long ones (`{"Fn::Sub": …}`) become the same.

use super::{
    Place, TemplateErrorKind, Unknown, UnknownWhy, Value, attributes,
    expression::{Expr, ExprKind, Function, GetAtt, Hole, If, Part, Sub, Target},
    names::Names,
    problems::Problems,
    raw::{Raw, RawKind},
    substitution,
};

/// The names of all functions, for the nearest one.
const FUNCTIONS: [&str; 27] = [
    "Ref",
    "GetAtt",
    "Sub",
    "If",
    "Condition",
    "And",
    "Base64",
    "Cidr",
    "Equals",
    "FindInMap",
    "GetAZs",
    "ImportValue",
    "Join",
    "Length",
    "Not",
    "Or",
    "Select",
    "Split",
    "ToJsonString",
    "Transform",
    "ForEach",
    "Contains",
    "EachMemberEquals",
    "EachMemberIn",
    "RefAll",
    "ValueOf",
    "ValueOfAll",
];

/// Reads expressions of one template.
pub(super) struct Reader<'a> {
    /// What the template declares.
    pub(super) names: &'a Names,
    /// Where errors go.
    pub(super) problems: &'a mut Problems,
}

impl Reader<'_> {
    /// Reads a value that may hold functions. What is wrong is noted, and null takes its place.
    pub(super) fn expression(&mut self, raw: &Raw) -> Expr {
        self.read(raw, false)
    }

    /// Reads a condition, where `Condition` names another one.
    pub(super) fn condition(&mut self, raw: &Raw) -> Expr {
        self.read(raw, true)
    }

    fn read(&mut self, raw: &Raw, in_condition: bool) -> Expr {
        if let Some(tag) = raw.tag.as_deref() {
            return self.function(tag, raw.place, raw, in_condition, true);
        }
        if let Some([(key, argument)]) = raw.map() {
            let name = key.text.strip_prefix("Fn::");
            let bare = match &*key.text {
                "Ref" => Some("Ref"),
                "Condition" if in_condition && argument.text().is_some() => Some("Condition"),
                _ => None,
            };
            if let Some(name) = name.or(bare) {
                return self.function(name, raw.place, argument, in_condition, false);
            }
        }
        self.plain(raw, in_condition)
    }

    /// The value without regard to its own tag.
    fn plain(&mut self, raw: &Raw, in_condition: bool) -> Expr {
        let kind = match &raw.kind {
            RawKind::List(items) => {
                ExprKind::List(items.iter().map(|item| self.read(item, in_condition)).collect())
            }
            RawKind::Map(entries) => ExprKind::Map(
                entries.iter().map(|(key, value)| (key.clone(), self.read(value, in_condition))).collect(),
            ),
            RawKind::Plain(text) | RawKind::Quoted(text) if text.contains("{{resolve:") => {
                let why = UnknownWhy::FunctionNotEvaluated;
                ExprKind::Constant(Value::Unknown(Unknown { what: text.clone(), why }))
            }
            RawKind::Plain(_) | RawKind::Quoted(_) => ExprKind::Constant(raw.scalar().unwrap_or(Value::Null)),
        };
        Expr { place: raw.place, kind }
    }

    /// The arguments of a function. Below a tag the tag itself is spent.
    fn argument(&mut self, raw: &Raw, in_condition: bool, spent: bool) -> Expr {
        if !spent {
            return self.read(raw, in_condition);
        }
        // `!Base64 {"Fn::Sub": …}`: the map below a tag may be a function itself.
        let untagged = Raw { place: raw.place, tag: None, kind: raw.kind.clone() };
        self.read(&untagged, in_condition)
    }

    fn function(
        &mut self,
        name: &str,
        place: Place,
        argument: &Raw,
        in_condition: bool,
        spent: bool,
    ) -> Expr {
        let kind = match name {
            "Ref" => self.reference(argument),
            "GetAtt" => self.get_att(argument),
            "Sub" => return self.sub(argument, in_condition),
            "If" => self.choice(argument),
            "Condition" => self.named_condition(argument).map(ExprKind::Condition),
            _ => match Function::named(name) {
                Some(Function::FindInMap) => {
                    self.check_mapping(argument);
                    let argument = self.argument(argument, in_condition, spent);
                    Some(ExprKind::Call(Function::FindInMap, Box::new(argument)))
                }
                Some(Function::Other(other)) => {
                    let nothing = Expr { place, kind: ExprKind::Constant(Value::Null) };
                    Some(ExprKind::Call(Function::Other(other), Box::new(nothing)))
                }
                Some(function) => {
                    let argument = self.argument(argument, in_condition, spent);
                    let place = if function == Function::Base64 { argument.place } else { place };
                    return Expr { place, kind: ExprKind::Call(function, Box::new(argument)) };
                }
                None => {
                    self.problems.no_such(place, "function", name, FUNCTIONS);
                    None
                }
            },
        };
        Expr { place, kind: kind.unwrap_or(ExprKind::Constant(Value::Null)) }
    }

    fn reference(&mut self, argument: &Raw) -> Option<ExprKind> {
        let Some(name) = argument.text() else {
            self.problems.expected("the name of a parameter or resource", argument);
            return None;
        };
        self.target(name, argument.place).map(ExprKind::Ref)
    }

    /// The parameter, pseudo parameter or resource of this name.
    fn target(&mut self, name: &str, place: Place) -> Option<Target> {
        let target = self.names.target(name);
        if target.is_none() {
            self.problems.no_such(place, "parameter or resource", name, self.names.targets());
        }
        target
    }

    fn resource(&mut self, name: &str, place: Place) -> Option<usize> {
        let index = self.names.resources.get(name).copied();
        if index.is_none() {
            self.problems.no_such(place, "resource", name, self.names.resources.keys().map(|k| &**k));
        }
        index
    }

    fn get_att(&mut self, argument: &Raw) -> Option<ExprKind> {
        let (resource, attribute) = match &argument.kind {
            RawKind::Plain(text) | RawKind::Quoted(text) => {
                let Some((name, attribute)) = text.split_once('.') else {
                    self.problems.expected("`Resource.Attribute`", argument);
                    return None;
                };
                let resource = self.resource(name, argument.place)?;
                let kind = ExprKind::Constant(Value::Text(attribute.into()));
                (resource, Expr { place: argument.place, kind })
            }
            RawKind::List(items) => {
                let [resource, attributes @ ..] = items.as_slice() else {
                    self.problems.expected("a resource and its attribute", argument);
                    return None;
                };
                let (Some(name), [first, ..]) = (resource.text(), attributes) else {
                    self.problems.expected("a resource and its attribute", argument);
                    return None;
                };
                let index = self.resource(name, resource.place)?;
                // `[Nested, Outputs, Name]` is accepted as `[Nested, Outputs.Name]` is.
                let texts: Option<Vec<&str>> =
                    attributes.iter().map(|a| a.tag.is_none().then(|| a.text()).flatten()).collect();
                let attribute = match texts {
                    Some(texts) => {
                        let kind = ExprKind::Constant(Value::Text(texts.join(".").into()));
                        Expr { place: first.place, kind }
                    }
                    None => self.read(first, false),
                };
                (index, attribute)
            }
            RawKind::Map(_) => {
                self.problems.expected("a resource and its attribute", argument);
                return None;
            }
        };
        if let ExprKind::Constant(Value::Text(text)) = &attribute.kind {
            self.check_attribute(resource, text, attribute.place);
        }
        Some(ExprKind::GetAtt(Box::new(GetAtt { resource, attribute })))
    }

    fn check_attribute(&mut self, resource: usize, attribute: &str, place: Place) {
        let known = self.names.kinds.get(resource).and_then(|kind| attributes::known(kind));
        if let Some(known) = known
            && !known.contains(&attribute)
        {
            self.problems.no_such(place, "attribute", attribute, known.iter().copied());
        }
    }

    fn choice(&mut self, argument: &Raw) -> Option<ExprKind> {
        let Some([condition, then, otherwise]) = argument.list() else {
            self.problems.expected("a condition and two values", argument);
            return None;
        };
        let condition = self.named_condition(condition);
        let then = self.read(then, false);
        let otherwise = self.read(otherwise, false);
        Some(ExprKind::If(Box::new(If { condition: condition?, then, otherwise })))
    }

    /// The index of the condition whose name is written here, also as `!Condition name`.
    pub(super) fn named_condition(&mut self, raw: &Raw) -> Option<usize> {
        let inner = raw.get("Condition").unwrap_or(raw);
        let Some(name) = inner.text() else {
            self.problems.expected("the name of a condition", raw);
            return None;
        };
        let index = self.names.conditions.get(name).copied();
        if index.is_none() {
            let names = self.names.conditions.keys().map(|k| &**k);
            self.problems.no_such(inner.place, "condition", name, names);
        }
        index
    }

    fn check_mapping(&mut self, argument: &Raw) {
        let Some([map, _, _, ..]) = argument.list() else {
            self.problems.expected("a mapping, a key and a second key", argument);
            return;
        };
        if map.tag.is_none()
            && let Some(name) = map.text()
            && !self.names.mappings.contains(name)
        {
            let names = self.names.mappings.iter().map(|k| &**k);
            self.problems.no_such(map.place, "mapping", name, names);
        }
    }

    fn sub(&mut self, argument: &Raw, in_condition: bool) -> Expr {
        let nothing = Expr { place: argument.place, kind: ExprKind::Constant(Value::Null) };
        let (text, given): (&Raw, &[_]) = match &argument.kind {
            RawKind::List(items) => match items.as_slice() {
                [text, variables] if variables.map().is_some() => (text, variables.map().unwrap_or_default()),
                [text] => (text, &[]),
                _ => {
                    self.problems.expected("a text and a map of values", argument);
                    return nothing;
                }
            },
            RawKind::Plain(_) | RawKind::Quoted(_) => (argument, &[]),
            RawKind::Map(_) => {
                self.problems.expected("text", argument);
                return nothing;
            }
        };
        let Some(written) = text.text() else {
            self.problems.expected("text", text);
            return nothing;
        };
        let mut parts = Vec::new();
        for piece in substitution::pieces(written) {
            match piece {
                substitution::Piece::Text(text) => parts.push(Part::Text(text.into())),
                substitution::Piece::Name(name) => {
                    if let Some(hole) = self.hole(name, text.place, given) {
                        parts.push(Part::Name(name.into(), hole));
                    }
                }
            }
        }
        let variables = given.iter().map(|(_, value)| self.read(value, in_condition)).collect();
        Expr { place: text.place, kind: ExprKind::Sub(Box::new(Sub { parts, variables })) }
    }

    fn hole(&mut self, name: &str, place: Place, given: &[(super::Key, Raw)]) -> Option<Hole> {
        if let Some(at) = given.iter().position(|(key, _)| &*key.text == name) {
            return Some(Hole::Variable(at));
        }
        if let Some(target) = self.names.target(name) {
            return Some(Hole::Target(target));
        }
        if let Some((resource, attribute)) = name.split_once('.') {
            let index = self.resource(resource, place)?;
            self.check_attribute(index, attribute, place);
            return Some(Hole::Attribute(index, attribute.into()));
        }
        let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, ':' | '_');
        if name.is_empty() || !name.chars().all(allowed) {
            let expected =
                "the name of a parameter, resource or attribute in `${…}` (`${!…}` keeps it as text)";
            let found = format!("`${{{name}}}`");
            self.problems.add(place, TemplateErrorKind::Expected { expected: expected.to_owned(), found });
            return None;
        }
        let given = given.iter().map(|(key, _)| &*key.text);
        self.problems.no_such(place, "parameter or resource", name, given.chain(self.names.targets()));
        None
    }
}

//! Works out expressions.

use std::borrow::Cow;

use super::{
    Node, Place, TemplateErrorKind, Unknown, UnknownWhy, Value,
    attributes::assumed_ipv6_block,
    expression::{Expr, ExprKind, GetAtt, Hole, If, Part, Pseudo, Sub, Target},
    functions,
    nearest::nearest,
    world::World,
};

/// No text of a template may grow longer; repeated substitution could otherwise fill the memory.
const MAX_TEXT: usize = 1 << 20;

impl World<'_> {
    /// The value with its place; `None` for `AWS::NoValue`.
    pub(super) fn node(&self, at: usize, expr: &Expr) -> Option<Node> {
        self.evaluate(at, expr).map(|value| Node { place: expr.place, value })
    }

    /// The value; null for `AWS::NoValue`.
    pub(super) fn value(&self, at: usize, expr: &Expr) -> Value {
        self.evaluate(at, expr).unwrap_or(Value::Null)
    }

    fn evaluate(&self, at: usize, expr: &Expr) -> Option<Value> {
        if let ExprKind::Constant(value) = &expr.kind {
            return Some(value.clone());
        }
        self.deeper(|| self.work_out(at, expr)).unwrap_or_else(|| {
            let what = "definitions that lead back to themselves, or too deep".into();
            Some(Value::Unknown(Unknown { what, why: UnknownWhy::FunctionNotEvaluated }))
        })
    }

    fn work_out(&self, at: usize, expr: &Expr) -> Option<Value> {
        Some(match &expr.kind {
            ExprKind::Constant(value) => value.clone(),
            ExprKind::List(items) => {
                Value::List(items.iter().filter_map(|item| self.node(at, item)).collect())
            }
            ExprKind::Map(entries) => Value::Map(
                entries
                    .iter()
                    .filter_map(|(key, value)| Some((key.clone(), self.node(at, value)?)))
                    .collect(),
            ),
            ExprKind::Ref(target) => return self.target(at, *target),
            ExprKind::GetAtt(get_att) => self.get_att(at, get_att, expr.place),
            ExprKind::Sub(sub) => self.sub(at, sub, expr.place),
            ExprKind::If(choice) => {
                let If { condition, then, otherwise } = &**choice;
                return match self.condition(at, *condition) {
                    Ok(true) => self.evaluate(at, then),
                    Ok(false) => self.evaluate(at, otherwise),
                    Err(unknown) => Some(Value::Unknown(unknown)),
                };
            }
            ExprKind::Condition(index) => match self.condition(at, *index) {
                Ok(holds) => Value::Bool(holds),
                Err(unknown) => Value::Unknown(unknown),
            },
            ExprKind::Call(function, arguments) => functions::call(self, at, function, arguments, expr.place),
        })
    }

    fn target(&self, at: usize, target: Target) -> Option<Value> {
        match target {
            Target::Parameter(index) => Some(self.parameter(at, index)),
            Target::Resource(index) => Some(self.reference(at, index, None)),
            Target::Pseudo(Pseudo::NoValue) => None,
            Target::Pseudo(Pseudo::NotificationArns) => Some(Value::List(Vec::new())),
            Target::Pseudo(pseudo) => Some(self.pseudo(at, pseudo).map_or_else(
                || {
                    let what = pseudo.name().into();
                    Value::Unknown(Unknown { what, why: UnknownWhy::ParameterNotGiven })
                },
                |text| Value::Text(text.into()),
            )),
        }
    }

    fn pseudo(&self, at: usize, pseudo: Pseudo) -> Option<Cow<'_, str>> {
        let stack_name = || self.instances.get(at).map_or("", |instance| &instance.stack_name);
        Some(match pseudo {
            Pseudo::AccountId => self.account.into(),
            Pseudo::Partition => self.partition.into(),
            Pseudo::Region => self.region.into(),
            Pseudo::UrlSuffix => self.setting().url_suffix().into(),
            Pseudo::StackName | Pseudo::StackId if self.stack_names_open.get() => return None,
            Pseudo::StackName => stack_name().into(),
            Pseudo::StackId => format!(
                "arn:{}:cloudformation:{}:{}:stack/{}/00000000-0000-0000-0000-000000000000",
                self.partition,
                self.region,
                self.account,
                stack_name()
            )
            .into(),
            Pseudo::NoValue | Pseudo::NotificationArns => "".into(),
        })
    }

    fn get_att(&self, at: usize, get_att: &GetAtt, place: Place) -> Value {
        match self.text(at, &get_att.attribute) {
            Ok(attribute) => self.attribute(at, get_att.resource, &attribute, place),
            Err(unknown) => Value::Unknown(unknown),
        }
    }

    /// The value of an attribute standing alone: text where the template says it, else the reference.
    fn attribute(&self, at: usize, index: usize, attribute: &str, place: Place) -> Value {
        let Some((resource, id)) = self.resource(at, index) else { return Value::Null };
        if let Some(name) = attribute.strip_prefix("Outputs.")
            && &*resource.kind == "AWS::CloudFormation::Stack"
        {
            return self.nested_output(at, index, name, place);
        }
        let list = |text: String| Value::List(vec![Node { place, value: Value::Text(text.into()) }]);
        match (&*resource.kind, attribute) {
            ("AWS::EC2::VPC", "Ipv6CidrBlocks") => list(assumed_ipv6_block(self.vpc_number(id))),
            _ => match self.known_text(at, index, Some(attribute)) {
                Some(text) if attribute == "Ipv6CidrBlocks" => list(text),
                Some(text) => Value::Text(text.into()),
                None => self.reference(at, index, Some(attribute)),
            },
        }
    }

    /// The number of a VPC among all, from 1.
    fn vpc_number(&self, id: &str) -> usize {
        let vpcs = self.instances.iter().flat_map(|instance| {
            let resources = instance.template.resources.iter().zip(&instance.ids);
            resources.filter(|(r, _)| &*r.kind == "AWS::EC2::VPC").map(|(_, id)| &**id)
        });
        vpcs.take_while(|other| *other != id).count() + 1
    }

    fn sub(&self, at: usize, sub: &Sub, place: Place) -> Value {
        let variables: Vec<Value> = sub.variables.iter().map(|expr| self.value(at, expr)).collect();
        let mut text = Partial::default();
        for part in &sub.parts {
            match part {
                Part::Text(piece) => text.push(piece),
                Part::Name(name, hole) => {
                    let value: Cow<'_, Value> = match hole {
                        Hole::Variable(index) => match variables.get(*index) {
                            Some(value) => Cow::Borrowed(value),
                            None => continue,
                        },
                        // No value inside text is no text.
                        Hole::Target(target) => Cow::Owned(self.target(at, *target).unwrap_or(Value::Null)),
                        Hole::Attribute(index, attribute) => {
                            Cow::Owned(self.attribute(at, *index, attribute, place))
                        }
                    };
                    match self.text_of_value(&value, place) {
                        Ok(piece) => text.push(&piece),
                        Err(unknown) => text.push_unknown(&unknown, name),
                    }
                }
            }
        }
        text.finish(self)
    }

    /// The value of a parameter.
    pub(super) fn parameter(&self, at: usize, index: usize) -> Value {
        let found = self.instances.get(at).and_then(|instance| {
            let decl = instance.template.parameters.get(index)?;
            let value = instance.parameters.get(index)?.get(|| self.parameter_value(at, decl))?;
            Some(value.clone())
        });
        found.unwrap_or_else(|| {
            let what = "a parameter that leads back to itself".into();
            Value::Unknown(Unknown { what, why: UnknownWhy::FunctionNotEvaluated })
        })
    }

    /// The value as text. What is not known is an error that says why; so is, after being noted, a list or map.
    pub(super) fn text(&self, at: usize, expr: &Expr) -> Result<String, Unknown> {
        let value = self.value(at, expr);
        self.text_of_value(&value, expr.place).map(Cow::into_owned)
    }

    /// The text of a value that was worked out.
    pub(super) fn text_of_value<'v>(&self, value: &'v Value, place: Place) -> Result<Cow<'v, str>, Unknown> {
        match value {
            Value::Text(text) | Value::Number(text) => Ok(Cow::Borrowed(text)),
            Value::Bool(holds) => Ok(Cow::Borrowed(if *holds { "true" } else { "false" })),
            Value::Null => Ok(Cow::Borrowed("")),
            Value::Reference(reference) => Ok(Cow::Owned(self.text_of(reference))),
            Value::Unknown(unknown) => Err(unknown.clone()),
            Value::List(_) | Value::Map(_) => {
                let what = self.expected(place, "text", describe(value));
                Err(match what {
                    Value::Unknown(unknown) => unknown,
                    _ => Unknown { what: "text".into(), why: UnknownWhy::FunctionNotEvaluated },
                })
            }
        }
    }

    /// The value as a list.
    pub(super) fn list(&self, at: usize, expr: &Expr) -> Result<Vec<Node>, Unknown> {
        match self.value(at, expr) {
            Value::List(nodes) => Ok(nodes),
            Value::Unknown(unknown) => Err(unknown),
            // It may be a list: what is in it only the deployed stack knows.
            Value::Reference(crate::template::Reference { resource, attribute: Some(attribute) }) => {
                let what = [&*resource, ".", &*attribute].concat().into();
                Err(Unknown { what, why: UnknownWhy::OnlyWhenDeployed })
            }
            other => match self.expected(expr.place, "a list", describe(&other)) {
                Value::Unknown(unknown) => Err(unknown),
                _ => Ok(Vec::new()),
            },
        }
    }

    /// Notes a name that does not exist.
    pub(super) fn no_such<'a>(
        &self,
        place: Place,
        what: &'static str,
        found: &str,
        names: impl IntoIterator<Item = &'a str>,
    ) -> Value {
        let nearest = nearest(found, names).map(str::to_owned);
        self.error(place, TemplateErrorKind::NoSuchName { what, found: found.to_owned(), nearest });
        Value::Unknown(Unknown { what: found.into(), why: UnknownWhy::FunctionNotEvaluated })
    }
}

/// What a value is, for "found …".
pub(super) fn describe(value: &Value) -> String {
    match value {
        Value::Null => "nothing".to_owned(),
        Value::Bool(holds) => format!("`{holds}`"),
        Value::Number(text) | Value::Text(text) => {
            let shown: String = text.chars().take(40).collect();
            let rest = if shown.len() < text.len() { "…" } else { "" };
            format!("`{}{rest}`", shown.escape_debug())
        }
        Value::List(items) => format!("a list of {}", items.len()),
        Value::Map(_) => "a map".to_owned(),
        Value::Reference(reference) => match &reference.attribute {
            Some(attribute) => format!("`{}.{attribute}`", reference.resource),
            None => format!("`{}`", reference.resource),
        },
        Value::Unknown(unknown) => format!("`{}`, which is not known", unknown.what),
    }
}

/// Text being put together, of which a part may not be known.
#[derive(Default)]
pub(super) struct Partial {
    text: String,
    why: Option<UnknownWhy>,
}

impl Partial {
    /// Adds text.
    pub(super) fn push(&mut self, text: &str) {
        if self.text.len() + text.len() <= MAX_TEXT {
            self.text.push_str(text);
        } else {
            self.why = Some(UnknownWhy::FunctionNotEvaluated);
        }
    }

    /// Adds a hole: what is known of the part, or its name.
    pub(super) fn push_unknown(&mut self, unknown: &Unknown, name: &str) {
        if unknown.what.contains("${") {
            self.push(&unknown.what);
        } else {
            self.push("${");
            self.push(name);
            self.push("}");
        }
        self.why.get_or_insert(unknown.why);
    }

    /// The text, or the unknown with its holes.
    pub(super) fn finish(mut self, world: &World<'_>) -> Value {
        if self.text.contains("{{resolve:") {
            self.why.get_or_insert(UnknownWhy::FunctionNotEvaluated);
        }
        match self.why {
            Some(why) => Value::Unknown(Unknown { what: self.text.into(), why }),
            None => world.from_text(&self.text),
        }
    }
}

//! `Parameters`: their declarations, and what a value given must satisfy. Source: `CloudFormation` user guide, "Parameters".

use super::{
    Key, Node, Place, TemplateErrorKind, Unknown, UnknownWhy, Value, nearest::nearest, problems::Problems,
    raw::Raw,
};

/// A declared parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ParameterDecl {
    /// Its name.
    pub(super) key: Key,
    /// Its type.
    pub(super) kind: ParameterKind,
    /// Its default, with the place.
    pub(super) default: Option<(Place, Box<str>)>,
    /// `AllowedValues`; empty means any.
    pub(super) allowed: Vec<Box<str>>,
    pattern: Option<Pattern>,
    /// `MinLength`, `MaxLength`.
    length: (Option<usize>, Option<usize>),
    /// `MinValue`, `MaxValue`, as written.
    range: (Option<Box<str>>, Option<Box<str>>),
}

/// What a parameter's value becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ParameterKind {
    /// `String`, ids of AWS resources.
    Text,
    /// `Number`.
    Number,
    /// `CommaDelimitedList`, `List<…>` of texts.
    Texts,
    /// `List<Number>`.
    Numbers,
    /// `AWS::SSM::Parameter::Value<…>`: the value names an entry of a store outside.
    LookedUp,
}

/// `AllowedPattern`, compiled where this project can.
#[derive(Clone, Debug)]
struct Pattern {
    text: Box<str>,
    regex: Option<regex_lite::Regex>,
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Pattern) -> bool {
        self.text == other.text
    }
}

impl Eq for Pattern {}

const KEYS: [&str; 11] = [
    "AllowedPattern",
    "AllowedValues",
    "ConstraintDescription",
    "Default",
    "Description",
    "MaxLength",
    "MaxValue",
    "MinLength",
    "MinValue",
    "NoEcho",
    "Type",
];

/// Reads a declaration and checks its default.
pub(super) fn declare(key: &Key, raw: &Raw, problems: &mut Problems) -> ParameterDecl {
    let mut parameter = ParameterDecl {
        key: key.clone(),
        kind: ParameterKind::Text,
        default: None,
        allowed: Vec::new(),
        pattern: None,
        length: (None, None),
        range: (None, None),
    };
    let Some(entries) = raw.map() else {
        problems.expected("a parameter with `Type`", raw);
        return parameter;
    };
    for (key, raw) in entries {
        let text = raw.text().map(Box::from);
        match &*key.text {
            "Type" => match raw.text().and_then(kind) {
                Some(kind) => parameter.kind = kind,
                None => problems.expected("a parameter type, like `String` or `Number`", raw),
            },
            "Default" => match text {
                Some(text) => parameter.default = Some((raw.place, text)),
                None => problems.expected("text", raw),
            },
            "AllowedValues" => match raw.list() {
                Some(items) => {
                    parameter.allowed = items.iter().filter_map(Raw::text).map(Into::into).collect();
                }
                None => problems.expected("a list of values", raw),
            },
            // What the small matcher cannot read (look-around, back references) is not checked.
            "AllowedPattern" => {
                parameter.pattern = text.map(|text| Pattern {
                    regex: regex_lite::RegexBuilder::new(&format!("^(?:{text})$")).build().ok(),
                    text,
                });
            }
            "MinLength" => parameter.length.0 = length(raw, problems),
            "MaxLength" => parameter.length.1 = length(raw, problems),
            "MinValue" => parameter.range.0 = number(raw, problems),
            "MaxValue" => parameter.range.1 = number(raw, problems),
            name if KEYS.contains(&name) => {}
            name => problems.no_such(key.place, "parameter attribute", name, KEYS),
        }
    }
    if raw.get("Type").is_none() {
        problems.expected("`Type`", raw);
    }
    if let Some((place, text)) = &parameter.default
        && let Err(kind) = parameter.check(text)
    {
        problems.add(*place, kind);
    }
    parameter
}

fn kind(name: &str) -> Option<ParameterKind> {
    let list = name.strip_prefix("List<").and_then(|rest| rest.strip_suffix('>'));
    Some(match (name, list) {
        ("Number", _) => ParameterKind::Number,
        ("CommaDelimitedList", _) => ParameterKind::Texts,
        (_, Some("Number")) => ParameterKind::Numbers,
        (_, Some(_)) => ParameterKind::Texts,
        _ if name.starts_with("AWS::SSM::Parameter::Value<") => ParameterKind::LookedUp,
        _ if name == "String" || name.starts_with("AWS::") => ParameterKind::Text,
        _ => return None,
    })
}

fn length(raw: &Raw, problems: &mut Problems) -> Option<usize> {
    let length = raw.text().and_then(|text| text.parse().ok());
    if length.is_none() {
        problems.expected("a length", raw);
    }
    length
}

fn number(raw: &Raw, problems: &mut Problems) -> Option<Box<str>> {
    let number = raw.text().filter(|text| text.parse::<f64>().is_ok());
    if number.is_none() {
        problems.expected("a number", raw);
    }
    number.map(Into::into)
}

impl ParameterDecl {
    /// Whether the declaration allows this value.
    pub(super) fn check(&self, text: &str) -> Result<(), TemplateErrorKind> {
        match self.kind {
            ParameterKind::Texts | ParameterKind::Numbers => {
                for item in list(text) {
                    self.check_one(item)?;
                }
                Ok(())
            }
            ParameterKind::Text | ParameterKind::Number => self.check_one(text),
            ParameterKind::LookedUp => Ok(()),
        }
    }

    fn check_one(&self, text: &str) -> Result<(), TemplateErrorKind> {
        let not_allowed = |allowed: String| {
            Err(TemplateErrorKind::ParameterNotAllowed {
                name: self.key.text.to_string(),
                found: text.to_owned(),
                allowed,
            })
        };
        if matches!(self.kind, ParameterKind::Number | ParameterKind::Numbers) {
            let Some(number) = text.trim().parse::<f64>().ok().filter(|n| n.is_finite()) else {
                return not_allowed("a number".to_owned());
            };
            let bound = |bound: &Option<Box<str>>| bound.as_deref().and_then(|b| b.parse::<f64>().ok());
            if let Some(least) = bound(&self.range.0).filter(|least| number < *least) {
                return not_allowed(format!("{least} or more"));
            }
            if let Some(most) = bound(&self.range.1).filter(|most| number > *most) {
                return not_allowed(format!("{most} or less"));
            }
        }
        if !self.allowed.is_empty() && !self.allowed.iter().any(|a| &**a == text) {
            let near = nearest(text, self.allowed.iter().map(|a| &**a));
            let mut listed: Vec<String> = self.allowed.iter().map(|a| format!("`{a}`")).collect();
            listed.sort_by_key(|a| near.is_none_or(|near| *a != format!("`{near}`")));
            return not_allowed(listed.join(", "));
        }
        if let Some(Pattern { text: pattern, regex: Some(regex) }) = &self.pattern
            && !regex.is_match(text)
        {
            return not_allowed(format!("what matches `{pattern}`"));
        }
        let characters = text.chars().count();
        if let Some(least) = self.length.0.filter(|least| characters < *least) {
            return not_allowed(format!("{least} characters or more"));
        }
        if let Some(most) = self.length.1.filter(|most| characters > *most) {
            return not_allowed(format!("{most} characters or fewer"));
        }
        Ok(())
    }

    /// The value of this text.
    pub(super) fn value(&self, text: &str, place: Place) -> Value {
        let node = |value| Node { place, value };
        match self.kind {
            ParameterKind::Text => Value::Text(text.into()),
            ParameterKind::Number => Value::Number(text.trim().into()),
            ParameterKind::Texts => {
                Value::List(list(text).map(|item| node(Value::Text(item.into()))).collect())
            }
            ParameterKind::Numbers => {
                Value::List(list(text).map(|item| node(Value::Number(item.into()))).collect())
            }
            ParameterKind::LookedUp => {
                Value::Unknown(Unknown { what: (&*self.key.text).into(), why: UnknownWhy::LookedUpOutside })
            }
        }
    }

    /// The value where none is given and there is no default.
    pub(super) fn not_given(&self) -> Value {
        let why = match self.kind {
            ParameterKind::LookedUp => UnknownWhy::LookedUpOutside,
            _ => UnknownWhy::ParameterNotGiven,
        };
        Value::Unknown(Unknown { what: (&*self.key.text).into(), why })
    }
}

/// The items of a comma-separated list; an empty text has none.
fn list(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(str::trim).filter(|_| !text.trim().is_empty())
}

//! Conditions of a statement, three-valued. Source: IAM user guide, condition operators and policy evaluation.

use std::net::IpAddr;

use ipnet::IpNet;

use super::pattern::{Truth, matches};
use super::{Condition, Request};

/// Whether a condition holds for the request. Where it is not certain the second value says which key or operator is to blame.
pub(super) fn holds(condition: &Condition, request: &Request<'_>) -> Truth {
    let operator = condition.operator.to_ascii_lowercase();
    let key = condition.key.to_ascii_lowercase();
    let known = request.context.get(key.as_str());
    if operator == "null" {
        let Some(known) = known else { return Truth::Maybe };
        let wants_absent = condition.values.iter().any(|v| v.eq_ignore_ascii_case("true"));
        return Truth::of(known.is_none() == wants_absent);
    }
    let (set, operator) = match operator.split_once(':') {
        Some((set, rest)) => (Some(set.to_owned()), rest.to_owned()),
        None => (None, operator),
    };
    let (if_exists, operator) = match operator.strip_suffix("ifexists") {
        Some(rest) => (true, rest.to_owned()),
        None => (false, operator),
    };
    let negated = matches!(
        operator.as_str(),
        "stringnotequals"
            | "stringnotequalsignorecase"
            | "stringnotlike"
            | "arnnotequals"
            | "arnnotlike"
            | "notipaddress"
            | "numericnotequals"
            | "datenotequals"
    );
    let value = match known {
        None if set.is_none() && of_one_organisation(condition, &key, request) => {
            return match operator.as_str() {
                "stringequals" | "stringequalsignorecase" | "stringlike" => Truth::Yes,
                "stringnotequals" | "stringnotequalsignorecase" | "stringnotlike" => Truth::No,
                _ => Truth::Maybe,
            };
        }
        None => return Truth::Maybe,
        Some(None) => {
            return match set.as_deref() {
                Some("forallvalues") => Truth::Yes,
                Some("foranyvalue") => Truth::No,
                _ => Truth::of(if_exists || negated),
            };
        }
        Some(Some(value)) => value,
    };
    if set.is_some() {
        // The modelled keys have one value each; sets of values are not modelled.
        return Truth::Maybe;
    }
    let any = condition.values.iter().map(|wanted| compare(&operator, wanted, value, request));
    let any = any.fold(Truth::No, Truth::or);
    if negated { any.not() } else { any }
}

/// Whether the organisation of the resource is held against that of the caller, and both are of one account: which organisation it is
/// no template says, but it is the same.
fn of_one_organisation(condition: &Condition, key: &str, request: &Request<'_>) -> bool {
    let other = match key {
        "aws:resourceorgid" => "${aws:principalorgid}",
        "aws:principalorgid" => "${aws:resourceorgid}",
        _ => return false,
    };
    let account = |key: &str| request.context.get(key).and_then(Option::as_deref);
    condition.values.iter().any(|value| value.eq_ignore_ascii_case(other))
        && account("aws:resourceaccount").is_some()
        && account("aws:resourceaccount") == account("aws:principalaccount")
}

/// Whether one value matches, negation left aside.
fn compare(operator: &str, wanted: &str, value: &str, request: &Request<'_>) -> Truth {
    let wanted = &*fill_in(wanted, request);
    match operator {
        "stringequals" | "stringnotequals" => equal(wanted, value),
        "stringequalsignorecase" | "stringnotequalsignorecase" => {
            equal(&wanted.to_ascii_lowercase(), &value.to_ascii_lowercase())
        }
        "stringlike" | "stringnotlike" | "arnequals" | "arnlike" | "arnnotequals" | "arnnotlike" => {
            matches(wanted, value)
        }
        "bool" => Truth::of(wanted.eq_ignore_ascii_case(value)),
        "ipaddress" | "notipaddress" => address(wanted, value),
        _ => Truth::Maybe,
    }
}

fn equal(wanted: &str, value: &str) -> Truth {
    if super::pattern::has_policy_variable(wanted) { Truth::Maybe } else { Truth::of(wanted == value) }
}

fn address(wanted: &str, value: &str) -> Truth {
    let range = wanted.parse::<IpNet>().or_else(|_| wanted.parse::<IpAddr>().map(IpNet::from));
    match (range, value.parse::<IpAddr>()) {
        (Ok(range), Ok(address)) => Truth::of(range.contains(&address)),
        _ => Truth::Maybe,
    }
}

/// Policy variables whose value is known are filled in: `${aws:PrincipalAccount}`.
fn fill_in<'w>(wanted: &'w str, request: &Request<'_>) -> std::borrow::Cow<'w, str> {
    if !super::pattern::has_policy_variable(wanted) {
        return wanted.into();
    }
    let mut filled = wanted.to_owned();
    for (key, value) in &request.context {
        let Some(value) = value else { continue };
        let lower = filled.to_ascii_lowercase();
        let variable = format!("${{{key}}}");
        if let Some(at) = lower.find(&variable) {
            filled.replace_range(at..at + variable.len(), value);
        }
    }
    filled.into()
}

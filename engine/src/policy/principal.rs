//! Whom a statement speaks of.

use super::pattern::{Truth, matches};
use super::{Patterns, Request};

/// Whether a statement applies to the caller. For an allowance an account (or its root) is no match: it hands the decision to
/// the identity's policies.
pub(super) fn applies(principals: Option<&Patterns>, request: &Request<'_>, allow: bool) -> Truth {
    let Some(principals) = principals else { return Truth::Yes };
    let any = principals.patterns.iter().map(|pattern| one(pattern, request, allow && !principals.negated));
    let any = any.fold(Truth::No, Truth::or);
    if principals.negated { any.not() } else { any }
}

fn one(pattern: &str, request: &Request<'_>, allow: bool) -> Truth {
    if pattern == "*" || pattern == "AWS:*" {
        return Truth::Yes;
    }
    let (Some(named), Some(caller)) = (pattern.strip_prefix("AWS:"), request.principal.as_deref()) else {
        return Truth::No;
    };
    if let Some(account) = account(named) {
        return Truth::of(!allow && account == request.principal_account);
    }
    if named.contains(":assumed-role/") {
        // A session of a role; the name of the session is not known.
        let role = named.split(":assumed-role/").nth(1).and_then(|rest| rest.split('/').next());
        let same = role.is_some() && role == caller.rsplit('/').next();
        return if same { Truth::Maybe } else { Truth::No };
    }
    // No wildcards inside a principal's ARN: `*` there is a character (IAM user guide).
    if named == caller { Truth::Yes } else { matches_placeholder(named, caller) }
}

/// The account of `111122223333` or `arn:aws:iam::111122223333:root`.
fn account(named: &str) -> Option<&str> {
    let digits = |text: &str| text.len() == 12 && text.bytes().all(|c| c.is_ascii_digit());
    if digits(named) {
        return Some(named);
    }
    let account = named.strip_suffix(":root")?.rsplit(':').next()?;
    digits(account).then_some(account)
}

fn matches_placeholder(named: &str, caller: &str) -> Truth {
    if super::pattern::has_policy_variable(named) { matches(named, caller) } else { Truth::No }
}

//! What a document says of a request.

use super::pattern::{Truth, glob_any_case, matches};
use super::{Decision, Document, Patterns, Request, Statement, condition, principal};

pub(super) fn document(document: &Document, request: &Request<'_>) -> Decision {
    let mut may_deny = None;
    let mut allows = None;
    let mut may_allow = None;
    for statement in &document.statements {
        let (applies, what) = applies(statement, request);
        match (applies, statement.allow) {
            (Truth::No, _) => {}
            (Truth::Yes, false) => return Decision::Deny { statement: statement.place },
            (Truth::Yes, true) => {
                allows.get_or_insert(Decision::Allow { statement: statement.place });
            }
            (Truth::Maybe, allow) => {
                let undecided = Decision::Undecided { statement: statement.place, what };
                if allow { &mut may_allow } else { &mut may_deny }.get_or_insert(undecided);
            }
        }
    }
    may_deny.or(allows).or(may_allow).unwrap_or(Decision::NoStatement)
}

/// Whether a statement applies, and what keeps it from being certain.
fn applies(statement: &Statement, request: &Request<'_>) -> (Truth, Box<str>) {
    let action = action(&statement.actions, request.action);
    if action == Truth::No {
        return (Truth::No, Box::default());
    }
    let resource = statement.resources.as_ref().map_or(Truth::Yes, |r| resource(r, request.resource));
    let principal = principal::applies(statement.principals.as_ref(), request, statement.allow);
    let mut truth = action.and(resource).and(principal);
    let mut what: Box<str> = "".into();
    if truth == Truth::Maybe {
        what = if resource == Truth::Maybe { request.resource.into() } else { "Principal".into() };
    }
    for condition in &statement.conditions {
        let holds = condition::holds(condition, request);
        if holds == Truth::Maybe && what.is_empty() {
            what = condition.key.clone();
        }
        truth = truth.and(holds);
    }
    if let (Truth::Yes | Truth::Maybe, Some(unknown)) = (truth, &statement.unknown) {
        return (Truth::Maybe, unknown.what.clone());
    }
    (truth, what)
}

/// Actions are compared without regard to case.
fn action(patterns: &Patterns, action: &str) -> Truth {
    let any = patterns.patterns.iter().any(|pattern| glob_any_case(pattern, action));
    Truth::of(any != patterns.negated)
}

fn resource(patterns: &Patterns, resource: &str) -> Truth {
    let any = patterns.patterns.iter().map(|pattern| matches(pattern, resource)).fold(Truth::No, Truth::or);
    if patterns.negated { any.not() } else { any }
}

#[cfg(test)]
mod tests {
    use litemap::LiteMap;

    use super::*;
    use crate::template::{Source, Stack, read_plain};

    /// A read of `arn:aws:s3:::data/key` by `role/scientist` of account 111122223333, through endpoint `${S3Endpoint}`.
    fn request() -> Request<'static> {
        let context = [
            ("aws:sourcevpce", Some("${S3Endpoint}")),
            ("aws:vpcsourceip", Some("10.0.1.10")),
            ("aws:sourceip", None),
            ("aws:securetransport", Some("true")),
            ("aws:principalaccount", Some("111122223333")),
            ("aws:resourceaccount", Some("111122223333")),
            ("aws:username", None),
        ];
        Request {
            principal: Some("arn:aws:iam::111122223333:role/scientist".into()),
            principal_account: "111122223333",
            action: "s3:GetObject",
            resource: "arn:aws:s3:::data/key",
            context: context
                .into_iter()
                .map(|(key, value)| (key, value.map(Into::into)))
                .collect::<LiteMap<_, _>>(),
        }
    }

    /// Statements in YAML, and what the document with them says: `allow`, `deny`, `-`, `? what`.
    #[track_caller]
    fn check(statements: &str, expect: &str) {
        let text = format!("Version: 2012-10-17\nStatement:\n{statements}");
        let node = read_plain(Source { name: "policy", text: &text }).unwrap();
        let document = Document::read(&Stack::default(), &node).unwrap();
        let said = match document.decide(&request()) {
            Decision::Allow { .. } => "allow".to_owned(),
            Decision::Deny { .. } => "deny".to_owned(),
            Decision::NoStatement => "-".to_owned(),
            Decision::Undecided { what, .. } => format!("? {what}"),
        };
        assert_eq!(said, expect, "{statements}");
    }

    /// One allowing statement with this condition.
    #[track_caller]
    fn check_condition(condition: &str, expect: &str) {
        check(
            &format!("- {{Effect: Allow, Action: '*', Resource: '*', Condition: {{{condition}}}}}"),
            expect,
        );
    }

    #[test]
    fn actions_and_resources() {
        check("  {Effect: Allow, Action: 's3:getobject', Resource: '*'}", "allow");
        check("- {Effect: Allow, Action: ['s3:Put*', 's3:Get*'], Resource: 'arn:aws:s3:::data/*'}", "allow");
        check("- {Effect: Allow, Action: 's3:*', Resource: 'arn:aws:s3:::data'}", "-");
        check("- {Effect: Allow, NotAction: 's3:*', Resource: '*'}", "-");
        check("- {Effect: Allow, NotAction: 'iam:*', NotResource: 'arn:aws:s3:::other/*'}", "allow");
        check("- {Effect: Allow, Action: '*', Resource: 'arn:aws:s3:::DATA/*'}", "-");
    }

    #[test]
    fn a_denial_beats_everything() {
        let allow = "- {Effect: Allow, Action: '*', Resource: '*'}";
        check(&format!("{allow}\n- {{Effect: Deny, Action: 's3:*', Resource: '*'}}"), "deny");
        check(&format!("{allow}\n- {{Effect: Deny, Action: 's3:Put*', Resource: '*'}}"), "allow");
        let maybe = "- {Effect: Deny, Action: '*', Resource: '*', Condition: {StringEquals: {'aws:PrincipalTag/team': x}}}";
        check(&format!("{allow}\n{maybe}"), "? aws:PrincipalTag/team");
        check(maybe, "? aws:PrincipalTag/team");
    }

    #[test]
    fn principals() {
        let who = |who: &str| format!("- {{Effect: Allow, Principal: {who}, Action: '*', Resource: '*'}}");
        check(&who("'*'"), "allow");
        check(&who("{AWS: '*'}"), "allow");
        check(&who("{AWS: 'arn:aws:iam::111122223333:role/scientist'}"), "allow");
        check(&who("{AWS: ['arn:aws:iam::111122223333:role/other']}"), "-");
        // An account hands the decision on.
        check(&who("{AWS: 'arn:aws:iam::111122223333:root'}"), "-");
        check(&who("{AWS: '111122223333'}"), "-");
        check(&who("{Service: sagemaker.amazonaws.com}"), "-");
        check("- {Effect: Deny, Principal: {AWS: '111122223333'}, Action: '*', Resource: '*'}", "deny");
        let but =
            "- {Effect: Deny, NotPrincipal: {AWS: 'arn:aws:iam::111122223333:role/scientist'}, Action: '*'}";
        check(but, "-");
    }

    #[test]
    fn conditions() {
        check_condition("StringEquals: {'aws:SourceVpce': '${S3Endpoint}'}", "allow");
        check_condition("StringEquals: {'aws:SourceVpce': '${Other}'}", "-");
        check_condition("StringNotEquals: {'aws:sourceVpce': ['${Other}', vpce-1]}", "allow");
        check_condition("StringNotEquals: {'aws:sourceVpce': ['${Other}', '${S3Endpoint}']}", "-");
        check_condition("StringLike: {'aws:sourceVpce': 'vpce-*'}", "? aws:sourceVpce");
        check_condition("StringEqualsIgnoreCase: {'aws:SecureTransport': 'TRUE'}", "allow");
        check_condition("Bool: {'aws:SecureTransport': false}", "-");
        check_condition("IpAddress: {'aws:VpcSourceIp': [192.168.0.0/16, 10.0.0.0/8]}", "allow");
        check_condition("NotIpAddress: {'aws:VpcSourceIp': 10.0.1.10}", "-");
        check_condition("StringEquals: {'aws:PrincipalAccount': '${aws:PrincipalAccount}'}", "allow");
        check_condition("NumericLessThan: {'aws:VpcSourceIp': 3}", "? aws:VpcSourceIp");
    }

    #[test]
    fn organisations() {
        // Which organisation an account is in no template says; resource and caller of one account are in the same.
        check_condition("StringEquals: {'aws:PrincipalOrgID': o-a1b2c3}", "? aws:PrincipalOrgID");
        check_condition("StringNotEquals: {'aws:ResourceOrgID': o-a1b2c3}", "? aws:ResourceOrgID");
        check_condition("StringEquals: {'aws:ResourceOrgID': '${aws:PrincipalOrgID}'}", "allow");
        check_condition("StringNotEquals: {'aws:ResourceOrgID': '${aws:PrincipalOrgID}'}", "-");
        check_condition("StringNotEqualsIfExists: {'aws:ResourceOrgID': '${aws:PrincipalOrgID}'}", "-");
        check_condition("StringEquals: {'aws:ResourceAccount': '${aws:PrincipalAccount}'}", "allow");
        check_condition("StringEquals: {'aws:ResourceAccount': '999900001111'}", "-");
    }

    #[test]
    fn keys_that_are_absent_and_keys_that_are_not_modelled() {
        check_condition("IpAddress: {'aws:SourceIp': 10.0.0.0/8}", "-");
        check_condition("NotIpAddress: {'aws:SourceIp': 10.0.0.0/8}", "allow");
        check_condition("IpAddressIfExists: {'aws:SourceIp': 10.0.0.0/8}", "allow");
        check_condition("'Null': {'aws:SourceIp': true}", "allow");
        check_condition("'Null': {'aws:SourceVpce': true}", "-");
        check_condition("StringEquals: {'aws:MadeUp': x}", "? aws:MadeUp");
        check_condition("'ForAllValues:StringEquals': {'aws:username': x}", "allow");
        check_condition("'ForAnyValue:StringEquals': {'aws:username': x}", "-");
        check_condition(
            "'ForAnyValue:StringEquals': {'aws:SourceVpce': '${S3Endpoint}'}",
            "? aws:SourceVpce",
        );
        // A condition that is certainly false settles it.
        check_condition("StringEquals: {'aws:MadeUp': x}, Bool: {'aws:SecureTransport': false}", "-");
    }
}

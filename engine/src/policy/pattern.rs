//! Patterns of policies against text: `*` and `?`, policy variables, and names that exist only once deployed.

/// What is known of a condition or a match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Truth {
    No,
    Maybe,
    Yes,
}

impl Truth {
    pub(super) fn of(known: bool) -> Self {
        if known { Self::Yes } else { Self::No }
    }

    pub(super) fn and(self, other: Self) -> Self {
        self.min(other)
    }

    pub(super) fn or(self, other: Self) -> Self {
        self.max(other)
    }

    pub(super) fn not(self) -> Self {
        match self {
            Self::No => Self::Yes,
            Self::Maybe => Self::Maybe,
            Self::Yes => Self::No,
        }
    }
}

/// Whether text matches a pattern. A placeholder `${LogicalId}` in the text is a name that `CloudFormation` makes up: it equals the
/// same placeholder and no other, equals no literal name, and a wildcard may or may not cover part of it.
pub(super) fn matches(pattern: &str, text: &str) -> Truth {
    if glob(pattern, text) {
        return Truth::Yes;
    }
    if has_policy_variable(pattern) && glob(&widest(pattern), text) {
        return Truth::Maybe;
    }
    if may_cover(pattern, text) { Truth::Maybe } else { Truth::No }
}

/// The pattern with a wildcard in place of each policy variable.
fn widest(pattern: &str) -> String {
    let mut parts = pattern.split("${");
    let mut widest = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once('}') {
            Some((name, rest)) if name.contains(':') => {
                widest.push('*');
                widest.push_str(rest);
            }
            _ => {
                widest.push_str("${");
                widest.push_str(part);
            }
        }
    }
    widest
}

/// `${aws:username}` and the like: filled in per request. A placeholder of a resource has no colon.
pub(super) fn has_policy_variable(pattern: &str) -> bool {
    pattern.split("${").skip(1).any(|rest| rest.split('}').next().is_some_and(|name| name.contains(':')))
}

/// Classic matching: `*` any run of characters, `?` one character.
fn glob(pattern: &str, text: &str) -> bool {
    glob_by(pattern, text, |a, b| a == b)
}

/// The same without regard to case.
pub(super) fn glob_any_case(pattern: &str, text: &str) -> bool {
    glob_by(pattern, text, u8::eq_ignore_ascii_case)
}

#[expect(clippy::many_single_char_names, reason = "the algorithm's usual names")]
fn glob_by(pattern: &str, text: &str, same: impl Fn(&u8, &u8) -> bool) -> bool {
    let (p, t) = (pattern.as_bytes(), text.as_bytes());
    let (mut i, mut j) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while let Some(c) = t.get(j) {
        match p.get(i) {
            Some(b'*') => {
                star = Some((i + 1, j));
                i += 1;
            }
            Some(b'?') => {
                i += 1;
                j += 1;
            }
            Some(x) if same(x, c) => {
                i += 1;
                j += 1;
            }
            _ => match star {
                Some((after, at)) => {
                    star = Some((after, at + 1));
                    i = after;
                    j = at + 1;
                }
                None => return false,
            },
        }
    }
    p.get(i..).is_some_and(|rest| rest.iter().all(|c| *c == b'*'))
}

/// Whether the pattern would match for some name in place of the text's first placeholder, using a wildcard there.
fn may_cover(pattern: &str, text: &str) -> bool {
    let Some((before, rest)) = text.split_once("${") else { return false };
    let Some((_, after)) = rest.split_once('}') else { return false };
    if !pattern.contains(['*', '?']) {
        return false;
    }
    let cuts: Vec<usize> = pattern.char_indices().map(|(i, _)| i).chain([pattern.len()]).collect();
    cuts.iter().any(|from| {
        pattern.get(..*from).is_some_and(|front| glob(front, before))
            && cuts.iter().filter(|to| *to > from).any(|to| {
                let middle = pattern.get(*from..*to).unwrap_or_default();
                middle.contains(['*', '?'])
                    && !middle.contains(['/', ':', '$'])
                    && pattern.get(*to..).is_some_and(|end| glob(end, after))
            })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pattern: &str, text: &str, expect: Truth) {
        assert_eq!(matches(pattern, text), expect, "{pattern} against {text}");
    }

    #[test]
    fn wildcards() {
        check("*", "", Truth::Yes);
        check("s3:Get*", "s3:GetObject", Truth::Yes);
        check("s3:Get?bject", "s3:GetObject", Truth::Yes);
        check("s3:*Object*", "s3:GetObjectAcl", Truth::Yes);
        check("s3:Put*", "s3:GetObject", Truth::No);
        check("a*b*c", "aXbYbc", Truth::Yes);
        check("a*b*c", "aXbYb", Truth::No);
        check("", "x", Truth::No);
    }

    #[test]
    fn names_made_up_at_deployment() {
        check("arn:aws:s3:::${Data}/*", "arn:aws:s3:::${Data}/key", Truth::Yes);
        check("arn:aws:s3:::${Other}/*", "arn:aws:s3:::${Data}/key", Truth::No);
        check("arn:aws:s3:::my-data/*", "arn:aws:s3:::${Data}/key", Truth::No);
        check("arn:aws:s3:::*sagemaker*", "arn:aws:s3:::${Data}", Truth::Maybe);
        check("arn:aws:s3:::*", "arn:aws:s3:::${Data}", Truth::Yes);
        check("arn:aws:s3:::my-*", "arn:aws:dynamodb:::${Data}", Truth::No);
    }

    #[test]
    fn variables_are_filled_in_per_request() {
        check("arn:aws:s3:::home/${aws:username}/*", "arn:aws:s3:::home/ann/x", Truth::Maybe);
        check("arn:aws:s3:::home/${aws:username}/*", "arn:aws:s3:::away/ann/x", Truth::No);
        assert!(!has_policy_variable("arn:aws:s3:::${Data}"));
    }
}

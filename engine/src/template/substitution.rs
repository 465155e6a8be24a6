//! The text of `Fn::Sub`, cut at its `${…}`.

/// A piece of the text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Plain text.
    Text(&'a str),
    /// The name in `${Name}`.
    Name(&'a str),
}

/// Cuts a text. `${!Literal}` is the text `${Literal}`; a `${` without end is plain text.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("${") {
        let Some((name, tail)) = after.split_once('}') else { break };
        if !before.is_empty() {
            pieces.push(Piece::Text(before));
        }
        if let Some(literal) = name.strip_prefix('!') {
            pieces.push(Piece::Text("${"));
            pieces.push(Piece::Text(literal));
            pieces.push(Piece::Text("}"));
        } else {
            pieces.push(Piece::Name(name.trim()));
        }
        rest = tail;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(text: &str, expect: Expect) {
        expect.assert_eq(&format!("{:?}", super::pieces(text)));
    }

    #[test]
    fn cuts_at_holes() {
        check("${A}-b-${C.D}", expect![[r#"[Name("A"), Text("-b-"), Name("C.D")]"#]]);
        check("$x $${A}", expect![[r#"[Text("$x $"), Name("A")]"#]]);
        check("${!aws:username}", expect![[r#"[Text("${"), Text("aws:username"), Text("}")]"#]]);
        check("${open", expect![[r#"[Text("${open")]"#]]);
        check("", expect!["[]"]);
    }
}

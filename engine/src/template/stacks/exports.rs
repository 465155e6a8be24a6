//! What stacks export and import. Names may be made of what is not known.

use super::super::{Unknown, UnknownWhy, Value, expression::Expr, world::World};

/// A value that a stack exports.
pub(in super::super) struct Export {
    /// The stack.
    at: usize,
    /// The output, by index.
    output: usize,
    /// The name.
    name: String,
    /// The name with what is not known left open, the stack's name too.
    open: Vec<Token>,
}

/// A character of a name, or a part that is left open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token {
    Character(char),
    Anything,
}

impl World<'_> {
    /// `Fn::ImportValue`. An exact name wins; else what is not known in the name (a parameter without a value) and the
    /// exporting stack's name may be anything, and the import is joined when one export alone fits.
    pub(in super::super) fn import(&self, at: usize, arguments: &Expr) -> Value {
        let name = match self.text(at, arguments) {
            Ok(name) => name,
            Err(unknown) => unknown.what.into(),
        };
        let missing = || {
            let what = format!("Fn::ImportValue {name}").into();
            Value::Unknown(Unknown { what, why: UnknownWhy::ImportNotGiven })
        };
        let Some(exports) = self.exports.get(|| self.all_exports()) else { return missing() };
        let others = || exports.iter().filter(|export| export.at != at);
        let wanted = tokens(&name);
        let export = others().find(|export| export.name == name).or_else(|| {
            let mut fitting = others().filter(|export| overlap(&wanted, &export.open));
            fitting.next().filter(|_| fitting.next().is_none())
        });
        let value = export.and_then(|export| self.output(export.at, export.output));
        value.unwrap_or_else(missing)
    }

    fn all_exports(&self) -> Vec<Export> {
        let mut exports = Vec::new();
        for (at, instance) in self.instances.iter().enumerate() {
            for (output, decl) in instance.template.outputs.iter().enumerate() {
                let Some(name) = &decl.export else { continue };
                if decl.condition.is_some_and(|c| self.condition(at, c) == Ok(false)) {
                    continue;
                }
                let text =
                    |result: Result<String, Unknown>| result.unwrap_or_else(|unknown| unknown.what.into());
                let concrete = text(self.text(at, name));
                self.stack_names_open.set(true);
                let open = text(self.text(at, name));
                self.stack_names_open.set(false);
                exports.push(Export { at, output, name: concrete, open: tokens(&open) });
            }
        }
        exports
    }
}

/// A name with its `${…}` left open.
fn tokens(name: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = name;
    while let Some((before, after)) = rest.split_once("${") {
        let Some((_, tail)) = after.split_once('}') else { break };
        tokens.extend(before.chars().map(Token::Character));
        tokens.push(Token::Anything);
        rest = tail;
    }
    tokens.extend(rest.chars().map(Token::Character));
    tokens
}

/// Whether some name fits both.
fn overlap(a: &[Token], b: &[Token]) -> bool {
    // `row[j]`: the rest of `a` from here and the rest of `b` from `j` have a name in common.
    let mut row: Vec<bool> = (0..=b.len())
        .map(|j| b.get(j..).unwrap_or_default().iter().all(|token| *token == Token::Anything))
        .collect();
    for (i, x) in a.iter().enumerate().rev() {
        let rest_open = a.get(i..).unwrap_or_default().iter().all(|token| *token == Token::Anything);
        let mut next = vec![false; b.len() + 1];
        let mut right = rest_open;
        if let Some(last) = next.last_mut() {
            *last = right;
        }
        for (j, y) in b.iter().enumerate().rev() {
            let here = |row: &[bool], j: usize| row.get(j).copied().unwrap_or(false);
            right = match (x, y) {
                (Token::Anything, _) | (_, Token::Anything) => here(&row, j) || right,
                (Token::Character(x), Token::Character(y)) => x == y && here(&row, j + 1),
            };
            if let Some(cell) = next.get_mut(j) {
                *cell = right;
            }
        }
        row = next;
    }
    row.first().copied().unwrap_or(true)
}

#[cfg(test)]
mod tests {
    use super::{overlap, tokens};

    #[track_caller]
    fn check(a: &str, b: &str, expect: bool) {
        assert_eq!(overlap(&tokens(a), &tokens(b)), expect, "{a} with {b}");
        assert_eq!(overlap(&tokens(b), &tokens(a)), expect, "{b} with {a}");
    }

    #[test]
    fn names_with_open_parts_overlap() {
        check("net-Vpc", "net-Vpc", true);
        check("net-Vpc", "net-Vpc2", false);
        check("${P}-SubnetAPublic", "${AWS::StackName}-SubnetAPublic", true);
        check("${P}-SubnetAPublic", "${AWS::StackName}-SubnetBPublic", false);
        check("net-SubnetAPublic", "${AWS::StackName}-SubnetAPublic", true);
        check("${P}", "anything", true);
        check("a${P}b", "a${Q}", true);
        check("a${P}", "b${Q}", false);
        check("", "${Q}", true);
        check("", "x", false);
    }
}

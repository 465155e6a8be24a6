//! Changes of a template that change nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::tree::Tree;

/// Other logical ids, wherever they are named.
pub(crate) fn renamed(tree: &Tree, rename: &impl Fn(&str) -> String) -> Tree {
    let Some(Tree::Map(resources)) = tree.get("Resources") else { return tree.clone() };
    let ids: BTreeSet<&str> = resources.iter().map(|(id, _)| id.as_str()).collect();
    let renaming = Renaming { ids, rename };
    renaming.tree(tree).with_resources(|resources| {
        for (id, _) in resources {
            *id = rename(id);
        }
    })
}

struct Renaming<'a, F> {
    ids: BTreeSet<&'a str>,
    rename: &'a F,
}

impl<F: Fn(&str) -> String> Renaming<'_, F> {
    fn tree(&self, tree: &Tree) -> Tree {
        match tree {
            Tree::Leaf(_) => tree.clone(),
            Tree::List(items) => Tree::List(items.iter().map(|item| self.tree(item)).collect()),
            Tree::Map(entries) => {
                Tree::Map(entries.iter().map(|(key, value)| (key.clone(), self.entry(key, value))).collect())
            }
        }
    }

    fn entry(&self, key: &str, value: &Tree) -> Tree {
        match (key, value) {
            ("Ref" | "Fn::GetAtt", Tree::Leaf(_)) => Tree::text(self.id(value.as_text().unwrap())),
            ("DependsOn", Tree::Leaf(_)) => Tree::text(self.id(value.as_text().unwrap())),
            ("DependsOn", Tree::List(ids)) => {
                Tree::List(ids.iter().map(|id| Tree::text(self.id(id.as_text().unwrap()))).collect())
            }
            ("Fn::GetAtt", Tree::List(parts)) => {
                let mut parts = parts.clone();
                if let Some(first) = parts.first_mut() {
                    *first = Tree::text(self.id(first.as_text().unwrap()));
                }
                Tree::List(parts)
            }
            ("Fn::Sub", Tree::Leaf(_)) => Tree::text(self.substituted(value.as_text().unwrap())),
            ("Fn::Sub", Tree::List(parts)) => {
                let [text, values] = parts.as_slice() else { return value.clone() };
                Tree::List(vec![Tree::text(self.substituted(text.as_text().unwrap())), self.tree(values)])
            }
            _ => self.tree(value),
        }
    }

    /// `Id` or `Id.Attribute`.
    fn id(&self, text: &str) -> String {
        let (id, attribute) = text.split_once('.').map_or((text, None), |(id, a)| (id, Some(a)));
        if !self.ids.contains(id) {
            return text.to_owned();
        }
        let id = (self.rename)(id);
        attribute.map_or_else(|| id.clone(), |attribute| format!("{id}.{attribute}"))
    }

    /// `${Id}` and `${Id.Attribute}` in a text.
    fn substituted(&self, text: &str) -> String {
        let mut parts = text.split("${");
        let mut done = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            done.push_str("${");
            match part.split_once('}') {
                Some((name, rest)) => {
                    done.push_str(&self.id(name));
                    done.push('}');
                    done.push_str(rest);
                }
                None => done.push_str(part),
            }
        }
        done
    }
}

/// Other numbers of ACL entries in the same order; `None` where no two entries have an order.
pub(crate) fn renumbered(tree: &Tree) -> Option<Tree> {
    let Some(Tree::Map(resources)) = tree.get("Resources") else { return None };
    let mut numbers: BTreeSet<i64> = BTreeSet::new();
    let mut entries = 0;
    for (_, resource) in resources {
        if let Some(number) = number(resource) {
            numbers.insert(number);
            entries += 1;
        }
    }
    // One number everywhere it stands keeps the order in every ACL.
    let other: BTreeMap<i64, i64> = numbers.into_iter().zip((3..).step_by(7)).collect();
    (entries > 1).then(|| {
        tree.with_resources(|resources| {
            for (_, resource) in resources {
                let Some(old) = number(resource) else { continue };
                if let Some(property) = property(resource, "RuleNumber") {
                    *property = Tree::Leaf(other.get(&old).copied().unwrap_or(old).into());
                }
            }
        })
    })
}

fn number(resource: &Tree) -> Option<i64> {
    let is_entry = resource.get("Type")?.as_text()? == "AWS::EC2::NetworkAclEntry";
    match resource.get("Properties")?.get("RuleNumber")? {
        Tree::Leaf(leaf) if is_entry => leaf.as_i64(),
        _ => None,
    }
}

fn property<'t>(resource: &'t mut Tree, name: &str) -> Option<&'t mut Tree> {
    let entry = |tree: &'t mut Tree, key: &str| match tree {
        Tree::Map(entries) => entries.iter_mut().find(|(k, _)| k == key).map(|(_, value)| value),
        _ => None,
    };
    entry(entry(resource, "Properties")?, name)
}

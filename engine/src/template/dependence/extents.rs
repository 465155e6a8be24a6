//! Which toggles a resource could rest on at all, whatever the state.

use super::{ALL, Declared, Dependence, Property, Term, Truth};

impl Declared {
    /// Properties that its names may be made of.
    fn texts(&self) -> impl Iterator<Item = &Property> {
        self.properties.iter().filter(|p| p.text)
    }
}

impl Dependence {
    /// For each resource the toggles that it could rest on in any state; last what belongs to no resource.
    pub(in super::super) fn extents(&self) -> Vec<u64> {
        // What the names of a resource are made of, then what those are made of that stand in them.
        let named = |term: &Term| {
            let mut names = Vec::new();
            term.all_names(&mut names);
            names
        };
        let text = |r: &Declared| match &*r.kind {
            "AWS::CloudFormation::Stack" => ALL,
            _ => r.texts().fold(0, |all, p| all | self.ever(&p.term)),
        };
        let mut made_of: Vec<u64> = self.resources.iter().map(text).collect();
        loop {
            let of =
                |names: Vec<usize>| names.iter().filter_map(|n| made_of.get(*n)).fold(0, |all, m| all | m);
            let more =
                |(r, made): (&Declared, &u64)| r.texts().fold(*made, |all, p| all | of(named(&p.term)));
            let next: Vec<u64> = self.resources.iter().zip(&made_of).map(more).collect();
            if next == made_of {
                break;
            }
            made_of = next;
        }
        let with_names = |term: &Term| {
            named(term).iter().filter_map(|n| made_of.get(*n)).fold(self.ever(term), |all, made| all | made)
        };
        let whole = |r: &Declared| {
            let built = r.conditions.iter().fold(0, |all, c| all | self.ever_named(*c));
            r.properties.iter().fold(built, |all, p| all | with_names(&p.term))
        };
        self.resources.iter().map(whole).chain([with_names(&self.rest)]).collect()
    }

    /// The toggles an expression rests on in any state.
    pub(super) fn ever(&self, term: &Term) -> u64 {
        term.choices.iter().fold(term.toggles, |all, (condition, then, otherwise)| {
            all | self.ever_named(*condition) | self.ever(then) | self.ever(otherwise)
        })
    }

    fn ever_named(&self, condition: usize) -> u64 {
        self.conditions.get(condition).map_or(ALL, |truth| self.ever_true(truth))
    }

    fn ever_true(&self, truth: &Truth) -> u64 {
        match truth {
            Truth::Is(bit, _) => 1 << bit,
            Truth::Named(condition) => self.ever_named(*condition),
            Truth::Not(inner) => self.ever_true(inner),
            Truth::And(all) | Truth::Or(all) => all.iter().fold(0, |toggles, t| toggles | self.ever_true(t)),
            Truth::Fixed(_) => 0,
            Truth::Other(toggles) => *toggles,
        }
    }
}

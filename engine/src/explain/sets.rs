//! Families of small sets, as bits.

/// Adds a set unless one in the family is part of it; drops those that it is part of.
pub(super) fn add_minimal(family: &mut Vec<u64>, set: u64) {
    if family.iter().any(|other| other & set == *other) {
        return;
    }
    family.retain(|other| other & set != set);
    family.push(set);
}

/// The minimal sets that meet every set of a family. `None` where there would be more than `most` on the way.
pub(super) fn transversals(family: &[u64], most: usize) -> Option<Vec<u64>> {
    let mut met = vec![0u64];
    for set in family {
        let mut next = Vec::new();
        for partial in &met {
            if partial & set != 0 {
                add_minimal(&mut next, *partial);
            }
        }
        for partial in met.iter().filter(|partial| *partial & set == 0) {
            for bit in super::setting::bits(*set) {
                add_minimal(&mut next, partial | 1 << bit);
            }
        }
        if next.len() > most {
            return None;
        }
        met = next;
    }
    met.sort_by_key(|set| (set.count_ones(), *set));
    Some(met)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn transversals_are_exactly_the_minimal_ones(family in prop::collection::vec(1u64..64, 0..6)) {
            let meets = |set: u64| family.iter().all(|other| other & set != 0);
            let mut expected: Vec<u64> = (0..64).filter(|set| meets(*set)).collect();
            expected.retain(|set| super::super::setting::bits(*set).all(|bit| !meets(set & !(1 << bit))));
            expected.sort_by_key(|set| (set.count_ones(), *set));
            prop_assert_eq!(transversals(&family, 1000), Some(expected));
        }
    }
}

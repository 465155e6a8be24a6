//! The nearest valid name to a misspelt one.

/// The candidate with the smallest edit distance to `name` (letter case counts little), if any is near enough to be a
/// plausible misspelling; the first one given wins a tie.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (name.chars().count() / 3).max(2);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        if candidate.chars().count().abs_diff(name.chars().count()) > limit {
            continue;
        }
        let away = distance(&name.to_lowercase(), &candidate.to_lowercase());
        if away <= limit && best.is_none_or(|(least, _)| away < least) {
            best = Some((away, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Levenshtein's distance, one row at a time.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut next = Vec::with_capacity(row.len());
        let mut left = i + 1;
        next.push(left);
        for (y, above) in b.iter().zip(row.windows(2)) {
            let [diagonal, up] = above else { continue };
            left = (diagonal + usize::from(x != *y)).min(up + 1).min(left + 1);
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[track_caller]
    fn check(name: &str, candidates: &[&str], expect: Option<&str>) {
        assert_eq!(nearest(name, candidates.iter().copied()), expect);
    }

    #[test]
    fn finds_the_plausible_misspelling_only() {
        check("NatGatway", &["NatInstance", "NatGateway"], Some("NatGateway"));
        check("natgateway", &["NatGateway"], Some("NatGateway"));
        check("Vpc", &["VPC2", "Vpc1"], Some("VPC2"));
        check("Bucket", &["Notebook", "Subnet"], None);
        check("", &["A"], Some("A"));
        check("anything", &[], None);
    }
}

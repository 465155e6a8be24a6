//! Resources that need each other before they exist: `CloudFormation` makes none of them (`CloudFormation` guide, troubleshooting,
//! circular dependencies). The classic is two security groups whose own rules name each other; rules that are resources of their own undo
//! the knot.

use super::Id;
use super::build::Builder;
use crate::code::Code;
use crate::template::Resource;

/// That the first resource needs the second, by their numbers among those built.
pub(super) type Need = (u32, u32);

/// How far the search has come with a resource.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Seen {
    Not,
    /// It is on the way that is followed.
    OnTheWay,
    Done,
}

/// Refuses the first circle of references and `DependsOn`. Needs are in the order of the resources that have them.
pub(super) fn check(b: &mut Builder<'_>, resources: &[(Id, &Resource)], needs: &[Need]) {
    // Often everything stands behind what it needs.
    if needs.iter().all(|(from, to)| to < from) {
        return;
    }
    let mut seen = vec![Seen::Not; resources.len()];
    let circle = (0..resources.len()).find_map(|start| circle_from(start, needs, &mut seen));
    let Some(circle) = circle else { return };
    let members = || circle.iter().filter_map(|at| resources.get(*at));
    let names: Vec<&str> = members().map(|(_, resource)| &*resource.id).collect();
    let Some((id, resource)) = members().next() else { return };
    b.refuse(Code::CircularDependency, *id, resource.place, names.join(" → "));
}

/// What a resource needs.
fn of(needs: &[Need], at: usize) -> impl Iterator<Item = usize> {
    let number = u32::try_from(at).unwrap_or(u32::MAX);
    let first = needs.partition_point(|(from, _)| *from < number);
    let own = needs.get(first..).unwrap_or_default().iter().take_while(move |(from, _)| *from == number);
    own.filter_map(|(_, to)| usize::try_from(*to).ok())
}

/// A circle that can be reached from here, its first member again at the end. What was seen before leads to none.
fn circle_from(start: usize, needs: &[Need], seen: &mut [Seen]) -> Option<Vec<usize>> {
    if *seen.get(start)? != Seen::Not {
        return None;
    }
    *seen.get_mut(start)? = Seen::OnTheWay;
    // The way, with how many of its needs were followed.
    let mut way: Vec<(usize, usize)> = vec![(start, 0)];
    while let Some((at, followed)) = way.last_mut() {
        let at = *at;
        let Some(next) = of(needs, at).nth(*followed) else {
            *seen.get_mut(at)? = Seen::Done;
            way.pop();
            continue;
        };
        *followed = followed.saturating_add(1);
        match *seen.get(next)? {
            Seen::Done => {}
            Seen::Not => {
                *seen.get_mut(next)? = Seen::OnTheWay;
                way.push((next, 0));
            }
            Seen::OnTheWay => {
                let circle = way.iter().map(|(at, _)| *at).skip_while(|at| *at != next);
                return Some(circle.chain([next]).collect());
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(count: usize, needs: &[Need], expect: &[usize]) {
        let mut seen = vec![Seen::Not; count];
        let found = (0..count).find_map(|start| circle_from(start, needs, &mut seen));
        assert_eq!(found.unwrap_or_default(), expect, "{needs:?}");
    }

    #[test]
    fn circles() {
        check(3, &[], &[]);
        check(3, &[(0, 1), (0, 2), (1, 2)], &[]);
        check(1, &[(0, 0)], &[0, 0]);
        check(3, &[(0, 1), (1, 2), (2, 1)], &[1, 2, 1]);
        check(4, &[(0, 1), (0, 3), (1, 2), (3, 0)], &[0, 3, 0]);
        // A long chain needs no deep stack.
        let chain: Vec<Need> = (0..50_000).map(|n| (n, n + 1)).collect();
        check(50_001, &chain, &[]);
    }
}

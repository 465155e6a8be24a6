//! From component to component: what each is connected with, and where the arrow keys lead.

use engine::layout::{Component, Diagram, Part, PathLine};

/// How two components are connected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Tie {
    /// The path goes on to it.
    PathOn,
    /// The path comes from it.
    PathFrom,
    /// It is led to.
    To,
    /// It leads here.
    From,
    /// It is fetched from, on the service's own side.
    FetchesFrom,
    /// It fetches from here, on its own side.
    FetchedBy,
}

/// What a component is connected with in this state, by places in [`Diagram::components`].
pub(crate) fn ties(diagram: &Diagram, path: &PathLine, of: usize) -> Vec<(Tie, usize)> {
    let Some(own) = diagram.components.get(of).map(|c| &c.part) else { return Vec::new() };
    let place = |part: &Part| diagram.components.iter().position(|c| c.part == *part);
    let mut found = Vec::new();
    for pair in path.strands.iter().flat_map(|strand| strand.through.windows(2)) {
        if let [a, b] = pair {
            found.extend((a == own).then(|| Some((Tie::PathOn, place(b)?))).flatten());
            found.extend((b == own).then(|| Some((Tie::PathFrom, place(a)?))).flatten());
        }
    }
    for relation in diagram.relations.iter().filter(|relation| relation.on && !path.covers(relation)) {
        let (to, from) =
            if relation.own_side { (Tie::FetchesFrom, Tie::FetchedBy) } else { (Tie::To, Tie::From) };
        found.extend((relation.from == *own).then(|| Some((to, place(&relation.to)?))).flatten());
        found.extend((relation.to == *own).then(|| Some((from, place(&relation.from)?))).flatten());
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Where a key leads: right and left along the path, else along what is connected, else to the next that way; up and down
/// to the next that way; to the first and the last.
pub(super) fn go(diagram: &Diagram, path: &PathLine, from: usize, key: &str) -> Option<usize> {
    let ties = ties(diagram, path, from);
    let led = |wanted: [Tie; 3]| {
        wanted.into_iter().find_map(|tie| ties.iter().find(|(found, _)| *found == tie).map(|(_, to)| *to))
    };
    match key {
        "ArrowRight" => {
            led([Tie::PathOn, Tie::To, Tie::FetchesFrom]).or_else(|| nearest(diagram, from, (1, 0)))
        }
        "ArrowLeft" => {
            led([Tie::PathFrom, Tie::From, Tie::FetchedBy]).or_else(|| nearest(diagram, from, (-1, 0)))
        }
        "ArrowDown" => nearest(diagram, from, (0, 1)),
        "ArrowUp" => nearest(diagram, from, (0, -1)),
        "Home" => Some(0),
        "End" => diagram.components.len().checked_sub(1),
        _ => None,
    }
}

/// The nearest component in a direction, what is off the way counting double.
fn nearest(diagram: &Diagram, from: usize, (x, y): (i32, i32)) -> Option<usize> {
    let here = diagram.components.get(from)?.rect.center();
    let way = |component: &Component| {
        let there = component.rect.center();
        let (across, down) = (there.x - here.x, there.y - here.y);
        let ahead = across * x + down * y;
        let aside = (across * y).abs() + (down * x).abs();
        (ahead > 0 && aside <= 2 * ahead).then_some(ahead + 2 * aside)
    };
    let all = diagram.components.iter().enumerate();
    all.filter_map(|(at, component)| Some((way(component)?, at))).min().map(|(_, at)| at)
}

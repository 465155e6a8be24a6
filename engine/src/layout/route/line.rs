//! The lines of trips.

use super::grid::{Tracks, connect};
use super::ground::Ground;
use super::stop;
use super::{Draft, Ending, Mark, MarkKind, Stop, Stops, Strand};
use crate::layout::{Component, Diagram, Line, Part, Point, Rect};

/// How much of a line's end its mark takes.
const MARK: i32 = 12;
/// What a line costs that found no track of its own.
const SHARED: i32 = 10_000;

/// Draws a line for each draft on these tracks, and tells what all of them cost.
pub(super) fn draw(
    ground: &Ground<'_>,
    drafts: &[Draft<'_, '_>],
    offsets: &[i32],
) -> (Vec<Option<Strand>>, i32) {
    let decides = |draft: &&Draft<'_, '_>| draft.trip.ending != Ending::Arrives;
    let split = drafts.iter().any(|draft| decides(&draft));
    let mut order: Vec<usize> = (0..drafts.len()).collect();
    order.sort_by_key(|at| drafts.get(*at).is_none_or(|draft| !decides(&draft)));
    let mut strands = vec![None; drafts.len()];
    let mut pen = Pen { ground, offsets, taken: Vec::new(), signs: Vec::new(), cost: 0 };
    for at in order {
        let (Some(draft), Some(place)) = (drafts.get(at), strands.get_mut(at)) else { continue };
        *place = pen.strand(draft).map(|strand| Strand { quiet: split && !decides(&draft), ..strand });
    }
    (strands, pen.cost)
}

struct Pen<'a> {
    ground: &'a Ground<'a>,
    offsets: &'a [i32],
    taken: Vec<Line>,
    /// The rooms of stop signs that stand already.
    signs: Vec<Rect>,
    cost: i32,
}

impl Pen<'_> {
    /// The line from the workload through every component of the stops to the end.
    fn strand(&mut self, draft: &Draft<'_, '_>) -> Option<Strand> {
        let (trip, from) = (draft.trip, draft.from);
        let replied = !draft.back.is_empty();
        let blocked = trip.ending == Ending::Blocked && !replied;
        let mut through = vec![from];
        for (stop, _) in &draft.there {
            if let Stop::At(component) = stop
                && through.last().is_none_or(|last| last.part != component.part)
            {
                through.push(component);
            }
        }
        let stopped_at_component =
            matches!(draft.there.last(), Some((Stop::At(c), _)) if c.part != from.part);
        if !(blocked && stopped_at_component) {
            through.extend(goal(self.ground.diagram, draft, &through));
        }
        let whole = self.connect(&through)?;
        let line = if blocked { self.stop(&whole, &draft.there) } else { whole };
        self.take(&line);
        let mut parts: Vec<Part> = through.iter().map(|c| c.part.clone()).collect();
        if blocked && !stopped_at_component {
            parts.truncate(through.len().saturating_sub(1).max(1));
        }
        let mut back = Line::default();
        if replied {
            through.reverse();
            let whole = self.connect(&through)?;
            back = self.stop(&whole, &draft.back);
            self.take(&back);
        }
        let kind = match trip.ending {
            Ending::Arrives => MarkKind::Arrow,
            Ending::Leaks => MarkKind::Leak,
            Ending::Blocked => MarkKind::Stop,
        };
        let mark =
            end_of(if replied { &back } else { &line }).map(|(at, heading)| Mark { at, kind, heading });
        Some(Strand { step: trip.step, ending: trip.ending, through: parts, line, mark, back, quiet: false })
    }

    /// One line through all of these, if possible where no other runs.
    fn connect(&mut self, through: &[&Component]) -> Option<Line> {
        let mut line = Line::default();
        let mut entered = None;
        for pair in through.windows(2) {
            let &[a, b] = pair else { continue };
            let tracks = Tracks { offsets: self.offsets, taken: &self.taken, signs: &self.signs, entered };
            let (leg, cost) = connect(self.ground, a, b, tracks).or_else(|| {
                let (leg, cost) = connect(self.ground, a, b, Tracks { taken: &[], signs: &[], ..tracks })?;
                Some((leg, cost + SHARED))
            })?;
            self.cost += cost;
            entered = leg.points.last().copied();
            append(&mut line, a.rect, leg);
        }
        Some(line)
    }

    /// The line up to its stop sign.
    fn stop(&mut self, line: &Line, stops: &Stops<'_>) -> Line {
        let line = stop::cut(self.ground.diagram, line, stops, &self.taken, &self.signs);
        self.signs.extend(line.points.last().map(|at| stop::room(*at)));
        line
    }

    /// Keeps other lines away from this one, and from the mark at its end.
    fn take(&mut self, line: &Line) {
        let mut line = line.clone();
        if let Some((at, heading)) = end_of(&line) {
            line.points.push(Point { x: at.x + heading.x * MARK, y: at.y + heading.y * MARK });
        }
        self.taken.push(line);
    }
}

/// Adds a leg that begins at the edge of the square the line has entered; what joins the two lies under the square.
fn append(line: &mut Line, square: Rect, leg: Line) {
    let first = leg.points.first().copied();
    if let (Some(a), Some(b)) = (line.points.last().copied(), first) {
        let sideways = |p: Point| p.x == square.x || p.x == square.right();
        let middle = square.center();
        if a.x != b.x && a.y != b.y {
            match (sideways(a), sideways(b)) {
                (true, true) => {
                    line.points.extend([Point { x: middle.x, y: a.y }, Point { x: middle.x, y: b.y }]);
                }
                (true, false) => line.points.push(Point { x: b.x, y: a.y }),
                (false, true) => line.points.push(Point { x: a.x, y: b.y }),
                (false, false) => {
                    line.points.extend([Point { x: a.x, y: middle.y }, Point { x: b.x, y: middle.y }]);
                }
            }
        }
    }
    let skip = usize::from(first.is_some() && line.points.last().copied() == first);
    line.points.extend(leg.points.into_iter().skip(skip));
}

/// What the line goes on to after the last component: what was asked for, or the service behind an endpoint.
fn goal<'d>(diagram: &'d Diagram, draft: &Draft<'_, '_>, through: &[&'d Component]) -> Option<&'d Component> {
    let trip = draft.trip;
    let last = through.last()?;
    let wanted = trip.goal.as_ref().and_then(|part| diagram.component(part));
    let behind = || {
        let mut own = diagram.relations.iter().filter(|r| r.from == last.part && !r.own_side);
        own.next().and_then(|r| diagram.component(&r.to))
    };
    let internet = || diagram.component(&Part::Internet).filter(|_| trip.ending != Ending::Arrives);
    wanted.or_else(behind).or_else(internet).filter(|c| c.part != last.part)
}

/// Every crossing of the frame's border, as ways along the line.
pub(super) fn crossings(line: &Line, frame: Rect) -> Vec<i32> {
    let mut found = Vec::new();
    let mut way = 0;
    for piece in line.points.windows(2) {
        let &[a, b] = piece else { continue };
        let length = (a.x - b.x).abs() + (a.y - b.y).abs();
        let mut here: Vec<i32> = Vec::new();
        if a.y == b.y && (frame.y..=frame.bottom()).contains(&a.y) {
            here.extend(
                [frame.x, frame.right()]
                    .into_iter()
                    .filter(|x| between(*x, a.x, b.x))
                    .map(|x| (x - a.x).abs()),
            );
        }
        if a.x == b.x && (frame.x..=frame.right()).contains(&a.x) {
            here.extend(
                [frame.y, frame.bottom()]
                    .into_iter()
                    .filter(|y| between(*y, a.y, b.y))
                    .map(|y| (y - a.y).abs()),
            );
        }
        here.sort_unstable();
        found.extend(here.into_iter().map(|along| way + along));
        way += length;
    }
    found
}

fn between(value: i32, a: i32, b: i32) -> bool {
    (a.min(b)..a.max(b)).contains(&value)
}

/// The point this far along the line.
pub(super) fn point_at(line: &Line, way: i32) -> Option<Point> {
    let mut left = way.max(0);
    for piece in line.points.windows(2) {
        let &[a, b] = piece else { continue };
        let length = (a.x - b.x).abs() + (a.y - b.y).abs();
        if left <= length {
            return Some(Point {
                x: a.x + (b.x - a.x).signum() * left,
                y: a.y + (b.y - a.y).signum() * left,
            });
        }
        left -= length;
    }
    line.points.last().copied()
}

/// How long the line is.
pub(super) fn length(line: &Line) -> i32 {
    line.points
        .windows(2)
        .map(|p| match p {
            &[a, b] => (a.x - b.x).abs() + (a.y - b.y).abs(),
            _ => 0,
        })
        .sum()
}

/// The line up to this far along it.
pub(super) fn start_of(line: &Line, way: i32) -> Line {
    let mut points = Vec::new();
    let mut left = way;
    for piece in line.points.windows(2) {
        let &[a, b] = piece else { continue };
        points.push(a);
        let length = (a.x - b.x).abs() + (a.y - b.y).abs();
        if left <= length {
            break;
        }
        left -= length;
    }
    points.extend(point_at(line, way));
    Line { points }
}

/// The last point, and the direction it is reached in.
pub(super) fn end_of(line: &Line) -> Option<(Point, Point)> {
    let [.., a, b] = line.points.as_slice() else { return None };
    Some((*b, Point { x: (b.x - a.x).signum(), y: (b.y - a.y).signum() }))
}

//! The line of one trip.

use super::{Ending, Mark, MarkKind, Stop, Strand, Trip, grid};
use crate::layout::{Component, Diagram, Line, Part, Point, Rect};

/// How far the line of a trip runs that is stopped where it begins.
const STUB: i32 = 38;
/// From a border whose table or ACL stops a packet to the middle of the stop sign: the badge stands on the border itself.
const BEYOND: i32 = 23;
/// From the square whose group stops a packet to the middle of the stop sign.
const BEFORE: i32 = 13;
/// How far the way back runs beside the way there.
const BESIDE: i32 = 5;

/// Draws the line from the workload through every component of the stops to the end.
pub(super) fn draw(
    diagram: &Diagram,
    trip: &Trip<'_>,
    from: &Component,
    stops: &[(Stop<'_>, Vec<usize>)],
) -> Option<Strand> {
    let mut through = vec![from];
    for (stop, _) in stops {
        if let Stop::At(component) = stop
            && through.last().is_none_or(|last| last.part != component.part)
        {
            through.push(component);
        }
    }
    let blocked = trip.ending == Ending::Blocked;
    let stopped_at_component = matches!(stops.last(), Some((Stop::At(c), _)) if c.part != from.part);
    if !(blocked && stopped_at_component) {
        through.extend(goal(diagram, trip, &through));
    }
    let mut points: Vec<Point> = Vec::new();
    for pair in through.windows(2) {
        let &[a, b] = pair else { continue };
        points.extend(grid::connect(diagram, a, b)?.points);
    }
    let mut line = Line { points: joined(points) };
    if blocked && !stopped_at_component {
        let border = match stops.last() {
            Some((Stop::Border(frame), _)) => crossing(&line, frame.rect),
            _ => None,
        };
        line = match border {
            Some(way) => beyond(&line, way),
            None => start_of(&line, STUB),
        };
    } else if blocked {
        line = start_of(&line, length(&line) - BEFORE);
    }
    let mut parts: Vec<Part> = through.iter().map(|c| c.part.clone()).collect();
    if blocked && !stopped_at_component {
        parts.truncate(through.len().saturating_sub(1).max(1));
    }
    let kind = match trip.ending {
        Ending::Arrives => MarkKind::Arrow,
        Ending::Leaks => MarkKind::Leak,
        Ending::Blocked => MarkKind::Stop,
    };
    let mark = end_of(&line).map(|(at, heading)| Mark { at, kind, heading });
    let back = beside(&line);
    Some(Strand { step: trip.step, ending: trip.ending, through: parts, line, mark, back })
}

/// What the line goes on to after the last component: what was asked for, or the service behind an endpoint.
fn goal<'d>(diagram: &'d Diagram, trip: &Trip<'_>, through: &[&'d Component]) -> Option<&'d Component> {
    let last = through.last()?;
    let wanted = trip.goal.as_ref().and_then(|part| diagram.component(part));
    let behind = || {
        let mut own = diagram.relations.iter().filter(|r| r.from == last.part && !r.own_side);
        own.next().and_then(|r| diagram.component(&r.to))
    };
    let internet = || diagram.component(&Part::Internet).filter(|_| trip.ending != Ending::Arrives);
    wanted.or_else(behind).or_else(internet).filter(|c| c.part != last.part)
}

/// Points of successive legs as one line: over the squares in between it runs straight on.
fn joined(points: Vec<Point>) -> Vec<Point> {
    let mut line: Vec<Point> = Vec::new();
    for point in points {
        if let Some(last) = line.last().copied() {
            // Entering at one side and leaving at another: meet in the corner, which the square covers.
            if last.x != point.x && last.y != point.y {
                line.push(Point { x: point.x, y: last.y });
            }
            if last == point {
                continue;
            }
        }
        line.push(point);
    }
    line
}

/// How far along the line it first crosses the frame's border.
pub(super) fn crossing(line: &Line, frame: Rect) -> Option<i32> {
    crossings(line, frame).first().copied()
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
fn start_of(line: &Line, way: i32) -> Line {
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

/// The line up to a border and straight on over it, whichever way it would have turned.
fn beyond(line: &Line, border: i32) -> Line {
    let mut line = start_of(line, border);
    if let Some((at, heading)) = end_of(&line) {
        line.points.pop();
        line.points.push(Point { x: at.x + heading.x * BEYOND, y: at.y + heading.y * BEYOND });
    }
    line
}

/// The last point, and the direction it is reached in.
fn end_of(line: &Line) -> Option<(Point, Point)> {
    let [.., a, b] = line.points.as_slice() else { return None };
    Some((*b, Point { x: (b.x - a.x).signum(), y: (b.y - a.y).signum() }))
}

/// The line moved to its right-hand side, turned round.
fn beside(line: &Line) -> Line {
    let points = &line.points;
    let direction = |a: &Point, b: &Point| Point { x: (b.x - a.x).signum(), y: (b.y - a.y).signum() };
    let mut moved: Vec<Point> = Vec::new();
    for (at, point) in points.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|i| points.get(i)).map(|p| direction(p, point));
        let after = points.get(at + 1).map(|p| direction(point, p));
        let mut shift = Point::default();
        // Right of a direction (x, y), with y downwards, is (-y, x); a corner moves by both.
        for d in [before, after].into_iter().flatten() {
            let side = Point { x: -d.y * BESIDE, y: d.x * BESIDE };
            if shift.x == 0 {
                shift.x = side.x;
            }
            if shift.y == 0 {
                shift.y = side.y;
            }
        }
        moved.push(Point { x: point.x + shift.x, y: point.y + shift.y });
    }
    moved.reverse();
    Line { points: moved }
}

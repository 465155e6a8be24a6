//! Where a line ends that is stopped: at a stop sign that covers nothing.

use super::line::{crossings, end_of, length, start_of};
use super::{Stop, Stops};
use crate::layout::{Diagram, Line, Point, Rect};

/// Half the width of a stop sign.
const SIGN: i32 = 11;
/// How far the line of a trip runs that is stopped where it begins.
const STUB: i32 = 38;
/// From a border whose table or ACL stops a packet to the middle of the stop sign: the badge stands on the border itself.
const BEYOND: i32 = 23;
/// From the square whose group stops a packet to the middle of the stop sign.
const BEFORE: i32 = 13;
/// How much farther the sign may stand straight behind a border.
const FARTHER: i32 = 24;

/// The room of a sign.
pub(super) fn room(at: Point) -> Rect {
    Rect { x: at.x - SIGN, y: at.y - SIGN, w: 2 * SIGN, h: 2 * SIGN }
}

/// The line up to where the last of these stops is. The sign stands where it is free of every name, square and sign, and if
/// possible of other lines: straight behind the border first, else as near as can be along the line. All of the line is
/// tried.
pub(super) fn cut(diagram: &Diagram, line: &Line, stops: &Stops<'_>, taken: &[Line], signs: &[Rect]) -> Line {
    let (wanted, border) = wanted(line, stops);
    let straight = border.into_iter().flat_map(|way| (BEYOND..BEYOND + FARTHER).map(move |by| (way, by)));
    let straight = straight.map(|(way, by)| beyond(line, way, by));
    let whole = length(line);
    let along = (0..=whole).flat_map(|off| [wanted - off, wanted + off]);
    let along = along.filter(|way| (SIGN..=whole - SIGN).contains(way)).map(|way| start_of(line, way));
    let all: Vec<Line> = straight.chain(along).collect();
    let stands = |line: &&Line| is_free(diagram, line, signs);
    let apart = |line: &&Line| {
        let sign = end_of(line).map(|(at, _)| room(at));
        sign.is_some_and(|sign| !taken.iter().any(|other| runs_through(other, sign)))
    };
    let free = all.iter().filter(stands);
    let best = free.clone().find(apart).or_else(|| free.clone().next());
    best.or(all.first()).cloned().unwrap_or_else(|| start_of(line, wanted))
}

/// How far along the line the sign wants to stand, and the border it wants to stand behind.
fn wanted(line: &Line, stops: &Stops<'_>) -> (i32, Option<i32>) {
    let mut after = -1;
    let mut end = None;
    for (stop, _) in stops {
        let (rect, border) = match stop {
            Stop::Border(frame) => (frame.rect, true),
            Stop::At(component) => (component.rect, false),
        };
        end = crossings(line, rect).into_iter().find(|way| *way > after).map(|way| (way, border));
        after = end.map_or(after, |(way, _)| way);
    }
    match (end, stops.last()) {
        (Some((way, true)), _) => (way + BEYOND, Some(way)),
        (Some((way, false)), _) if way > BEFORE => (way - BEFORE, None),
        // The square at the end is not entered: its line ends at its edge.
        (None, Some((Stop::At(component), _))) if ends_at(line, component.rect) => {
            (length(line) - BEFORE, None)
        }
        _ => (STUB, None),
    }
}

fn is_free(diagram: &Diagram, line: &Line, signs: &[Rect]) -> bool {
    let Some((at, _)) = end_of(line) else { return false };
    let sign = room(at);
    let last = line.points.iter().rev().take(2).copied().collect();
    let last = Line { points: last };
    let names = diagram.components.iter().map(|c| c.label).chain(diagram.frames.iter().map(|f| f.title));
    let mut squares = diagram.components.iter().map(|c| c.rect);
    let in_picture = Rect { x: 0, y: 0, w: diagram.width, h: diagram.height }.contains(sign);
    in_picture
        && !names.into_iter().any(|name| name.overlaps(sign) || runs_through(&last, name))
        && !squares.any(|square| square.overlaps(sign))
        && !signs.iter().any(|other| other.overlaps(sign))
}

/// Whether the line runs through the room.
pub(super) fn runs_through(line: &Line, room: Rect) -> bool {
    line.points.windows(2).any(|piece| match piece {
        [a, b] => room.overlaps(Rect {
            x: a.x.min(b.x),
            y: a.y.min(b.y),
            w: (a.x - b.x).abs().max(1),
            h: (a.y - b.y).abs().max(1),
        }),
        _ => false,
    })
}

fn ends_at(line: &Line, square: Rect) -> bool {
    line.points.last().is_some_and(|end| {
        (square.x..=square.right()).contains(&end.x) && (square.y..=square.bottom()).contains(&end.y)
    })
}

/// The line up to a border and straight on over it, whichever way it would have turned.
fn beyond(line: &Line, border: i32, by: i32) -> Line {
    let mut line = start_of(line, border);
    if let Some((at, heading)) = end_of(&line) {
        line.points.pop();
        line.points.push(Point { x: at.x + heading.x * by, y: at.y + heading.y * by });
    }
    line
}

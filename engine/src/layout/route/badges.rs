//! Numbered badges on the lines.

use super::{Badge, Ending, Stop, Stops, Strand, line};
use crate::layout::metrics::BADGE;
use crate::layout::{Diagram, Point, Rect};

/// Between the middles of two badges, at least.
const APART: i32 = 2 * BADGE + 2;
/// From a square's edge to the middle of its badge.
const BESIDE: i32 = BADGE + 3;

/// Puts a badge for every stop on its strand; stops at the same place share one.
pub(super) fn place(diagram: &Diagram, strands: &[(Strand, Stops<'_>)]) -> Vec<Badge> {
    let mut badges: Vec<Badge> = Vec::new();
    let marks: Vec<Point> =
        strands.iter().filter_map(|(strand, _)| strand.mark).map(|mark| mark.at).collect();
    for (strand, stops) in strands {
        let ways = wanted(strand, stops);
        let mut before = 0;
        for (at, ((stop, hops), way)) in stops.iter().zip(ways).enumerate() {
            let hops = hops.iter().map(|hop| (strand.step, *hop)).collect::<Vec<_>>();
            let ending = match strand.ending {
                Ending::Blocked if at + 1 < stops.len() => Ending::Arrives,
                ending => ending,
            };
            let Some(ideal) = line::point_at(&strand.line, way) else { continue };
            let shared = badges.iter_mut().find(|b| b.part == *stop.part() && near(b.at, ideal));
            if let Some(badge) = shared {
                badge.hops.extend(hops);
                badge.ending = badge.ending.max(ending);
                before = way;
                continue;
            }
            let way = free_place(diagram, strand, &marks, &badges, way, before).unwrap_or(way);
            before = way;
            let at = line::point_at(&strand.line, way).unwrap_or(ideal);
            let number = u16::try_from(badges.len() + 1).unwrap_or(u16::MAX);
            badges.push(Badge { at, number, hops, part: stop.part().clone(), ending });
        }
    }
    badges
}

/// How far along the line each badge wants to stand: on the border crossed, or just before the square entered. Where two
/// would touch, the earlier one gives way.
fn wanted(strand: &Strand, stops: &[(Stop<'_>, Vec<usize>)]) -> Vec<i32> {
    let end = room(strand);
    let mut ways: Vec<i32> = Vec::new();
    let mut after = 0;
    for (at, (stop, _)) in stops.iter().enumerate() {
        let next = |frame| line::crossings(&strand.line, frame).into_iter().find(|way| *way > after);
        let way = match stop {
            Stop::Border(frame) => next(frame.rect).unwrap_or(end.min(after + APART)),
            Stop::At(_) if at == 0 => BESIDE,
            Stop::At(component) => {
                let entered = next(component.rect);
                after = entered.unwrap_or(end);
                entered.map_or(end, |way| way - BESIDE)
            }
        };
        after = after.max(way);
        ways.push(way.clamp(BADGE, end.max(BADGE)));
    }
    let mut limit = i32::MAX;
    for way in ways.iter_mut().rev() {
        *way = (*way).min(limit).max(BADGE);
        limit = *way - APART;
    }
    ways
}

/// How far along the line badges may stand: short of the mark at its end.
fn room(strand: &Strand) -> i32 {
    let mark = if strand.ending == Ending::Blocked { APART } else { BESIDE + BADGE };
    line::length(&strand.line) - mark
}

fn near(a: Point, b: Point) -> bool {
    // Squared, as badges are round and may stand round a corner.
    (a.x - b.x).pow(2) + (a.y - b.y).pow(2) < APART * APART
}

/// The nearest place along the line, if possible past the badge before, where the badge touches no other, no square and
/// no name.
fn free_place(
    diagram: &Diagram,
    strand: &Strand,
    marks: &[Point],
    badges: &[Badge],
    wanted: i32,
    before: i32,
) -> Option<i32> {
    let end = room(strand);
    let free = |way: &i32| {
        let Some(at) = line::point_at(&strand.line, *way) else { return false };
        let room = Rect { x: at.x - BADGE, y: at.y - BADGE, w: 2 * BADGE, h: 2 * BADGE };
        let covered = diagram.components.iter().any(|c| c.rect.overlaps(room) || c.label.overlaps(room))
            || diagram.frames.iter().any(|f| f.title.overlaps(room));
        !covered && !marks.iter().any(|mark| near(*mark, at)) && !badges.iter().any(|b| near(b.at, at))
    };
    let ways = |from: i32| {
        (0..=end.max(0))
            .flat_map(move |off| [wanted + off, wanted - off])
            .filter(move |way| (from..=end).contains(way))
    };
    ways(before.max(BADGE)).find(free).or_else(|| ways(BADGE).find(free))
}

//! Numbered badges on the lines.

use super::{Badge, Ending, Stop, Strand, line};
use crate::layout::metrics::BADGE;
use crate::layout::{Diagram, Line, Point, Rect};

/// Between the middles of two badges, at least.
const APART: i32 = 2 * BADGE + 3;
/// From a square's edge to the middle of its badge.
const BESIDE: i32 = BADGE + 5;

/// Puts a badge for every stop on its strand; stops at the same place share one.
pub(super) fn place(diagram: &Diagram, strands: &[(Strand, Vec<(Stop<'_>, Vec<usize>)>)]) -> Vec<Badge> {
    let mut badges: Vec<Badge> = Vec::new();
    for (strand, stops) in strands {
        let mut way = 0;
        for (at, (stop, hops)) in stops.iter().enumerate() {
            let wanted = wanted(strand, stop, way, at == 0);
            way = way.max(wanted);
            let hops = hops.iter().map(|hop| (strand.trip, *hop)).collect::<Vec<_>>();
            let is_last = at + 1 == stops.len();
            let ending = if is_last { strand.ending } else { Ending::Arrives };
            let Some(ideal) = line::point_at(&strand.line, wanted) else { continue };
            let shared = badges.iter_mut().find(|b| b.part == *stop.part() && near(b.at, ideal));
            if let Some(badge) = shared {
                badge.hops.extend(hops);
                badge.ending = badge.ending.max(ending);
                continue;
            }
            let is_stop = strand.ending == Ending::Blocked && is_last;
            let at = free_place(diagram, &strand.line, &badges, wanted, is_stop);
            let number = u16::try_from(badges.len() + 1).unwrap_or(u16::MAX);
            badges.push(Badge { at, number, hops, part: stop.part().clone(), ending });
        }
    }
    badges
}

/// How far along its line a badge wants to stand: at the border crossed, or just before the square entered.
fn wanted(strand: &Strand, stop: &Stop<'_>, after: i32, first: bool) -> i32 {
    let end = line::length(&strand.line);
    match stop {
        Stop::Border(frame) => {
            let crossings = line::crossings(&strand.line, frame.rect);
            crossings.into_iter().find(|way| *way > after).unwrap_or(end.min(after + APART))
        }
        Stop::At(_) if first => BESIDE,
        Stop::At(component) => {
            let crossings = line::crossings(&strand.line, component.rect);
            crossings.into_iter().find(|way| *way > after).unwrap_or(end) - BESIDE
        }
    }
}

fn near(a: Point, b: Point) -> bool {
    (a.x - b.x).abs() + (a.y - b.y).abs() < APART
}

/// The nearest place along the line where the badge touches no other, no square and no name.
fn free_place(diagram: &Diagram, line: &Line, badges: &[Badge], wanted: i32, is_stop: bool) -> Point {
    let end = line::length(line);
    let last = if is_stop { end - APART } else { end - BADGE };
    let free = |way: &i32| {
        let Some(at) = line::point_at(line, *way) else { return false };
        let room = Rect { x: at.x - BADGE, y: at.y - BADGE, w: 2 * BADGE, h: 2 * BADGE };
        let covered = diagram.components.iter().any(|c| c.rect.overlaps(room) || c.label.overlaps(room))
            || diagram.frames.iter().any(|f| f.title.overlaps(room));
        !covered && !badges.iter().any(|b| near(b.at, at))
    };
    let ways = (0..=end).flat_map(|off| [wanted - off, wanted + off]);
    let way = ways.filter(|way| (BADGE..=last).contains(way)).find(free);
    line::point_at(line, way.unwrap_or(wanted)).unwrap_or_default()
}

//! Numbered badges on the lines.

use super::stop::runs_through;
use super::{Badge, Draft, Ending, Stop, Stops, Strand, line};
use crate::layout::metrics::BADGE;
use crate::layout::{Diagram, Line, Point, Rect};

/// Between the middles of two badges, at least.
const APART: i32 = 2 * BADGE + 2;
/// From a square's edge to the middle of its badge.
const BESIDE: i32 = BADGE + 3;

/// A line with its stops.
struct Run<'a, 'd> {
    line: &'a Line,
    ending: Ending,
    stops: &'a Stops<'d>,
    /// The other lines.
    others: Vec<&'a Line>,
}

/// Puts a badge for every stop on its line, in the order of the journey.
pub(super) fn place(diagram: &Diagram, strands: &[Option<Strand>], drafts: &[Draft<'_, '_>]) -> Vec<Badge> {
    let drawn = || strands.iter().flatten();
    let marks: Vec<Point> = drawn().filter_map(|strand| strand.mark).map(|mark| mark.at).collect();
    let lines: Vec<&Line> = drawn().flat_map(|strand| [&strand.line, &strand.back]).collect();
    let mut badges: Vec<Badge> = Vec::new();
    for (strand, draft) in strands.iter().zip(drafts) {
        let Some(strand) = strand else { continue };
        let ending = if draft.back.is_empty() { strand.ending } else { Ending::Arrives };
        let ways = [(&strand.line, ending, &draft.there), (&strand.back, strand.ending, &draft.back)];
        for (line, ending, stops) in ways {
            let others = lines.iter().copied().filter(|other| !std::ptr::eq(*other, line)).collect();
            along(diagram, &Run { line, ending, stops, others }, &marks, &mut badges);
        }
    }
    badges
}

fn along(diagram: &Diagram, run: &Run<'_, '_>, marks: &[Point], badges: &mut Vec<Badge>) {
    let mut before = 0;
    let first = badges.len();
    for (at, ((stop, hops), way)) in run.stops.iter().zip(wanted(run)).enumerate() {
        let ending = match run.ending {
            Ending::Blocked if at + 1 < run.stops.len() => Ending::Arrives,
            ending => ending,
        };
        let found = free_place(diagram, run, marks, badges, (way, before));
        let place = found.and_then(|way| line::point_at(run.line, way));
        before = found.unwrap_or(before);
        let Some(at) = place else {
            // No room for one more: the last one on this line stands for it too.
            if let Some(last) = badges.get_mut(first..).and_then(<[Badge]>::last_mut) {
                last.hops.extend(hops);
                last.ending = last.ending.max(ending);
            }
            continue;
        };
        let number = u16::try_from(badges.len() + 1).unwrap_or(u16::MAX);
        badges.push(Badge { at, number, hops: hops.clone(), part: stop.part().clone(), ending });
    }
}

/// How far along the line each badge wants to stand: on the border crossed, or just before the square entered. Where two
/// would touch, the earlier one gives way.
fn wanted(run: &Run<'_, '_>) -> Vec<i32> {
    let end = room(run);
    let mut ways: Vec<i32> = Vec::new();
    let mut after = 0;
    for (at, (stop, _)) in run.stops.iter().enumerate() {
        let next = |frame| line::crossings(run.line, frame).into_iter().find(|way| *way > after);
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
fn room(run: &Run<'_, '_>) -> i32 {
    let mark = if run.ending == Ending::Blocked { APART } else { BESIDE + BADGE };
    line::length(run.line) - mark
}

fn near(a: Point, b: Point) -> bool {
    // Squared, as badges are round and may stand round a corner.
    (a.x - b.x).pow(2) + (a.y - b.y).pow(2) < APART * APART
}

/// The nearest place along the line, if possible past the badge before, where the badge touches no other, no other line, no
/// square and no name.
fn free_place(
    diagram: &Diagram,
    run: &Run<'_, '_>,
    marks: &[Point],
    badges: &[Badge],
    (wanted, before): (i32, i32),
) -> Option<i32> {
    let end = room(run);
    let free = |way: &i32| {
        let Some(at) = line::point_at(run.line, *way) else { return false };
        let room = Rect { x: at.x - BADGE, y: at.y - BADGE, w: 2 * BADGE, h: 2 * BADGE };
        let covered = diagram.components.iter().any(|c| c.rect.overlaps(room) || c.label.overlaps(room))
            || diagram.frames.iter().any(|f| f.title.overlaps(room));
        !covered
            && !marks.iter().any(|mark| near(*mark, at))
            && !badges.iter().any(|b| near(b.at, at))
            && !run.others.iter().any(|other| runs_through(other, room))
    };
    let ways = |from: i32| {
        (0..=end.max(0))
            .flat_map(move |off| [wanted + off, wanted - off])
            .filter(move |way| (from..=end).contains(way))
    };
    ways(before.max(BADGE)).find(free).or_else(|| ways(BADGE).find(free))
}

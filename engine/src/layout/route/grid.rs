//! The way of a line from one component to another: along lanes, around everything else, with few bends.

use std::cmp::Ordering;

use super::ground::Ground;
use super::search::{Search, between};
use crate::layout::{Component, Line, Point, Rect};

/// Where a line may run beside the middle of a lane, and what runs there already.
#[derive(Clone, Copy)]
pub(in crate::layout) struct Tracks<'a> {
    /// Ways from the middle, the dearer the later. The ground has them all.
    pub offsets: &'a [i32],
    /// Pieces of other paths.
    pub taken: &'a [Line],
    /// Rooms of stop signs.
    pub signs: &'a [Rect],
    /// Where the way before entered the square this one leaves.
    pub entered: Option<Point>,
}

/// The middle of every lane, all of them free.
pub(in crate::layout) const MIDDLE: Tracks<'_> =
    Tracks { offsets: &[0], taken: &[], signs: &[], entered: None };

/// Finds a line from the middle of one component to the middle of the other, cut at their squares, and what it costs.
pub(in crate::layout) fn connect(
    ground: &Ground<'_>,
    from: &Component,
    to: &Component,
    tracks: Tracks<'_>,
) -> Option<(Line, i32)> {
    let pieces = tracks.taken.iter().flat_map(|line| line.points.windows(2));
    let taken = pieces.filter_map(|piece| match piece {
        [a, b] => Some(between(*a, *b)),
        _ => None,
    });
    let search = Search {
        ground,
        ends: ground.ends(from, to),
        tracks,
        from: from.rect,
        to: to.rect,
        taken: taken.collect(),
    };
    let (points, cost) = search.run()?;
    Some((cut(simplify(points), from.rect, to.rect), cost))
}

/// Without points on straight pieces.
fn simplify(points: Vec<Point>) -> Vec<Point> {
    let mut kept: Vec<Point> = Vec::new();
    for point in points {
        if let [.., a, b] = kept.as_slice()
            && ((a.x == b.x && b.x == point.x) || (a.y == b.y && b.y == point.y))
        {
            kept.pop();
        }
        if kept.last() != Some(&point) {
            kept.push(point);
        }
    }
    kept
}

/// The line with its ends moved from the middles of the squares to their edges.
fn cut(mut points: Vec<Point>, from: Rect, to: Rect) -> Line {
    if let [first, second, ..] = points.as_mut_slice() {
        *first = leave(*first, *second, from);
    }
    if let [.., second, last] = points.as_mut_slice() {
        *last = leave(*last, *second, to);
    }
    Line { points }
}

/// Where the way from the middle of the square towards the point crosses the square's edge.
fn leave(middle: Point, towards: Point, square: Rect) -> Point {
    let edge = |middle: i32, towards: i32, low: i32, high: i32| match towards.cmp(&middle) {
        Ordering::Equal => middle,
        Ordering::Less => low,
        Ordering::Greater => high,
    };
    Point {
        x: edge(middle.x, towards.x, square.x, square.right()),
        y: edge(middle.y, towards.y, square.y, square.bottom()),
    }
}

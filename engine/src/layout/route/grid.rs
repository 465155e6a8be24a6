//! The way of a line from one component to another: along lanes, around everything else, with few bends.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use crate::layout::{Component, Diagram, FrameKind, Line, Point, Rect};

/// What a bend costs, in units of way.
const BEND: i32 = 60;
/// What leaving a square upwards costs.
const UPRIGHT: i32 = 150;
/// How much dearer the way through a subnet is that has nothing to do with the line.
const FOREIGN: i32 = 4;
/// Clear space between a line and what it passes.
const CLEAR: i32 = 3;
/// How near a line may run beside a frame's edge.
const EDGE: i32 = 3;

/// Finds a line from the middle of one component to the middle of the other, cut at their squares.
pub(in crate::layout) fn connect(diagram: &Diagram, from: &Component, to: &Component) -> Option<Line> {
    let grid = Grid::new(diagram, from, to);
    let line = grid.search(from.rect.center(), to.rect.center())?;
    Some(cut(simplify(line), from.rect, to.rect))
}

struct Grid<'a> {
    diagram: &'a Diagram,
    obstacles: Vec<Rect>,
    foreign: Vec<Rect>,
}

impl<'a> Grid<'a> {
    fn new(diagram: &'a Diagram, from: &Component, to: &Component) -> Grid<'a> {
        let others = diagram.components.iter().filter(|c| c.part != from.part && c.part != to.part);
        let squares = others.map(|c| c.rect.grown(CLEAR));
        let labels = diagram.components.iter().map(|c| c.label.grown(1));
        let titles = diagram.frames.iter().map(|f| f.title);
        let is_subnet = |kind| matches!(kind, FrameKind::PublicSubnet | FrameKind::PrivateSubnet);
        let foreign = diagram
            .frames
            .iter()
            .filter(|f| is_subnet(f.kind) && !f.rect.contains(from.rect) && !f.rect.contains(to.rect))
            .map(|f| f.rect)
            .collect();
        Grid { diagram, obstacles: squares.chain(labels).chain(titles).collect(), foreign }
    }

    /// Dijkstra over (lane, lane, direction of arrival).
    fn search(&self, from: Point, to: Point) -> Option<Vec<Point>> {
        let (xs, ys) = (&self.diagram.lanes.xs, &self.diagram.lanes.ys);
        let at = |lanes: &[i32], value| lanes.iter().position(|lane| *lane == value);
        let (columns, rows) = (xs.len(), ys.len());
        let index = |x: usize, y: usize, upright: bool| (y * columns + x) * 2 + usize::from(upright);
        let point = |node: usize| {
            let cell = node / 2;
            Some(Point { x: *xs.get(cell % columns.max(1))?, y: *ys.get(cell / columns.max(1))? })
        };
        let start = (at(xs, from.x)?, at(ys, from.y)?);
        let goal = (at(xs, to.x)?, at(ys, to.y)?);
        let mut best = vec![i32::MAX; columns * rows * 2];
        let mut before = vec![usize::MAX; columns * rows * 2];
        let mut queue = BinaryHeap::new();
        for upright in [false, true] {
            let node = index(start.0, start.1, upright);
            // Requests leave sideways; up or down only where that saves much.
            let cost = if upright { UPRIGHT } else { 0 };
            *best.get_mut(node)? = cost;
            queue.push(Reverse((cost, node)));
        }
        while let Some(Reverse((cost, node))) = queue.pop() {
            if best.get(node).is_none_or(|known| cost > *known) {
                continue;
            }
            let (x, y, upright) = ((node / 2) % columns, (node / 2) / columns, node % 2 == 1);
            if (x, y) == goal {
                return trace(node, &before, point);
            }
            let here = point(node)?;
            let steps = [
                (x.checked_sub(1), Some(y), false),
                (Some(x + 1).filter(|x| *x < columns), Some(y), false),
                (Some(x), y.checked_sub(1), true),
                (Some(x), Some(y + 1).filter(|y| *y < rows), true),
            ];
            for (x, y, turned) in steps {
                let (Some(x), Some(y)) = (x, y) else { continue };
                let next = index(x, y, turned);
                let Some(there) = point(next) else { continue };
                let Some(step) = self.cost(here, there) else { continue };
                let total = cost + step + if turned == upright { 0 } else { BEND };
                if best.get(next).is_some_and(|known| total < *known) {
                    *best.get_mut(next)? = total;
                    *before.get_mut(next)? = node;
                    queue.push(Reverse((total, next)));
                }
            }
        }
        None
    }

    /// What a piece between neighbouring lanes costs; `None` where something stands in the way.
    fn cost(&self, a: Point, b: Point) -> Option<i32> {
        let piece = Rect { x: a.x.min(b.x), y: a.y.min(b.y), w: (a.x - b.x).abs(), h: (a.y - b.y).abs() };
        let hits = |rect: &Rect| {
            piece.x < rect.right()
                && rect.x < piece.right().max(piece.x + 1)
                && piece.y < rect.bottom()
                && rect.y < piece.bottom().max(piece.y + 1)
        };
        if self.obstacles.iter().any(hits) || self.diagram.frames.iter().any(|f| runs_along(piece, f.rect)) {
            return None;
        }
        let length = piece.w + piece.h;
        Some(if self.foreign.iter().any(hits) { length * FOREIGN } else { length })
    }
}

/// The points from the start to this node.
fn trace(goal: usize, before: &[usize], point: impl Fn(usize) -> Option<Point>) -> Option<Vec<Point>> {
    let mut points = vec![point(goal)?];
    let mut node = goal;
    while let Some(previous) = before.get(node).copied().filter(|node| *node != usize::MAX) {
        points.push(point(previous)?);
        node = previous;
    }
    points.reverse();
    Some(points)
}

/// Whether a piece runs along an edge of a frame instead of across it.
fn runs_along(piece: Rect, frame: Rect) -> bool {
    let near = |a: i32, b: i32| (a - b).abs() < EDGE;
    if piece.w == 0 {
        let beside = near(piece.x, frame.x) || near(piece.x, frame.right());
        beside && piece.y < frame.bottom() && frame.y < piece.bottom()
    } else {
        let beside = near(piece.y, frame.y) || near(piece.y, frame.bottom());
        beside && piece.x < frame.right() && frame.x < piece.right()
    }
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

//! The way of a line from one component to another: along lanes, around everything else, with few bends.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use crate::layout::{Component, Diagram, FrameKind, Line, Point, Rect};

/// What a bend costs, in units of way.
const BEND: i32 = 60;
/// How much dearer the way through a subnet is that has nothing to do with the line.
const FOREIGN: i32 = 4;
/// Clear space between a line and what it passes.
const CLEAR: i32 = 3;
/// How near a line may run beside a frame's edge.
const EDGE: i32 = 3;

/// What crossing another path costs.
const CROSS: i32 = 40;
/// How near two paths may run beside each other.
const NEAR: i32 = 9;
/// What each further choice of a track costs: enough that the first strand's choice is tried both ways.
const RANK: usize = 25;
/// What entering a square a unit away from where the line left it costs.
const ASKEW: i32 = 4;

/// Where a line may run beside the middle of a lane, and what runs there already.
#[derive(Clone, Copy)]
pub(in crate::layout) struct Tracks<'a> {
    /// Ways from the middle, the dearer the later.
    pub offsets: &'a [i32],
    /// Pieces of other paths.
    pub taken: &'a [Line],
    /// Rooms of stop signs.
    pub signs: &'a [Rect],
    /// Where the way before entered the square this one leaves.
    pub entered: Option<Point>,
}

/// The middle of every lane, all of them free.
const MIDDLE: Tracks<'_> = Tracks { offsets: &[0], taken: &[], signs: &[], entered: None };

/// Finds a line from the middle of one component to the middle of the other, cut at their squares.
pub(in crate::layout) fn connect(diagram: &Diagram, from: &Component, to: &Component) -> Option<Line> {
    connect_on(diagram, from, to, MIDDLE).map(|(line, _)| line)
}

/// The same on tracks of its own, with what it costs.
pub(super) fn connect_on(
    diagram: &Diagram,
    from: &Component,
    to: &Component,
    tracks: Tracks<'_>,
) -> Option<(Line, i32)> {
    let (points, cost) = Grid::new(diagram, from, to, tracks).search(from.rect, to.rect)?;
    Some((cut(simplify(points), from.rect, to.rect), cost))
}

struct Grid<'a> {
    diagram: &'a Diagram,
    tracks: Tracks<'a>,
    xs: Vec<i32>,
    ys: Vec<i32>,
    obstacles: Vec<Rect>,
    foreign: Vec<Rect>,
}

impl<'a> Grid<'a> {
    fn new(diagram: &'a Diagram, from: &Component, to: &Component, tracks: Tracks<'a>) -> Grid<'a> {
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
        let beside = |lanes: &[i32]| {
            let mut all: Vec<i32> = lanes
                .iter()
                .flat_map(|lane| tracks.offsets.iter().chain([&0]).map(move |offset| lane + offset))
                .collect();
            all.sort_unstable();
            all.dedup();
            all
        };
        Grid {
            diagram,
            tracks,
            xs: beside(&diagram.lanes.xs),
            ys: beside(&diagram.lanes.ys),
            obstacles: squares.chain(labels).chain(titles).chain(tracks.signs.iter().copied()).collect(),
            foreign,
        }
    }

    /// Dijkstra over (lane, lane, direction of arrival).
    fn search(&self, from: Rect, to: Rect) -> Option<(Vec<Point>, i32)> {
        let (columns, rows) = (self.xs.len(), self.ys.len());
        let index = |x: usize, y: usize, upright: bool| (y * columns + x) * 2 + usize::from(upright);
        let point = |node: usize| {
            let cell = node / 2;
            Some(Point { x: *self.xs.get(cell % columns.max(1))?, y: *self.ys.get(cell / columns.max(1))? })
        };
        let goals = self.doors(to, None);
        let mut best = vec![i32::MAX; columns * rows * 2];
        let mut before = vec![usize::MAX; columns * rows * 2];
        let mut queue = BinaryHeap::new();
        for (x, y, upright, askew) in self.doors(from, self.tracks.entered) {
            let node = index(x, y, upright);
            // Requests leave sideways; up or down only where that saves much.
            let cost = askew + if upright { BEND } else { 0 };
            let known = best.get_mut(node)?;
            if cost < *known {
                *known = cost;
                queue.push(Reverse((cost, node)));
            }
        }
        let mut found: Option<(i32, usize)> = None;
        while let Some(Reverse((cost, node))) = queue.pop() {
            if found.is_some_and(|(total, _)| cost >= total) {
                break;
            }
            if best.get(node).is_none_or(|known| cost > *known) {
                continue;
            }
            let (x, y, upright) = ((node / 2) % columns, (node / 2) / columns, node % 2 == 1);
            let door = goals.iter().find(|door| (door.0, door.1, door.2) == (x, y, upright));
            if let Some((.., askew)) = door
                && found.is_none_or(|(total, _)| cost + askew < total)
            {
                found = Some((cost + askew, node));
            }
            let here = point(node)?;
            let inside = within(from, here) || within(to, here);
            let steps = [
                (x.checked_sub(1), Some(y), false),
                (Some(x + 1).filter(|x| *x < columns), Some(y), false),
                (Some(x), y.checked_sub(1), true),
                (Some(x), Some(y + 1).filter(|y| *y < rows), true),
            ];
            for (x, y, turned) in steps {
                let (Some(x), Some(y)) = (x, y) else { continue };
                // No bend under a square.
                if inside && turned != upright {
                    continue;
                }
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
        let (cost, node) = found?;
        Some((trace(node, &before, point)?, cost))
    }

    /// Where a line may begin or end on a square's middle axes: column, row, whether upright, what it costs.
    fn doors(&self, square: Rect, entered: Option<Point>) -> Vec<(usize, usize, bool, i32)> {
        let middle = square.center();
        let at = |lanes: &[i32], value: i32| lanes.iter().position(|lane| *lane == value);
        let mut doors = Vec::new();
        for (rank, offset) in (0..).step_by(RANK).zip(self.tracks.offsets) {
            let askew = |value: i32, entered: Option<i32>| {
                rank + entered.map_or(0, |entered| (value - entered).abs() * ASKEW)
            };
            let sideways = (at(&self.xs, middle.x), at(&self.ys, middle.y + offset));
            if let (Some(x), Some(y)) = sideways {
                let before = entered.filter(|p| p.x == square.x || p.x == square.right());
                doors.push((x, y, false, askew(middle.y + offset, before.map(|p| p.y))));
            }
            let upright = (at(&self.xs, middle.x + offset), at(&self.ys, middle.y));
            if let (Some(x), Some(y)) = upright {
                let before = entered.filter(|p| p.y == square.y || p.y == square.bottom());
                doors.push((x, y, true, askew(middle.x + offset, before.map(|p| p.x))));
            }
        }
        doors
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
        let mut cost = piece.w + piece.h;
        if self.foreign.iter().any(hits) {
            cost *= FOREIGN;
        }
        for other in self.tracks.taken.iter().flat_map(|line| line.points.windows(2)) {
            let &[c, d] = other else { continue };
            match meeting(piece, c, d) {
                Meeting::Apart => {}
                Meeting::Crossing => cost += CROSS,
                Meeting::Along => return None,
            }
        }
        Some(cost)
    }
}

/// How a piece meets a piece of another path.
enum Meeting {
    Apart,
    Crossing,
    Along,
}

fn meeting(piece: Rect, c: Point, d: Point) -> Meeting {
    let other = Rect { x: c.x.min(d.x), y: c.y.min(d.y), w: (c.x - d.x).abs(), h: (c.y - d.y).abs() };
    let room = if (piece.w == 0) == (other.w == 0) { NEAR } else { 0 };
    let (across, down) = if piece.w == 0 { (room, 0) } else { (0, room) };
    let apart = piece.x - across >= other.right().max(other.x + 1)
        || other.x >= piece.right().max(piece.x + 1) + across
        || piece.y - down >= other.bottom().max(other.y + 1)
        || other.y >= piece.bottom().max(piece.y + 1) + down;
    match (apart, room) {
        (true, _) => Meeting::Apart,
        (false, 0) => Meeting::Crossing,
        (false, _) => Meeting::Along,
    }
}

/// Whether the point lies on the square.
fn within(square: Rect, point: Point) -> bool {
    (square.x..=square.right()).contains(&point.x) && (square.y..=square.bottom()).contains(&point.y)
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

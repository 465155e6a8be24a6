//! The cheapest way over the ground: A* over (lane, lane, direction of arrival).

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::grid::Tracks;
use super::ground::{Course, Ends, Ground, Passage};
use crate::layout::{Point, Rect};

/// What a bend costs, in units of way.
const BEND: i32 = 60;
/// How much dearer the way through a subnet is that has nothing to do with the line.
const FOREIGN: i32 = 4;
/// What crossing another path costs.
const CROSS: i32 = 40;
/// How near two paths may run beside each other.
const NEAR: i32 = 9;
/// What each further choice of a track costs: enough that the first strand's choice is tried both ways.
const RANK: usize = 25;
/// What entering a square a unit away from where the line left it costs.
const ASKEW: i32 = 4;

/// A crossing of two lanes and how it is arrived at: `(row * columns + column) * 2`, one more where upright.
type Node = usize;

/// A search from one square to another.
pub(super) struct Search<'a> {
    pub(super) ground: &'a Ground<'a>,
    pub(super) ends: Ends,
    pub(super) tracks: Tracks<'a>,
    pub(super) from: Rect,
    pub(super) to: Rect,
    /// Pieces of other paths.
    pub(super) taken: Vec<Rect>,
}

/// Where a line may begin or end, and what it costs there.
struct Door {
    node: Node,
    cost: i32,
}

/// What is known of a node.
#[derive(Clone, Copy)]
struct Known {
    cost: i32,
    before: Node,
}

const UNKNOWN: Known = Known { cost: i32::MAX, before: usize::MAX };

impl Search<'_> {
    /// The points of the cheapest way and what it costs, if there is a way.
    pub(super) fn run(&self) -> Option<(Vec<Point>, i32)> {
        let goals = self.doors(self.to, None);
        let mut known = vec![UNKNOWN; self.columns() * self.ground.ys.len() * 2];
        let mut queue = BinaryHeap::new();
        for Door { node, cost } in self.doors(self.from, self.tracks.entered) {
            // Requests leave sideways; up or down only where that saves much.
            let cost = cost + if is_upright(node) { BEND } else { 0 };
            let place = known.get_mut(node)?;
            if cost < place.cost {
                place.cost = cost;
                queue.push(Reverse((cost + self.least(node)?, cost, node)));
            }
        }
        let mut found: Option<(i32, Node)> = None;
        while let Some(Reverse((whole, cost, node))) = queue.pop() {
            if found.is_some_and(|(total, _)| whole >= total) {
                break;
            }
            if known.get(node).is_none_or(|known| cost > known.cost) {
                continue;
            }
            if let Some(door) = goals.iter().find(|door| door.node == node)
                && found.is_none_or(|(total, _)| cost + door.cost < total)
            {
                found = Some((cost + door.cost, node));
            }
            for (next, step) in self.steps(node).into_iter().flatten() {
                let total = cost + step;
                let place = known.get_mut(next)?;
                if total < place.cost {
                    *place = Known { cost: total, before: node };
                    queue.push(Reverse((total + self.least(next)?, total, next)));
                }
            }
        }
        let (cost, goal) = found?;
        let back = std::iter::successors(Some(goal), |node| {
            known.get(*node).map(|known| known.before).filter(|before| *before != usize::MAX)
        });
        let mut points: Vec<Point> = back.map(|node| self.point(node)).collect::<Option<_>>()?;
        points.reverse();
        Some((points, cost))
    }

    fn columns(&self) -> usize {
        self.ground.xs.len()
    }

    fn point(&self, node: Node) -> Option<Point> {
        let (column, row) = self.place(node);
        Some(Point { x: *self.ground.xs.get(column)?, y: *self.ground.ys.get(row)? })
    }

    fn place(&self, node: Node) -> (usize, usize) {
        let (cell, columns) = (node / 2, self.columns().max(1));
        (cell % columns, cell / columns)
    }

    /// What the rest of the way costs at least: its length, and a bend where it runs past the goal.
    fn least(&self, node: Node) -> Option<i32> {
        let (here, goal) = (self.point(node)?, self.to.center());
        let room = self.tracks.offsets.iter().map(|offset| offset.abs()).max().unwrap_or(0);
        let across = ((here.x - goal.x).abs() - room).max(0);
        let down = ((here.y - goal.y).abs() - room).max(0);
        let aside = if is_upright(node) { across } else { down };
        Some(across + down + if aside > 0 { BEND } else { 0 })
    }

    /// The neighbours that can be gone to, with what that costs.
    fn steps(&self, node: Node) -> [Option<(Node, i32)>; 4] {
        let (column, row) = self.place(node);
        let upright = is_upright(node);
        let Some(here) = self.point(node) else { return [None; 4] };
        // No bend under a square.
        let straight = within(self.from, here) || within(self.to, here);
        let step = |course: Course, back: bool| {
            let turns = (course == Course::Upright) != upright;
            if turns && straight {
                return None;
            }
            let (by, down) = if course == Course::Level { (1, 0) } else { (0, 1) };
            let (begin, end) = if back {
                ((column.checked_sub(by)?, row.checked_sub(down)?), (column, row))
            } else {
                ((column, row), (column + by, row + down))
            };
            let there = if back { begin } else { end };
            if there.0 >= self.columns() || there.1 >= self.ground.ys.len() {
                return None;
            }
            let next = (there.1 * self.columns() + there.0) * 2 + usize::from(course == Course::Upright);
            let cost =
                self.cost(here, self.point(next)?, self.ground.passage(begin.0, begin.1, course, self.ends))?;
            Some((next, cost + if turns { BEND } else { 0 }))
        };
        [
            step(Course::Level, true),
            step(Course::Level, false),
            step(Course::Upright, true),
            step(Course::Upright, false),
        ]
    }

    /// What a piece costs; `None` where something stands in the way.
    fn cost(&self, a: Point, b: Point, passage: Passage) -> Option<i32> {
        if passage == Passage::Closed {
            return None;
        }
        let piece = between(a, b);
        if self.tracks.signs.iter().any(|sign| meets(piece, *sign, 0, 0)) {
            return None;
        }
        let length = piece.w + piece.h;
        let mut cost = if passage == Passage::Foreign { length * FOREIGN } else { length };
        for other in &self.taken {
            let along = (piece.w == 0) == (other.w == 0);
            let room = if along { NEAR } else { 0 };
            let (across, down) = if piece.w == 0 { (room, 0) } else { (0, room) };
            if meets(piece, *other, across, down) {
                if along {
                    return None;
                }
                cost += CROSS;
            }
        }
        Some(cost)
    }

    /// Where a line may begin or end on a square's middle axes.
    fn doors(&self, square: Rect, entered: Option<Point>) -> Vec<Door> {
        let middle = square.center();
        let at = |lanes: &[i32], value: i32| lanes.binary_search(&value).ok();
        let mut doors = Vec::new();
        for (rank, offset) in (0..).step_by(RANK).zip(self.tracks.offsets) {
            let askew = |value: i32, entered: Option<i32>| {
                rank + entered.map_or(0, |entered| (value - entered).abs() * ASKEW)
            };
            let node =
                |x: usize, y: usize, upright: bool| (y * self.columns() + x) * 2 + usize::from(upright);
            if let (Some(x), Some(y)) =
                (at(&self.ground.xs, middle.x), at(&self.ground.ys, middle.y + offset))
            {
                let before = entered.filter(|p| p.x == square.x || p.x == square.right());
                let cost = askew(middle.y + offset, before.map(|p| p.y));
                doors.push(Door { node: node(x, y, false), cost });
            }
            if let (Some(x), Some(y)) =
                (at(&self.ground.xs, middle.x + offset), at(&self.ground.ys, middle.y))
            {
                let before = entered.filter(|p| p.y == square.y || p.y == square.bottom());
                let cost = askew(middle.x + offset, before.map(|p| p.x));
                doors.push(Door { node: node(x, y, true), cost });
            }
        }
        doors
    }
}

fn is_upright(node: Node) -> bool {
    node % 2 == 1
}

/// The piece between two points: as thin as a line.
pub(super) fn between(a: Point, b: Point) -> Rect {
    Rect { x: a.x.min(b.x), y: a.y.min(b.y), w: (a.x - b.x).abs(), h: (a.y - b.y).abs() }
}

/// Whether a piece comes this near to a room; a line is a unit thick.
fn meets(piece: Rect, room: Rect, across: i32, down: i32) -> bool {
    piece.x - across < room.right().max(room.x + 1)
        && room.x < piece.right().max(piece.x + 1) + across
        && piece.y - down < room.bottom().max(room.y + 1)
        && room.y < piece.bottom().max(piece.y + 1) + down
}

/// Whether the point lies on the square.
fn within(square: Rect, point: Point) -> bool {
    (square.x..=square.right()).contains(&point.x) && (square.y..=square.bottom()).contains(&point.y)
}

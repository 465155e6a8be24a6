//! Lines as SVG path data, for the page and the export alike.

use std::fmt::Write;

use super::{Line, Mark, Point};

impl Line {
    /// Path data with corners rounded by this radius, or less where a piece is short.
    pub fn path(&self, radius: i32) -> String {
        let mut data = String::new();
        let points = &self.points;
        for (at, point) in points.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|i| points.get(i));
            match (before, points.get(at + 1)) {
                (None, _) => move_to(&mut data, 'M', *point),
                (Some(_), None) => move_to(&mut data, 'L', *point),
                (Some(before), Some(after)) => {
                    let room = distance(*before, *point).min(distance(*point, *after)) / 2;
                    let radius = radius.min(room);
                    move_to(&mut data, 'L', towards(*point, *before, radius));
                    move_to(&mut data, 'Q', *point);
                    move_to(&mut data, ' ', towards(*point, *after, radius));
                }
            }
        }
        data
    }
}

impl Mark {
    /// An arrow head whose tip is the end of the line.
    pub fn arrow(&self) -> String {
        let (at, d) = (self.at, self.heading);
        let back = Point { x: at.x - d.x * 9, y: at.y - d.y * 9 };
        format!(
            "M{} {}L{} {}L{} {}Z",
            at.x,
            at.y,
            back.x - d.y * 6,
            back.y + d.x * 6,
            back.x + d.y * 6,
            back.y - d.x * 6
        )
    }

    /// A stop sign around the end of the line.
    pub fn octagon(&self) -> String {
        format!("M{} {}h10l6 6v10l-6 6h-10l-6 -6v-10z", self.at.x - 5, self.at.y - 11)
    }
}

fn move_to(data: &mut String, command: char, point: Point) {
    // Writing to a string cannot fail.
    let _ = write!(data, "{command}{} {}", point.x, point.y);
}

fn distance(a: Point, b: Point) -> i32 {
    (a.x - b.x).abs() + (a.y - b.y).abs()
}

fn towards(from: Point, to: Point, by: i32) -> Point {
    Point { x: from.x + (to.x - from.x).signum() * by, y: from.y + (to.y - from.y).signum() * by }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(points: &[(i32, i32)], expect: &str) {
        let points = points.iter().map(|(x, y)| Point { x: *x, y: *y }).collect();
        assert_eq!(Line { points }.path(8), expect);
    }

    #[test]
    fn corners_are_rounded_as_far_as_pieces_allow() {
        check(&[(0, 0), (40, 0)], "M0 0L40 0");
        check(&[(0, 0), (40, 0), (40, 30)], "M0 0L32 0Q40 0 40 8L40 30");
        check(&[(0, 0), (10, 0), (10, 30)], "M0 0L5 0Q10 0 10 5L10 30");
        check(&[], "");
    }
}

//! What stands in the way of lines on a picture, worked out once for all of them.

use crate::layout::{Component, Diagram, FrameKind, Rect};

/// Clear space between a line and what it passes.
const CLEAR: i32 = 3;
/// How near a line may run beside a frame's edge.
const EDGE: i32 = 3;

/// Lanes with their tracks, and what each piece between two neighbouring ones meets.
pub(in crate::layout) struct Ground<'d> {
    pub(super) diagram: &'d Diagram,
    /// Where upright pieces run, ascending.
    pub(super) xs: Vec<i32>,
    /// Where level pieces run, ascending.
    pub(super) ys: Vec<i32>,
    subnets: Vec<Rect>,
    /// The piece to the right of each crossing, row by row.
    level: Vec<Piece>,
    /// The piece down from each crossing.
    upright: Vec<Piece>,
}

/// What a piece meets.
#[derive(Clone, Copy, Default)]
struct Piece {
    /// A name, a heading, a border along it: never passed.
    closed: bool,
    /// Squares: passed only by the lines that begin or end there.
    squares: Few,
    /// Subnets: dear, but for the lines that begin or end in them.
    subnets: Few,
}

/// Places in a list; of more than two only that they are more, since a line has only two ends.
#[derive(Clone, Copy, Default)]
struct Few {
    first: [u16; 2],
    count: u8,
}

impl Few {
    fn add(&mut self, place: u16) {
        if let Some(free) = self.first.get_mut(usize::from(self.count)) {
            *free = place;
        }
        self.count = self.count.saturating_add(1);
    }

    /// Whether there are others than these two.
    fn beyond(self, own: [u16; 2]) -> bool {
        usize::from(self.count) > self.first.len()
            || self.first.iter().take(usize::from(self.count)).any(|place| !own.contains(place))
    }
}

/// No place.
const NONE: u16 = u16::MAX;

/// The ends of a line as the ground knows them.
#[derive(Clone, Copy)]
pub(super) struct Ends {
    squares: [u16; 2],
    subnets: [u16; 2],
}

/// Whether a piece runs level.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Course {
    Level,
    Upright,
}

/// What a piece may cost.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Passage {
    Closed,
    Free,
    /// Through a subnet that has nothing to do with the line.
    Foreign,
}

impl<'d> Ground<'d> {
    /// The ground of a picture, with a track this far beside the middle of every lane.
    pub(in crate::layout) fn of(diagram: &'d Diagram, offsets: &[i32]) -> Ground<'d> {
        let beside = |lanes: &[i32]| {
            let all =
                lanes.iter().flat_map(|lane| offsets.iter().chain([&0]).map(move |offset| lane + offset));
            let mut all: Vec<i32> = all.collect();
            all.sort_unstable();
            all.dedup();
            all
        };
        let (xs, ys) = (beside(&diagram.lanes.xs), beside(&diagram.lanes.ys));
        let is_subnet = |kind| matches!(kind, FrameKind::PublicSubnet | FrameKind::PrivateSubnet);
        let subnets = diagram.frames.iter().filter(|f| is_subnet(f.kind)).map(|f| f.rect).collect();
        let pieces = vec![Piece::default(); xs.len() * ys.len()];
        let mut ground = Ground { diagram, xs, ys, subnets, level: pieces.clone(), upright: pieces };
        ground.fill();
        ground
    }

    fn fill(&mut self) {
        let diagram = self.diagram;
        let titles = diagram.frames.iter().map(|frame| frame.title);
        for name in diagram.components.iter().map(|c| c.label.grown(1)).chain(titles) {
            self.mark(name, &[Course::Level, Course::Upright], |piece| piece.closed = true);
        }
        for frame in diagram.frames.iter().map(|frame| frame.rect) {
            let near = |at: i32| (at - EDGE + 1, 2 * EDGE - 1);
            for (y, h) in [near(frame.y), near(frame.bottom())] {
                self.mark(Rect { y, h, ..frame }, &[Course::Level], |piece| piece.closed = true);
            }
            for (x, w) in [near(frame.x), near(frame.right())] {
                self.mark(Rect { x, w, ..frame }, &[Course::Upright], |piece| piece.closed = true);
            }
        }
        for (place, component) in (0..NONE).zip(&diagram.components) {
            let square = component.rect.grown(CLEAR);
            self.mark(square, &[Course::Level, Course::Upright], |piece| piece.squares.add(place));
        }
        for (place, subnet) in (0..NONE).zip(self.subnets.clone()) {
            self.mark(subnet, &[Course::Level, Course::Upright], |piece| piece.subnets.add(place));
        }
    }

    /// Marks every piece that runs through the room.
    fn mark(&mut self, room: Rect, courses: &[Course], mut mark: impl FnMut(&mut Piece)) {
        for course in courses {
            let columns = reach(&self.xs, room.x, room.right(), *course == Course::Level);
            let rows = reach(&self.ys, room.y, room.bottom(), *course == Course::Upright);
            let width = self.xs.len();
            let pieces = match course {
                Course::Level => &mut self.level,
                Course::Upright => &mut self.upright,
            };
            for row in rows {
                let row = pieces.get_mut(row * width + columns.start..row * width + columns.end);
                row.into_iter().flatten().for_each(&mut mark);
            }
        }
    }

    /// What a line's ends are on this ground.
    pub(super) fn ends(&self, from: &Component, to: &Component) -> Ends {
        let place = |of: &Component| {
            let place = self.diagram.components.iter().position(|c| c.part == of.part);
            place.and_then(|place| u16::try_from(place).ok()).unwrap_or(NONE)
        };
        let subnet = |of: &Component| {
            let place = self.subnets.iter().position(|subnet| subnet.contains(of.rect));
            place.and_then(|place| u16::try_from(place).ok()).unwrap_or(NONE)
        };
        Ends { squares: [place(from), place(to)], subnets: [subnet(from), subnet(to)] }
    }

    /// How a line with these ends fares on the piece to the right of a crossing, or down from it.
    pub(super) fn passage(&self, column: usize, row: usize, course: Course, ends: Ends) -> Passage {
        let pieces = match course {
            Course::Level => &self.level,
            Course::Upright => &self.upright,
        };
        match pieces.get(row * self.xs.len() + column) {
            Some(piece) if piece.closed || piece.squares.beyond(ends.squares) => Passage::Closed,
            Some(piece) if piece.subnets.beyond(ends.subnets) => Passage::Foreign,
            Some(_) => Passage::Free,
            None => Passage::Closed,
        }
    }
}

/// Of pieces between neighbouring lanes those that lie partly between `low` and `high`; else the lanes themselves.
fn reach(lanes: &[i32], low: i32, high: i32, between: bool) -> std::ops::Range<usize> {
    let end = lanes.partition_point(|lane| *lane < high);
    let begin = if between {
        lanes.partition_point(|lane| *lane <= low).saturating_sub(1)
    } else {
        lanes.partition_point(|lane| *lane < low)
    };
    begin..end.max(begin)
}

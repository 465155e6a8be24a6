//! The path of packets on the picture: lines along lanes, numbered badges, a mark where it ends.

use super::{Component, Diagram, Frame, Line, Part, Point, Rect, Relation};
use crate::network::{Id, Network};
use crate::reach::Hop;

mod badges;
mod grid;
mod ground;
mod line;
mod search;
mod stop;

pub(super) use grid::{MIDDLE, connect};
pub(super) use ground::Ground;

/// What a leak's flag needs beside its words, and its height.
const FLAG: Point = Point { x: 40, y: 20 };

/// One way to be drawn: packets that leave a workload, and how they fare.
#[derive(Clone, Debug)]
pub struct Trip<'a> {
    /// The step of the journey it is.
    pub step: usize,
    /// The workload.
    pub from: Id,
    /// Every decision on the way. Where the last one is on the way back and stops it, that is drawn too.
    pub hops: &'a [Hop],
    /// How it ends.
    pub ending: Ending,
    /// What the packets want to reach, where no hop names it: the internet, an index, a service.
    pub goal: Option<Part>,
}

/// How a way ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ending {
    /// It arrives.
    Arrives,
    /// It arrives where it must not.
    Leaks,
    /// The last hop stops it.
    Blocked,
}

/// A path as drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PathLine {
    /// Its lines, one a trip.
    pub strands: Vec<Strand>,
    /// Its numbered badges, in order.
    pub badges: Vec<Badge>,
}

impl PathLine {
    /// How the path fares at this component, if it begins, passes or ends there: the worst of its trips.
    pub fn ending_at(&self, part: &Part) -> Option<Ending> {
        let at = |strand: &&Strand| strand.through.contains(part);
        self.strands
            .iter()
            .filter(at)
            .map(|s| match s.ending {
                Ending::Blocked if s.through.last() != Some(part) => Ending::Arrives,
                ending => ending,
            })
            .max()
    }

    /// Whether a trip leaks to this component.
    pub fn leaks_to(&self, part: &Part) -> bool {
        self.strands.iter().any(|s| s.ending == Ending::Leaks && s.through.last() == Some(part))
    }

    /// Where a leak's flag stands, for words so wide: above the component that is leaked to, within the picture.
    pub fn flag(&self, diagram: &Diagram, words: i32) -> Option<Rect> {
        let leak = self.strands.iter().find(|strand| strand.ending == Ending::Leaks)?;
        let square = diagram.component(leak.through.last()?)?.rect;
        let width = words + FLAG.x;
        let x = (square.center().x - width / 2).min(diagram.width - width - 1).max(1);
        Some(Rect { x, y: square.y - FLAG.y - 4, w: width, h: FLAG.y })
    }

    /// Whether the path itself runs where this relation does, so that the relation need not be drawn.
    pub fn covers(&self, relation: &Relation) -> bool {
        let joins = |pair: &[Part]| matches!(pair, [a, b] if *a == relation.from && *b == relation.to);
        !relation.own_side && self.strands.iter().any(|strand| strand.through.windows(2).any(joins))
    }

    /// The badge that stands for a hop.
    pub fn badge_of(&self, step: usize, hop: usize) -> Option<&Badge> {
        self.badges.iter().find(|badge| badge.hops.contains(&(step, hop)))
    }
}

/// The line of one trip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strand {
    /// The step of the journey it is.
    pub step: usize,
    /// How it ends.
    pub ending: Ending,
    /// The components it goes through, first to last.
    pub through: Vec<Part>,
    /// Its line; it passes over the squares of the components it goes through.
    pub line: Line,
    /// What stands at its end.
    pub mark: Option<Mark>,
    /// The way back, where that is what is stopped: up to the mark. Else empty.
    pub back: Line,
    /// Whether another trip decides, and this one only happens beside it.
    pub quiet: bool,
}

impl Strand {
    /// The class of its line: solid where packets get through, dashed up to where they are stopped.
    pub fn class(&self) -> &'static str {
        match self.ending {
            Ending::Arrives if self.quiet => "dg-arrives dg-quiet",
            Ending::Arrives => "dg-arrives",
            Ending::Leaks => "dg-leaks",
            Ending::Blocked if self.back.points.is_empty() => "dg-blocked",
            Ending::Blocked => "dg-answered",
        }
    }
}

/// A numbered badge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Badge {
    /// Its middle.
    pub at: Point,
    /// Its number, from 1.
    pub number: u16,
    /// The hops it stands for: the step of the journey, the index of the hop in it.
    pub hops: Vec<(usize, usize)>,
    /// What it stands beside: a component, or the frame whose border is crossed.
    pub part: Part,
    /// How its trips fare here: blocked only at the badge that blocks.
    pub ending: Ending,
}

/// What stands at the end of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// Its middle.
    pub at: Point,
    /// What it is.
    pub kind: MarkKind,
    /// The direction of the line's last piece: a unit step.
    pub heading: Point,
}

/// The marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarkKind {
    /// An arrow head: arrived.
    Arrow,
    /// An arrow head in danger: out.
    Leak,
    /// A stop sign.
    Stop,
}

/// Where hops happen.
#[derive(Clone, Debug)]
enum Stop<'d> {
    At(&'d Component),
    Border(&'d Frame),
}

/// Stops in order, each with its hops: step of the journey, index in it.
type Stops<'d> = Vec<(Stop<'d>, Vec<(usize, usize)>)>;

/// A trip before it has a line.
struct Draft<'d, 't> {
    trip: &'t Trip<'t>,
    from: &'d Component,
    there: Stops<'d>,
    /// Stops of the way back, where that is where it is stopped.
    back: Stops<'d>,
}

/// Draws the path of these trips: each on a track of its own, those that decide first.
pub fn route(diagram: &Diagram, network: &Network, trips: &[Trip<'_>]) -> PathLine {
    let mut drafts: Vec<Draft<'_, '_>> = Vec::new();
    for trip in trips {
        let Some(from) = component_at(diagram, network, trip.from) else { continue };
        let replied = trip.ending == Ending::Blocked && trip.hops.last().is_some_and(|hop| hop.reply);
        let there = stops(diagram, network, trip, false);
        let back = if replied { stops(diagram, network, trip, true) } else { Stops::new() };
        let draft = Draft { trip, from, there, back };
        match drafts.iter_mut().find(|other| other.same_way(&draft)) {
            Some(other) => other.take_hops(draft),
            None => drafts.push(draft),
        }
    }
    let lines = drafts.len() + drafts.iter().filter(|draft| !draft.back.is_empty()).count();
    let tracks: &[&[i32]] = match lines {
        0 | 1 => &[&[0]],
        2 => &[&[-10, 10], &[10, -10]],
        _ => &[&[-14, 0, 14], &[14, 0, -14]],
    };
    let ground = Ground::of(diagram, tracks.first().copied().unwrap_or_default());
    let drawn = tracks.iter().map(|offsets| line::draw(&ground, &drafts, offsets));
    let Some((strands, _)) = drawn.min_by_key(|(_, cost)| *cost) else { return PathLine::default() };
    let badges = badges::place(diagram, &strands, &drafts);
    PathLine { strands: strands.into_iter().flatten().collect(), badges }
}

/// Hops on the way there or back, grouped by where they happen.
fn stops<'d>(diagram: &'d Diagram, network: &Network, trip: &Trip<'_>, back: bool) -> Stops<'d> {
    let mut stops: Stops<'d> = Vec::new();
    for (at, hop) in trip.hops.iter().enumerate().filter(|(_, hop)| hop.reply == back) {
        let Some(stop) = stop_at(diagram, network, hop.at) else { continue };
        match stops.last_mut() {
            Some((last, hops)) if last.part() == stop.part() => hops.push((trip.step, at)),
            _ => stops.push((stop, vec![(trip.step, at)])),
        }
    }
    stops
}

impl Draft<'_, '_> {
    /// Whether the two are one line.
    fn same_way(&self, other: &Draft<'_, '_>) -> bool {
        let same = |a: &Stops<'_>, b: &Stops<'_>| {
            a.iter().map(|(stop, _)| stop.part()).eq(b.iter().map(|(stop, _)| stop.part()))
        };
        self.from.part == other.from.part
            && (self.trip.ending, &self.trip.goal) == (other.trip.ending, &other.trip.goal)
            && same(&self.there, &other.there)
            && same(&self.back, &other.back)
    }

    fn take_hops(&mut self, other: Self) {
        let own = self.there.iter_mut().chain(&mut self.back);
        for ((_, hops), (_, more)) in own.zip(other.there.into_iter().chain(other.back)) {
            hops.extend(more);
        }
    }
}

fn stop_at<'d>(diagram: &'d Diagram, network: &Network, id: Id) -> Option<Stop<'d>> {
    if let Some(component) = component_at(diagram, network, id) {
        return Some(Stop::At(component));
    }
    let part = Part::Resource(network.name(id).into());
    diagram.frame(&part).map(Stop::Border)
}

/// The component that stands for a thing of the model, or for whose it is.
fn component_at<'d>(diagram: &'d Diagram, network: &Network, id: Id) -> Option<&'d Component> {
    let by_id = |id| diagram.components.iter().find(|c| c.id == Some(id));
    by_id(id).or_else(|| diagram.component_of(network.name(id))).or_else(|| {
        let interface = network.interfaces.get(&id)?;
        by_id(interface.owner).or_else(|| diagram.component_of(network.name(interface.owner)))
    })
}

impl Stop<'_> {
    fn part(&self) -> &Part {
        match self {
            Stop::At(component) => &component.part,
            Stop::Border(frame) => &frame.part,
        }
    }
}

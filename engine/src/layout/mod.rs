//! Where things stand on the picture and how lines run: pure geometry over the model, in whole units (CSS pixels at 1×).
//!
//! Positions depend on what the template *can* build, not on what is switched on, so that a toggle moves nothing.

mod icons;
mod inventory;
pub mod metrics;
mod names;
mod pen;
mod place;
mod plan;
mod relations;
mod route;
mod tall;
mod text;
mod trips;

pub use names::part_name;
pub use route::{Badge, Ending, Mark, MarkKind, PathLine, Strand, Trip, route};
pub use text::width as text_width;
pub use trips::trips;

use place::frames::Framer;

use crate::network::{Id, Network};
use crate::template::{Stack, Toggle};

/// A rectangle: left, top, width, height.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rect {
    /// Left edge.
    pub x: i32,
    /// Top edge.
    pub y: i32,
    /// Width.
    pub w: i32,
    /// Height.
    pub h: i32,
}

/// What a part of the picture stands for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// A resource by its id in the [`Stack`], on or off.
    Resource(Box<str>),
    /// An interface endpoint's foot in one subnet, where it has several: endpoint id, subnet id.
    EndpointIn(Box<str>, Box<str>),
    /// An AWS service that is no resource of the template: `sagemaker.api`, `sts` …
    Service(Box<str>),
    /// The internet.
    Internet,
    /// The Python Package Index.
    Pypi,
    /// The AWS Cloud frame.
    AwsCloud,
    /// The column outside AWS.
    Outside,
}

/// Icons, one plain drawing each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Icon {
    /// A notebook.
    Notebook,
    /// A server.
    Instance,
    /// A network interface.
    Interface,
    /// A NAT gateway.
    NatGateway,
    /// A NAT instance.
    NatInstance,
    /// An internet gateway.
    InternetGateway,
    /// An egress-only internet gateway.
    EgressOnlyGateway,
    /// An interface endpoint.
    Endpoint,
    /// A gateway endpoint.
    GatewayEndpoint,
    /// A bucket.
    Bucket,
    /// A table.
    Table,
    /// A package repository.
    PackageRepository,
    /// A Git repository.
    GitRepository,
    /// A build project.
    BuildProject,
    /// Any other AWS service.
    Service,
    /// The internet.
    Internet,
    /// A package index.
    PackageIndex,
}

/// What a piece of a frame's heading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The frame's name.
    Name,
    /// Its address range.
    Range,
    /// Its route table or ACL.
    Edge,
}

/// A frame: AWS Cloud, VPC, subnet, the outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// What it stands for.
    pub part: Part,
    /// Its kind.
    pub kind: FrameKind,
    /// Where.
    pub rect: Rect,
    /// Its name, whole.
    pub name: Box<str>,
    /// Its address range, or empty.
    pub detail: Box<str>,
    /// Names of the route table and ACL on its edge (subnets).
    pub edge: Vec<Box<str>>,
    /// The heading as set: lines of pieces, from the top left of [`Frame::title`], [`metrics::TITLE_LINE`] apart.
    pub heading: Vec<Vec<(Role, Box<str>)>>,
    /// The room the heading takes; no line runs through it.
    pub title: Rect,
    /// Whether it is built in this state.
    pub on: bool,
    /// The condition's parameter that switches it, if exactly one does.
    pub toggle: Option<Box<str>>,
}

/// The kinds of frames.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FrameKind {
    /// AWS Cloud.
    Cloud,
    /// A VPC.
    Vpc,
    /// A subnet whose table leads to an internet gateway.
    PublicSubnet,
    /// Any other subnet.
    PrivateSubnet,
    /// Outside AWS.
    Outside,
}

/// A component: icon in a rounded square, name under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Component {
    /// What it stands for.
    pub part: Part,
    /// Its icon.
    pub icon: Icon,
    /// The rounded square.
    pub rect: Rect,
    /// The room its name takes.
    pub label: Rect,
    /// On which side of the square that is.
    pub side: Side,
    /// Its name, whole.
    pub name: Box<str>,
    /// Its name as set: one or two lines, [`metrics::LABEL_LINE`] apart.
    pub lines: Vec<Box<str>>,
    /// Ids of further resources it stands for: a domain, more repositories of the same kind.
    pub also: Vec<Box<str>>,
    /// Whether it stands on the border of a frame, which then shows a gap behind its name.
    pub on_border: bool,
    /// One technical line: address, id, or empty.
    pub detail: Box<str>,
    /// Whether it is built in this state.
    pub on: bool,
    /// The thing of the model, where it is built.
    pub id: Option<Id>,
    /// The condition's parameter that switches it, if exactly one does.
    pub toggle: Option<Box<str>>,
}

/// Where a component's name stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// Centred under the square.
    Below,
    /// To the left of the square, aligned with it.
    Left,
    /// To the right of the square, aligned with it.
    Right,
}

impl Rect {
    /// Right edge.
    pub fn right(self) -> i32 {
        self.x + self.w
    }

    /// Bottom edge.
    pub fn bottom(self) -> i32 {
        self.y + self.h
    }

    /// Its middle.
    pub fn center(self) -> Point {
        Point { x: self.x + self.w / 2, y: self.y + self.h / 2 }
    }

    /// Whether the two share more than an edge.
    pub fn overlaps(self, other: Rect) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Rect) -> bool {
        self.x <= other.x
            && self.y <= other.y
            && other.right() <= self.right()
            && other.bottom() <= self.bottom()
    }

    /// Grown by this much on every side.
    #[must_use]
    pub fn grown(self, by: i32) -> Rect {
        Rect { x: self.x - by, y: self.y - by, w: self.w + 2 * by, h: self.h + 2 * by }
    }
}

/// A point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Point {
    /// From the left.
    pub x: i32,
    /// From the top.
    pub y: i32,
}

/// A line of horizontal and vertical pieces; corners are rounded when drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Corner points, first to last.
    pub points: Vec<Point>,
}

/// A quiet standing relation: endpoint — service, what a service fetches on its own side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// From.
    pub from: Part,
    /// To.
    pub to: Part,
    /// Whether it happens on the service's own side, outside the VPC.
    pub own_side: bool,
    /// Whether both ends are built.
    pub on: bool,
    /// Its line.
    pub line: Line,
}

/// The picture without its path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagram {
    /// Width.
    pub width: i32,
    /// Height.
    pub height: i32,
    /// Frames, outer before inner.
    pub frames: Vec<Frame>,
    /// Components, in reading order.
    pub components: Vec<Component>,
    /// Relations.
    pub relations: Vec<Relation>,
    /// Coordinates along which lines may run.
    pub lanes: Lanes,
}

/// Coordinates along which lines may run, ascending.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lanes {
    /// Of vertical pieces.
    pub xs: Vec<i32>,
    /// Of horizontal pieces.
    pub ys: Vec<i32>,
}

impl Diagram {
    /// The component that stands for this resource.
    pub fn component_of(&self, resource: &str) -> Option<&Component> {
        self.components.iter().find(|c| c.stands_for(resource))
    }

    /// The component of this part.
    pub fn component(&self, part: &Part) -> Option<&Component> {
        self.components.iter().find(|c| c.part == *part)
    }

    /// The frame of this part.
    pub fn frame(&self, part: &Part) -> Option<&Frame> {
        self.frames.iter().find(|f| f.part == *part)
    }

    /// The innermost frame a component stands in, or on the border of.
    pub fn home(&self, component: &Component) -> Option<&Frame> {
        let holds = |frame: &&Frame| {
            let on_its_border =
                component.on_border && frame.kind == FrameKind::Vpc && frame.rect.overlaps(component.rect);
            on_its_border || frame.rect.contains(component.rect)
        };
        self.frames.iter().rev().find(holds)
    }
}

impl Component {
    /// Where each line of its name is anchored: start, middle or end by its side; and its baseline.
    pub fn baselines(&self) -> impl Iterator<Item = (Point, &str)> {
        let x = match self.side {
            Side::Below => self.rect.center().x,
            Side::Left => self.label.right(),
            Side::Right => self.label.x,
        };
        let ys = (0..).map(|line| self.label.y + metrics::LABEL_LINE - 3 + line * metrics::LABEL_LINE);
        self.lines.iter().zip(ys).map(move |(line, y)| (Point { x, y }, &**line))
    }

    /// The class of its name.
    pub fn label_class(&self) -> &'static str {
        match self.side {
            Side::Below => "dg-label",
            Side::Left => "dg-label dg-end",
            Side::Right => "dg-label dg-start",
        }
    }

    /// What hides the border behind the name of a component that stands on one.
    pub fn gap(&self) -> Option<Rect> {
        let gap = self.label.grown(2);
        let (left, right, top) = match self.side {
            Side::Below => (gap.x, gap.right(), self.rect.bottom()),
            Side::Left => (gap.x, self.rect.x, gap.y),
            Side::Right => (self.rect.right(), gap.right(), gap.y),
        };
        self.on_border.then_some(Rect { x: left, y: top, w: right - left, h: gap.bottom() - top })
    }

    /// Whether it stands for this resource.
    pub fn stands_for(&self, resource: &str) -> bool {
        match &self.part {
            Part::Resource(id) | Part::EndpointIn(id, _) if **id == *resource => true,
            _ => self.also.iter().any(|id| **id == *resource),
        }
    }
}

/// What `arrange` needs beside the model.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    /// The switches of the template.
    pub toggles: &'a [Toggle],
    /// The name of each part in the reader's language.
    pub name: &'a dyn Fn(&Part) -> String,
    /// How things stand.
    pub form: Form,
}

/// How things stand on the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// Left to right, as a request goes: the VPC, the services, what is outside.
    Wide,
    /// The same with less room for names.
    Narrow,
    /// Top to bottom, for a phone: what is outside, the VPC, the services.
    Tall,
}

/// Arranges everything the template can build.
pub fn arrange(stack: &Stack, network: &Network, setting: &Setting<'_>) -> Diagram {
    let inventory = inventory::Inventory::read(stack, network);
    let relations = inventory.relations.clone();
    let mut diagram = match setting.form {
        Form::Tall => tall::place(&inventory, &Framer { stack, network, setting }),
        Form::Wide => beside(inventory, stack, network, setting, &metrics::WIDE),
        Form::Narrow => beside(inventory, stack, network, setting, &metrics::NARROW),
    };
    relations::draw(&mut diagram, &relations);
    diagram
}

/// What is outside and the services beside the VPCs.
fn beside(
    inventory: inventory::Inventory,
    stack: &Stack,
    network: &Network,
    setting: &Setting<'_>,
    metrics: &metrics::Metrics,
) -> Diagram {
    let plan = plan::Plan::make(inventory, metrics.pair);
    place::place(&plan, stack, network, setting, metrics)
}

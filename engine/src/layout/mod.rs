//! Where things stand on the picture and how lines run: pure geometry over the model, in whole units (CSS pixels at 1×).
//!
//! Positions depend on what the template *can* build, not on what is switched on, so that a toggle moves nothing.

use crate::network::{Id, Network};
use crate::template::Stack;

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
    /// An endpoint.
    Endpoint,
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

/// A frame: AWS Cloud, VPC, subnet, the outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// What it stands for.
    pub part: Part,
    /// Its kind.
    pub kind: FrameKind,
    /// Where.
    pub rect: Rect,
    /// Its address range, or empty.
    pub detail: Box<str>,
    /// Names of the route table and ACL on its edge (subnets).
    pub edge: Vec<Box<str>>,
    /// Whether it is built in this state.
    pub on: bool,
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
    /// The room its name may take, under the square.
    pub label: Rect,
    /// One technical line: address, id, or empty.
    pub detail: Box<str>,
    /// Whether it is built in this state.
    pub on: bool,
    /// The thing of the model, where it is built.
    pub id: Option<Id>,
    /// The condition's parameter that switches it, if exactly one does.
    pub toggle: Option<Box<str>>,
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
}

/// Arranges everything the template can build.
pub fn arrange(_stack: &Stack, _network: &Network) -> Diagram {
    Diagram::default()
}

//! Frames and their headings.

use super::columns::Columns;
use super::rows::Rows;
use super::{INNER, MARGIN, PAD, between, boxes, toggle};
use crate::layout::inventory::SubnetItem;
use crate::layout::metrics::{EDGE_SIZE, TITLE_LINE, TITLE_SIZE};
use crate::layout::plan::{Plan, Shape};
use crate::layout::{Frame, FrameKind, Part, Rect, Role, Setting, text};
use crate::network::{Id, Network, Target};
use crate::template::{Resource, Stack};

/// Between a frame's edge and its heading.
pub(in crate::layout) const INSET: i32 = 8;
/// Between the pieces of a heading's line.
const SPACE: i32 = 6;

/// Makes frames of one picture.
pub(in crate::layout) struct Framer<'a> {
    pub(in crate::layout) stack: &'a Stack,
    pub(in crate::layout) network: &'a Network,
    pub(in crate::layout) setting: &'a Setting<'a>,
}

impl Framer<'_> {
    /// AWS Cloud, or what is outside.
    pub(in crate::layout) fn plain(&self, part: Part, kind: FrameKind, rect: Rect) -> Frame {
        let mut frame = self.bare(part, kind, rect, true);
        set_heading(&mut frame, None);
        frame
    }

    /// A VPC.
    pub(in crate::layout) fn vpc(&self, id: &str, rect: Rect) -> Frame {
        let resource = find(self.stack, id);
        let part = Part::Resource(id.into());
        let mut vpc = self.bare(part, FrameKind::Vpc, rect, resource.is_some_and(|r| r.enabled));
        vpc.detail = range(resource, "CidrBlock");
        set_heading(&mut vpc, None);
        vpc
    }

    /// A subnet; `stacked` is the room for a heading of one piece a line.
    pub(in crate::layout) fn subnet(&self, subnet: &SubnetItem, rect: Rect, stacked: Option<i32>) -> Frame {
        let resource = find(self.stack, &subnet.id);
        let built = self.network.find(&subnet.id).filter(|id| self.network.subnets.contains_key(id));
        let public = built.map_or(subnet.may_be_public, |id| is_public(self.network, id));
        let kind = if public { FrameKind::PublicSubnet } else { FrameKind::PrivateSubnet };
        let part = Part::Resource(subnet.id.clone());
        let mut drawn = self.bare(part, kind, rect, resource.is_some_and(|r| r.enabled));
        drawn.detail = range(resource, "CidrBlock");
        let edge: Vec<Box<str>> = match built.and_then(|id| self.network.subnets.get(&id)) {
            Some(s) => [s.route_table, s.acl].iter().map(|id| self.network.name(*id).into()).collect(),
            None => subnet.route_table.iter().chain(&subnet.acl).cloned().collect(),
        };
        drawn.edge = edge.into_iter().map(|id| self.name(&Part::Resource(id))).collect();
        set_heading(&mut drawn, stacked);
        drawn
    }

    fn name(&self, part: &Part) -> Box<str> {
        (self.setting.name)(part).into()
    }

    fn bare(&self, part: Part, kind: FrameKind, rect: Rect, on: bool) -> Frame {
        Frame {
            name: self.name(&part),
            toggle: toggle(self.setting, &part),
            part,
            kind,
            rect,
            detail: "".into(),
            edge: Vec::new(),
            heading: Vec::new(),
            title: Rect::default(),
            on,
        }
    }
}

pub(super) fn draw(plan: &Plan, make: &Framer<'_>, columns: &Columns, rows: &Rows) -> Vec<Frame> {
    let cloud = between(MARGIN, MARGIN, columns.cloud, rows.cloud);
    let outside = between(columns.cloud + PAD / 2, MARGIN, columns.width - MARGIN, rows.cloud);
    let mut frames = vec![
        make.plain(Part::AwsCloud, FrameKind::Cloud, cloud),
        make.plain(Part::Outside, FrameKind::Outside, outside),
    ];
    for (id, (top, bottom)) in plan.inventory.vpcs.iter().zip(&rows.vpcs) {
        frames.push(make.vpc(id, between(INNER, *top, columns.border, *bottom)));
    }
    for (band, (top, bottom)) in plan.bands.iter().zip(&rows.bands) {
        for (at, left, right) in boxes(band.shape, columns) {
            let Some(subnet) = plan.inventory.subnets.get(at) else { continue };
            let stacked = matches!(band.shape, Shape::Pair(..)).then_some(right - left - 2 * INSET);
            frames.push(make.subnet(subnet, between(left, *top, right, *bottom), stacked));
        }
    }
    frames
}

/// Height of the heading of subnets side by side: name, range, table and ACL under each other.
pub(super) fn pair_heading(plan: &Plan, setting: &Setting<'_>, columns: &Columns) -> i32 {
    let paired = plan.bands.iter().filter(|band| matches!(band.shape, Shape::Pair(..)));
    let most = paired
        .flat_map(|band| boxes(band.shape, columns))
        .filter_map(|(at, left, right)| Some((plan.inventory.subnets.get(at)?, right - left - 2 * INSET)))
        .map(|(subnet, room)| stacked_lines(subnet, setting, room))
        .max();
    most.unwrap_or(0) * TITLE_LINE + 10
}

/// How many lines a stacked heading can take: whatever may be associated or, without that, stands in for it, so that a switch moves
/// nothing.
pub(in crate::layout) fn stacked_lines(subnet: &SubnetItem, setting: &Setting<'_>, room: i32) -> i32 {
    let lines = |part: Part, role: Role| text::lines(&(setting.name)(&part), size(role), room).len();
    let edge = |own: &Option<Box<str>>, of_vpc: &str| {
        let implicit = [&subnet.vpc, "/", of_vpc].concat().into();
        own.iter()
            .cloned()
            .chain([implicit])
            .map(|id| lines(Part::Resource(id), Role::Edge))
            .max()
            .unwrap_or(1)
    };
    let name = lines(Part::Resource(subnet.id.clone()), Role::Name);
    let edges = edge(&subnet.route_table, "main-table") + edge(&subnet.acl, "default-acl");
    i32::try_from(name + 1 + edges).unwrap_or(0)
}

/// Sets a heading: stacked one piece a line, or name with range and table with ACL.
fn set_heading(frame: &mut Frame, stacked: Option<i32>) {
    let (inset, room) = match frame.kind {
        FrameKind::Outside => (3, frame.rect.w),
        _ => (INSET, stacked.unwrap_or(frame.rect.w - 2 * INSET)),
    };
    let mut lines: Vec<Vec<(Role, Box<str>)>> = Vec::new();
    if stacked.is_some() {
        let name = [(Role::Name, &frame.name), (Role::Range, &frame.detail)];
        let edges = frame.edge.iter().map(|edge| (Role::Edge, edge));
        for (role, words) in name.into_iter().chain(edges).filter(|(_, words)| !words.is_empty()) {
            lines.extend(text::lines(words, size(role), room).into_iter().map(|line| vec![(role, line)]));
        }
    } else {
        let mut left = room;
        let mut cut = |role: Role, words: &str| {
            let words: Box<str> = text::shorten(words, size(role), left).into();
            left -= text::width(&words, size(role)) + SPACE;
            (role, words)
        };
        let mut first = vec![cut(Role::Name, &frame.name)];
        if !frame.detail.is_empty() {
            first.push(cut(Role::Range, &frame.detail));
        }
        lines.push(first);
        if !frame.edge.is_empty() {
            let joined = frame.edge.iter().map(|edge| &**edge).collect::<Vec<_>>().join(" · ");
            lines.push(vec![(Role::Edge, text::shorten(&joined, size(Role::Edge), room).into())]);
        }
    }
    let width = lines.iter().map(|line| line_width(line)).max().unwrap_or(0).min(room);
    let height = TITLE_LINE * i32::try_from(lines.len()).unwrap_or(1);
    frame.title = Rect { x: frame.rect.x + inset, y: frame.rect.y + 6, w: width, h: height };
    frame.heading = lines;
}

fn size(role: Role) -> i32 {
    // Bold names and fixed-width ranges run a little wider than their size says.
    match role {
        Role::Name => TITLE_SIZE + 1,
        Role::Range => EDGE_SIZE + 1,
        Role::Edge => EDGE_SIZE,
    }
}

/// With the space between pieces.
fn line_width(line: &[(Role, Box<str>)]) -> i32 {
    line.iter().map(|(role, words)| text::width(words, size(*role)) + SPACE).sum()
}

fn find<'a>(stack: &'a Stack, id: &str) -> Option<&'a Resource> {
    stack.resource(id)
}

fn range(resource: Option<&Resource>, property: &str) -> Box<str> {
    resource.and_then(|r| r.get(property)?.text()).map(|text| text.as_ref().into()).unwrap_or_default()
}

/// Whether a built subnet's table leads to an internet gateway.
fn is_public(network: &Network, subnet: Id) -> bool {
    let table = network.subnets.get(&subnet).and_then(|s| network.route_tables.get(&s.route_table));
    table.is_some_and(|t| t.routes.iter().any(|r| matches!(r.target, Target::InternetGateway(_))))
}

/// The private address of a part's interface, where it has exactly one.
pub(super) fn address(network: &Network, part: &Part) -> Box<str> {
    let Some(id) = super::resource_of(part).and_then(|name| network.find(&name)) else { return "".into() };
    if let Some(nat) = network.nat_gateways.get(&id) {
        return nat.private_address.map(|a| a.to_string().into()).unwrap_or_default();
    }
    let mut own =
        network.interfaces.iter().filter(|(interface, i)| **interface == id || i.owner == id).map(|(_, i)| i);
    match (own.next(), own.next()) {
        (Some(interface), None) => interface.v4.map(|a| a.to_string().into()).unwrap_or_default(),
        _ => "".into(),
    }
}

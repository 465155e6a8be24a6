//! Frames and their headings.

use super::columns::Columns;
use super::rows::Rows;
use super::{INNER, MARGIN, PAD, between, boxes, toggle};
use crate::layout::metrics::{EDGE_SIZE, TITLE_LINE, TITLE_SIZE};
use crate::layout::plan::{Plan, Shape};
use crate::layout::{Frame, FrameKind, Part, Rect, Role, Setting, text};
use crate::network::{Id, Network, Target};
use crate::template::{Resource, Stack};

/// Between a frame's edge and its heading.
const INSET: i32 = 8;
/// Between the pieces of a heading's line.
const SPACE: i32 = 6;

pub(super) fn draw(
    plan: &Plan,
    stack: &Stack,
    network: &Network,
    setting: &Setting<'_>,
    columns: &Columns,
    rows: &Rows,
) -> Vec<Frame> {
    let name = |part: &Part| -> Box<str> { (setting.name)(part).into() };
    let frame = |part: Part, kind, rect: Rect, on| Frame {
        name: name(&part),
        toggle: toggle(setting, &part),
        part,
        kind,
        rect,
        detail: "".into(),
        edge: Vec::new(),
        heading: Vec::new(),
        title: Rect::default(),
        on,
    };
    let cloud_rect = between(MARGIN, MARGIN, columns.cloud, rows.cloud);
    let outside_rect = between(columns.cloud + PAD / 2, MARGIN, columns.width - MARGIN, rows.cloud);
    let mut frames = vec![
        frame(Part::AwsCloud, FrameKind::Cloud, cloud_rect, true),
        frame(Part::Outside, FrameKind::Outside, outside_rect, true),
    ];
    for (id, (top, bottom)) in plan.inventory.vpcs.iter().zip(&rows.vpcs) {
        let resource = find(stack, id);
        let on = resource.is_some_and(|r| r.enabled);
        let rect = between(INNER, *top, columns.border, *bottom);
        let mut vpc = frame(Part::Resource(id.clone()), FrameKind::Vpc, rect, on);
        vpc.detail = range(resource, "CidrBlock");
        frames.push(vpc);
    }
    for (band, (top, bottom)) in plan.bands.iter().zip(&rows.bands) {
        for (at, left, right) in boxes(band.shape, columns) {
            let Some(subnet) = plan.inventory.subnets.get(at) else { continue };
            let resource = find(stack, &subnet.id);
            let built = network.find(&subnet.id).filter(|id| network.subnets.contains_key(id));
            let public = built.map_or(subnet.may_be_public, |id| is_public(network, id));
            let kind = if public { FrameKind::PublicSubnet } else { FrameKind::PrivateSubnet };
            let part = Part::Resource(subnet.id.clone());
            let rect = between(left, *top, right, *bottom);
            let mut drawn = frame(part, kind, rect, resource.is_some_and(|r| r.enabled));
            drawn.detail = range(resource, "CidrBlock");
            let edge: Vec<Box<str>> = match built.and_then(|id| network.subnets.get(&id)) {
                Some(s) => [s.route_table, s.acl].iter().map(|id| network.name(*id).into()).collect(),
                None => subnet.route_table.iter().chain(&subnet.acl).cloned().collect(),
            };
            drawn.edge = edge.into_iter().map(|id| name(&Part::Resource(id))).collect();
            let stacked = matches!(band.shape, Shape::Pair(..));
            set_heading(&mut drawn, stacked);
            frames.push(drawn);
        }
    }
    for frame in &mut frames {
        if frame.heading.is_empty() {
            set_heading(frame, false);
        }
    }
    frames
}

/// Height of the heading of subnets side by side: name, range, table and ACL under each other. It has room for whatever
/// may be associated, so that a switch moves nothing.
pub(super) fn pair_heading(plan: &Plan, setting: &Setting<'_>, columns: &Columns) -> i32 {
    let lines =
        |part: Part, role: Role, room: i32| text::lines(&(setting.name)(&part), size(role), room).len();
    let paired = plan.bands.iter().filter(|band| matches!(band.shape, Shape::Pair(..)));
    let most = paired
        .flat_map(|band| boxes(band.shape, columns))
        .filter_map(|(at, left, right)| Some((plan.inventory.subnets.get(at)?, right - left - 2 * INSET)))
        .map(|(subnet, room)| {
            let edge = |id: &Option<Box<str>>| {
                id.as_ref().map_or(1, |id| lines(Part::Resource(id.clone()), Role::Edge, room))
            };
            let name = lines(Part::Resource(subnet.id.clone()), Role::Name, room);
            name + 1 + edge(&subnet.route_table) + edge(&subnet.acl)
        })
        .max();
    i32::try_from(most.unwrap_or(0)).unwrap_or(0) * TITLE_LINE + 10
}

/// Sets a heading: stacked one piece a line, or name with range and table with ACL.
fn set_heading(frame: &mut Frame, stacked: bool) {
    let (inset, room) = match frame.kind {
        FrameKind::Outside => (3, frame.rect.w),
        _ => (INSET, frame.rect.w - 2 * INSET),
    };
    let mut lines: Vec<Vec<(Role, Box<str>)>> = Vec::new();
    if stacked {
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

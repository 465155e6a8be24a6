//! Frames and their headings.

use super::columns::Columns;
use super::rows::Rows;
use super::{INNER, MARGIN, PAD, between, boxes, toggle};
use crate::layout::metrics::{EDGE_SIZE, TITLE_LINE, TITLE_SIZE};
use crate::layout::plan::{Plan, Shape};
use crate::layout::{Frame, FrameKind, Part, Rect, Role, Setting, text};
use crate::network::{Id, Network, Target};
use crate::template::{Resource, Stack};

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

/// Sets a heading: stacked one piece a line, or name with range and table with ACL.
fn set_heading(frame: &mut Frame, stacked: bool) {
    let (inset, room) = match frame.kind {
        FrameKind::Outside => (3, frame.rect.w),
        _ => (PAD - 1, frame.rect.w - 2 * PAD + 2),
    };
    let mut lines: Vec<Vec<(Role, Box<str>)>> = vec![vec![(Role::Name, frame.name.clone())]];
    if !frame.detail.is_empty() {
        let range = (Role::Range, frame.detail.clone());
        match lines.first_mut() {
            Some(first) if !stacked => first.push(range),
            _ => lines.push(vec![range]),
        }
    }
    if stacked {
        lines.extend(frame.edge.iter().map(|edge| vec![(Role::Edge, edge.clone())]));
    } else if !frame.edge.is_empty() {
        let joined = frame.edge.iter().map(|edge| &**edge).collect::<Vec<_>>().join(" · ");
        lines.push(vec![(Role::Edge, joined.into())]);
    }
    for line in &mut lines {
        let alone = line.len() == 1;
        if let Some((role, words)) = line.first_mut().filter(|_| alone) {
            *words = text::shorten(words, size(*role), room).into();
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
    line.iter().map(|(role, words)| text::width(words, size(*role)) + 6).sum()
}

fn find<'a>(stack: &'a Stack, id: &str) -> Option<&'a Resource> {
    stack.resources.iter().find(|r| *r.id == *id)
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

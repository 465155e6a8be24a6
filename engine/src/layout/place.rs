//! From rows and columns to units.

use litemap::LiteMap;

use super::inventory::{Inventory, Item};
use super::metrics::{
    ICON, LABEL_GAP, LABEL_LINE, LABEL_SIZE, Metrics, PAD, ROW_GAP, SIDE_GAP, TITLE_LINE, TITLE_SIZE,
};
use super::plan::{Column, Plan, Shape};
use super::{Component, Diagram, Lanes, Part, Rect, Setting, Side, text};
use crate::network::Network;
use crate::template::Stack;

mod columns;
pub(super) mod frames;
mod rows;

use columns::Columns;
use frames::Framer;
use rows::Rows;

/// Height of a heading of one line, with its air.
pub(super) const ONE_LINE: i32 = TITLE_LINE + 8;
/// Height of the heading of a subnet across both columns: name and range, then table and ACL.
const ACROSS_HEADING: i32 = 2 * TITLE_LINE + 8;
/// Height of a heading beside which a gateway stands on the border.
const BESIDE_HEADING: i32 = ICON + LABEL_GAP + 2 * LABEL_LINE + ROW_GAP;
/// Between the picture's edge and the outermost frame, so that its stroke is whole.
pub(super) const MARGIN: i32 = 1;

/// Left edge of the VPCs.
const INNER: i32 = MARGIN + PAD;

/// A component's name, as set.
pub(super) struct Label {
    name: String,
    lines: Vec<Box<str>>,
    pub(super) width: i32,
}

/// Gives everything its place.
pub(super) fn place(
    plan: &Plan,
    stack: &Stack,
    network: &Network,
    setting: &Setting<'_>,
    metrics: &Metrics,
) -> Diagram {
    let labels = labels(plan, setting, metrics);
    let outside = text::width(&(setting.name)(&Part::Outside), TITLE_SIZE);
    let columns = Columns::measure(plan, &labels, metrics, outside);
    let heading = frames::pair_heading(plan, setting, &columns);
    let rows = Rows::measure(plan, &labels, heading);
    let frames = frames::draw(plan, &Framer { stack, network, setting }, &columns, &rows);
    let mut components = Vec::new();
    for (at, item) in plan.inventory.items.iter().enumerate() {
        let (Some((column, slot)), Some(label)) = (plan.cells.get(&at), labels.get(&at)) else { continue };
        let (x, top) = (columns.center(*column), rows.top(*slot));
        let rect = Rect { x: x - ICON / 2, y: top, w: ICON, h: ICON };
        let mut made = component(network, setting, item, label, (rect, Side::Below));
        made.on_border = *column == Column::Border;
        components.push(made);
    }
    // Reading order: top to bottom within a column, columns as requests go.
    components.sort_by_key(|c| (c.rect.x, c.rect.y));
    Diagram {
        width: columns.width,
        height: rows.height,
        frames,
        components,
        relations: Vec::new(),
        lanes: Lanes { xs: columns.lanes(), ys: rows.lanes(plan) },
    }
}

/// A component with its square there and its name on that side of it.
pub(super) fn component(
    network: &Network,
    setting: &Setting<'_>,
    item: &Item,
    label: &Label,
    (rect, side): (Rect, Side),
) -> Component {
    let height = LABEL_LINE * i32::try_from(label.lines.len()).unwrap_or(2);
    let (x, y) = match side {
        Side::Below => (rect.center().x - label.width / 2, rect.bottom() + LABEL_GAP),
        Side::Left => (rect.x - SIDE_GAP - label.width, rect.center().y - height / 2),
        Side::Right => (rect.right() + SIDE_GAP, rect.center().y - height / 2),
    };
    let resource = resource_of(&item.part);
    Component {
        part: item.part.clone(),
        icon: item.icon,
        rect,
        label: Rect { x, y, w: label.width, h: height },
        side,
        name: label.name.clone().into(),
        lines: label.lines.clone(),
        also: item.also.clone(),
        on_border: false,
        detail: frames::address(network, &item.part),
        on: item.on,
        id: resource.and_then(|id| network.find(&id)),
        toggle: toggle(setting, &item.part),
    }
}

fn labels(plan: &Plan, setting: &Setting<'_>, metrics: &Metrics) -> LiteMap<usize, Label> {
    let mut labels = LiteMap::new();
    for (at, item) in plan.inventory.items.iter().enumerate() {
        let Some((column, _)) = plan.cells.get(&at) else { continue };
        let room = match column {
            Column::Begin | Column::Onward => metrics.inner_label,
            Column::Border => metrics.border_label,
            Column::Services | Column::Outside => metrics.outer_label,
        };
        labels.insert(at, label(&plan.inventory, item, setting, room));
    }
    labels
}

/// An item's name in at most this room.
pub(super) fn label(inventory: &Inventory, item: &Item, setting: &Setting<'_>, room: i32) -> Label {
    let mut name = (setting.name)(item.called.as_ref().unwrap_or(&item.part));
    let same_kind = item.also.iter().filter(|id| is_of_kind(inventory, id, &item.part)).count();
    if same_kind > 0 {
        name = format!("{name} ×{}", same_kind + 1);
    }
    let lines = text::lines(&name, LABEL_SIZE, room);
    let width = lines.iter().map(|line| text::width(line, LABEL_SIZE)).max().unwrap_or(0);
    Label { name, lines, width }
}

/// Whether a further resource is one more of the same, and not a companion such as a repository's domain.
fn is_of_kind(inventory: &Inventory, also: &str, part: &Part) -> bool {
    inventory.counted.iter().any(|(first, other)| first == part && **other == *also)
}

/// The resource a part is, by the name it has in the model.
fn resource_of(part: &Part) -> Option<String> {
    match part {
        Part::Resource(id) => Some(id.to_string()),
        Part::EndpointIn(endpoint, subnet) => Some(format!("{endpoint}/{subnet}")),
        _ => None,
    }
}

/// The parameter that switches a part, if exactly one does.
fn toggle(setting: &Setting<'_>, part: &Part) -> Option<Box<str>> {
    let (Part::Resource(id) | Part::EndpointIn(id, _)) = part else { return None };
    let mut found = setting.toggles.iter().filter(|t| t.controls.contains(id));
    match (found.next(), found.next()) {
        (Some(toggle), None) => Some(toggle.parameter.clone()),
        _ => None,
    }
}

/// The frame a band's subnets take, left and right.
fn boxes(shape: Shape, columns: &Columns) -> Vec<(usize, i32, i32)> {
    match shape {
        Shape::Across(subnet) => vec![(subnet, columns.left.0, columns.right.1)],
        Shape::Pair(left, right) => {
            vec![(left, columns.left.0, columns.left.1), (right, columns.right.0, columns.right.1)]
        }
        Shape::Bare => Vec::new(),
    }
}

/// A rectangle between edges.
pub(super) fn between(x: i32, y: i32, right: i32, bottom: i32) -> Rect {
    Rect { x, y, w: right - x, h: bottom - y }
}

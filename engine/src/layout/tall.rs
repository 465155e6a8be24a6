//! Top to bottom, for a phone held upright: what is outside, the VPC with its ways out on the upper border and its gateway
//! endpoints on the lower one, the AWS services. So up leads to the internet, down to AWS.
//!
//! Components stand in two columns, their squares on either side of a trunk in which lines run, their names on the far
//! sides. Headings stand at the top left, in the first column, so that the trunk is never crossed by words.

use super::inventory::Inventory;
use super::metrics::{ICON, PAD, SIDE_GAP, TITLE_LINE, TITLE_SIZE};
use super::place::frames::{Framer, INSET, stacked_lines};
use super::place::{Label, MARGIN, ONE_LINE, between, component, label};
use super::{Component, Diagram, Frame, FrameKind, Lanes, Part, Rect, Side, text};

mod cells;

use cells::{Cells, Row};

/// The widest name.
const NAME: i32 = 86;
/// Between the two columns of squares.
const TRUNK: i32 = 36;
/// From AWS Cloud's edge to a VPC's: what services do on their own side runs there.
const CLOUD_PAD: i32 = 14;
/// From a VPC's edge to a subnet's, and from there to a name.
const INNER_PAD: i32 = 5;
/// Between rows.
const ROW: i32 = ICON + 14;
/// Between frames: a lane runs there.
const GAP: i32 = 14;
/// From a frame's upper edge to its first row.
const ABOVE: i32 = 10;
/// From a border on which a square stands to what comes next.
const HALF: i32 = ICON / 2 + GAP;

/// Gives everything its place.
pub(super) fn place(inventory: &Inventory, framer: &Framer<'_>) -> Diagram {
    let labels: Vec<Label> =
        inventory.items.iter().map(|item| label(inventory, item, framer.setting, NAME)).collect();
    let name = labels.iter().map(|label| label.width).max().unwrap_or(0).max(ICON);
    let mut sheet =
        Sheet { inventory, framer, labels, x: Across::new(name), ..Sheet::new(framer, inventory) };
    sheet.draw();
    sheet.finish()
}

/// Where things stand from left to right.
#[derive(Clone, Copy, Debug, Default)]
struct Across {
    vpc: (i32, i32),
    subnet: (i32, i32),
    /// Left edges of the two columns of squares.
    squares: (i32, i32),
    cloud: i32,
}

impl Across {
    fn new(name: i32) -> Across {
        let vpc = MARGIN + CLOUD_PAD;
        let subnet = vpc + INNER_PAD;
        let first = subnet + INNER_PAD + name + SIDE_GAP;
        let second = first + ICON + TRUNK;
        let right = second + ICON + SIDE_GAP + name + INNER_PAD;
        let border = right + INNER_PAD;
        Across {
            vpc: (vpc, border),
            subnet: (subnet, right),
            squares: (first, second),
            cloud: border + PAD - 1,
        }
    }

    /// The room for a heading in the first column.
    fn heading(&self) -> i32 {
        self.squares.0 + ICON - 2 - self.subnet.0 - INSET
    }
}

/// The picture while it is made.
struct Sheet<'a> {
    inventory: &'a Inventory,
    framer: &'a Framer<'a>,
    labels: Vec<Label>,
    x: Across,
    cells: Cells,
    y: i32,
    frames: Vec<Frame>,
    components: Vec<Component>,
    lanes: Vec<i32>,
}

impl<'a> Sheet<'a> {
    fn new(framer: &'a Framer<'a>, inventory: &'a Inventory) -> Sheet<'a> {
        Sheet {
            inventory,
            framer,
            labels: Vec::new(),
            x: Across::default(),
            cells: Cells::default(),
            y: MARGIN,
            frames: Vec::new(),
            components: Vec::new(),
            lanes: Vec::new(),
        }
    }

    fn draw(&mut self) {
        let (title, framer) = ((self.framer.setting.name)(&Part::Outside), self.framer);
        let top = self.y;
        self.y += ONE_LINE + 4;
        let outside = cells::outside(self.inventory);
        self.rows(&outside);
        let width = self.x.cloud - MARGIN;
        let rect = Rect { x: MARGIN, y: top, w: width.max(text::width(&title, TITLE_SIZE)), h: self.y - top };
        self.frames.push(framer.plain(Part::Outside, FrameKind::Outside, rect));
        let cloud = self.y + GAP;
        self.lanes.push(self.y + GAP / 2);
        self.y = cloud + ONE_LINE + 4;
        let place = self.frames.len();
        for vpc in &self.inventory.vpcs {
            self.vpc(vpc);
        }
        let services = cells::services(self.inventory, &self.cells);
        self.rows(&services);
        let rect = between(MARGIN, cloud, self.x.cloud, self.y);
        self.frames.insert(place, framer.plain(Part::AwsCloud, FrameKind::Cloud, rect));
        self.y += MARGIN;
    }

    fn vpc(&mut self, vpc: &str) {
        let (top, framer) = (self.y, self.framer);
        let heading = self.x.heading();
        let blocks = cells::blocks(self.inventory, vpc, |subnet| {
            stacked_lines(subnet, framer.setting, heading) * TITLE_LINE + ABOVE + 4
        });
        self.border([None, blocks.way_out], top);
        self.y += if blocks.way_out.is_some() { HALF } else { ONE_LINE };
        self.lanes.push(self.y - GAP / 2);
        let place = self.frames.len();
        for block in &blocks.subnets {
            let start = self.y;
            self.y += ABOVE;
            self.rows(&block.rows);
            self.y = self.y.max(start + block.heading);
            if let Some(subnet) = block.subnet.and_then(|at| self.inventory.subnets.get(at)) {
                let rect = between(self.x.subnet.0, start, self.x.subnet.1, self.y);
                self.frames.push(framer.subnet(subnet, rect, Some(heading)));
            }
            self.lanes.push(self.y + GAP / 2);
            self.y += GAP;
        }
        let stands = blocks.gateways.iter().any(Option::is_some);
        self.y += if stands { ICON / 2 } else { INNER_PAD - GAP };
        self.border(blocks.gateways, self.y);
        let rect = between(self.x.vpc.0, top, self.x.vpc.1, self.y);
        self.frames.insert(place, framer.vpc(vpc, rect));
        self.y += if stands { HALF } else { GAP };
        self.lanes.push(self.y - GAP / 2);
    }

    /// Rows of components, from here down.
    fn rows(&mut self, rows: &[Row]) {
        for row in rows {
            self.put(*row, self.y, false);
            self.lanes.extend([self.y + ICON / 2, self.y + ROW - (ROW - ICON) / 2]);
            self.y += ROW;
        }
    }

    /// Components on a border.
    fn border(&mut self, row: Row, y: i32) {
        if row.iter().any(Option::is_some) {
            self.lanes.push(y);
        }
        self.put(row, y - ICON / 2, true);
    }

    fn put(&mut self, row: Row, y: i32, on_border: bool) {
        let sides = [(self.x.squares.0, Side::Left), (self.x.squares.1, Side::Right)];
        for (column, (item, (x, side))) in row.into_iter().zip(sides).enumerate() {
            let Some(at) = item else { continue };
            let (Some(item), Some(label)) = (self.inventory.items.get(at), self.labels.get(at)) else {
                continue;
            };
            self.cells.stand(at, column);
            let rect = Rect { x, y, w: ICON, h: ICON };
            let made = component(self.framer.network, self.framer.setting, item, label, (rect, side));
            self.components.push(Component { on_border, ..made });
        }
    }

    fn finish(mut self) -> Diagram {
        self.components.sort_by_key(|c| (c.rect.y, c.rect.x));
        self.lanes.sort_unstable();
        self.lanes.dedup();
        let middle = ICON / 2;
        let trunk = self.x.squares.0 + ICON + TRUNK / 2;
        let xs = vec![MARGIN + CLOUD_PAD / 2, self.x.squares.0 + middle, trunk, self.x.squares.1 + middle];
        Diagram {
            width: self.x.cloud + MARGIN,
            height: self.y,
            frames: self.frames,
            components: self.components,
            relations: Vec::new(),
            lanes: Lanes { xs, ys: self.lanes },
        }
    }
}

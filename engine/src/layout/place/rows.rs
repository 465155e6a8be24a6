//! Heights.

use litemap::LiteMap;

use super::{ACROSS_HEADING, BESIDE_HEADING, Label, MARGIN, ONE_LINE};
use crate::layout::metrics::{BAND_GAP, ICON, LABEL_GAP, LABEL_LINE, PAD, ROW_GAP};
use crate::layout::plan::{Plan, Shape, Slot};

/// Where rows stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Rows {
    /// Top and bottom of each VPC.
    pub vpcs: Vec<(i32, i32)>,
    /// Top and bottom of each band.
    pub bands: Vec<(i32, i32)>,
    /// Top and height of each row.
    tops: Vec<(i32, i32)>,
    /// Bottom of AWS Cloud.
    pub cloud: i32,
    /// The picture's height.
    pub height: i32,
}

impl Rows {
    pub(super) fn measure(plan: &Plan, labels: &LiteMap<usize, Label>, pair_heading: i32) -> Rows {
        let row_height = |row: usize| {
            let in_row = plan.cells.iter().filter(|(_, cell)| cell.1 == Slot::Row(row));
            let lines = in_row.filter_map(|(at, _)| labels.get(at)).map(|l| l.lines.len()).max().unwrap_or(1);
            ICON + LABEL_GAP + LABEL_LINE * i32::try_from(lines).unwrap_or(2) + ROW_GAP
        };
        let mut rows = Rows::default();
        let mut y = MARGIN + ONE_LINE;
        for vpc in 0..plan.inventory.vpcs.len() {
            let top = y;
            y += ONE_LINE;
            for band in plan.bands.iter().filter(|band| band.vpc == vpc) {
                let band_top = y;
                let own = match band.shape {
                    Shape::Across(_) => ACROSS_HEADING,
                    Shape::Pair(..) => pair_heading,
                    Shape::Bare => PAD,
                };
                y += if band.beside_heading { own.max(BESIDE_HEADING) } else { own };
                for row in band.first..band.first + band.rows {
                    rows.tops.push((y, row_height(row)));
                    y += row_height(row);
                }
                rows.bands.push((band_top, y));
                y += BAND_GAP;
            }
            y += PAD - BAND_GAP;
            rows.vpcs.push((top, y));
            y += BAND_GAP;
        }
        for row in rows.tops.len()..plan.rows {
            rows.tops.push((y, row_height(row)));
            y += row_height(row);
        }
        rows.cloud = y - BAND_GAP + PAD + 2;
        if plan.rows > plan.bands.iter().map(|b| b.rows).sum() {
            rows.cloud = y;
        }
        rows.height = rows.cloud + MARGIN;
        rows
    }

    /// Top of the component in this slot.
    pub(super) fn top(&self, slot: Slot) -> i32 {
        match slot {
            Slot::Row(row) => self.tops.get(row).map_or(0, |(top, _)| *top),
            Slot::Heading(band) => self.bands.get(band).map_or(0, |(top, _)| top + PAD / 2),
        }
    }

    /// Where horizontal lines may run: the rows' middles, the ways under their names and between the bands.
    pub(super) fn lanes(&self, plan: &Plan) -> Vec<i32> {
        let middles = self.tops.iter().map(|(top, _)| top + ICON / 2);
        let under = self.tops.iter().map(|(top, height)| top + height - ROW_GAP / 2);
        let between = self.bands.iter().map(|(_, bottom)| bottom + BAND_GAP / 2);
        let headings = plan.cells.values().filter(|cell| matches!(cell.1, Slot::Heading(_)));
        let beside = headings.map(|cell| self.top(cell.1) + ICON / 2);
        let mut lanes: Vec<i32> = middles.chain(under).chain(between).chain(beside).collect();
        lanes.retain(|y| *y < self.height);
        lanes.sort_unstable();
        lanes.dedup();
        lanes
    }
}

//! Widths.

use litemap::LiteMap;

use super::{INNER, Label, MARGIN};
use crate::layout::metrics::{ICON, Metrics, PAD};
use crate::layout::plan::{Column, Plan, Shape};

/// Where columns stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Columns {
    /// Left and right edge of the first column's subnets.
    pub left: (i32, i32),
    /// Left and right edge of the second column's.
    pub right: (i32, i32),
    /// The VPC's right border.
    pub border: i32,
    /// Half the widest name on the border.
    half_border: i32,
    /// Left and right edge of the services.
    services: (i32, i32),
    /// Right edge of AWS Cloud.
    pub cloud: i32,
    /// Left and right edge of what is outside.
    pub outside: (i32, i32),
    /// The picture's width.
    pub width: i32,
}

impl Columns {
    pub(super) fn measure(
        plan: &Plan,
        labels: &LiteMap<usize, Label>,
        metrics: &Metrics,
        outside_title: i32,
    ) -> Columns {
        let widest = |column: Column| {
            let in_column = plan.cells.iter().filter(|(_, cell)| cell.0 == column);
            in_column.filter_map(|(at, _)| labels.get(at)).map(|l| l.width.max(ICON)).max().unwrap_or(ICON)
        };
        let paired = plan.bands.iter().any(|band| matches!(band.shape, Shape::Pair(..)));
        let heading = if paired { metrics.heading } else { 0 };
        // Even widths keep centres whole.
        let even = |width: i32| width + width % 2;
        let inner = |column| even(widest(column).max(heading) + 2 * PAD - 4);
        let left = (INNER + PAD, INNER + PAD + inner(Column::Begin));
        let right_edge = left.1 + metrics.gutter;
        let right = (right_edge, right_edge + inner(Column::Onward));
        let half_border = even(widest(Column::Border)) / 2;
        let border = right.1 + half_border + metrics.lane;
        let services_left = border + half_border + metrics.lane + 4;
        let services = (services_left, services_left + even(widest(Column::Services)));
        let cloud = services.1 + metrics.lane + 2;
        let outside_left = cloud + metrics.lane + 8;
        let outside = (outside_left, outside_left + even(widest(Column::Outside).max(outside_title)));
        Columns { left, right, border, half_border, services, cloud, outside, width: outside.1 + MARGIN + 2 }
    }

    /// Middle of a column.
    pub(super) fn center(&self, column: Column) -> i32 {
        let middle = |(left, right): (i32, i32)| i32::midpoint(left, right);
        match column {
            Column::Begin => middle(self.left),
            Column::Onward => middle(self.right),
            Column::Border => self.border,
            Column::Services => middle(self.services),
            Column::Outside => middle(self.outside),
        }
    }

    /// Where vertical lines may run: the columns' middles and the ways between them.
    pub(super) fn lanes(&self) -> Vec<i32> {
        let border_left = self.border - self.half_border;
        let border_right = self.border + self.half_border;
        vec![
            self.center(Column::Begin),
            i32::midpoint(self.left.1, self.right.0),
            self.center(Column::Onward),
            i32::midpoint(self.right.1, border_left),
            self.border,
            i32::midpoint(border_right, self.services.0),
            self.center(Column::Services),
            i32::midpoint(self.services.1, self.cloud),
            i32::midpoint(self.cloud, self.outside.0),
            self.center(Column::Outside),
        ]
    }
}

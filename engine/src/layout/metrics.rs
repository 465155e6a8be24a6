//! Sizes of the picture, in units (CSS pixels at 1×). An 8-unit rhythm where text does not ask for more.

/// Side of a component's rounded square.
pub const ICON: i32 = 32;
/// Font size of component names.
pub const LABEL_SIZE: i32 = 12;
/// Height of a line of a component's name.
pub const LABEL_LINE: i32 = 13;
/// Between the square and its name.
pub const LABEL_GAP: i32 = 2;
/// Between the square and its name, where that stands beside it.
pub const SIDE_GAP: i32 = 5;
/// Between a name and the next row: wide enough for a lane.
pub const ROW_GAP: i32 = 8;
/// Font size of frame names.
pub const TITLE_SIZE: i32 = 12;
/// Height of a line of a frame's heading.
pub const TITLE_LINE: i32 = 14;
/// Font size of the second lines of a heading: address ranges, table and ACL.
pub const EDGE_SIZE: i32 = 12;
/// Inner padding of frames.
pub const PAD: i32 = 9;
/// Between the subnets of two bands: a lane runs there.
pub const BAND_GAP: i32 = 14;
/// Radius of a numbered badge.
pub const BADGE: i32 = 9;
/// Corner radius of lines.
pub const CORNER: i32 = 8;

/// What differs between the arrangements.
#[derive(Clone, Copy, Debug)]
pub struct Metrics {
    /// Widest name in a column inside the VPC.
    pub inner_label: i32,
    /// Widest name of a gateway on the border.
    pub border_label: i32,
    /// Widest name in the columns of services and outside.
    pub outer_label: i32,
    /// Between the two columns of a VPC.
    pub gutter: i32,
    /// Widest heading of a subnet that shares its band.
    pub heading: i32,
    /// Clear way for a lane beside a column.
    pub lane: i32,
    /// Whether a subnet of workloads and one of endpoints may stand side by side.
    pub pair: bool,
}

/// For a column of 560 units and more.
pub const WIDE: Metrics = Metrics {
    inner_label: 112,
    border_label: 86,
    outer_label: 86,
    gutter: 34,
    heading: 124,
    lane: 12,
    pair: true,
};

/// For phones held upright and narrow frames.
pub const NARROW: Metrics = Metrics {
    inner_label: 80,
    border_label: 64,
    outer_label: 68,
    gutter: 24,
    heading: 96,
    lane: 10,
    pair: false,
};

//! The path: lines under the components, badges and marks over them.

use std::fmt::Write;

use super::escape;
use crate::layout::metrics::{BADGE, CORNER};
use crate::layout::{Ending, Mark, MarkKind, PathLine, Rect};

pub(super) fn draw_lines(out: &mut String, path: &PathLine) -> std::fmt::Result {
    for strand in &path.strands {
        let class = strand.class();
        writeln!(out, "<path class=\"dg-path {class}\" d=\"{}\"/>", strand.line.path(CORNER))?;
        if !strand.back.points.is_empty() {
            writeln!(out, "<path class=\"dg-path dg-blocked\" d=\"{}\"/>", strand.back.path(CORNER))?;
        }
    }
    Ok(())
}

pub(super) fn draw_badges(out: &mut String, path: &PathLine) -> std::fmt::Result {
    for mark in path.strands.iter().filter_map(|strand| strand.mark) {
        draw_mark(out, mark)?;
    }
    for badge in &path.badges {
        let class = if badge.ending == Ending::Arrives { "dg-badge" } else { "dg-badge dg-danger" };
        let (x, y) = (badge.at.x, badge.at.y);
        writeln!(
            out,
            "<g class=\"{class}\"><circle cx=\"{x}\" cy=\"{y}\" r=\"{BADGE}\"/><text x=\"{x}\" y=\"{}\">{}</text></g>",
            y + 4,
            badge.number
        )?;
    }
    Ok(())
}

/// The flag at a leak's end: a cross, and what it means.
pub(super) fn draw_flag(out: &mut String, rect: Rect, words: &str) -> std::fmt::Result {
    let Rect { x, y, w, h } = rect;
    let middle = y + h / 2;
    writeln!(
        out,
        "<g class=\"dg-flag\"><rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" rx=\"10\"/>\
         <path class=\"dg-sign\" d=\"M{} {middle}m-3.5 -3.5l7 7m0 -7l-7 7\"/>\
         <text x=\"{}\" y=\"{}\">{}</text></g>",
        x + 12,
        x + 22,
        middle + 4,
        escape(words)
    )
}

fn draw_mark(out: &mut String, mark: Mark) -> std::fmt::Result {
    let (x, y) = (mark.at.x, mark.at.y);
    match mark.kind {
        MarkKind::Arrow => writeln!(out, "<path class=\"dg-arrow\" d=\"{}\"/>", mark.arrow()),
        MarkKind::Leak => writeln!(out, "<path class=\"dg-mark-leak\" d=\"{}\"/>", mark.arrow()),
        MarkKind::Stop => writeln!(
            out,
            "<path class=\"dg-stop\" d=\"{}\"/><path class=\"dg-sign\" d=\"M{} {y}h9\"/>",
            mark.octagon(),
            f64::from(x) - 4.5
        ),
    }
}

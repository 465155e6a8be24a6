//! The path: lines under the components, badges and marks over them.

use std::fmt::Write;

use crate::layout::metrics::{BADGE, CORNER};
use crate::layout::{Ending, Mark, MarkKind, PathLine};

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

fn draw_mark(out: &mut String, mark: Mark) -> std::fmt::Result {
    let (x, y) = (mark.at.x, mark.at.y);
    match mark.kind {
        MarkKind::Arrow => writeln!(out, "<path class=\"dg-arrow\" d=\"{}\"/>", mark.arrow()),
        MarkKind::Leak => {
            let (cx, cy) = mark.corner();
            writeln!(
                out,
                "<path class=\"dg-mark-leak\" d=\"{}\"/><circle class=\"dg-stop\" cx=\"{cx}\" cy=\"{cy}\" r=\"10\"/>\
                 <path class=\"dg-sign\" d=\"M{} {}l7 7m0 -7l-7 7\"/>",
                mark.arrow(),
                f64::from(cx) - 3.5,
                f64::from(cy) - 3.5
            )
        }
        MarkKind::Stop => writeln!(
            out,
            "<path class=\"dg-stop\" d=\"{}\"/><path class=\"dg-sign\" d=\"M{} {y}h9\"/>",
            mark.octagon(),
            f64::from(x) - 4.5
        ),
    }
}

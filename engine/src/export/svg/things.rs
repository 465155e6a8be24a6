//! Components, and the line of verdicts.

use std::fmt::Write;

use super::{Chip, escape};
use crate::layout::metrics::LABEL_LINE;
use crate::layout::{Component, Ending, PathLine};
use crate::verdict::Verdict;

/// Side of the icon inside its square.
const DRAWING: i32 = 24;

pub(super) fn draw_component(
    out: &mut String,
    component: &Component,
    path: Option<&PathLine>,
) -> std::fmt::Result {
    let mut class = String::from("dg-component");
    if !component.on {
        class.push_str(" dg-off");
    }
    match path.and_then(|path| path.ending_at(&component.part)) {
        Some(Ending::Leaks) if path.is_some_and(|p| p.leaks_to(&component.part)) => {
            class.push_str(" dg-leaked");
        }
        Some(Ending::Leaks) => class.push_str(" dg-on-leak"),
        Some(_) => class.push_str(" dg-on-path"),
        None => {}
    }
    let (r, label) = (component.rect, component.label);
    write!(out, "<g class=\"{class}\"><title>{}</title>", escape(&component.name))?;
    if component.on_border {
        let gap = label.grown(2);
        let (x, y, w) = (gap.x, r.bottom(), gap.w);
        write!(
            out,
            "<rect class=\"dg-gap\" x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{}\"/>",
            gap.bottom() - y
        )?;
    }
    let inset = (r.w - DRAWING) / 2;
    write!(
        out,
        "<rect class=\"dg-box\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"8\"/>\
         <path class=\"dg-icon\" transform=\"translate({} {})\" d=\"{}\"/>",
        r.x,
        r.y,
        r.w,
        r.h,
        r.x + inset,
        r.y + inset,
        component.icon.path()
    )?;
    let mut baseline = label.y + LABEL_LINE - 3;
    for line in &component.lines {
        let x = r.center().x;
        write!(out, "<text class=\"dg-label\" x=\"{x}\" y=\"{baseline}\">{}</text>", escape(line))?;
        baseline += LABEL_LINE;
    }
    out.push_str("</g>\n");
    Ok(())
}

/// A sign, and the words.
pub(super) fn draw_chips(out: &mut String, chips: &[Chip], middle: i32) -> std::fmt::Result {
    let mut x = 14;
    for chip in chips {
        let (class, sign) = match chip.verdict {
            Verdict::Holds => ("dg-badge", "✓"),
            Verdict::Fails | Verdict::Undeployable => ("dg-badge dg-danger", "✕"),
            Verdict::Partial => ("dg-badge dg-danger", "◐"),
            Verdict::Unknown => ("dg-badge", "?"),
        };
        writeln!(
            out,
            "<g class=\"dg-chip\"><g class=\"{class}\"><circle cx=\"{x}\" cy=\"{middle}\" r=\"9\"/>\
             <text x=\"{x}\" y=\"{}\">{sign}</text></g><text x=\"{}\" y=\"{}\">{}</text></g>",
            middle + 4,
            x + 15,
            middle + 4,
            escape(&chip.text)
        )?;
        x += 36 + crate::layout::text_width(&chip.text, 14);
    }
    Ok(())
}

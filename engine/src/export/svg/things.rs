//! Components, and the line of verdicts.

use std::fmt::Write;

use super::{Chip, escape};
use crate::layout::{Component, Ending, PathLine, Point, Rect};
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
    let r = component.rect;
    write!(out, "<g class=\"{class}\"><title>{}</title>", escape(&component.name))?;
    if let Some(gap) = component.gap() {
        let Rect { x, y, w, h } = gap;
        write!(out, "<rect class=\"dg-gap\" x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\"/>")?;
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
    let class = component.label_class();
    for (Point { x, y }, line) in component.baselines() {
        write!(out, "<text class=\"{class}\" x=\"{x}\" y=\"{y}\">{}</text>", escape(line))?;
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

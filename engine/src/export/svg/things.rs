//! Components, and the line of verdicts.

use std::fmt::Write;

use super::{CHIP, Chip, escape};
use crate::layout::{Component, Ending, PathLine, Point, Rect, text_width};
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

/// Where each chip stands on a picture so wide: the middle of its sign, and its line.
pub(super) fn places(chips: &[Chip], width: i32) -> Vec<(i32, i32)> {
    let (mut x, mut line) = (EDGE, 0);
    let mut places = Vec::with_capacity(chips.len());
    for chip in chips {
        let room = 15 + text_width(&chip.text, 14);
        if x > EDGE && x + room > width {
            (x, line) = (EDGE, line + 1);
        }
        places.push((x, line));
        x += 21 + room;
    }
    places
}

/// From the edge to the middle of the first sign.
const EDGE: i32 = 14;

/// A sign, and the words.
pub(super) fn draw_chips(out: &mut String, chips: &[Chip], [width, top]: [i32; 2]) -> std::fmt::Result {
    for (chip, (x, line)) in chips.iter().zip(places(chips, width)) {
        let middle = top + line * CHIP + CHIP / 2;
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
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_chip_is_cut_off() {
        let chip = |text: &str| Chip { verdict: Verdict::Holds, text: text.to_owned() };
        let chips: Vec<Chip> =
            ["インターネットからの隔離", "PyPI のパッケージ", "S3 のデータ", "SageMaker API の呼び出し"]
                .map(chip)
                .into();
        for width in [100, 300, 420, 700, 2_000] {
            let places = places(&chips, width);
            let mut end = (0, -1);
            for (chip, (x, line)) in chips.iter().zip(places) {
                let room = 15 + text_width(&chip.text, 14);
                assert!(x == EDGE || x + room <= width, "{}: {x} + {room} of {width}", chip.text);
                assert!(line > end.1 || x > end.0, "{} covers the one before", chip.text);
                end = (x + room, line);
            }
        }
    }
}

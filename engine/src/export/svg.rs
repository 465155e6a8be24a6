//! The picture as one SVG file: no script, no font, no address; light and dark by the reader's setting.

use std::fmt::Write;

use crate::layout::metrics::{CORNER, LABEL_SIZE, TITLE_LINE};
use crate::layout::{Diagram, Frame, FrameKind, PathLine, Relation, Role, text_width};
use crate::verdict::Verdict;
use crate::words::Lang;

mod path;
mod things;

/// Style of the picture; the class names are the page's own.
const STYLE: &str = include_str!("svg.css");
/// Height of a line of verdicts under the picture.
const CHIP: i32 = 36;

/// What the picture says about itself.
#[derive(Clone, Debug, Default)]
pub struct Caption<'a> {
    /// Its language, as a BCP 47 tag.
    pub lang: &'a str,
    /// Its accessible name.
    pub title: &'a str,
    /// Its accessible description.
    pub description: &'a str,
    /// Verdicts, shown beneath.
    pub chips: &'a [Chip],
}

/// A requirement's verdict in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// The verdict, for its sign.
    pub verdict: Verdict,
    /// The words.
    pub text: String,
}

/// Draws the picture, with a path if one is given.
pub fn svg(diagram: &Diagram, path: Option<&PathLine>, caption: &Caption<'_>) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail, here and below.
    let _ = draw(&mut out, diagram, path, caption);
    out
}

fn draw(
    out: &mut String,
    diagram: &Diagram,
    path: Option<&PathLine>,
    caption: &Caption<'_>,
) -> std::fmt::Result {
    let width = diagram.width;
    let lines = things::places(caption.chips, width).last().map_or(0, |(_, line)| line + 1);
    let height = diagram.height + lines * CHIP;
    write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" lang=\"{}\" role=\"img\" aria-labelledby=\"t d\">\n<title id=\"t\">{}</title>\n\
         <desc id=\"d\">{}</desc>\n<style>{STYLE}</style>\n",
        escape(caption.lang),
        escape(caption.title),
        escape(caption.description)
    )?;
    for frame in &diagram.frames {
        draw_frame(out, frame)?;
    }
    let quiet = |relation: &&Relation| relation.on && !path.is_some_and(|path| path.covers(relation));
    for relation in diagram.relations.iter().filter(quiet) {
        let class = if relation.own_side { "dg-relation dg-own" } else { "dg-relation" };
        writeln!(out, "<path class=\"{class}\" d=\"{}\"/>", relation.line.path(CORNER))?;
    }
    if let Some(path) = path {
        path::draw_lines(out, path)?;
    }
    for component in &diagram.components {
        things::draw_component(out, component, path)?;
    }
    if let Some(path) = path {
        let leaves = Lang::from_tag(caption.lang).unwrap_or(Lang::En).ui().leaves_the_vpc;
        if let Some(rect) = path.flag(diagram, text_width(leaves, LABEL_SIZE)) {
            path::draw_flag(out, rect, leaves)?;
        }
        path::draw_badges(out, path)?;
    }
    things::draw_chips(out, caption.chips, [width, diagram.height])?;
    out.push_str("</svg>\n");
    Ok(())
}

fn draw_frame(out: &mut String, frame: &Frame) -> std::fmt::Result {
    let kind = match frame.kind {
        FrameKind::Cloud => "dg-cloud",
        FrameKind::Vpc => "dg-vpc",
        FrameKind::PublicSubnet => "dg-public",
        FrameKind::PrivateSubnet => "dg-private",
        FrameKind::Outside => "dg-outside",
    };
    let off = if frame.on { "" } else { " dg-off" };
    let r = frame.rect;
    write!(
        out,
        "<g class=\"dg-frame {kind}{off}\"><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"8\"/>",
        r.x, r.y, r.w, r.h
    )?;
    let mut baseline = frame.title.y + TITLE_LINE - 3;
    for line in &frame.heading {
        write!(out, "<text x=\"{}\" y=\"{baseline}\">", frame.title.x)?;
        for (at, (role, words)) in line.iter().enumerate() {
            let class = match role {
                Role::Name => "dg-name",
                Role::Range => "dg-range",
                Role::Edge => "dg-edge",
            };
            let space = if at > 0 { " dx=\"6\"" } else { "" };
            write!(out, "<tspan class=\"{class}\"{space}>{}</tspan>", escape(words))?;
        }
        out.push_str("</text>");
        baseline += TITLE_LINE;
    }
    out.push_str("</g>\n");
    Ok(())
}

/// Text as XML character data.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

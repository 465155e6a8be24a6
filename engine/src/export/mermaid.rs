//! Verdicts and path as Mermaid text, which GitHub, Zenn and Qiita draw.

use super::Account;
use super::markdown::sign;
use crate::layout::{Component, Diagram, Ending, Frame, FrameKind, PathLine, Relation, Strand};
use crate::verdict::Verdict;

/// Colours that are read on light and on dark ground, as on the page: blue against vermilion.
const STYLES: &str = "  classDef holds fill:#e8f1fb,stroke:#0b5cad,color:#0b3a6b,stroke-width:2px\n  \
    classDef fails fill:#fdefe8,stroke:#b93c0a,color:#7a2806,stroke-width:2px,stroke-dasharray:4 3\n  \
    classDef open fill:#f4f6f9,stroke:#546172,color:#1a2330,stroke-width:2px,stroke-dasharray:2 3\n";

/// Draws what is built, the path of one answer, and every verdict.
pub fn mermaid(account: &Account<'_>, diagram: &Diagram, path: &PathLine) -> String {
    let mut out = String::from("flowchart LR\n");
    out.extend(["  accTitle: ", &one_line(account.title), "\n"]);
    let built: Vec<(usize, &Component)> =
        diagram.components.iter().enumerate().filter(|(_, component)| component.on).collect();
    frames(&mut out, diagram, &built, None, 1);
    lines(&mut out, diagram, path);
    out.extend(["  subgraph verdicts [\"", &text(account.lang.ui().requirements), "\"]\n"]);
    for (index, answer) in account.answers.iter().enumerate() {
        let words = [
            sign(answer.verdict),
            " ",
            &account.lang.requirement(&answer.requirement),
            ": ",
            account.lang.verdict(answer.verdict),
        ];
        let class = match answer.verdict {
            Verdict::Holds => "holds",
            Verdict::Fails => "fails",
            _ => "open",
        };
        out.extend(["    v", &index.to_string(), "[\"", &text(&words.concat()), "\"]:::", class, "\n"]);
    }
    out.push_str("  end\n");
    out.push_str(STYLES);
    out
}

/// The frames within one, each with the components that stand in it and in no smaller frame.
fn frames(
    out: &mut String,
    diagram: &Diagram,
    built: &[(usize, &Component)],
    around: Option<&Frame>,
    depth: usize,
) {
    let indent = "  ".repeat(depth);
    let inner = |frame: &&Frame| frame.on && home(diagram, frame) == around.map(|frame| &frame.part);
    for frame in diagram.frames.iter().filter(inner) {
        let place = diagram.frames.iter().position(|other| other == frame).unwrap_or_default().to_string();
        let detail = if frame.detail.is_empty() { "" } else { " " };
        let title = [&*frame.name, detail, &*frame.detail].concat();
        out.extend([&*indent, "subgraph f", &place, " [\"", &text(&title), "\"]\n"]);
        frames(out, diagram, built, Some(frame), depth + 1);
        for (index, component) in built.iter().filter(|(_, component)| stands_in(diagram, component, frame)) {
            out.extend([&*indent, "  c", &index.to_string(), "[\"", &text(&component.name), "\"]\n"]);
        }
        out.extend([&*indent, "end\n"]);
    }
}

/// The smallest frame around another one.
fn home<'d>(diagram: &'d Diagram, frame: &Frame) -> Option<&'d crate::layout::Part> {
    let around = |other: &&Frame| other.on && other.part != frame.part && other.rect.contains(frame.rect);
    diagram.frames.iter().rev().find(around).map(|frame| &frame.part)
}

fn stands_in(diagram: &Diagram, component: &Component, frame: &Frame) -> bool {
    let holds = |frame: &&Frame| frame.on && frame.rect.contains(component.rect);
    // What stands on a border belongs to what it is the border of.
    let on_border = |frame: &&Frame| {
        frame.on && component.on_border && frame.kind == FrameKind::Vpc && frame.rect.overlaps(component.rect)
    };
    let found = diagram.frames.iter().rev().find(|frame| holds(frame) || on_border(frame));
    found == Some(frame)
}

/// Relations thin, the path numbered and thick.
fn lines(out: &mut String, diagram: &Diagram, path: &PathLine) {
    let id = |part: &crate::layout::Part| {
        let found = diagram.components.iter().position(|component| component.on && component.part == *part);
        found.map(|index| ["c", &index.to_string()].concat())
    };
    let quiet = |relation: &&Relation| relation.on && !path.covers(relation);
    for relation in diagram.relations.iter().filter(quiet) {
        if let (Some(from), Some(to)) = (id(&relation.from), id(&relation.to)) {
            out.extend(["  ", &*from, " -.- ", &*to, "\n"]);
        }
    }
    for strand in &path.strands {
        let stops: Vec<String> = strand.through.iter().filter_map(id).collect();
        for pair in stops.windows(2) {
            if let [from, to] = pair {
                out.extend(["  ", &**from, arrow(strand), &**to, "\n"]);
            }
        }
        if let (Ending::Blocked, Some(last)) = (strand.ending, stops.last()) {
            let stop = ["stop", &strand.step.to_string()].concat();
            out.extend(["  ", &**last, " --x ", &*stop, "((\"✕\")):::fails\n"]);
        }
    }
}

fn arrow(strand: &Strand) -> &'static str {
    match strand.ending {
        Ending::Arrives => " ==> ",
        Ending::Leaks => " ==>|!| ",
        Ending::Blocked => " --> ",
    }
}

fn one_line(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

/// A label in quotation marks; Mermaid's own signs are written as entities.
fn text(label: &str) -> String {
    let mut out = String::with_capacity(label.len());
    for letter in label.chars() {
        match letter {
            '"' => out.push_str("#quot;"),
            '#' => out.push_str("#35;"),
            '<' => out.push_str("#lt;"),
            '>' => out.push_str("#gt;"),
            '`' => out.push('\''),
            letter if letter.is_control() => out.push(' '),
            letter => out.push(letter),
        }
    }
    out
}

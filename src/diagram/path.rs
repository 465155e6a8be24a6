//! The path: lines, marks at their ends, numbered badges.

use engine::layout::metrics::{BADGE, CORNER};
use engine::layout::{Badge, Ending, Mark, MarkKind, Rect, Strand};
use yew::prelude::*;

/// The line of a strand, and of its way back where that is what is stopped.
pub(super) fn line(strand: &Strand) -> Html {
    html! {
        <>
            <path class={classes!("dg-path", strand.class())} d={strand.line.path(CORNER)} />
            if !strand.back.points.is_empty() {
                <path class="dg-path dg-blocked" d={strand.back.path(CORNER)} />
            }
        </>
    }
}

/// An arrow head, a leak's sign, or a stop sign.
pub(super) fn mark(mark: Mark) -> Html {
    let bar = |x: i32, y: i32| format!("M{x} {y}m-4.5 0h9");
    match mark.kind {
        MarkKind::Arrow => html! { <path class="dg-arrow" d={mark.arrow()} /> },
        MarkKind::Leak => html! { <path class="dg-mark-leak" d={mark.arrow()} /> },
        MarkKind::Stop => html! {
            <>
                <path class="dg-stop" d={mark.octagon()} />
                <path class="dg-sign" d={bar(mark.at.x, mark.at.y)} />
            </>
        },
    }
}

/// The flag at a leak's end: a cross, and what it means.
pub(super) fn flag(rect: Rect, words: &str) -> Html {
    let Rect { x, y, w, h } = rect;
    html! {
        <g class="dg-flag">
            <rect x={x.to_string()} y={y.to_string()} width={w.to_string()} height={h.to_string()} rx="10" />
            <path class="dg-sign" d={format!("M{} {}m-3.5 -3.5l7 7m0 -7l-7 7", x + 12, y + h / 2)} />
            <text x={(x + 22).to_string()} y={(y + h / 2 + 4).to_string()}>{ words.to_owned() }</text>
        </g>
    }
}

/// A numbered badge, pointed out or not.
pub(super) fn badge(badge: &Badge, pointed_out: bool) -> Html {
    let danger = badge.ending != Ending::Arrives;
    let classes =
        classes!("dg-badge", danger.then_some("dg-danger"), pointed_out.then_some("dg-pointed-out"));
    let (x, y) = (badge.at.x, badge.at.y);
    html! {
        <g class={classes}>
            <circle cx={x.to_string()} cy={y.to_string()} r={BADGE.to_string()} />
            <text x={x.to_string()} y={(y + 4).to_string()}>{ badge.number }</text>
        </g>
    }
}

//! A verdict as a sign; its word stands beside it.

use engine::verdict::Verdict;
use yew::prelude::*;

use super::{Glyph, GlyphIcon};

/// The verdict's name in styles.
pub(crate) fn mark_name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Holds => "holds",
        Verdict::Fails => "fails",
        Verdict::Partial => "partial",
        Verdict::Unknown => "unknown",
        Verdict::Undeployable => "undeployable",
    }
}

fn glyph(verdict: Verdict) -> Glyph {
    match verdict {
        Verdict::Holds => Glyph::Check,
        Verdict::Fails => Glyph::Cross,
        Verdict::Partial => Glyph::Half,
        Verdict::Unknown => Glyph::Question,
        Verdict::Undeployable => Glyph::Barred,
    }
}

/// Which verdict.
#[derive(Properties, PartialEq)]
pub(crate) struct VerdictMarkProps {
    pub(crate) verdict: Verdict,
}

/// The sign of a verdict.
#[component]
pub(crate) fn VerdictMark(props: &VerdictMarkProps) -> Html {
    html! {
        <span class="mark" data-verdict={mark_name(props.verdict)}>
            <GlyphIcon glyph={glyph(props.verdict)} />
        </span>
    }
}

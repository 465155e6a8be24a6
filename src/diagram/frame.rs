//! A frame with its heading.

use std::rc::Rc;

use engine::layout::metrics::TITLE_LINE;
use engine::layout::{Diagram, Frame, FrameKind, Role};
use yew::prelude::*;

#[derive(Properties)]
pub(super) struct FrameProps {
    pub(super) diagram: Rc<Diagram>,
    /// Its place among the frames.
    pub(super) at: usize,
    /// Whether words beside the picture point at it.
    pub(super) pointed: bool,
    /// Whether it is pointed out.
    pub(super) lit: bool,
}

impl FrameProps {
    fn frame(&self) -> Option<&Frame> {
        self.diagram.frames.get(self.at)
    }
}

impl PartialEq for FrameProps {
    fn eq(&self, other: &Self) -> bool {
        (self.pointed, self.lit) == (other.pointed, other.lit) && self.frame() == other.frame()
    }
}

/// A rounded box, named at its top left.
#[component]
pub(super) fn FrameView(props: &FrameProps) -> Html {
    let Some(frame) = props.frame() else { return Html::default() };
    let kind = match frame.kind {
        FrameKind::Cloud => "dg-cloud",
        FrameKind::Vpc => "dg-vpc",
        FrameKind::PublicSubnet => "dg-public",
        FrameKind::PrivateSubnet => "dg-private",
        FrameKind::Outside => "dg-outside",
    };
    let rect = frame.rect;
    let baselines = (0..).map(|line| frame.title.y + TITLE_LINE - 3 + line * TITLE_LINE);
    html! {
        <g class={classes!(
            "dg-frame",
            kind,
            (!frame.on).then_some("dg-off"),
            props.pointed.then_some("dg-pointed"),
            props.lit.then_some("dg-lit"),
        )}>
            <rect x={rect.x.to_string()} y={rect.y.to_string()} width={rect.w.to_string()}
                height={rect.h.to_string()} rx="8" />
            { for frame.heading.iter().zip(baselines).map(|(line, y)| html! {
                <text x={frame.title.x.to_string()} y={y.to_string()}>
                    { for line.iter().enumerate().map(|(at, (role, words))| html! {
                        <tspan class={class(*role)} dx={(at > 0).then_some("6")}>{ words.to_string() }</tspan>
                    }) }
                </text>
            }) }
        </g>
    }
}

fn class(role: Role) -> &'static str {
    match role {
        Role::Name => "dg-name",
        Role::Range => "dg-range",
        Role::Edge => "dg-edge",
    }
}

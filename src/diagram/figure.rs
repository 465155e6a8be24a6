//! The whole picture.

use std::rc::Rc;

use engine::layout::metrics::CORNER;
use engine::layout::{Diagram, Part, PathLine};
use yew::prelude::*;

use super::component::ComponentView;
use super::frame::FrameView;
use super::path::{badge, line, mark};

/// What the picture shows.
#[derive(Properties, PartialEq)]
pub(crate) struct DiagramProps {
    /// The id of its description.
    pub(crate) id: AttrValue,
    /// Where everything stands.
    pub(crate) diagram: Rc<Diagram>,
    /// The path drawn on it.
    pub(crate) path: Rc<PathLine>,
    /// Its accessible name.
    pub(crate) label: AttrValue,
    /// The same in words, for those who do not see it.
    pub(crate) description: AttrValue,
    /// The number of the badge pointed out.
    #[prop_or_default]
    pub(crate) step: Option<u16>,
    /// What the latest change switched: pulses once.
    #[prop_or_default]
    pub(crate) changed: Rc<Vec<Box<str>>>,
    /// What words beside it point at, by logical ids.
    #[prop_or_default]
    pub(crate) pointed: Rc<Vec<Box<str>>>,
    /// A component was pressed: the parameter that switches it.
    pub(crate) onpress: Callback<AttrValue>,
}

/// The picture. It is a document of graphics for assistive technology; whoever cannot press its components has the
/// switches beside it.
#[component]
pub(crate) fn DiagramFigure(props: &DiagramProps) -> Html {
    let DiagramProps { id, diagram, path, label, description, step, changed, pointed, onpress } = props;
    let view_box = format!("0 0 {} {}", diagram.width, diagram.height);
    html! {
        <svg class="dg" viewBox={view_box} role="graphics-document document" aria-label={label}
            aria-describedby={id}>
            <desc {id}>{ description }</desc>
            <g aria-hidden="true">
                { for diagram.frames.iter().map(|frame| html! { <FrameView pointed={pointed.iter().any(|id| frame.part == Part::Resource(id.clone()))} frame={frame.clone()} /> }) }
                { for diagram.relations.iter().filter(|relation| relation.on && !path.covers(relation)).map(|relation| html! {
                    <path class={classes!("dg-relation", relation.own_side.then_some("dg-own"))}
                        d={relation.line.path(CORNER)} />
                }) }
                { for path.strands.iter().map(line) }
                { for diagram.components.iter().map(|component| html! {
                    <ComponentView
                        ending={path.ending_at(&component.part)}
                        leaked={path.leaks_to(&component.part)}
                        pointed={pointed.iter().any(|id| component.stands_for(id))}
                        changed={changed.iter().any(|id| component.stands_for(id))}
                        component={component.clone()}
                        {onpress}
                    />
                }) }
                { for path.strands.iter().filter_map(|strand| strand.mark).map(mark) }
                { for path.badges.iter().map(|each| badge(each, *step == Some(each.number))) }
            </g>
        </svg>
    }
}

//! The whole picture.

use std::rc::Rc;

use engine::layout::metrics::{CORNER, LABEL_SIZE};
use engine::layout::{Diagram, Part, PathLine, text_width};
use engine::words::Lang;
use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::component::ComponentView;
use super::connections::{Connections, focus};
use super::frame::FrameView;
use super::path::{badge, flag, line, mark};
use super::walk::go;

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
    /// The language of its names.
    pub(crate) lang: Lang,
    /// The number of the badge pointed out.
    #[prop_or_default]
    pub(crate) step: Option<u16>,
    /// The component or frame pointed out.
    #[prop_or_default]
    pub(crate) lit: Option<Part>,
    /// What the latest change switched: pulses once.
    #[prop_or_default]
    pub(crate) changed: Rc<Vec<Box<str>>>,
    /// What words beside it point at, by logical ids.
    #[prop_or_default]
    pub(crate) pointed: Rc<Vec<Box<str>>>,
    /// A component was pressed: the parameter that switches it.
    pub(crate) onpress: Callback<AttrValue>,
}

/// The picture: a document of graphics, in which components are walked through with the arrow keys.
#[component]
pub(crate) fn DiagramFigure(props: &DiagramProps) -> Html {
    let DiagramProps { id, diagram, path, label, description, lang, step, lit, changed, pointed, onpress } =
        props;
    let svg = use_node_ref();
    let current = use_state_eq(|| first(diagram, path));
    let opened = use_state_eq(|| None);
    let at = (*current).min(diagram.components.len().saturating_sub(1));
    let onkeydown = {
        let (svg, opened) = (svg.clone(), opened.setter());
        use_callback((diagram.clone(), path.clone(), onpress.clone()), move |event: KeyboardEvent, state| {
            let (diagram, path, onpress) = state;
            let Some(at) = place_of(&event) else { return };
            let key = event.key();
            if event.ctrl_key() || event.meta_key() || event.alt_key() {
                return;
            }
            match key.as_str() {
                "Enter" => opened.set(Some(at)),
                " " => {
                    let toggle = diagram.components.get(at).and_then(|c| c.toggle.as_ref());
                    if let Some(toggle) = toggle {
                        onpress.emit(toggle.to_string().into());
                    }
                }
                _ => match go(diagram, path, at, &key) {
                    Some(to) => focus(&svg, to),
                    None if key.starts_with("Arrow") => {}
                    None => return,
                },
            }
            event.prevent_default();
        })
    };
    let onfocusin = {
        let current = current.setter();
        use_callback((), move |event: FocusEvent, ()| {
            if let Some(at) = place_of(&event) {
                current.set(at);
            }
        })
    };
    let onopen = {
        let opened = opened.setter();
        use_callback((), move |at: usize, ()| opened.set(Some(at)))
    };
    let onleave = {
        let (svg, opened) = (svg.clone(), opened.setter());
        Callback::from(move |to| {
            opened.set(None);
            focus(&svg, to);
        })
    };
    let leaves = lang.ui().leaves_the_vpc;
    let view_box = format!("0 0 {} {}", diagram.width, diagram.height);
    html! {
        <>
            <svg class="dg" ref={svg} viewBox={view_box} role="graphics-document document" aria-label={label}
                aria-describedby={id} {onkeydown} {onfocusin}>
                <desc {id}>{ description }</desc>
                <g aria-hidden="true">
                    { for diagram.frames.iter().enumerate().map(|(at, frame)| html! {
                        <FrameView
                            key={at}
                            {at}
                            diagram={diagram.clone()}
                            pointed={pointed.iter().any(|id| frame.part == Part::Resource(id.clone()))}
                            lit={lit.as_ref() == Some(&frame.part)}
                        />
                    }) }
                </g>
                <g aria-hidden="true">
                    { for diagram.relations.iter().enumerate().filter(|(_, relation)| relation.on && !path.covers(relation)).map(|(at, relation)| html! {
                        <path key={at} class={classes!("dg-relation", relation.own_side.then_some("dg-own"))}
                            d={relation.line.path(CORNER)} />
                    }) }
                </g>
                <g aria-hidden="true">
                    { for path.strands.iter().map(line) }
                </g>
                <g>
                    { for diagram.components.iter().enumerate().map(|(place, component)| html! {
                        <ComponentView
                            key={place}
                            at={place}
                            diagram={diagram.clone()}
                            lang={*lang}
                            reached={place == at}
                            ending={path.ending_at(&component.part)}
                            leaked={path.leaks_to(&component.part)}
                            changed={changed.iter().any(|id| component.stands_for(id))}
                            pointed={pointed.iter().any(|id| component.stands_for(id))}
                            lit={lit.as_ref() == Some(&component.part)}
                            {onpress}
                            onopen={onopen.clone()}
                        />
                    }) }
                </g>
                <g aria-hidden="true">
                    { for path.strands.iter().filter_map(|strand| strand.mark).map(mark) }
                </g>
                <g aria-hidden="true">
                    { for path.flag(diagram, text_width(leaves, LABEL_SIZE)).map(|rect| flag(rect, leaves)) }
                </g>
                <g aria-hidden="true">
                    { for path.badges.iter().map(|each| badge(each, *step == Some(each.number))) }
                </g>
            </svg>
            if let Some(of) = *opened {
                <Connections diagram={diagram.clone()} path={path.clone()} lang={*lang} {of} {onleave} {onpress} />
            }
        </>
    }
}

/// Where the walk begins: where the path does.
fn first(diagram: &Diagram, path: &PathLine) -> usize {
    let begin = path.strands.first().and_then(|strand| strand.through.first());
    begin.and_then(|part| diagram.components.iter().position(|c| c.part == *part)).unwrap_or(0)
}

/// The component an event is of, by its place.
fn place_of(event: &Event) -> Option<usize> {
    let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    target.closest("[data-at]").ok()??.get_attribute("data-at")?.parse().ok()
}

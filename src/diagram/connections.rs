//! What a component is connected with, and its switch: opened on the picture, closed with Escape.

use engine::layout::{Component, Diagram, PathLine};
use engine::words::Lang;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::walk::{Tie, ties};
use crate::parts::{Button, Glyph, said};

#[derive(Properties, PartialEq)]
pub(super) struct ConnectionsProps {
    pub(super) diagram: std::rc::Rc<Diagram>,
    pub(super) path: std::rc::Rc<PathLine>,
    pub(super) lang: Lang,
    /// The component's place.
    pub(super) of: usize,
    /// Another component is to be gone to, by its place; the same one where the list is only to be closed.
    pub(super) onleave: Callback<usize>,
    /// The component's switch was pressed.
    pub(super) onpress: Callback<AttrValue>,
}

/// What a component is connected with.
#[component]
pub(super) fn Connections(props: &ConnectionsProps) -> Html {
    let ConnectionsProps { diagram, path, lang, of, onleave, onpress } = props;
    let (lang, of) = (*lang, *of);
    let panel = use_node_ref();
    use_effect_with(of, {
        let panel = panel.clone();
        move |_| {
            if let Some(panel) = panel.cast::<HtmlElement>() {
                // It can only refuse where it is not in the document any more.
                let _ = panel.focus();
            }
        }
    });
    let onkeydown = {
        let onleave = onleave.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.prevent_default();
                event.stop_propagation();
                onleave.emit(of);
            }
        }
    };
    let Some(component) = diagram.components.get(of) else { return html! { <div></div> } };
    let ties = ties(diagram, path, of);
    let (ui, words) = (lang.ui(), lang.stepper());
    let heading = lang.connections_of(&component.name);
    let turn = component.toggle.as_ref().map(|toggle| {
        let toggle = AttrValue::from(toggle.to_string());
        onpress.reform(move |()| toggle.clone())
    });
    html! {
        <div class="connections panel" ref={panel} role="group" tabindex="-1" aria-label={heading.clone()} {onkeydown}>
            <p class="connections-head">
                <strong>{ said(lang, &heading) }</strong>
                <Button label={ui.close} glyph={Glyph::Close} onpress={onleave.reform(move |()| of)} />
            </p>
            <ul>
                { for ties.iter().filter_map(|(tie, to)| Some(row(lang, *tie, diagram.components.get(*to)?, *to, onleave))) }
            </ul>
            if ties.is_empty() {
                <p>{ words.no_connections }</p>
            }
            if let Some(turn) = turn {
                <Button label={if component.on { words.turn_off } else { words.turn_on }} onpress={turn} />
            }
        </div>
    }
}

fn row(lang: Lang, tie: Tie, component: &Component, to: usize, onleave: &Callback<usize>) -> Html {
    html! {
        <li key={format!("{tie:?}{to}")}>
            <span>{ word(lang, tie) }</span>
            <button type="button" class="link" onclick={onleave.reform(move |_: MouseEvent| to)}>
                { said(lang, &component.name) }
            </button>
        </li>
    }
}

fn word(lang: Lang, tie: Tie) -> &'static str {
    let words = lang.stepper();
    match tie {
        Tie::PathOn => words.path_goes_on,
        Tie::PathFrom => words.path_comes_from,
        Tie::To => words.leads_to,
        Tie::From => words.reached_from,
        Tie::FetchesFrom => words.fetches_from,
        Tie::FetchedBy => words.fetched_by,
    }
}

/// Moves the focus to a component of the picture.
pub(super) fn focus(svg: &NodeRef, at: usize) {
    let selector = ["[data-at='", &at.to_string(), "']"].concat();
    let found = svg.cast::<web_sys::Element>().and_then(|svg| svg.query_selector(&selector).ok().flatten());
    if let Some(component) = found.and_then(|found| found.dyn_into::<web_sys::SvgElement>().ok()) {
        // It can only refuse where it is not in the document any more.
        let _ = component.focus();
    }
}

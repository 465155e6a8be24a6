//! A component: icon in a rounded square, name under it.

use std::rc::Rc;

use engine::layout::{Component, Diagram, Ending};
use engine::words::Lang;
use yew::prelude::*;

/// Side of the icon inside its square.
const DRAWING: i32 = 24;

#[derive(Properties)]
pub(super) struct ComponentProps {
    pub(super) diagram: Rc<Diagram>,
    /// Its place among the components.
    pub(super) at: usize,
    /// The language of its name.
    pub(super) lang: Lang,
    /// How the path fares here, where it passes.
    pub(super) ending: Option<Ending>,
    /// Whether the path leaks to it.
    pub(super) leaked: bool,
    /// Whether words beside the picture point at it.
    pub(super) pointed: bool,
    /// Whether the latest change switched it.
    pub(super) changed: bool,
    /// Whether the tabulator key reaches it.
    pub(super) reached: bool,
    /// Whether it is pointed out.
    pub(super) lit: bool,
    /// Pressed: the parameter that switches it.
    pub(super) onpress: Callback<AttrValue>,
    /// Pressed, where it has no switch: its connections are asked for.
    pub(super) onopen: Callback<usize>,
}

impl ComponentProps {
    fn component(&self) -> Option<&Component> {
        self.diagram.components.get(self.at)
    }

    /// The name of the frame it stands in.
    fn home(&self) -> &str {
        self.component().and_then(|component| self.diagram.home(component)).map_or("", |frame| &frame.name)
    }
}

/// Of the picture only what it shows itself counts.
impl PartialEq for ComponentProps {
    fn eq(&self, other: &Self) -> bool {
        let marks = |props: &Self| {
            (props.ending, props.leaked, props.pointed, props.changed, props.reached, props.lit)
        };
        marks(self) == marks(other)
            && (self.at, self.lang, &self.onpress, &self.onopen)
                == (other.at, other.lang, &other.onpress, &other.onopen)
            && (Rc::ptr_eq(&self.diagram, &other.diagram)
                || (self.component(), self.home()) == (other.component(), other.home()))
    }
}

/// A component; pressing it turns its switch, where it has one, else lists its connections.
#[component]
pub(super) fn ComponentView(props: &ComponentProps) -> Html {
    let Some(component) = props.component() else { return Html::default() };
    let rect = component.rect;
    let inset = (rect.w - DRAWING) / 2;
    let classes = classes!(
        "dg-component",
        (!component.on).then_some("dg-off"),
        component.toggle.is_some().then_some("dg-switched"),
        props.changed.then_some("dg-changed"),
        props.pointed.then_some("dg-pointed"),
        props.lit.then_some("dg-lit"),
        match props.ending {
            Some(Ending::Leaks) if props.leaked => Some("dg-leaked"),
            Some(Ending::Leaks) => Some("dg-on-leak"),
            Some(_) => Some("dg-on-path"),
            None => None,
        },
    );
    let at = props.at;
    let onclick = match &component.toggle {
        Some(toggle) => {
            let toggle = AttrValue::from(toggle.to_string());
            props.onpress.reform(move |_: MouseEvent| toggle.clone())
        }
        None => props.onopen.reform(move |_: MouseEvent| at),
    };
    let mut rest: &str = &component.name;
    html! {
        <g class={classes} role="button" aria-label={props.lang.component_name(&component.name, component.on, props.home())} data-at={at.to_string()}
            data-toggle={component.toggle.as_ref().map(ToString::to_string)}
            tabindex={if props.reached { "0" } else { "-1" }} {onclick}>
            <title>{ title(component) }</title>
            if let Some(gap) = component.gap() {
                <rect class="dg-gap" x={gap.x.to_string()} y={gap.y.to_string()} width={gap.w.to_string()}
                    height={gap.h.to_string()} />
            }
            <rect class="dg-box" x={rect.x.to_string()} y={rect.y.to_string()} width={rect.w.to_string()}
                height={rect.h.to_string()} rx="8" />
            <path class="dg-icon" transform={format!("translate({} {})", rect.x + inset, rect.y + inset)}
                d={component.icon.path()} />
            { for component.baselines().map(|(at, line)| html! {
                <text class={component.label_class()} x={at.x.to_string()} y={at.y.to_string()}>{ shown(line, &mut rest) }</text>
            }) }
        </g>
    }
}

/// A line of a name, with the space that ends it in the `rest` of the name, so that the lines together read as the name does.
fn shown(line: &str, rest: &mut &str) -> String {
    *rest = rest.strip_prefix(line).unwrap_or(rest);
    let space = if rest.starts_with(' ') { " " } else { "" };
    *rest = rest.trim_start();
    [line, space].concat()
}

/// The whole name, and its address.
fn title(component: &Component) -> String {
    if component.detail.is_empty() {
        return component.name.to_string();
    }
    format!("{} {}", component.name, component.detail)
}

//! A button of the tool bar.

use yew::prelude::*;

use super::{Glyph, GlyphIcon};

/// A button.
#[derive(Properties, PartialEq)]
pub(crate) struct ButtonProps {
    /// Its name.
    pub(crate) label: AttrValue,
    /// Its sign; the name is then shown only where there is room for it.
    #[prop_or_default]
    pub(crate) glyph: Option<Glyph>,
    /// The language its name is in, where that is not the page's.
    #[prop_or_default]
    pub(crate) lang: Option<AttrValue>,
    /// Whether it stays pressed, where it is that kind of button.
    #[prop_or_default]
    pub(crate) pressed: Option<bool>,
    /// Whether it does nothing now; it can still be reached, so that focus is not lost.
    #[prop_or_default]
    pub(crate) idle: bool,
    /// Told when it is pressed.
    pub(crate) onpress: Callback<()>,
}

/// A button.
#[component]
pub(crate) fn Button(props: &ButtonProps) -> Html {
    let onclick = {
        let (onpress, idle) = (props.onpress.clone(), props.idle);
        move |_: MouseEvent| {
            if !idle {
                onpress.emit(());
            }
        }
    };
    let pressed = props.pressed.map(|pressed| if pressed { "true" } else { "false" });
    let class = classes!("button", props.glyph.is_some().then_some("with-glyph"));
    html! {
        <button
            type="button"
            {class}
            lang={props.lang.clone()}
            aria-pressed={pressed}
            aria-disabled={props.idle.then_some("true")}
            title={props.glyph.map(|_| props.label.clone())}
            {onclick}
        >
            if let Some(glyph) = props.glyph {
                <GlyphIcon {glyph} />
            }
            <span class="button-label">{ props.label.clone() }</span>
        </button>
    }
}

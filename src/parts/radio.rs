//! One of several: a native radio button with what it stands for.

use yew::prelude::*;

/// One of several.
#[derive(Properties, PartialEq)]
pub(crate) struct RadioProps {
    /// The id of the control.
    pub(crate) id: AttrValue,
    /// How it looks.
    pub(crate) class: Classes,
    /// What the several have in common.
    pub(crate) name: AttrValue,
    /// Whether it is the one.
    pub(crate) checked: bool,
    /// Told when it becomes the one.
    pub(crate) onpick: Callback<()>,
    /// What it stands for.
    pub(crate) children: Html,
}

/// One of several. The control itself is there, so that arrow keys, forms of assistive technology and forced colours work as
/// everywhere.
#[component]
pub(crate) fn Radio(props: &RadioProps) -> Html {
    let RadioProps { id, class, name, checked, onpick, children } = props;
    html! {
        <label class={classes!("radio", class.clone())}>
            <input type="radio" {id} {name} checked={*checked} onchange={onpick.reform(|_: Event| ())} />
            { children.clone() }
        </label>
    }
}

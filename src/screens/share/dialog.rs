//! What lies above the page. The browser keeps the focus inside, closes it with Escape, and gives the focus back.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use crate::parts::{Button, Glyph};
use crate::scene::Scene;
use crate::state::Action;

/// What lies above the page.
#[derive(Properties, PartialEq)]
pub(super) struct DialogProps {
    pub(super) scene: Scene,
    pub(super) act: Callback<Action>,
    /// How it looks.
    pub(super) class: &'static str,
    /// Its heading.
    pub(super) title: AttrValue,
    pub(super) children: Html,
}

/// A dialog, open as long as it is there.
#[component]
pub(super) fn Dialog(props: &DialogProps) -> Html {
    let DialogProps { scene, act, class, title, children } = props;
    let dialog = use_node_ref();
    use_effect_with(dialog.clone(), |dialog| {
        if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
            dialog.show_modal().ok();
        }
    });
    let close = {
        let dialog = dialog.clone();
        move |()| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        }
    };
    html! {
        <dialog class={*class} ref={dialog} aria-labelledby="dialog-title" onclose={act.reform(|_: Event| Action::Dialog(None))}>
            <div class="dialog-head">
                <h2 id="dialog-title">{ title.clone() }</h2>
                <Button label={scene.ui().close} glyph={Glyph::Close} onpress={close} />
            </div>
            { children.clone() }
        </dialog>
    }
}

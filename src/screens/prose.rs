//! Prose that comes when it is asked for: it, or what there is to say of it meanwhile.

use std::rc::Rc;

use engine::words::Lang;
use yew::prelude::*;

use crate::effects::prose::Prose;
use crate::parts::{Button, said};

/// What a file's prose shows; while it is on its way, or did not come, that.
pub(super) fn prose<T>(
    lang: Lang,
    came: Prose<T>,
    again: &Callback<()>,
    show: impl FnOnce(Rc<T>) -> Html,
) -> Html {
    let learn = lang.learn();
    match came {
        Prose::Loading => html! { <p class="aside" role="status">{ learn.loading }</p> },
        Prose::Missing => html! {
            <div class="missing" role="status">
                <p>{ said(lang, learn.not_loaded) }</p>
                <Button label={learn.try_again} onpress={again} />
            </div>
        },
        Prose::Here(text) => show(text),
    }
}

//! A switch as it would be after a change: a small knob and its name.

use engine::words::Lang;
use yew::prelude::*;

use super::said;

/// Switches with what they are turned to, in one row.
pub(crate) fn turns(lang: Lang, turned: &[(String, bool)]) -> Html {
    html! {
        <ul class="turns">
            { for turned.iter().enumerate().map(|(index, (label, on))| html! {
                <li key={index} class={classes!("turn", on.then_some("is-on"))}>
                    <span class="knob" aria-hidden="true"></span>
                    <span>
                        { said(lang, label) }
                        <span class="visually-hidden">{ said(lang, lang.setting("", *on).as_str()) }</span>
                    </span>
                </li>
            }) }
        </ul>
    }
}

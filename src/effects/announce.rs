//! One polite live region: what a change did is read out once the reader pauses, the newest in place of older ones.

use gloo_timers::callback::Timeout;
use yew::prelude::*;

/// How long nothing must change before something is read out, in milliseconds.
const PAUSE: u32 = 300;

/// What the live region is to say.
#[derive(Properties, PartialEq)]
pub struct AnnouncerProps {
    /// The sentence; empty for nothing.
    pub says: AttrValue,
    /// Counts up with every change, so that the same sentence can be said twice.
    pub number: u32,
}

/// The live region. It is always in the document, as assistive technology requires.
#[component]
pub fn Announcer(props: &AnnouncerProps) -> Html {
    let said = use_state(AttrValue::default);
    use_effect_with((props.says.clone(), props.number), {
        let said = said.setter();
        move |(says, number)| {
            // The same text would be no change to the document: an unheard mark makes it one.
            let mark = if number % 2 == 0 { "" } else { "\u{a0}" };
            let says: AttrValue = if says.is_empty() { says.clone() } else { [says, mark].concat().into() };
            let timer = Timeout::new(PAUSE, move || said.set(says));
            move || drop(timer)
        }
    });
    html! { <p class="visually-hidden" role="status" aria-live="polite" aria-atomic="true">{ (*said).clone() }</p> }
}

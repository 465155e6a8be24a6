//! A button that copies a text, and says whether that worked.

use std::rc::Rc;

use yew::prelude::*;

use crate::host::SharedHost;
use crate::parts::Button;
use crate::scene::Scene;

/// What is copied.
#[derive(Properties, PartialEq)]
pub(in crate::screens) struct CopyProps {
    pub(in crate::screens) scene: Scene,
    pub(in crate::screens) host: SharedHost,
    /// The text.
    pub(in crate::screens) text: Rc<str>,
    /// The id of what says what the text is.
    pub(in crate::screens) of: AttrValue,
}

/// A button that copies a text.
#[component]
pub(in crate::screens) fn Copy(props: &CopyProps) -> Html {
    let CopyProps { scene, host, text, of } = props;
    let practice = scene.lang().practice();
    let result = use_state(|| None::<(Rc<str>, bool)>);
    let onpress = {
        let (host, text, result) = (host.clone(), text.clone(), result.setter());
        Callback::from(move |()| {
            let (text, result) = (text.clone(), result.clone());
            host.copy(&text.clone(), Box::new(move |copied| result.set(Some((text, copied.is_ok())))));
        })
    };
    let told = (*result).as_ref().filter(|(copied, _)| copied == text);
    let told = told.map(|(_, done)| if *done { practice.copied } else { practice.not_copied });
    html! {
        <span class="copy">
            <Button label={practice.copy} describes={of} {onpress} />
            <span class="aside" role="status">{ told.unwrap_or_default() }</span>
        </span>
    }
}

//! The picture as lists: for screen readers, narrow pages, and those who like tables.

use yew::prelude::*;

use crate::scene::SceneProps;

/// The picture as lists.
#[component]
pub(crate) fn ListView(props: &SceneProps) -> Html {
    let ui = props.scene.ui();
    html! { <div class="listing"><h3>{ ui.components }</h3></div> }
}

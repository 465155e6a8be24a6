//! What was wrong with the link, quietly.

use yew::prelude::*;

use crate::parts::{Button, Glyph, said};
use crate::scene::{Scene, part_of_scene};
use crate::state::Action;

part_of_scene!(ComplaintsProps, |scene: &Scene| (scene.lang(), scene.complaints()));

/// What was wrong with the link the page was opened with. Its element stays when there is nothing to say; the live region
/// reads it out.
#[component]
pub(crate) fn Complaints(props: &ComplaintsProps) -> Html {
    let (lang, ui) = (props.scene.lang(), props.scene.ui());
    let complaints = props.scene.complaints();
    html! {
        <div class="complaints" hidden={complaints.is_empty()}>
            <ul>
                { for complaints.iter().enumerate().map(|(index, line)| html! { <li key={index}>{ said(lang, line) }</li> }) }
            </ul>
            <Button key="close" label={ui.close} glyph={Glyph::Close} onpress={props.act.reform(|()| Action::Dismiss)} />
        </div>
    }
}

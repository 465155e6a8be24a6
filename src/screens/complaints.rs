//! What was wrong with the link, quietly.

use yew::prelude::*;

use crate::parts::{Button, Glyph, said};
use crate::scene::SceneProps;
use crate::state::Action;
use crate::state::link::Complaint;

/// What was wrong with the link the page was opened with. Its element stays when there is nothing to say.
#[component]
pub(crate) fn Complaints(props: &SceneProps) -> Html {
    let (lang, ui) = (props.scene.lang(), props.scene.ui());
    let complaints = &props.scene.model.complaints;
    let line = |complaint: &Complaint| match complaint {
        Complaint::State => lang.bad_link(engine::words::BadLink::Unreadable).to_owned(),
        Complaint::Value { key, found, nearest } => lang.bad_value(key, found, nearest),
        Complaint::Key { found, nearest } => lang.bad_key(found, nearest),
    };
    html! {
        <div class="complaints" role="status" hidden={complaints.is_empty()}>
            <ul>
                { for complaints.iter().enumerate().map(|(index, complaint)| html! {
                    <li key={index}>{ said(lang, &line(complaint)) }</li>
                }) }
            </ul>
            <Button key="close" label={ui.close} glyph={Glyph::Close} onpress={props.act.reform(|()| Action::Dismiss)} />
        </div>
    }
}

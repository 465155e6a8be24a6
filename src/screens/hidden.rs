//! In place of verdicts that the author or a presenter hides: that they are hidden, and the way to them.

use yew::prelude::*;

use super::places::PANEL;
use crate::effects::document::focus;
use crate::parts::{Button, said};
use crate::scene::SceneProps;
use crate::state::Action;

/// That the verdicts are hidden, with a button that shows them; nothing where they are shown, or to be guessed.
#[component]
pub(crate) fn Hidden(props: &SceneProps) -> Html {
    let SceneProps { scene, act } = props;
    if !scene.model.is_secret() || scene.model.is_predicting() {
        return Html::default();
    }
    let (lang, texts) = (scene.lang(), scene.lang().author());
    let is_class = scene.model.present.is_some();
    let why = if is_class { lang.classroom().decide_first } else { texts.verdicts_hidden };
    html! {
        <div class="secret">
            <p>{ said(lang, why) }</p>
            <Button label={texts.show_verdicts} onpress={act.reform(|()| {
                // The button goes.
                focus(PANEL);
                Action::Reveal
            })} />
        </div>
    }
}

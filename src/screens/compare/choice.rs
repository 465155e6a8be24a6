//! Which states are compared: two to four of the options, the base and the reader's own.

use std::rc::Rc;

use yew::prelude::*;

use super::{Compared, FEW, MANY};
use crate::parts::said;
use crate::scene::Scene;

/// What the choice needs.
#[derive(Properties)]
pub(super) struct ChoiceProps {
    pub(super) scene: Scene,
    /// Every state there is to choose from.
    pub(super) all: Rc<Vec<Compared>>,
    /// Those chosen.
    pub(super) chosen: Vec<usize>,
    /// Told which one was turned.
    pub(super) onturn: Callback<usize>,
}

impl PartialEq for ChoiceProps {
    fn eq(&self, other: &Self) -> bool {
        self.scene == other.scene && Rc::ptr_eq(&self.all, &other.all) && self.chosen == other.chosen
    }
}

/// The choice.
#[component]
pub(super) fn Choice(props: &ChoiceProps) -> Html {
    let ChoiceProps { scene, all, chosen, onturn } = props;
    let (lang, practice) = (scene.lang(), scene.lang().practice());
    html! {
        <fieldset class="segments">
            <legend>{ practice.compared }{ " " }<span class="aside">{ said(lang, practice.two_to_four) }</span></legend>
            { for all.iter().map(|one| {
                let (place, is_chosen) = (one.place, chosen.contains(&one.place));
                // One of the last two cannot go, a fifth cannot come.
                let idle = if is_chosen { chosen.len() <= FEW } else { chosen.len() >= MANY };
                html! {
                    <label key={place} class={classes!("radio", "segment", idle.then_some("idle"))}>
                        <input
                            type="checkbox"
                            checked={is_chosen}
                            aria-disabled={idle.then_some("true")}
                            onclick={
                                let onturn = onturn.clone();
                                move |event: MouseEvent| {
                                    if idle {
                                        event.prevent_default();
                                    } else {
                                        onturn.emit(place);
                                    }
                                }
                            }
                        />
                        if let Some(letter) = one.letter {
                            <span class="letter" lang="en">{ letter }</span>
                        }
                        <span>{ said(lang, &one.name) }</span>
                    </label>
                }
            }) }
        </fieldset>
    }
}

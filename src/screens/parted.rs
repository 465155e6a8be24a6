//! Where the path parts from the one before the latest change, told at the hop where it does.

use engine::explain::{Parting, changes};
use engine::words::Names;
use yew::prelude::*;

use crate::parts::said;
use crate::scene::Scene;

/// A place where two paths part.
pub(super) struct Parted {
    /// The step it is in.
    pub(super) step: usize,
    /// How many hops of it are the same.
    pub(super) hop: usize,
    parting: Parting,
}

/// Where a requirement's path parts from the one before, where that turned the verdict.
pub(super) fn parted(scene: &Scene, index: usize) -> Option<Parted> {
    scene.was(index)?;
    let (now, before) = (scene.judged()?, scene.before.as_deref()?.as_ref().ok()?);
    let answer = scene.answers().get(index)?;
    let change = changes(before, now).into_iter().find(|change| change.requirement == answer.requirement)?;
    let parting = change.parted_at?;
    let path = answer.path().as_ptr();
    let step = answer.steps.iter().position(|step| step.hops.as_ptr() == path && !step.hops.is_empty())?;
    Some(Parted { step, hop: parting.common, parting })
}

impl Parted {
    /// What was decided there before.
    pub(super) fn told(&self, scene: &Scene) -> Html {
        let (lang, texts) = (scene.lang(), scene.lang().explaining());
        let before = scene.before.as_deref().and_then(|before| before.as_ref().ok());
        let line =
            self.parting.before.as_ref().zip(before).map(|(hop, before)| {
                lang.hop(hop, &Names::displayed(&before.network, &scene.text().components))
            });
        html! {
            <small class="before">
                { said(lang, texts.before) }
                { lang.between() }
                { match line {
                    Some(line) => html! { <>{ said(lang, &line.title) }{ " " }{ said(lang, &line.says) }</> },
                    None => said(lang, texts.ended),
                } }
            </small>
        }
    }
}

//! The theory: chapters in words beside the live picture, each with one thing to try.

mod chapter;
mod facts;
mod hints;
mod nav;
mod task;
mod words;

#[cfg(feature = "prerender")]
pub(super) use self::facts::{facts, mistaken, terms};
#[cfg(feature = "prerender")]
pub(super) use self::words::words;

use engine::lesson::TheoryText;
use yew::prelude::*;

use self::chapter::Chapter;
use self::nav::Chapters;
use crate::effects::prose::use_prose;
use crate::host::SharedHost;
use crate::scene::Scene;
use crate::screens::figure::Figure;
use crate::screens::prose::prose;
use crate::screens::question::PICTURE;
use crate::screens::strip::Strip;
use crate::state::Action;

/// What the theory needs.
#[derive(Properties, PartialEq)]
pub(crate) struct TheoryProps {
    pub(crate) scene: Scene,
    pub(crate) act: Callback<Action>,
    pub(crate) host: SharedHost,
}

/// The theory.
#[component]
pub(crate) fn Theory(props: &TheoryProps) -> Html {
    let TheoryProps { scene, act, host } = props;
    let lang = scene.lang();
    let file = ["lessons/", &scene.course.lesson.id, "/theory.", lang.tag(), ".yaml"].concat();
    let (came, again) = use_prose(host, file.into(), TheoryText::read);
    html! {
        <div class="lesson">
            <div class="lesson-words panel">
                { prose(lang, came, &again, |text| html! {
                    <>
                        <Chapters key="chapters" scene={scene.clone()} act={act.clone()} text={text.clone()} />
                        <Chapter key="chapter" scene={scene.clone()} act={act.clone()} {text} />
                    </>
                }) }
            </div>
            <div class="lesson-picture panel" id={PICTURE}>
                <Strip key="strip" scene={scene.clone()} act={act.clone()} />
                <Figure key="figure" scene={scene.clone()} act={act.clone()} />
            </div>
        </div>
    }
}

//! The chapters, and which of them have been tried.

use std::rc::Rc;

use engine::lesson::TheoryText;
use yew::prelude::*;

use crate::parts::{Glyph, GlyphIcon, said};
use crate::scene::Scene;
use crate::state::Action;

/// What the list of chapters needs.
#[derive(Properties)]
pub(super) struct ChaptersProps {
    pub(super) scene: Scene,
    pub(super) act: Callback<Action>,
    pub(super) text: Rc<TheoryText>,
}

impl PartialEq for ChaptersProps {
    fn eq(&self, other: &Self) -> bool {
        self.scene == other.scene && Rc::ptr_eq(&self.text, &other.text)
    }
}

/// The chapters.
#[component]
pub(super) fn Chapters(props: &ChaptersProps) -> Html {
    let ChaptersProps { scene, act, text } = props;
    let (lang, learn) = (scene.lang(), scene.lang().learn());
    html! {
        <nav class="chapters" aria-label={learn.chapters}>
            <ol>
                { for scene.course.lesson.chapters.iter().enumerate().map(|(index, chapter)| {
                    let is_here = scene.model.chapter == index;
                    let tried = scene.model.tried.is_on(index);
                    let title = text.chapters.get(&*chapter.id).map_or("", |chapter| &chapter.title);
                    html! {
                        <li key={index}>
                            <button
                                type="button"
                                class="chapter-link"
                                aria-current={is_here.then_some("step")}
                                onclick={act.reform(move |_: MouseEvent| Action::Chapter(index))}
                            >
                                <span class="letter" aria-hidden="true">
                                    if tried { <GlyphIcon glyph={Glyph::Check} /> } else { { index + 1 } }
                                </span>
                                <span>{ said(lang, title) }</span>
                                if tried { <span class="visually-hidden">{ learn.tried }</span> }
                            </button>
                        </li>
                    }
                }) }
            </ol>
        </nav>
    }
}

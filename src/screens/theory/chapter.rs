//! A chapter: what it comes to, a few paragraphs, one thing to try, facts, terms.

use std::rc::Rc;

use engine::lesson::TheoryText;
use yew::prelude::*;

use super::facts::{facts, mistaken, terms};
use super::task::Task;
use super::words::paragraph;
use crate::effects::document::focus;
use crate::parts::{Button, Glyph, said};
use crate::scene::Scene;
use crate::state::Action;

/// The heading that gets the focus where the reader turns a page.
const TITLE: &str = "chapter-title";

/// What a chapter needs.
#[derive(Properties)]
pub(super) struct ChapterProps {
    pub(super) scene: Scene,
    pub(super) act: Callback<Action>,
    pub(super) text: Rc<TheoryText>,
}

impl PartialEq for ChapterProps {
    fn eq(&self, other: &Self) -> bool {
        self.scene == other.scene && Rc::ptr_eq(&self.text, &other.text)
    }
}

/// A chapter.
#[component]
pub(super) fn Chapter(props: &ChapterProps) -> Html {
    let ChapterProps { scene, act, text } = props;
    let (lang, learn) = (scene.lang(), scene.lang().learn());
    let (at, chapters) = (scene.model.chapter, &scene.course.lesson.chapters);
    let Some(prose) = chapters.get(at).and_then(|chapter| text.chapters.get(&*chapter.id)) else {
        return Html::default();
    };
    let turn = |to: Option<usize>| {
        let act = act.clone();
        Callback::from(move |()| {
            if let Some(to) = to {
                act.emit(Action::Chapter(to));
                focus(TITLE);
            }
        })
    };
    let (back, forth) = (at.checked_sub(1), Some(at + 1).filter(|next| *next < chapters.len()));
    html! {
        <article class="chapter">
            <h2 id={TITLE} tabindex="-1"><span class="chapter-number">{ at + 1 }{ " " }</span>{ said(lang, &prose.title) }</h2>
            <p class="lead">{ said(lang, &prose.lead) }</p>
            { for prose.text.iter().map(|pieces| paragraph(scene, act, pieces)) }
            <Task key="task" scene={scene.clone()} act={act.clone()} text={prose.task.clone()} />
            { mistaken(scene, prose) }
            { terms(scene, prose, text) }
            { facts(scene, prose) }
            <div class="turn">
                <Button key="back" class="wordy" label={learn.chapter_before} glyph={Glyph::Back} idle={back.is_none()} onpress={turn(back)} />
                <Button key="forth" class="wordy" label={learn.chapter_after} glyph={Glyph::Forth} idle={forth.is_none()} onpress={turn(forth)} />
            </div>
        </article>
    }
}

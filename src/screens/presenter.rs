//! The presenter's bar: a step back and forth, notes, the whole screen, a dark one.

use engine::lesson::{NotesText, OUTCOME, QUESTION};
use yew::prelude::*;

use super::prose::prose;
use crate::effects::notes::{Slip, may_open, open, use_notes};
use crate::effects::presenting::{Key, fill_screen, may_fill_screen, use_presenter_keys};
use crate::effects::prose::{Prose, use_prose};
use crate::host::SharedHost;
use crate::parts::{Button, Glyph, said};
use crate::scene::Scene;
use crate::state::{Action, Slide};

/// What the bar needs.
#[derive(Properties, PartialEq)]
pub(crate) struct PresenterProps {
    pub(crate) scene: Scene,
    pub(crate) act: Callback<Action>,
    pub(crate) host: SharedHost,
}

/// The presenter's bar.
#[component]
pub(crate) fn Presenter(props: &PresenterProps) -> Html {
    let PresenterProps { scene, act, host } = props;
    let (lang, texts, shape) = (scene.lang(), scene.lang().classroom(), &scene.model.shape);
    let file = ["lessons/", &scene.course.lesson.id, "/notes.", lang.tag(), ".yaml"].concat();
    let (came, again) = use_prose(host, file.into(), NotesText::read);
    let blank = use_state_eq(|| false);
    let slides = Slide::all(shape);
    let at = scene.model.present.unwrap_or_default();
    let slide = slides.get(at).copied().unwrap_or(Slide::Question);
    let notes = match &came {
        Prose::Here(notes) => notes.0.get(&*key(scene, slide)).cloned().unwrap_or_default(),
        Prose::Loading | Prose::Missing => Vec::new(),
    };
    let stops = scene.stops().len();
    let turn = {
        let blank = blank.setter();
        use_callback((act.clone(), stops), move |forth, (act, stops)| {
            blank.set(false);
            act.emit(Action::Turn { forth, stops: *stops });
        })
    };
    let press = {
        let blank = blank.clone();
        use_callback((turn.clone(), *blank), move |key, (turn, is_blank)| match key {
            Key::Forth => turn.emit(true),
            Key::Back => turn.emit(false),
            Key::Blank => blank.set(!is_blank),
        })
    };
    use_presenter_keys(&press);
    let place = [&(at + 1).to_string(), " / ", &slides.len().to_string()].concat();
    let name = title(scene, slide);
    use_notes(
        &Slip {
            lang: lang.tag(),
            slide: [&place, "  ", &name].concat(),
            notes: notes.clone(),
            next: slides.get(at + 1).map(|next| title(scene, *next)).unwrap_or_default(),
            labels: [texts.forth, texts.back, texts.notes],
        },
        &turn,
    );
    let is_last = at + 1 == slides.len() && scene.model.revealed && scene.model.step == Some(stops);
    html! {
        <section class="presenter" aria-label={texts.presenter}>
            <Button key="back" label={texts.back} glyph={Glyph::Back} idle={at == 0} onpress={turn.reform(|()| false)} />
            <p class="slide-name"><b>{ place }</b>{ " " }{ said(lang, &name) }</p>
            <Button key="forth" class="primary wordy" label={texts.forth} glyph={Glyph::Forth} idle={is_last} onpress={turn.reform(|()| true)} />
            <details class="notes">
                <summary>{ texts.notes }</summary>
                <div class="notes-text">
                    { prose(lang, came, &again, |_| notes.iter().map(|note| html! { <p>{ said(lang, note) }</p> }).collect()) }
                    if may_open() {
                        <Button label={texts.notes_window} onpress={Callback::from(|()| open())} />
                    }
                </div>
            </details>
            if may_fill_screen() {
                <Button key="full" label={texts.full_screen} onpress={Callback::from(|()| fill_screen())} />
            }
            <Button key="blank" label={if *blank { texts.unblank } else { texts.blank }} pressed={*blank} onpress={press.reform(|()| Key::Blank)} />
            <Button key="end" label={texts.end} glyph={Glyph::Close} onpress={act.reform(|()| Action::Present(None))} />
            if *blank {
                <button type="button" class="blank" aria-label={texts.unblank} onclick={press.reform(|_: MouseEvent| Key::Blank)}></button>
            }
        </section>
    }
}

/// The slide's name in the file of notes.
fn key(scene: &Scene, slide: Slide) -> String {
    let lesson = &scene.course.lesson;
    match slide {
        Slide::Chapter(at) => lesson.chapters.get(at).map(|chapter| chapter.id.to_string()),
        Slide::Question => Some(QUESTION.to_owned()),
        Slide::Outcome => Some(OUTCOME.to_owned()),
        Slide::Option(at) => lesson.options.get(at).map(|option| option.letter.to_string()),
    }
    .unwrap_or_default()
}

fn title(scene: &Scene, slide: Slide) -> String {
    let (lang, learn) = (scene.lang(), scene.lang().learn());
    match slide {
        Slide::Chapter(at) => [learn.theory, " ", &(at + 1).to_string()].concat(),
        Slide::Question => learn.question.to_owned(),
        Slide::Outcome => learn.outcome.to_owned(),
        Slide::Option(at) => {
            let letter = scene.course.lesson.options.get(at).map(|option| option.letter);
            letter.map(|letter| lang.option(letter)).unwrap_or_default()
        }
    }
}

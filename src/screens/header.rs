//! The head of the page: what is asked, and the tools.

use engine::words::Lang;
use yew::prelude::*;

use super::asked::Asked;
use super::places::Places;
use super::share::{Code, Share, Sheet};
use crate::host::SharedHost;
use crate::parts::{Button, Glyph, said};
use crate::scene::Scene;
use crate::state::link::Part;
use crate::state::{Action, Dialog, Mode, Notice, Slide, Theme};

/// What the head needs.
#[derive(Properties, PartialEq)]
pub(crate) struct HeaderProps {
    pub(crate) scene: Scene,
    pub(crate) act: Callback<Action>,
    pub(crate) host: SharedHost,
}

/// The head of the page.
#[component]
pub(crate) fn Header(props: &HeaderProps) -> Html {
    let HeaderProps { scene, act, host } = props;
    let (ui, lang, model) = (scene.ui(), scene.lang(), &scene.model);
    let does = |action: Action| act.reform(move |()| action.clone());

    let copy = {
        let (host, act) = (host.clone(), act.clone());
        Callback::from(move |()| {
            let act = act.clone();
            host.copy_address(Box::new(move |result| {
                act.emit(Action::Tell(if result.is_ok() { Notice::Copied } else { Notice::NotCopied }));
            }));
        })
    };
    let theme = model.colours();
    let (theme_glyph, theme_name) = match theme {
        Theme::Auto => (Glyph::Auto, ui.theme_auto),
        Theme::Light => (Glyph::Sun, ui.theme_light),
        Theme::Dark => (Glyph::Moon, ui.theme_dark),
        Theme::Projector => (Glyph::Sun, scene.lang().author().theme_projector),
    };
    html! {
        <header class="page-head">
            <h1>{ said(lang, &scene.text().title) }</h1>
            <div class="tools" role="group" aria-label={ui.tools}>
                if model.mode == Mode::Explore {
                <Button
                    key="drawer"
                    class="drawer"
                    label={ui.switches}
                    glyph={Glyph::Chevron}
                    expanded={model.drawer}
                    onpress={does(Action::Drawer(!model.drawer))}
                />
                }
                <p class="told">{ scene.notice() }</p>
                <div class="button-pair" role="group" aria-label={ui.language}>
                    { for Lang::ALL.into_iter().map(|to| html! {
                        <Button
                            key={to.tag()}
                            label={language_name(to)}
                            lang={AttrValue::Static(to.tag())}
                            pressed={to == lang}
                            onpress={does(Action::Speak(to))}
                        />
                    }) }
                </div>
                <Button
                    key="theme"
                    label={[ui.theme, ": ", theme_name].concat()}
                    glyph={theme_glyph}
                    onpress={does(Action::Theme(theme.next()))}
                />
                if !model.is_predicting() {
                <Button key="undo" label={ui.undo} glyph={Glyph::Undo} keys="Control+Z" idle={!model.toggles.can_undo()} locked={model.locks_undo().then_some(lang.author().locked)} onpress={does(Action::Undo)} />
                <Button key="redo" label={ui.redo} glyph={Glyph::Redo} keys="Control+Shift+Z" idle={!model.toggles.can_redo()} locked={model.locks_redo().then_some(lang.author().locked)} onpress={does(Action::Redo)} />
                <Button key="reset" label={ui.reset} glyph={Glyph::Reset} keys="Control+Shift+Backspace" idle={model.on() == model.home} locked={scene.locked(model.home)} onpress={does(Action::Reset)} />
                }
                <Button key="copy" label={ui.copy_link} glyph={Glyph::Link} onpress={copy} />
                // Where there is no room for it styles hide it: what is prerendered has the same buttons.
                if model.present.is_none() {
                <Button key="present" class="presents" label={lang.classroom().present} glyph={Glyph::Screen} onpress={does(Action::Present(Some(Slide::nearest(model))))} />
                }
                <Button key="share" label={lang.sharing().share} glyph={Glyph::Share} onpress={does(Action::Dialog(Some(Dialog::Share)))} />
            </div>
            { match model.dialog {
                Some(Dialog::Share) => html! { <Share key="share" scene={scene.clone()} act={act.clone()} host={host.clone()} /> },
                Some(Dialog::Code) => html! { <Code key="code" scene={scene.clone()} act={act.clone()} host={host.clone()} /> },
                Some(Dialog::Sheet) => html! { <Sheet key="sheet" scene={scene.clone()} act={act.clone()} host={host.clone()} /> },
                None => Html::default(),
            } }
            <div class="asked">
                <Places key="places" scene={scene.clone()} act={act.clone()} />
                if model.mode != Mode::Predict && !model.hide.has(Part::Question) {
                    <Asked key="question" scene={scene.clone()} act={act.clone()} />
                }
            </div>
        </header>
    }
}

/// A language in its own words.
fn language_name(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "EN",
        Lang::Ja => "日本語",
    }
}

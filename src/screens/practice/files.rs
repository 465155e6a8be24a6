//! The picture and the verdicts as files: shown as text that can be selected, copied, saved. So they can be had in a sandbox too,
//! where neither clipboard nor downloads need be allowed.

use std::rc::Rc;

use yew::prelude::*;

use super::PracticeProps;
use super::taken::{Painted, Written};
use crate::parts::{Button, said};
use crate::scene::Scene;
use crate::screens::exported::{Format, exported};

/// What can be taken away of this state.
#[component]
pub(super) fn Files(props: &PracticeProps) -> Html {
    let PracticeProps { scene, host, .. } = props;
    let (lang, texts) = (scene.lang(), scene.lang().files());
    let chosen = use_state_eq(|| None::<Format>);
    let made =
        (*chosen).and_then(|format| Some((format, Rc::<str>::from(exported(scene, format, &host.place())?))));
    html! {
        <section class="panel sheet-part" aria-labelledby="files-title">
            <h2 id="files-title">{ texts.title }</h2>
            <p>{ said(lang, texts.says) }</p>
            <div class="sheet-tools" role="group" aria-labelledby="files-title">
                { for Format::ALL.into_iter().map(|format| {
                    let label = match format {
                        Format::Svg => texts.svg,
                        Format::Png(1) => texts.png,
                        Format::Png(_) => texts.png_twice,
                        Format::Markdown => texts.markdown,
                        Format::Json => texts.json,
                        Format::Mermaid => texts.mermaid,
                    };
                    let chosen = chosen.clone();
                    let is_chosen = *chosen == Some(format);
                    let onpress = Callback::from(move |()| chosen.set((!is_chosen).then_some(format)));
                    html! { <Button key={format.extension()} {label} pressed={is_chosen} {onpress} /> }
                }) }
            </div>
            { for made.map(|(format, text)| match format {
                Format::Png(times) => html! { <Painted key={times} scene={scene.clone()} host={host.clone()} svg={text} {times} /> },
                _ => html! { <Written key="written" scene={scene.clone()} host={host.clone()} {format} {text} /> },
            }) }
        </section>
    }
}

/// Lesson and state, so that two files of two states have two names.
pub(super) fn file_name(scene: &Scene, format: Format) -> String {
    let state = scene.model.link().state_text(&scene.model.shape);
    let state = state.split_once('.').map_or(&*state, |(_, state)| state);
    [&scene.course.lesson.id, "-", state, ".", format.extension()].concat()
}

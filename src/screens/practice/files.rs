//! The picture and the verdicts as files: shown as text that can be selected, copied, saved. So they can be had in a sandbox too,
//! where neither clipboard nor downloads need be allowed.

use std::rc::Rc;

use engine::export::{Account, Caption, Chip, json, markdown, mermaid, svg};
use engine::layout::Form;
use yew::prelude::*;

use super::PracticeProps;
use super::taken::{Painted, Written};
use crate::parts::{Button, said};
use crate::picture::Picture;
use crate::scene::Scene;
use crate::state::Mode;
use crate::state::link::{Embed, Link};

/// What can be taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Svg,
    /// So many times the picture's size.
    Png(u32),
    Markdown,
    Json,
    Mermaid,
}

impl Format {
    const ALL: [Format; 6] =
        [Format::Svg, Format::Png(1), Format::Png(2), Format::Markdown, Format::Json, Format::Mermaid];

    fn extension(self) -> &'static str {
        match self {
            Format::Svg => "svg",
            Format::Png(1) => "png",
            Format::Png(_) => "2x.png",
            Format::Markdown => "md",
            Format::Json => "json",
            Format::Mermaid => "mmd",
        }
    }
}

/// What can be taken away of this state.
#[component]
pub(super) fn Files(props: &PracticeProps) -> Html {
    let PracticeProps { scene, host, .. } = props;
    let (lang, texts) = (scene.lang(), scene.lang().files());
    let chosen = use_state_eq(|| None::<Format>);
    let made = (*chosen).and_then(|format| Some((format, Rc::<str>::from(exported(scene, format)?))));
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

fn exported(scene: &Scene, format: Format) -> Option<String> {
    let (judged, source, lang) = (scene.judged()?, scene.source()?, scene.lang());
    let names = scene.names(judged);
    let answers = scene.answers();
    let answer = scene.shown().and_then(|index| answers.get(index));
    let link = link(scene);
    let account = Account {
        lang,
        title: &scene.text().title,
        link: &link,
        source: source.source,
        answers,
        judged,
        names: &names,
    };
    let draw = || {
        Picture::draw(&scene.course, judged, answer.map(|answer| (source.source, answer)), lang, Form::Wide)
    };
    Some(match format {
        Format::Markdown => markdown(&account),
        Format::Json => json(&account),
        Format::Mermaid => {
            let picture = draw();
            mermaid(&account, &picture.diagram, &picture.path)
        }
        Format::Svg | Format::Png(_) => {
            let picture = draw();
            let chip = |answer: &engine::verdict::Answer| Chip {
                verdict: answer.verdict,
                text: lang.requirement(&answer.requirement),
            };
            let chips: Vec<Chip> = answers.iter().map(chip).collect();
            let caption = Caption {
                lang: lang.tag(),
                title: &scene.text().title,
                description: &scene.description(),
                chips: &chips,
            };
            svg(&picture.diagram, Some(&picture.path), &caption)
        }
    })
}

/// The address of exactly this state, to be explored.
fn link(scene: &Scene) -> String {
    let link = Link { mode: Mode::Explore, embed: Embed::Off, chapter: 0, ..scene.model.link() };
    let page = gloo_utils::document().url().unwrap_or_default();
    let page = page.split(['#', '?']).next().unwrap_or_default();
    [page, "#", &link.write(&scene.model.shape)].concat()
}

/// Lesson and state, so that two files of two states have two names.
pub(super) fn file_name(scene: &Scene, format: Format) -> String {
    let state = scene.model.link().state_text(&scene.model.shape);
    let state = state.split_once('.').map_or(&*state, |(_, state)| state);
    [&scene.course.lesson.id, "-", state, ".", format.extension()].concat()
}

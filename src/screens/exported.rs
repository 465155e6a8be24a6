//! A state as picture, text or data.

use engine::export::{Account, Caption, Chip, json, markdown, mermaid, svg};
use engine::layout::Form;

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
    pub(super) const ALL: [Format; 6] =
        [Format::Svg, Format::Png(1), Format::Png(2), Format::Markdown, Format::Json, Format::Mermaid];

    /// The end of a file's name.
    pub(super) fn extension(self) -> &'static str {
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

/// A state as it can be taken away; `place` is the page's address. Nothing where the template does not resolve.
pub(super) fn exported(scene: &Scene, format: Format, place: &str) -> Option<String> {
    let (judged, source, lang) = (scene.judged()?, scene.source()?, scene.lang());
    let names = scene.names(judged);
    let answers = scene.answers();
    let answer = scene.shown().and_then(|index| answers.get(index));
    let link = link(scene, place);
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
fn link(scene: &Scene, place: &str) -> String {
    let link = Link { mode: Mode::Explore, embed: Embed::Off, chapter: 0, ..scene.model.link() };
    [place, "#", &link.write(&scene.model.shape)].concat()
}

//! What an author sets for readers.

use crate::words::{Author, Files, Parameters};

static AUTHOR: Author = Author {
    show_verdicts: "Show the verdicts",
    verdicts_hidden: "The author of this page has hidden the verdicts. Decide for yourself first, then show them.",
    locked: "locked by the author of this page",
    theme_projector: "Projector",
};

static FILES: Files = Files {
    title: "Picture and verdicts as files",
    says: "This state as a picture or as text, for an article, an issue or your notes. Where the download is blocked, as in some embedded pages, copy the text, or save the picture from its context menu.",
    svg: "Picture (SVG)",
    png: "Picture (PNG)",
    png_twice: "Picture (PNG, double size)",
    not_painted: "This browser could not draw the PNG. Take the SVG instead.",
    markdown: "Text (Markdown)",
    json: "Data (JSON)",
    mermaid: "Diagram (Mermaid)",
};

static PARAMETERS: Parameters = Parameters {
    title: "Links",
    intro: "*日本語版: [parameters.ja.md](parameters.ja.md)*\n\nA link says what the page shows: `https://YOUR.HOST/#s=1.ABZgywAJCQ&lang=en&theme=dark`. Keys stand in the fragment (`#`) or in the query (`?`); where both say something, the fragment wins. The page writes the state it shows into its own fragment, so nothing of it reaches a server.",
    name: "Key",
    values: "Values",
    default: "Default",
    since: "Since",
    meaning: "Meaning",
    outro: "A value that its key does not know counts as not written; the page says so quietly and names the nearest valid one. A key that does not exist is named too. What others add on the way (`utm_…`, `…clid`, WordPress's `secret`) is left alone. A link once published keeps working: keys and values may be added, none is taken away.",
    lesson: "The lesson.",
    s: "What is switched on and whose path is shown. \"Copy link\" writes it. Without it the lesson's first state is shown.",
    lang: "The language; without it the browser's.",
    theme: "Colours. `projector` is light and large.",
    embed: "How much is shown inside another page: everything, diagram and verdicts with the switches behind a button, or diagram and verdicts. `1` means `compact`.",
    mode: "The part of the lesson. `lesson` means `theory`.",
    chapter: "The chapter of the theory, from 1.",
    lock: "Switches that readers cannot turn, by their names in `lesson.yaml`, separated by commas. What would turn one of them, such as an option, is locked with it.",
    hide: "Parts that are not shown, separated by commas. Hidden verdicts can be revealed by the reader and by the page around.",
    step: "The stop of the path that is pointed out, from 1.",
    present: "The slide that a class is shown, from 1: the chapters, the question, its outcome, then each option. Verdicts wait until they are asked for.",
    iframe: "A name of your own for the frame; it comes back as `id` in every [message](messages.md).",
    targetorigin: "The only origin that [messages](messages.md) go to and come from.",
};

pub(in crate::words) fn author() -> &'static Author {
    &AUTHOR
}

pub(in crate::words) fn parameters() -> &'static Parameters {
    &PARAMETERS
}

pub(in crate::words) fn files() -> &'static Files {
    &FILES
}

//! Examples of embedding.

use crate::words::Examples;

static EXAMPLES: Examples = Examples {
    title: "The explainer in other pages",
    lead: "Everything here is live. Under each example stands what was pasted; \"Share\" in the explainer writes the same for the state you see.",
    pasted: "What was pasted",
    plain: "An ordinary page",
    plain_says: "One script and one element. The frame is always as high as what is in it.",
    fixed: "A blog that allows frames only",
    fixed_says: "No script of ours, a fixed height: Hatena Blog and many others. What does not fit can be scrolled.",
    block: "A block in a page of notes",
    block_says: "The host decides on the height, as Notion and NotionNext do. Diagram and verdicts alone need the least of it.",
    dark: "A dark page",
    dark_says: "theme=dark, whatever the reader's system says. The frame has the host's ground, so no bright box appears before it is there.",
    rtl: "A page written from right to left",
    rtl_says: "The host's direction does not reach into the frame: addresses and paths stay as they are read.",
    many: "Ten on one page",
    many_says: "Every frame comes when it is scrolled to, shows its picture without the program, and loads the program only once it is touched.",
    links: "Everything a link can say",
    messages: "Talking to the frame",
};

pub(in crate::words) fn examples() -> &'static Examples {
    &EXAMPLES
}

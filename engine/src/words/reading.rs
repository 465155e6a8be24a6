//! Texts of a lesson's page to be read, which needs no program.

use super::ui::texts;

texts! {
    /// A lesson as a page to be read: for link cards, search engines, and readers without JavaScript.
    Reading;

    /// Leads to the page with switches.
    open,
    /// Leads to the question, verdicts hidden.
    answer_yourself,
    /// Heading of the options.
    options,
    /// Heading of the requirements.
    requirements,
    /// Leads to the chapter beside the live picture.
    open_chapter,
    /// Heading of the sources.
    sources,
    /// On the picture of a link card, where the answer would stand.
    which_one,
    /// Leads to the page that shows how others embed it.
    examples,
}

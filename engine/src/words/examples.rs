//! Texts of the page that shows how lessons look in other pages.

use super::ui::texts;

texts! {
    /// How lessons look in other pages; each kind of place has a name and what is special about it.
    Examples;

    /// Heading.
    title,
    /// What the page is for.
    lead,
    /// What is pasted.
    pasted,
    /// A page that may run a script.
    plain,
    /// What is special about it.
    plain_says,
    /// A page with a frame of a fixed height.
    fixed,
    /// What is special about it.
    fixed_says,
    /// A frame in a block of notes.
    block,
    /// What is special about it.
    block_says,
    /// A dark page.
    dark,
    /// What is special about it.
    dark_says,
    /// A page written from right to left.
    rtl,
    /// What is special about it.
    rtl_says,
    /// Many lessons on one page.
    many,
    /// What is special about it.
    many_says,
    /// Leads to the documentation of links.
    links,
    /// Leads to the documentation of messages.
    messages,
}

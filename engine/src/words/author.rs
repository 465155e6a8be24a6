//! Texts of what an author sets for readers, and of the documentation of links.

use super::ui::texts;

texts! {
    /// What a reader meets where the author locked or hid something.
    Author;

    /// Shows the verdicts that the author hid at first.
    show_verdicts,
    /// Said in place of what would tell verdicts.
    verdicts_hidden,
    /// Said of a switch or option that cannot be turned.
    locked,
    /// The theme for a projector.
    theme_projector,
}

texts! {
    /// The picture and the verdicts as files.
    Files;

    /// Heading.
    title,
    /// What it is for.
    says,
    /// A format.
    svg,
    /// A format.
    png,
    /// A format, twice as large.
    png_twice,
    /// Where the browser cannot paint.
    not_painted,
    /// A format.
    markdown,
    /// A format.
    json,
    /// A format.
    mermaid,
}

texts! {
    /// The documentation of links: one text for each key, by its name in small letters.
    Parameters;

    /// Title of the page.
    title,
    /// How keys are written.
    intro,
    /// Column.
    name,
    /// Column.
    values,
    /// Column.
    default,
    /// Column.
    since,
    /// Column.
    meaning,
    /// What happens to anything else.
    outro,
    /// The key.
    lesson,
    /// The key.
    s,
    /// The key.
    lang,
    /// The key.
    theme,
    /// The key.
    embed,
    /// The key.
    mode,
    /// The key.
    chapter,
    /// The key.
    lock,
    /// The key.
    hide,
    /// The key.
    step,
    /// The key `present`.
    present,
    /// The key.
    iframe,
    /// The key.
    targetorigin,
}

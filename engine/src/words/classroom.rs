//! Texts for teaching with the page.

use super::ui::texts;

texts! {
    /// Teaching with the page.
    Classroom;

    /// Heading of the vote.
    vote,
    /// How it is done.
    vote_how,
    /// Which vote is counted.
    round,
    /// The vote before the discussion.
    first,
    /// The vote after it.
    second,
    /// Opens the numbers.
    numbers,
    /// Shows the answers without a prediction of one's own.
    reveal,
    /// Sets all votes to nothing.
    clear,
    /// Heading of the bars.
    voted,
    /// Column of the options.
    option,
    /// Column of what the engine finds.
    truth,
    /// Shows the lesson to a class.
    present,
    /// Name of the presenter's bar.
    presenter,
    /// A step back.
    back,
    /// A step forth.
    forth,
    /// As large as the screen.
    full_screen,
    /// Nothing is shown.
    blank,
    /// What was there is shown again.
    unblank,
    /// The presenter's notes.
    notes,
    /// Opens them in a window of their own.
    notes_window,
    /// In place of verdicts that wait.
    decide_first,
    /// Ends it.
    end,
    /// Opens the sheet.
    sheet,
    /// What is on it.
    sheet_how,
    /// Prints it.
    print,
    /// Beside the code.
    scan,
    /// Heading of the cards.
    cards,
    /// Heading of the last page.
    answers,
}

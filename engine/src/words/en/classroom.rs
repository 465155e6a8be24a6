//! Teaching with the page.

use crate::words::Classroom;

static CLASSROOM: Classroom = Classroom {
    vote: "Vote in class",
    vote_how: "Count the hands with the letters. Only the total shows, so the second vote is not swayed by the first.",
    round: "Which vote",
    first: "First vote",
    second: "After discussion",
    numbers: "Type the numbers",
    reveal: "Reveal to the class",
    clear: "Clear the votes",
    voted: "What the class voted",
    option: "Option",
    truth: "In the network",
    present: "Present to a class",
    presenter: "Presenter",
    back: "Back",
    forth: "Next",
    full_screen: "Full screen",
    blank: "Blank the screen",
    unblank: "Show the slide again",
    notes: "Notes",
    notes_window: "Notes in a window of their own",
    decide_first: "What do you expect? The next step shows the verdicts.",
    end: "End",
    sheet: "Sheet and answer cards",
    sheet_how: "The question with a QR code of this very state, and cards A–D to hold up. The answers get a page of their own, once they are revealed.",
    print: "Print",
    scan: "Scan to open this page",
    cards: "Answer cards: cut along the lines",
    answers: "Answers",
};

pub(in crate::words) fn classroom() -> &'static Classroom {
    &CLASSROOM
}

pub(in crate::words) fn votes_counted(total: u32) -> String {
    match total {
        0 => "No votes yet".to_owned(),
        1 => "1 vote counted".to_owned(),
        _ => format!("{total} votes counted"),
    }
}

pub(in crate::words) fn vote_for(letter: char) -> String {
    format!("One more vote for {letter}")
}

pub(in crate::words) fn share_of_votes(count: u16, total: u32) -> String {
    format!("{count} of {total}")
}

pub(in crate::words) fn nearest_count(nearest: u16) -> String {
    format!("Votes are whole numbers; {nearest} was taken instead.")
}

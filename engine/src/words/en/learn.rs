//! The lesson's places.

use crate::verdict::Requirement;
use crate::words::Learn;

use super::{option, question};

static LEARN: Learn = Learn {
    places: "Parts of the lesson",
    explore: "Explore",
    theory: "Theory",
    practice: "Practice",
    compare: "Compare",
    skip_to_place: "Skip to the lesson",
    question: "Question",

    predict_first: "Decide first, then look. All verdicts stay hidden until you reveal them.",
    before_any_change: "The network before any change",
    your_answer: "Your answer",
    your_guesses: "What do you expect of each option?",
    guesses_needed: "At least of the one you picked. The others are worth a guess too.",
    how_sure: "How sure are you?",
    sure_low: "Just a guess",
    sure_middle: "Fairly sure",
    sure_high: "Certain",
    reveal: "Reveal",
    missing_pick: "Pick an option first.",
    missing_guess: "Say what you expect of the option you picked.",
    missing_confidence: "Say how sure you are.",

    outcome: "The outcome",
    again: "Predict again",
    your_pick: "your answer",
    you_guessed: "You expected:",
    no_guess: "no guess",
    as_guessed: "as you expected",
    not_as_guessed: "not what you expected",
    ideas: "Ideas worth a second look",
    other_ideas: "Ideas that many readers bring",
    consequence: "See where this idea leads",
    engine_finds: "In the network:",
    every_option: "Every option, with its reason",

    chapters: "Chapters",
    tried: "tried",
    try_it: "Try it",
    task_done: "Done. This is what the engine finds now:",
    task_open: "Not yet. This is what the engine finds now:",
    mistaken: "Often written, and not so",
    often_written: "Often written: ",
    facts: "Facts and their sources",
    terms: "Terms",
    chapter_before: "Chapter before",
    chapter_after: "Next chapter",

    hint: "A hint",
    another_hint: "Another hint",
    look_here: "Look here:",
    this_rule: "The rule that decides:",
    no_rule_there: "No rule matches there.",
    compares: "It is held against this packet:",
    compares_nothing: "No packet is compared here; what counts is what is there.",
    whole_way: "The whole way:",

    steps_taken: "What changed",
    beginning: "The beginning",
    another_state: "Another state",
    what_if: "What if …?",

    loading: "Loading…",
    not_loaded: "This part did not arrive. The rest of the page goes on working.",
    try_again: "Try again",
};

pub(in crate::words) fn learn() -> &'static Learn {
    &LEARN
}

pub(in crate::words) fn meets_all(letters: &[char]) -> String {
    let letters: Vec<String> = letters.iter().map(ToString::to_string).collect();
    match letters.split_last() {
        None => "No option meets every requirement.".to_owned(),
        Some((last, [])) => ["Option ", last, " meets every requirement."].concat(),
        Some((last, others)) => {
            ["Options ", &others.join(", "), " and ", last, " meet every requirement."].concat()
        }
    }
}

pub(in crate::words) fn picked(letter: char, meets_all: bool) -> String {
    let what = if meets_all {
        ", and it meets every requirement."
    } else {
        ". It is tempting for a reason; see below which requirement it gives up."
    };
    ["You picked ", letter.encode_utf8(&mut [0; 4]), what].concat()
}

pub(in crate::words) fn guessed(right: usize, of: usize) -> String {
    let guesses = if of == 1 { " guess came true." } else { " guesses came true." };
    [&right.to_string(), " of ", &of.to_string(), guesses].concat()
}

pub(in crate::words) fn guess_about(letter: char, requirement: &Requirement) -> String {
    [&option(letter), ": ", &question(requirement)].concat()
}

pub(in crate::words) fn hidden_picture(components: &[&str]) -> String {
    ["Verdicts and paths are hidden. Here are: ", &components.join(", "), "."].concat()
}

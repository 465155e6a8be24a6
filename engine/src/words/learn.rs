//! Texts of the lesson's places without arguments.

use super::ui::texts;

texts! {
    /// Texts of the lesson's places without arguments; one value per language, so a missing one does not compile.
    Learn;

    // ---- places ----------------------------------------------------------------------------------------------------
    /// Name of the choice of places.
    places,
    /// The place with switches, picture and verdicts.
    explore,
    /// The place of the chapters.
    theory,
    /// The place of template and commands.
    practice,
    /// The place where states stand side by side.
    compare,
    /// Link past the head of the page.
    skip_to_place,
    /// The place of the question.
    question,

    // ---- before the reveal -----------------------------------------------------------------------------------------
    /// What to do.
    predict_first,
    /// Heading of the picture.
    before_any_change,
    /// Legend of the options.
    your_answer,
    /// Legend of the guesses.
    your_guesses,
    /// How many guesses are needed.
    guesses_needed,
    /// Legend of the confidence.
    how_sure,
    /// A guess.
    sure_low,
    /// Fairly sure.
    sure_middle,
    /// Certain.
    sure_high,
    /// Commits, and shows the answers.
    reveal,
    /// No option was picked.
    missing_pick,
    /// The option picked has an open guess.
    missing_guess,
    /// No confidence was given.
    missing_confidence,

    // ---- after it --------------------------------------------------------------------------------------------------
    /// Heading.
    outcome,
    /// Begins anew.
    again,
    /// Beside the option picked.
    your_pick,
    /// Before a guess.
    you_guessed,
    /// No guess was made.
    no_guess,
    /// The guess came true.
    as_guessed,
    /// It did not.
    not_as_guessed,
    /// Heading of what a prediction shows.
    ideas,
    /// Heading of what others often believe.
    other_ideas,
    /// Sets the state that refutes an idea, and shows its path.
    consequence,
    /// Before what the engine finds there.
    engine_finds,
    /// Heading of the options with their reasons.
    every_option,

    // ---- theory ----------------------------------------------------------------------------------------------------
    /// Name of the list of chapters.
    chapters,
    /// Said of a chapter whose task was done.
    tried,
    /// Heading of the task.
    try_it,
    /// The task is done.
    task_done,
    /// It is not.
    task_open,
    /// Heading of what is often written otherwise.
    mistaken,
    /// Before what is often written.
    often_written,
    /// Heading.
    facts,
    /// Heading of the glossary cards.
    terms,
    /// To the chapter before.
    chapter_before,
    /// To the next chapter.
    chapter_after,

    // ---- hints -----------------------------------------------------------------------------------------------------
    /// Asks for the first hint.
    hint,
    /// Asks for the next one.
    another_hint,
    /// First rung: where to look.
    look_here,
    /// Second rung: the rule.
    this_rule,
    /// Second rung, where no rule matched.
    no_rule_there,
    /// Third rung: what the rule is held against.
    compares,
    /// Third rung, where nothing was compared.
    compares_nothing,
    /// Fourth rung: every step.
    whole_way,

    // ---- what changed, what if -------------------------------------------------------------------------------------
    /// Heading of the reader's steps.
    steps_taken,
    /// The state everything began with.
    beginning,
    /// A step that is none of the usual.
    another_state,
    /// Heading of the what-ifs.
    what_if,

    // ---- files that come when asked for ----------------------------------------------------------------------------
    /// A file is on its way.
    loading,
    /// It did not come.
    not_loaded,
    /// Asks for it again.
    try_again,
}

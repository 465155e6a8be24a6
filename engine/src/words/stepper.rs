//! Texts of the picture's steps and of the walk from component to component, without arguments.

use super::ui::texts;

texts! {
    /// Texts of the picture's steps and walk without arguments; one value per language, so a missing one does not compile.
    Stepper;

    /// Name of the row of steps.
    steps_of_path,
    /// Goes on by itself.
    play,
    /// Stops that.
    pause,
    /// Turns a component's switch on.
    turn_on,
    /// Turns it off.
    turn_off,
    /// Before where the path goes on to.
    path_goes_on,
    /// Before where the path comes from.
    path_comes_from,
    /// Before what a component leads to; a column of the table.
    leads_to,
    /// Before what leads to it.
    reached_from,
    /// Before what it fetches from on its own side.
    fetches_from,
    /// Before what fetches from it on its own side.
    fetched_by,
    /// It has none.
    no_connections,
}
